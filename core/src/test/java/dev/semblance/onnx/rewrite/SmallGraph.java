package dev.semblance.onnx.rewrite;

import dev.semblance.onnx.proto.ProtobufWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small ONNX model for tests, built field by field (`onnx/onnx.proto`), operator set 17 with
/// Microsoft's operators beside it. Types are codes of `TensorProto.DataType`.
public final class SmallGraph {
  public static final int FLOAT = 1;
  public static final int UINT8 = 2;
  public static final int INT8 = 3;

  private final ProtobufWriter graph = new ProtobufWriter().text(2, "small");

  public SmallGraph node(String operator, List<String> inputs, String... outputs) {
    return node("", operator, inputs, List.of(), outputs);
  }

  /// @param attributes `AttributeProto` each
  public SmallGraph node(
      String domain,
      String operator,
      List<String> inputs,
      List<ProtobufWriter> attributes,
      String... outputs) {
    ProtobufWriter node = new ProtobufWriter();
    inputs.forEach(input -> node.text(1, input));
    for (String output : outputs) {
      node.text(2, output);
    }
    node.text(3, outputs[0] + "_node").text(4, operator);
    attributes.forEach(attribute -> node.message(5, attribute));
    if (!domain.isEmpty()) {
      node.text(7, domain);
    }
    graph.message(1, node);
    return this;
  }

  public static ProtobufWriter whole(String name, long value) {
    return new ProtobufWriter().text(1, name).number(3, value).number(20, 2);
  }

  /// A constant whose numbers lie in the file as bytes.
  public SmallGraph constant(String name, int type, byte[] raw, long... shape) {
    graph.message(5, tensor(name, type, shape).bytes(9, raw));
    return this;
  }

  /// A constant of bytes whose numbers are listed one by one, as ONNX's own helper writes them.
  public SmallGraph listed(String name, int type, byte[] numbers, long... shape) {
    ProtobufWriter tensor = tensor(name, type, shape);
    for (byte number : numbers) {
      tensor.number(5, type == UINT8 ? Byte.toUnsignedInt(number) : number);
    }
    graph.message(5, tensor);
    return this;
  }

  /// A constant whose numbers lie in a file beside.
  public SmallGraph outside(
      String name, int type, String file, long offset, long length, long... shape) {
    graph.message(
        5,
        tensor(name, type, shape)
            .message(13, entry("location", file))
            .message(13, entry("offset", Long.toString(offset)))
            .message(13, entry("length", Long.toString(length)))
            .number(14, 1));
    return this;
  }

  private static ProtobufWriter entry(String key, String value) {
    return new ProtobufWriter().text(1, key).text(2, value);
  }

  private static ProtobufWriter tensor(String name, int type, long... shape) {
    ProtobufWriter tensor = new ProtobufWriter();
    for (long length : shape) {
      tensor.number(1, length);
    }
    return tensor.number(2, type).text(8, name);
  }

  public SmallGraph input(String name, int type, long... shape) {
    graph.message(11, value(name, type, shape));
    return this;
  }

  public SmallGraph output(String name, int type, long... shape) {
    graph.message(12, value(name, type, shape));
    return this;
  }

  /// A length below 0 is open.
  private static ProtobufWriter value(String name, int type, long... shape) {
    ProtobufWriter lengths = new ProtobufWriter();
    for (long length : shape) {
      ProtobufWriter one = new ProtobufWriter();
      lengths.message(1, length < 0 ? one.text(2, "n") : one.number(1, length));
    }
    ProtobufWriter tensor = new ProtobufWriter().number(1, type).message(2, lengths);
    return new ProtobufWriter().text(1, name).message(2, new ProtobufWriter().message(1, tensor));
  }

  public byte[] toBytes() {
    return new ProtobufWriter()
        .number(1, 8)
        .text(2, "test")
        .message(7, graph)
        .message(8, new ProtobufWriter().text(1, "").number(2, 17))
        .message(8, new ProtobufWriter().text(1, "com.microsoft").number(2, 1))
        .toBytes();
  }

  public Path write(Path file) {
    try {
      return Files.write(file, toBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
