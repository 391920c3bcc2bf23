package dev.semblance.hub.source;

import dev.semblance.model.FolderFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.LongConsumer;

/// A folder, or a snapshot in the hub's cache: links to blobs that are named by their hash.
public final class FolderSource implements FileSource {
  private final Path folder;
  private final Pin pin;

  FolderSource(Path folder, Pin pin) {
    this.folder = folder;
    this.pin = pin;
  }

  /// A folder as it is.
  public static FolderSource of(Place.Folder place) {
    return new FolderSource(place.path(), new Pin(place.path().toString(), "", "", ""));
  }

  @Override
  public Pin pin() {
    return pin;
  }

  @Override
  public List<String> names() {
    return new FolderFiles(folder)
        .list().stream()
            .filter(name -> !name.startsWith("."))
            .map(name -> FileNames.checked(name, folder.toString()))
            .toList();
  }

  @Override
  public RemoteFile file(String name) {
    Path file = folder.resolve(name);
    try {
      return new RemoteFile(name, Files.size(file), announced(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  /// Whether there is a file of this content by its name, without reading it.
  boolean has(RemoteFile file) {
    Path path = folder.resolve(file.name());
    try {
      return Files.isRegularFile(path) && Files.size(path) == file.sizeBytes();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public boolean fetch(RemoteFile file, Path part, LongConsumer progress) throws IOException {
    Files.copy(folder.resolve(file.name()), part, StandardCopyOption.REPLACE_EXISTING);
    progress.accept(file.sizeBytes());
    return true;
  }

  private static ContentHash announced(Path file) throws IOException {
    Path blob = file.toRealPath();
    Path name = blob.getFileName();
    Path in = blob.getParent();
    boolean cached = name != null && in != null && in.endsWith("blobs");
    return ContentHash.ofEtag(cached ? name.toString() : "");
  }
}
