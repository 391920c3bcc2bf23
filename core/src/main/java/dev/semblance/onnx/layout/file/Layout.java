package dev.semblance.onnx.layout.file;

import dev.semblance.model.ModelFiles;
import java.util.Optional;

/// One way in which a model's files lie. Stateless.
public interface Layout {
  /// What is understood, for the sentence about a folder that nobody understands.
  String description();

  /// The model, when its files lie this way.
  ///
  /// @throws dev.semblance.model.ModelException when they do and something is wrong with them
  Optional<Translation> translate(ModelFiles files);
}
