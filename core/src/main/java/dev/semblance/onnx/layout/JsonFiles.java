package dev.semblance.onnx.layout;

import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelFiles;
import java.util.Optional;

/// Reads a model's JSON files.
final class JsonFiles {
  private JsonFiles() {}

  static Optional<JsonFields> find(ModelFiles files, String file) {
    return files.has(file) ? Optional.of(read(files, file)) : Optional.empty();
  }

  static JsonFields read(ModelFiles files, String file) {
    return JsonFields.parse(files.read(file), files.name() + "/" + file);
  }
}
