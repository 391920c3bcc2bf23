package dev.semblance.train.export;

import dev.semblance.onnx.graph.GraphWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A graph that another begins with: its nodes, constants and inputs are taken over as they are,
/// its output becomes an inner value. Field numbers are those of `onnx.proto3`.
///
/// Meant for graphs that this package wrote; one of another operator set is refused.
final class IncludedGraph {
  private static final int OPERATOR_SETS = 8;
  private static final int GRAPH = 7;
  private static final int NAME = 2;
  private static final int OUTPUT = 12;

  private IncludedGraph() {}

  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  private record Field(int number, long value, byte[] bytes) {}

  /// Takes a graph over.
  ///
  /// @return the name of what was its output
  /// @throws IllegalArgumentException when it is no ONNX file of the operator set written here
  static String addTo(GraphWriter target, byte[] model) {
    String output = "";
    for (Field part : fields(model)) {
      if (part.number() == OPERATOR_SETS) {
        requireSameSet(part.bytes());
      }
      if (part.number() == GRAPH) {
        for (Field field : fields(part.bytes())) {
          if (field.number() == OUTPUT) {
            output = new String(first(field.bytes(), 1), StandardCharsets.UTF_8);
          } else if (field.number() != NAME) {
            target.copy(field.number(), field.bytes());
          }
        }
      }
    }
    if (output.isEmpty()) {
      throw new IllegalArgumentException("the head of the model has no output");
    }
    return output;
  }

  private static void requireSameSet(byte[] set) {
    for (Field field : fields(set)) {
      if (field.number() == 2 && field.value() != GraphWriter.OPERATOR_SET) {
        throw new IllegalArgumentException(
            "the head of the model is of operator set "
                + field.value()
                + "; only one of "
                + GraphWriter.OPERATOR_SET
                + " can be adapted");
      }
    }
  }

  private static byte[] first(byte[] message, int number) {
    return fields(message).stream()
        .filter(field -> field.number() == number)
        .findFirst()
        .map(Field::bytes)
        .orElse(new byte[0]);
  }

  private static List<Field> fields(byte[] message) {
    List<Field> fields = new ArrayList<>();
    int[] at = {0};
    while (at[0] < message.length) {
      long tag = varint(message, at);
      int number = (int) (tag >>> 3);
      switch ((int) (tag & 7)) {
        case 0 -> fields.add(new Field(number, varint(message, at), new byte[0]));
        case 2 -> {
          int length = Math.toIntExact(varint(message, at));
          if (length < 0 || length > message.length - at[0]) {
            throw new IllegalArgumentException("the head of the model is cut short");
          }
          byte[] bytes = java.util.Arrays.copyOfRange(message, at[0], at[0] + length);
          fields.add(new Field(number, 0, bytes));
          at[0] += length;
        }
        case 5 -> at[0] += 4;
        case 1 -> at[0] += 8;
        default -> throw new IllegalArgumentException("the head of the model is no ONNX file");
      }
    }
    return fields;
  }

  private static long varint(byte[] message, int[] at) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at[0] >= message.length) {
        throw new IllegalArgumentException("the head of the model is cut short");
      }
      byte next = message[at[0]++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("the head of the model is no ONNX file");
  }
}
