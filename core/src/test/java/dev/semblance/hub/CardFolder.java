package dev.semblance.hub;

import dev.semblance.model.FolderFiles;
import dev.semblance.model.ModelFiles;
import dev.semblance.model.ModelProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Folders that are models as far as their card says, with a network that nobody could run.
final class CardFolder {
  private CardFolder() {}

  /// A folder with a card and a network of ten bytes.
  ///
  /// @param more fields of the card, each with a comma behind it
  static Path write(Path folder, String name, String more) {
    String card =
        String.format(
            Locale.ROOT,
            """
            {"semblance": 1, "name": "%s", "dimension": 4, %s
             "image": {
               "graph": {"files": {"fp32": "graph.onnx"}, "input": "in", "output": "out"},
               "preprocessing": {
                 "fit": "squash", "width": 8, "height": 8, "filter": "bicubic",
                 "mean": [0, 0, 0], "std": [1, 1, 1]}}}
            """,
            name,
            more);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("semblance.json"), card);
      Files.writeString(folder.resolve("graph.onnx"), "0123456789");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /// A model that comes with the class path, though it lies in a folder.
  static ModelProvider builtIn(Path folder, String name) {
    FolderFiles files = new FolderFiles(write(folder, name, ""));
    return new ModelProvider() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public ModelFiles files() {
        return files;
      }
    };
  }
}
