package dev.semblance.eval.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Pictures by name, from a folder or from tar files. Immutable, safe for many threads.
///
/// In a folder a picture is named by its path from there, in a tar as the tar says.
///
/// @param places folders and tars
public record PictureSource(List<Path> places) {
  public PictureSource {
    places = List.copyOf(places);
    for (Path place : places) {
      if (!Files.exists(place)) {
        throw new IllegalArgumentException(
            place + ": does not exist; a folder or a tar file of pictures is expected");
      }
    }
  }

  /// Takes the bytes of a picture.
  @FunctionalInterface
  public interface Visitor {
    void picture(String name, byte[] bytes);
  }

  /// Shows the wanted pictures, each once, in no promised order.
  ///
  /// @return the names of those that were not found
  /// @throws UncheckedIOException when a place cannot be read
  public Set<String> read(Set<String> wanted, Visitor visitor) {
    Set<String> missing = new HashSet<>(wanted);
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        readFolder(place, missing, visitor);
      } else {
        TarFiles.forEach(
            place,
            (name, bytes) -> {
              if (missing.remove(name)) {
                visitor.picture(name, bytes);
              }
            });
      }
    }
    return missing;
  }

  private static void readFolder(Path folder, Set<String> missing, Visitor visitor) {
    Path root = folder.toAbsolutePath().normalize();
    for (String name : List.copyOf(missing)) {
      Path file = root.resolve(name).normalize();
      if (!file.startsWith(root)) {
        throw new IllegalArgumentException(name + ": lies outside of " + folder);
      }
      if (Files.isRegularFile(file) && missing.remove(name)) {
        try {
          visitor.picture(name, Files.readAllBytes(file));
        } catch (IOException e) {
          throw new UncheckedIOException(file + ": cannot be read", e);
        }
      }
    }
  }
}
