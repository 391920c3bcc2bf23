package dev.semblance.text.normalize;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes rules as `precompiled_charsmap`: a Darts double array in the plainest way, with 256 units
/// for each node of the trie.
final class Charsmaps {
  private static final int BLOCK = 256;

  private Charsmaps() {}

  static byte[] of(Map<String, String> rules) {
    List<Node> nodes = new ArrayList<>();
    Node root = new Node(nodes);
    ByteArrayOutputStream replacements = new ByteArrayOutputStream();
    rules.forEach((from, to) ->
        root.put(from.getBytes(StandardCharsets.UTF_8), nodes).value = put(to, replacements));
    int[] units = new int[(nodes.size() + 1) * BLOCK];
    units[0] = root.base >>> 8 << 10 | 0x200; // the offset in steps of 256
    for (Node node : nodes) {
      node.write(units);
    }
    return bytes(units, replacements.toByteArray());
  }

  static byte[] bytes(int[] units, byte[] replacements) {
    ByteBuffer buffer =
        ByteBuffer.allocate(Integer.BYTES * (1 + units.length) + replacements.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(Integer.BYTES * units.length);
    Arrays.stream(units).forEach(buffer::putInt);
    return buffer.put(replacements).array();
  }

  private static int put(String replacement, ByteArrayOutputStream replacements) {
    int start = replacements.size();
    replacements.writeBytes(replacement.getBytes(StandardCharsets.UTF_8));
    replacements.write(0);
    return start;
  }

  private static final class Node {
    private final Map<Integer, Node> children = new TreeMap<>();
    private final int base;
    private int value = -1;

    Node(List<Node> nodes) {
      nodes.add(this);
      base = nodes.size() * BLOCK;
    }

    Node put(byte[] way, List<Node> nodes) {
      Node node = this;
      for (byte label : way) {
        node = node.children.computeIfAbsent(Byte.toUnsignedInt(label), one -> new Node(nodes));
      }
      return node;
    }

    void write(int[] units) {
      if (value >= 0) {
        units[base] = value | 0x8000_0000;
      }
      for (Map.Entry<Integer, Node> child : children.entrySet()) {
        int unit = base + child.getKey();
        int leaf = child.getValue().value >= 0 ? 0x100 : 0;
        units[unit] = (unit ^ child.getValue().base) << 10 | leaf | child.getKey();
      }
    }
  }
}
