package dev.semblance.text.normalize;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The rewriting rules of SentencePiece (`precompiled_charsmap`): a Darts double-array trie over
/// UTF-8 bytes, whose values point at zero-ended replacements.
///
/// Layout, little-endian: the trie's size in bytes as uint32, its units as uint32, the
/// replacements. A unit holds a label (bits 0-7), whether a leaf follows (bit 8), and the offset to
/// its children (bits 10-30, to be shifted by 8 more if bit 9 is set); a leaf holds a value (bits
/// 0-30). See Darts-clone's `darts.h`. Immutable and safe for many threads.
final class Charsmap {
  private static final int LABEL_MASK = 0x8000_00FF;
  private static final int VALUE_MASK = 0x7FFF_FFFF;

  private final int[] units;
  private final byte[] replacements;

  private Charsmap(int[] units, byte[] replacements) {
    this.units = units;
    this.replacements = replacements;
  }

  /// @throws IllegalArgumentException if the bytes are too few for what they announce
  static Charsmap read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try {
      int sizeBytes = buffer.getInt();
      if (sizeBytes < 0 || sizeBytes > buffer.remaining()) {
        throw new BufferUnderflowException();
      }
      int[] units = new int[sizeBytes / Integer.BYTES];
      buffer.asIntBuffer().get(units);
      byte[] replacements = new byte[buffer.remaining() - sizeBytes];
      buffer.get(buffer.position() + sizeBytes, replacements);
      return new Charsmap(units, replacements);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(
          "the tokenizer's precompiled_charsmap is cut: it has " + bytes.length + " bytes", e);
    }
  }

  /// The longest rule that begins at a place of UTF-8 bytes, or null.
  @Nullable Rule longestAt(byte[] utf8, int from, int to) {
    return find(utf8, from, to, false);
  }

  /// The shortest rule that begins at a place of UTF-8 bytes, or null.
  @Nullable Rule shortestAt(byte[] utf8, int from, int to) {
    return find(utf8, from, to, true);
  }

  private @Nullable Rule find(byte[] utf8, int from, int to, boolean first) {
    Rule found = null;
    int node = offset(unit(0));
    for (int i = from; i < to && utf8[i] != 0; i++) {
      int label = Byte.toUnsignedInt(utf8[i]);
      node ^= label;
      int unit = unit(node);
      if ((unit & LABEL_MASK) != label) {
        break;
      }
      node ^= offset(unit);
      if ((unit >> 8 & 1) == 1) {
        found = new Rule(i + 1 - from, unit(node) & VALUE_MASK);
        if (first) {
          break;
        }
      }
    }
    return found;
  }

  /// What a rule puts in the place of its bytes.
  String replacement(Rule rule) {
    if (rule.value() > replacements.length) {
      throw new IllegalArgumentException(
          "the tokenizer's precompiled_charsmap is broken: replacement at "
              + rule.value()
              + " of "
              + replacements.length
              + " bytes");
    }
    int end = rule.value();
    while (end < replacements.length && replacements[end] != 0) {
      end++;
    }
    return new String(replacements, rule.value(), end - rule.value(), StandardCharsets.UTF_8);
  }

  private int unit(int index) {
    if (index < 0 || index >= units.length) {
      throw new IllegalArgumentException(
          "the tokenizer's precompiled_charsmap is broken: unit " + index + " of " + units.length);
    }
    return units[index];
  }

  private static int offset(int unit) {
    return (unit >>> 10) << ((unit & 0x200) >>> 6);
  }

  /// @param length how many bytes it replaces
  /// @param value where its replacement begins
  record Rule(int length, int value) {}
}
