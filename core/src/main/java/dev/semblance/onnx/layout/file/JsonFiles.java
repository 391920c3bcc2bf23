package dev.semblance.onnx.layout.file;

import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelFiles;
import java.util.Optional;

/// Reads a model's JSON files.
public final class JsonFiles {
  private JsonFiles() {}

  public static Optional<JsonFields> find(ModelFiles files, String file) {
    return files.has(file) ? Optional.of(read(files, file)) : Optional.empty();
  }

  public static JsonFields read(ModelFiles files, String file) {
    return JsonFields.parse(files.read(file), files.name() + "/" + file);
  }
}
