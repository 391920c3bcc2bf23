package dev.semblance.train.export;

import dev.semblance.onnx.graph.GraphWriter;
import dev.semblance.onnx.proto.Bytes;
import dev.semblance.onnx.proto.MalformedGraphException;
import dev.semblance.onnx.proto.ProtobufReader;

/// A graph that another begins with: its nodes, constants and inputs are taken over as they are,
/// its output becomes an inner value. Field numbers are those of `onnx.proto3`.
///
/// Meant for graphs that this package wrote; one of another operator set is refused.
final class IncludedGraph {
  private static final int OPERATOR_SETS = 8;
  private static final int VERSION = 2;
  private static final int GRAPH = 7;
  private static final int NAME = 2;
  private static final int OUTPUT = 12;
  private static final int OUTPUT_NAME = 1;

  private IncludedGraph() {}

  /// Takes a graph over.
  ///
  /// @return the name of what was its output
  /// @throws IllegalArgumentException when it is no ONNX file of the operator set written here
  static String addTo(GraphWriter target, byte[] model) {
    String output = "";
    try {
      ProtobufReader file = new ProtobufReader(Bytes.of(model));
      while (file.next()) {
        switch (file.field()) {
          case OPERATOR_SETS -> requireSameSet(file.message());
          case GRAPH -> output = copy(target, file.message());
          default -> {}
        }
      }
    } catch (MalformedGraphException e) {
      throw new IllegalArgumentException("the head of the model is no ONNX file: " + e, e);
    }
    if (output.isEmpty()) {
      throw new IllegalArgumentException("the head of the model has no output");
    }
    return output;
  }

  private static String copy(GraphWriter target, ProtobufReader graph) {
    String output = "";
    while (graph.next()) {
      switch (graph.field()) {
        case NAME -> {}
        case OUTPUT -> output = name(graph.message());
        default -> target.copy(graph.field(), graph.bytes());
      }
    }
    return output;
  }

  private static String name(ProtobufReader value) {
    while (value.next()) {
      if (value.field() == OUTPUT_NAME) {
        return value.text();
      }
    }
    return "";
  }

  private static void requireSameSet(ProtobufReader set) {
    while (set.next()) {
      if (set.field() == VERSION && set.number() != GraphWriter.OPERATOR_SET) {
        throw new IllegalArgumentException(
            "the head of the model is of operator set "
                + set.number()
                + "; only one of "
                + GraphWriter.OPERATOR_SET
                + " can be adapted");
      }
    }
  }
}
