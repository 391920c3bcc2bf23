package dev.semblance.train.export;

import dev.semblance.onnx.graph.GraphWriter;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.net.Weights;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// An adapter as the head of a model: one input float32 `[batch, width]`, one output float32
/// `[batch, width]`, length 1. Where the model had a head already, its nodes stand in front.
public final class AdapterExport {
  private AdapterExport() {}

  /// The file.
  ///
  /// @param side `image` or `text`, as the weights are named
  /// @param width length of an embedding
  /// @param before the ONNX file of the head there was
  public static byte[] toBytes(Weights weights, String side, int width, Optional<byte[]> before) {
    GraphWriter graph = new GraphWriter("semblance adapter");
    String given = "vector";
    // Names must differ from those of a head that was an adapter itself.
    String own = "adapter." + before.map(AdapterExport::mark).orElse("first") + ".";
    if (before.isPresent()) {
      given = IncludedGraph.addTo(graph, before.get());
    } else {
      graph.input(given, -1, width);
    }
    String unit = Linear.unit(graph, given, own + "unit");
    String first = linear(graph, weights, new Layer(unit, side + ".first", own + "first"));
    String inner = graph.node("Relu", List.of(first), own + "inner");
    String second = linear(graph, weights, new Layer(inner, side + ".second", own + "second"));
    String sum = graph.node("Add", List.of(unit, second), own + "sum");
    graph.output(Linear.unit(graph, sum, own + "adapted"), -1, width);
    return graph.toBytes();
  }

  private record Layer(String input, String weights, String name) {}

  private static String linear(GraphWriter graph, Weights weights, Layer layer) {
    long[] sizes = Tensors.shape(weights.get(layer.weights() + ".weight"));
    float[] matrix = Tensors.toFloats(weights.get(layer.weights() + ".weight"));
    float[] bias = Tensors.toFloats(weights.get(layer.weights() + ".bias"));
    return graph.node(
        "Gemm",
        List.of(
            layer.input(),
            graph.floats(layer.name() + ".weight", matrix, sizes),
            graph.floats(layer.name() + ".bias", bias, bias.length)),
        layer.name(),
        new GraphWriter.Whole("transB", 1));
  }

  private static String mark(byte[] head) {
    CRC32C sum = new CRC32C();
    sum.update(head);
    return Long.toHexString(sum.getValue());
  }
}
