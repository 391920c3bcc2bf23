package dev.semblance.train.export;

import dev.semblance.onnx.graph.GraphWriter;
import dev.semblance.train.net.Weights;
import java.util.List;

/// The text head as an ONNX file: input `vector` float32 `[batch, width]`, unit vectors of the
/// frozen text encoder; output `embedding` float32 `[batch, width]`, length 1.
public final class TextHeadExport {
  private TextHeadExport() {}

  /// The file.
  ///
  /// @param width length of the text encoder's vectors
  public static byte[] toBytes(Weights weights, int width) {
    GraphWriter graph = new GraphWriter("semblance text head");
    graph.input("vector", -1, width);
    String first = Linear.add(graph, weights, "vector", "text.first", false);
    String inner = graph.node("Relu", List.of(first), "text.inner");
    String second = Linear.add(graph, weights, inner, "text.second", false);
    String straight = Linear.add(graph, weights, "vector", "text.linear", false);
    String sum = graph.node("Add", List.of(straight, second), "text.sum");
    Linear.unit(graph, sum, "embedding", width);
    return graph.toBytes();
  }
}
