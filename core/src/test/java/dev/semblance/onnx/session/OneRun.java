package dev.semblance.onnx.session;

import dev.semblance.model.FolderFiles;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.rewrite.SignedWeights;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/// A network opened, run once and closed again, with nothing prepared or kept.
public final class OneRun {
  private OneRun() {}

  /// A network whose sums of signed bytes are exact on this processor: itself, or else a copy with
  /// unsigned weights beside it, as opening a model takes one.
  public static Path exact(Path network) {
    Path unsigned = network.resolveSibling("exact.onnx");
    FolderFiles files = new FolderFiles(network.resolveSibling(""));
    return Processor.exactProducts().isEmpty()
            && SignedWeights.writeUnsigned(files, network.getFileName().toString(), unsigned)
        ? unsigned
        : network;
  }

  /// @param network a file
  /// @param fill adds the inputs
  public static Tensor of(Path network, String output, Consumer<Batch> fill) {
    Path folder = network.resolveSibling("");
    String name = network.getFileName().toString();
    NetworkFile file = new NetworkFile("test", new FolderFiles(folder), name, "0".repeat(64));
    try (Network opened = new Network(file, new Settings(1, folder.resolve("cache"), false));
        Batch batch = new Batch()) {
      fill.accept(batch);
      return Objects.requireNonNull(opened.run(batch, Set.of(output)).get(output));
    }
  }

  /// The numbers of `y` for an input of floats called `x`.
  public static float[] of(Path network, float[] x, long... shape) {
    return of(network, "y", batch -> add(batch, "x", x, shape)).values();
  }

  /// Adds an input of floats.
  public static void add(Batch batch, String name, float[] values, long... shape) {
    batch.add(name, ElementType.FLOAT, shape).asFloatBuffer().put(values);
  }
}
