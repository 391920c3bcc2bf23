package dev.semblance.onnx.rewrite;

import dev.semblance.onnx.proto.MalformedGraphException;
import dev.semblance.onnx.proto.ProtobufReader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A constant tensor of a graph and where its numbers lie: `TensorProto` of `onnx/onnx.proto`,
/// whose field numbers these are.
///
/// @param name unique in its graph
/// @param type a code of `TensorProto.DataType`
/// @param shape lengths of its dimensions
/// @param place of its numbers
record Weight(String name, int type, List<Long> shape, Place place) {
  static final int FLOAT = 1;
  static final int UINT8 = 2;
  static final int INT8 = 3;

  private static final int INT32 = 6;
  private static final int INT64 = 7;
  private static final int HALF = 10;
  private static final int BFLOAT = 16;

  private static final int DIMENSION = 1;
  private static final int TYPE = 2;
  private static final int FLOATS = 4;
  private static final int WHOLES = 5;
  private static final int LONGS = 7;
  private static final int NAME = 8;
  private static final int RAW = 9;
  private static final int DOUBLES = 10;
  private static final int EXTERNAL = 13;
  private static final int UNSIGNED = 11;

  Weight {
    shape = List.copyOf(shape);
  }

  /// Where numbers lie, little end first.
  sealed interface Place permits Inside, Listed, Outside {}

  /// In the graph's own file.
  record Inside(long from, long length) implements Place {}

  /// One by one in the graph's own file, turned into bytes already; there are few.
  record Listed(List<Byte> bytes) implements Place {}

  /// In a file beside it.
  record Outside(String file, long from, long length) implements Place {}

  static Weight read(ProtobufReader fields) {
    String name = "";
    int type = 0;
    List<Long> shape = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    ByteArrayOutputStream floats = new ByteArrayOutputStream();
    Map<String, String> external = new HashMap<>();
    Place place = new Listed(List.of());
    while (fields.next()) {
      switch (fields.field()) {
        case DIMENSION -> fields.addNumbers(shape);
        case TYPE -> type = (int) fields.number();
        case NAME -> name = fields.text();
        case RAW -> place = new Inside(fields.valueStart(), fields.end() - fields.valueStart());
        case FLOATS, DOUBLES -> floats.writeBytes(fields.bytes());
        case WHOLES, LONGS, UNSIGNED -> fields.addNumbers(numbers);
        case EXTERNAL -> addEntry(fields.message(), external);
        default -> {}
      }
    }
    if (external.containsKey("location")) {
      place = outside(external);
    } else if (floats.size() > 0) {
      place = new Listed(list(floats.toByteArray()));
    } else if (!numbers.isEmpty()) {
      place = new Listed(list(bytes(numbers, type)));
    }
    checkShape(name, shape);
    return new Weight(name, type, shape, place);
  }

  /// Whether its bytes can be counted, whatever the type.
  private static void checkShape(String name, List<Long> shape) {
    long sizeBytes = Long.BYTES;
    for (long length : shape) {
      if (length < 0 || (length > 0 && sizeBytes > Long.MAX_VALUE / length)) {
        throw new MalformedGraphException("weight " + name + " of shape " + shape);
      }
      sizeBytes *= length;
    }
  }

  private static void addEntry(ProtobufReader entry, Map<String, String> entries) {
    String key = "";
    String value = "";
    while (entry.next()) {
      switch (entry.field()) {
        case 1 -> key = entry.text();
        case 2 -> value = entry.text();
        default -> {}
      }
    }
    entries.put(key, value);
  }

  private static Place outside(Map<String, String> entries) {
    try {
      long from = Long.parseLong(entries.getOrDefault("offset", "0"));
      if (from < 0) {
        throw new NumberFormatException("offset " + from);
      }
      return new Outside(
          entries.getOrDefault("location", ""),
          from,
          Long.parseLong(entries.getOrDefault("length", "-1")));
    } catch (NumberFormatException e) {
      throw new MalformedGraphException("external data at " + entries);
    }
  }

  private static byte[] bytes(List<Long> numbers, int type) {
    int size = size(type);
    ByteBuffer bytes = ByteBuffer.allocate(numbers.size() * size).order(ByteOrder.LITTLE_ENDIAN);
    for (long number : numbers) {
      switch (size) {
        case 1 -> bytes.put((byte) number);
        case 2 -> bytes.putShort((short) number);
        case 4 -> bytes.putInt((int) number);
        default -> bytes.putLong(number);
      }
    }
    return bytes.array();
  }

  private static List<Byte> list(byte[] bytes) {
    List<Byte> list = new ArrayList<>(bytes.length);
    for (byte next : bytes) {
      list.add(next);
    }
    return list;
  }

  /// Whether [#size] is right about a type.
  static boolean isKnown(int type) {
    return switch (type) {
      case FLOAT, UINT8, INT8, INT32, INT64, HALF, BFLOAT -> true;
      default -> false;
    };
  }

  /// How many bytes a number of a type has; as far as [#isKnown] goes, others are never changed.
  static int size(int type) {
    return switch (type) {
      case UINT8, INT8 -> 1;
      case HALF, BFLOAT -> 2;
      case FLOAT, INT32 -> 4;
      default -> Long.BYTES;
    };
  }

  /// How many numbers it holds.
  long count() {
    long count = 1;
    for (long length : shape) {
      count = Math.multiplyExact(count, length);
    }
    return count;
  }
}
