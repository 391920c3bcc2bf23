package dev.semblance.train.export;

import dev.semblance.onnx.graph.GraphWriter;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.net.Weights;
import java.util.List;

/// Nodes that both sides use.
final class Linear {
  private Linear() {}

  /// A linear map by the weights `NAME.weight` and `NAME.bias`.
  ///
  /// @return the name of its output, `NAME.linear`
  static String add(GraphWriter graph, Weights weights, String x, String name, boolean rounded) {
    long[] sizes = Tensors.shape(weights.get(name + ".weight"));
    float[] matrix = Tensors.toFloats(weights.get(name + ".weight"));
    float[] bias = Tensors.toFloats(weights.get(name + ".bias"));
    String stored =
        rounded
            ? graph.rounded(name + ".weight", matrix, sizes)
            : graph.floats(name + ".weight", matrix, sizes);
    return graph.node(
        "Gemm",
        List.of(x, stored, graph.floats(name + ".bias", bias, bias.length)),
        name + ".linear",
        new GraphWriter.Whole("transB", 1));
  }

  /// The graph's output: rows brought to length 1.
  static void unit(GraphWriter graph, String x, String output, int dimension) {
    graph.output(unit(graph, x, output), -1, dimension);
  }

  /// Rows brought to length 1.
  ///
  /// @return the name of the output, which is `name`
  static String unit(GraphWriter graph, String x, String name) {
    String length =
        graph.node(
            "ReduceL2",
            List.of(x),
            name + ".length",
            new GraphWriter.Wholes("axes", 1),
            new GraphWriter.Whole("keepdims", 1));
    return graph.node("Div", List.of(x, length), name);
  }
}
