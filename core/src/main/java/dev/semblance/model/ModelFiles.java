package dev.semblance.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The files of a model, wherever they lie: a folder or the class path. Safe for many threads.
public interface ModelFiles {
  /// What to call the model when its files give no name: the folder's name.
  String name();

  /// Whether there is a file of this relative name, such as `onnx/text_model.onnx`.
  boolean has(String file);

  /// The whole content.
  ///
  /// @throws java.io.UncheckedIOException when it is absent or cannot be read
  byte[] read(String file);

  /// Where it lies on disk, so that large files need not pass through the heap.
  Optional<Path> path(String file);

  /// The size of a file; 0 when it is absent.
  default long sizeBytes(String file) {
    return has(file) ? read(file).length : 0;
  }

  /// All relative names, `/` between folders, sorted; for messages and for finding layouts.
  List<String> list();
}
