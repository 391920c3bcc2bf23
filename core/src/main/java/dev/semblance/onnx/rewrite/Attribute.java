package dev.semblance.onnx.rewrite;

import dev.semblance.onnx.proto.Bytes;
import dev.semblance.onnx.proto.ProtobufReader;
import dev.semblance.onnx.proto.ProtobufWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/// `AttributeProto` of `onnx/onnx.proto`. Immutable.
final class Attribute {
  private static final int NAME = 1;
  private static final int REAL = 2;
  private static final int WHOLE = 3;
  private static final int GRAPH = 6;
  private static final int GRAPHS = 11;
  private static final int TYPE = 20;
  private static final int TYPE_WHOLE = 2;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_OUTPUT = 12;

  private final String name;
  private final byte[] message;

  private Attribute(String name, byte[] message) {
    this.name = name;
    this.message = message;
  }

  static Attribute of(String name, long value) {
    ProtobufWriter message =
        new ProtobufWriter().text(NAME, name).number(WHOLE, value).number(TYPE, TYPE_WHOLE);
    return new Attribute(name, message.toBytes());
  }

  /// Reads the field that a reader stands at.
  ///
  /// @param inner gets the names that nodes of graphs in it take
  static Attribute read(ProtobufReader field, Set<String> inner) {
    ProtobufReader fields = field.message();
    String name = "";
    while (fields.next()) {
      switch (fields.field()) {
        case NAME -> name = fields.text();
        case GRAPH, GRAPHS -> addTaken(fields.message(), inner);
        default -> {}
      }
    }
    return new Attribute(name, field.bytes());
  }

  private static void addTaken(ProtobufReader graph, Set<String> inner) {
    while (graph.next()) {
      if (graph.field() == GRAPH_NODE) {
        Node node = Node.read(graph.message());
        inner.addAll(node.inputs());
        inner.addAll(node.inner());
      } else if (graph.field() == GRAPH_OUTPUT) {
        // A graph's output may be a tensor from outside as well.
        inner.add(EditableModel.nameOf(graph.message()));
      }
    }
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    return message;
  }

  long whole() {
    ProtobufReader fields = new ProtobufReader(Bytes.of(message));
    long value = 0;
    while (fields.next()) {
      if (fields.field() == WHOLE) {
        value = fields.number();
      }
    }
    return value;
  }

  float real() {
    ProtobufReader fields = new ProtobufReader(Bytes.of(message));
    float value = 0;
    while (fields.next()) {
      if (fields.field() == REAL) {
        value = ByteBuffer.wrap(fields.bytes()).order(ByteOrder.LITTLE_ENDIAN).getFloat();
      }
    }
    return value;
  }
}
