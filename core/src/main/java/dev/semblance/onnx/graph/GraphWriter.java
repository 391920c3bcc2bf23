package dev.semblance.onnx.graph;

import dev.semblance.onnx.proto.ProtobufWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/// An ONNX model being written node by node, after the schema `onnx.proto3` of ONNX 1.16 with
/// operator set 17. Field numbers are the schema's. For one thread.
public final class GraphWriter {
  private static final long IR_VERSION = 8;

  /// The operator set of what is written.
  public static final long OPERATOR_SET = 17;

  private static final int FLOAT = 1;
  private static final int INT8 = 3;

  private final ProtobufWriter graph = new ProtobufWriter();
  private final String name;

  /// @param name what the graph is called
  public GraphWriter(String name) {
    this.name = name;
    graph.text(2, name);
  }

  /// A whole number of a node.
  public record Whole(String name, long value) {}

  /// A list of whole numbers of a node.
  public record Wholes(String name, List<Long> values) {
    public Wholes(String name, long... values) {
      this(name, Arrays.stream(values).boxed().toList());
    }
  }

  /// A word of a node.
  public record Word(String name, String value) {}

  /// Adds an operation.
  ///
  /// @param inputs names; an empty one where an input that may be left out is
  /// @param attributes [Whole], [Wholes] or [Word]
  /// @return the name of its only output, for what comes next
  public String node(String operator, List<String> inputs, String output, Record... attributes) {
    ProtobufWriter node = new ProtobufWriter();
    inputs.forEach(input -> node.text(1, input));
    node.text(2, output).text(3, output).text(4, operator);
    for (Record attribute : attributes) {
      node.message(5, attribute(attribute));
    }
    graph.message(1, node);
    return output;
  }

  private static ProtobufWriter attribute(Record attribute) {
    ProtobufWriter out = new ProtobufWriter();
    switch (attribute) {
      case Whole whole -> out.text(1, whole.name()).number(3, whole.value()).number(20, 2);
      case Wholes wholes -> {
        out.text(1, wholes.name());
        for (long value : wholes.values()) {
          out.number(8, value);
        }
        out.number(20, 7);
      }
      case Word word -> out.text(1, word.name()).text(4, word.value()).number(20, 3);
      default -> throw new IllegalArgumentException("no attribute: " + attribute);
    }
    return out;
  }

  /// Adds constant floats and gives back their name.
  public String floats(String constant, float[] values, long... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return constant(constant, FLOAT, bytes.array(), shape);
  }

  /// Adds constant floats as 8-bit numbers with a factor for each of the first dimension's rows;
  /// two nodes, which a runtime folds away on opening, make floats of them again.
  ///
  /// @return the name of the floats
  public String rounded(String constant, float[] values, long... shape) {
    int rows = (int) shape[0];
    int width = values.length / rows;
    byte[] bytes = new byte[values.length];
    float[] factors = new float[rows];
    for (int row = 0; row < rows; row++) {
      float largest = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        largest = Math.max(largest, Math.abs(values[i]));
      }
      factors[row] = largest == 0 ? 1 : largest / 127;
      for (int i = row * width; i < (row + 1) * width; i++) {
        bytes[i] = (byte) Math.round(values[i] / factors[row]);
      }
    }
    long[] factorShape = new long[shape.length];
    Arrays.fill(factorShape, 1);
    factorShape[0] = rows;
    constant(constant + ".bytes", INT8, bytes, shape);
    floats(constant + ".factors", factors, factorShape);
    node("Cast", List.of(constant + ".bytes"), constant + ".whole", new Whole("to", FLOAT));
    return node("Mul", List.of(constant + ".whole", constant + ".factors"), constant);
  }

  private String constant(String constant, int type, byte[] raw, long... shape) {
    ProtobufWriter tensor = new ProtobufWriter();
    for (long size : shape) {
      tensor.number(1, size);
    }
    graph.message(5, tensor.number(2, type).text(8, constant).bytes(9, raw));
    return constant;
  }

  /// Adds a field of another graph as it is.
  public void copy(int field, byte[] message) {
    graph.bytes(field, message);
  }

  /// Names an input of floats; a size of -1 is open and called `batch`.
  public void input(String input, long... shape) {
    graph.message(11, value(input, shape));
  }

  /// Names an output of floats; a size of -1 is open and called `batch`.
  public void output(String output, long... shape) {
    graph.message(12, value(output, shape));
  }

  private static ProtobufWriter value(String value, long... shape) {
    ProtobufWriter sizes = new ProtobufWriter();
    for (long size : shape) {
      ProtobufWriter one = new ProtobufWriter();
      sizes.message(1, size < 0 ? one.text(2, "batch") : one.number(1, size));
    }
    ProtobufWriter tensor = new ProtobufWriter().number(1, FLOAT).message(2, sizes);
    return new ProtobufWriter().text(1, value).message(2, new ProtobufWriter().message(1, tensor));
  }

  /// The whole file.
  public byte[] toBytes() {
    ProtobufWriter operators = new ProtobufWriter().text(1, "").number(2, OPERATOR_SET);
    return new ProtobufWriter()
        .number(1, IR_VERSION)
        .text(2, "semblance")
        .text(3, name)
        .message(7, graph)
        .message(8, operators)
        .toBytes();
  }
}
