package dev.semblance.onnx.layout.file;

import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.graph.TensorPort;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Picks a network's inputs and outputs by name and kind.
public final class Ports {
  private static final List<String> IDS = List.of("input_ids", "text", "input");

  private Ports() {}

  /// The input of token ids: by its usual names, else the only one of whole numbers.
  public static Optional<TensorPort> ids(OnnxGraph graph) {
    for (String name : IDS) {
      Optional<TensorPort> port = graph.input(name).filter(Ports::isWhole);
      if (port.isPresent()) {
        return port;
      }
    }
    List<TensorPort> whole = graph.inputs().stream().filter(Ports::isWhole).toList();
    return whole.size() == 1 ? Optional.of(whole.getFirst()) : Optional.empty();
  }

  /// The input of pixels: the one with four dimensions.
  public static Optional<TensorPort> pixels(OnnxGraph graph) {
    return graph.inputs().stream().filter(port -> port.rank() == 4).findFirst();
  }

  /// The first output there is of several names.
  ///
  /// @param called the file, for the message
  public static TensorPort output(OnnxGraph graph, List<String> names, String called) {
    return names.stream()
        .flatMap(name -> graph.output(name).stream())
        .findFirst()
        .orElseThrow(() ->
            new ModelException(
                called
                    + ": has no output that is an embedding; it has "
                    + graph.outputs().stream()
                        .map(TensorPort::toString)
                        .collect(Collectors.joining(", "))
                    + "; understood: "
                    + String.join(", ", names)));
  }

  private static boolean isWhole(TensorPort port) {
    return port.rank() == 2
        && (port.type() == ElementType.INT64 || port.type() == ElementType.INT32);
  }
}
