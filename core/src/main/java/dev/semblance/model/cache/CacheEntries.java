package dev.semblance.model.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What lies in a folder of the user's cache, one file or folder for each thing that was made, goes
/// when nobody has used it for 90 days: a model that was removed or replaced leaves copies as large
/// as itself.
///
/// When an entry was used last is told by its modification time, written once a day. What cannot be
/// told or deleted stays. Stateless, safe for many threads and processes.
public final class CacheEntries {
  private static final Duration UNUSED = Duration.ofDays(90);
  private static final Duration EXACT = Duration.ofDays(1);

  private CacheEntries() {}

  /// Says that an entry is in use.
  public static void use(Path entry) {
    try {
      if (isOlder(entry, EXACT)) {
        Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
      }
    } catch (IOException e) {
      // It is not there, or not ours to change.
    }
  }

  /// Deletes what nobody has used for long.
  ///
  /// @param folder whose entries are looked at
  public static void sweep(Path folder) {
    for (Path entry : entries(folder)) {
      try {
        if (isOlder(entry, UNUSED)) {
          delete(entry);
        }
      } catch (IOException e) {
        // Somebody else was quicker.
      }
    }
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean isOlder(Path entry, Duration age) throws IOException {
    return Files.getLastModifiedTime(entry).toInstant().isBefore(Instant.now().minus(age));
  }

  /// Deletes an entry with all that is in it, as far as that can be.
  public static void delete(Path entry) {
    try (Stream<Path> walk = Files.walk(entry)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // What is left, say because it is open, nothing reads; it goes when nobody has used it.
    }
  }
}
