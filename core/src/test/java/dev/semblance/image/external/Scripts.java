package dev.semblance.image.external;

import dev.semblance.image.format.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/// Shell scripts that stand in for programs, and bounds that they stay within.
final class Scripts {
  private Scripts() {}

  /// A program of a name in a folder, which is made where it is absent.
  static Path write(Path folder, String name, String script) {
    try {
      Path file = Files.createDirectories(folder).resolve(name);
      Files.writeString(file, "#!/bin/sh\n" + script + "\n");
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ExternalBounds bounds() {
    return within(Duration.ofSeconds(30));
  }

  static ExternalBounds within(Duration time) {
    return new ExternalBounds(1L << 30, 1 << 20, 1000, false, Deadline.in(time));
  }

  /// For a still of a film.
  static ExternalBounds film() {
    return new ExternalBounds(
        123_456_789, 1 << 20, 4321, true, Deadline.in(Duration.ofSeconds(30)));
  }
}
