package dev.semblance.image.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder for one run of a program, removed with all that is in it when it is closed.
record WorkFolder(Path path) implements AutoCloseable {

  /// Makes a folder that only this user may enter.
  static WorkFolder make() throws IOException {
    return new WorkFolder(Files.createTempDirectory("semblance-").toAbsolutePath());
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
