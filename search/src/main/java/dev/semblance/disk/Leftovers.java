package dev.semblance.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Folders of ours that nobody needs any more.
public final class Leftovers {
  private Leftovers() {}

  /// Folders in a folder whose names match.
  public static List<Path> named(Path folder, Pattern name) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path entry : entries) {
        if (name.matcher(String.valueOf(entry.getFileName())).matches()) {
          found.add(entry);
        }
      }
    }
    return found;
  }

  /// Deletes the files in a folder whose names match, and the folder if nothing else is in it. What
  /// cannot be deleted, being in use by a process that reads it, stays for another time.
  public static void delete(Path folder, Pattern files) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (files.matcher(String.valueOf(entry.getFileName())).matches()) {
          Files.deleteIfExists(entry);
        }
      }
      Files.delete(folder);
    } catch (IOException e) {
      // Tried again when the library is written to the next time.
    }
  }

  /// How much a folder takes with all below it; files that go away meanwhile count nothing.
  public static long sizeBytes(Path folder) {
    long[] sum = {0};
    FileVisitor<Path> adding =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            sum[0] += attributes.size();
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(folder, adding);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
    return sum[0];
  }
}
