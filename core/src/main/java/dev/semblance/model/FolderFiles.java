package dev.semblance.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files of a model in a folder.
///
/// Immutable, safe for many threads. Links are followed, since the hub's cache is made of them, but
/// a name that climbs out of the folder (`..`, an absolute path) is refused.
public final class FolderFiles implements ModelFiles {
  private static final int DEEPEST = 4;
  private static final int MOST = 2_000;

  private final Path folder;
  private final String name;

  /// @throws ModelException when it is no folder
  public FolderFiles(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(this.folder)) {
      throw new ModelException(
          folder + ": no such folder; a model is a folder with its ONNX files and tokenizer");
    }
    this.name = nameOf(this.folder);
  }

  /// The folder's name; for a snapshot in the hub's cache the name of the repository.
  private static String nameOf(Path folder) {
    for (Path part = folder; part != null; part = part.getParent()) {
      Path last = part.getFileName();
      if (last != null && last.toString().startsWith("models--")) {
        String[] pieces = last.toString().split("--");
        return pieces[pieces.length - 1];
      }
    }
    Path last = folder.getFileName();
    return last == null ? "model" : last.toString();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean has(String file) {
    return Files.isRegularFile(resolve(file));
  }

  @Override
  public byte[] read(String file) {
    try {
      return Files.readAllBytes(resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(name + "/" + file + ": cannot be read", e);
    }
  }

  @Override
  public long sizeBytes(String file) {
    try {
      return has(file) ? Files.size(resolve(file)) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(name + "/" + file + ": cannot be read", e);
    }
  }

  @Override
  public Optional<Path> path(String file) {
    return Optional.of(resolve(file)).filter(Files::isRegularFile);
  }

  @Override
  public List<String> list() {
    String separator = folder.getFileSystem().getSeparator();
    try (Stream<Path> walk = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
      List<String> files =
          walk.filter(Files::isRegularFile)
              .limit(MOST + 1L)
              .map(file -> folder.relativize(file).toString().replace(separator, "/"))
              .sorted()
              .toList();
      if (files.size() > MOST) {
        throw new ModelException(
            folder
                + ": holds more than "
                + MOST
                + " files; a model is a folder with its ONNX files and tokenizer");
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be listed", e);
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException(folder + ": cannot be listed", e.getCause());
    }
  }

  private Path resolve(String file) {
    try {
      Path resolved = folder.resolve(file).normalize();
      if (resolved.startsWith(folder) && !resolved.equals(folder)) {
        return resolved;
      }
    } catch (InvalidPathException e) {
      throw new ModelException(name + ": \"" + file + "\" is no file name", e);
    }
    throw new ModelException(
        name + ": \"" + file + "\" lies outside the model's folder; a model names only its own");
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
