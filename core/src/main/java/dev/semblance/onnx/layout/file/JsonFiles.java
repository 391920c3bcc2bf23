package dev.semblance.onnx.layout.file;

import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import java.util.Optional;

/// Reads a model's JSON files.
public final class JsonFiles {
  private JsonFiles() {}

  public static Optional<JsonFields> find(ModelFiles files, String file) {
    return files.has(file) ? Optional.of(read(files, file)) : Optional.empty();
  }

  /// @throws ModelException naming the file when it is absent or no JSON object
  public static JsonFields read(ModelFiles files, String file) {
    if (!files.has(file)) {
      throw new ModelException(files.name() + "/" + file + ": is missing; fetch it too");
    }
    return JsonFields.parse(files.read(file), files.name() + "/" + file);
  }
}
