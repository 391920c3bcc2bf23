package dev.semblance.train.export;

import dev.semblance.train.net.Weights;
import java.util.List;
import java.util.Optional;

/// An adapter as the head of a model: input `vector` float32 `[batch, width]`, output `adapted`
/// float32 `[batch, width]`, length 1. Where the model had a head already, its nodes stand in
/// front.
public final class AdapterExport {
  private AdapterExport() {}

  /// The file.
  ///
  /// @param side `image` or `text`, as the weights are named
  /// @param width length of an embedding
  /// @param before the ONNX file of the head there was
  public static byte[] toBytes(Weights weights, String side, int width, Optional<byte[]> before) {
    GraphWriter graph = new GraphWriter("semblance adapter");
    String given;
    if (before.isPresent()) {
      given = IncludedGraph.addTo(graph, before.get());
    } else {
      graph.input("vector", -1, width);
      given = "vector";
    }
    String length =
        graph.node(
            "ReduceL2",
            List.of(given),
            "adapter.length",
            new GraphWriter.Wholes("axes", 1),
            new GraphWriter.Whole("keepdims", 1));
    String unit = graph.node("Div", List.of(given, length), "adapter.unit");
    String first = Linear.add(graph, weights, unit, side + ".first", false);
    String inner = graph.node("Relu", List.of(first), "adapter.inner");
    String second = Linear.add(graph, weights, inner, side + ".second", false);
    String sum = graph.node("Add", List.of(unit, second), "adapter.sum");
    Linear.unit(graph, sum, "adapted", width);
    return graph.toBytes();
  }
}
