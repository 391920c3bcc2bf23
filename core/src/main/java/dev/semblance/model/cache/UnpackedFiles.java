package dev.semblance.model.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Files that came out of jars, kept in a cache folder so that they are unpacked once.
///
/// A file is written beside its place and moved there whole, so that another process sees all of it
/// or nothing. Safe for many threads and processes.
public final class UnpackedFiles {
  private final Path folder;

  /// @param folder of the cache
  public UnpackedFiles(Path folder) {
    this.folder = folder;
  }

  /// The file of this key, unpacked now if it was not yet.
  ///
  /// @param key changes with the content
  /// @return empty when the cache cannot be written
  public Optional<Path> get(String key, String file, long sizeBytes, Content content) {
    Path place = folder.resolve(key).resolve(file);
    try {
      if (!isWhole(place, sizeBytes)) {
        unpack(place, content);
        CacheEntries.sweep(folder);
      }
      CacheEntries.use(folder.resolve(key));
      return isWhole(place, sizeBytes) ? Optional.of(place) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isWhole(Path place, long sizeBytes) throws IOException {
    return Files.isRegularFile(place) && Files.size(place) == sizeBytes;
  }

  private static void unpack(Path place, Content content) throws IOException {
    Path parent = Files.createDirectories(place.getParent());
    Path part = Files.createTempFile(parent, "unpacking", ".part");
    try (InputStream in = content.open()) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// What is unpacked.
  public interface Content {
    InputStream open() throws IOException;
  }
}
