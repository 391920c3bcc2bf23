package dev.semblance.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
