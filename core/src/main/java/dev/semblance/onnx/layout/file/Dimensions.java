package dev.semblance.onnx.layout.file;

import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.TensorPort;
import java.util.Optional;

/// How many components a model's embeddings have.
public final class Dimensions {
  private Dimensions() {}

  /// What the networks say, which must agree; else what the config says.
  public static int of(
      String model,
      Optional<TensorPort> text,
      Optional<TensorPort> image,
      Optional<Integer> configured) {
    long texts = text.map(TensorPort::lastLength).orElse(TensorPort.FREE);
    long images = image.map(TensorPort::lastLength).orElse(TensorPort.FREE);
    if (texts > 0 && images > 0 && texts != images) {
      throw new ModelException(
          model
              + ": its texts become "
              + texts
              + " numbers and its pictures "
              + images
              + "; both must be of one dimension, so these are networks of two models");
    }
    long dimension = Math.max(texts, images);
    if (dimension > 0) {
      return Math.toIntExact(dimension);
    }
    return configured.orElseThrow(
        () -> new ModelException(model + ": neither its networks nor its config say a dimension"));
  }
}
