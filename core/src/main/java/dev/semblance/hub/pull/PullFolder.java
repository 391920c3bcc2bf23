package dev.semblance.hub.pull;

import dev.semblance.hub.source.ContentHash;
import dev.semblance.hub.source.Pin;
import dev.semblance.hub.source.RemoteFile;
import dev.semblance.model.ModelException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a model grows until it is whole: `MODELS/.pull/KEY.NAME/NAME` for the files that are done,
/// beside it the beginnings of others. The key is made of the commits, so that files of two never
/// meet. Held by one process at a time, by a lock on `MODELS/.pull/NAME.lock` that ends with the
/// process.
///
/// Close it after use.
final class PullFolder implements AutoCloseable {
  private static final String HIDDEN = ".pull";
  private static final int KEY = 16;

  private final Path hidden;
  private final String name;
  private final Path target;
  private final FileChannel lock;

  private PullFolder(Path models, String name, FileChannel lock) {
    this.hidden = models.resolve(HIDDEN);
    this.name = name;
    this.target = models.resolve(name);
    this.lock = lock;
  }

  /// Takes the place where a model will lie.
  ///
  /// @throws ModelException when another process pulls it
  static PullFolder take(Path models, String name) throws IOException {
    Path hidden = Files.createDirectories(models.resolve(HIDDEN));
    FileChannel channel =
        FileChannel.open(
            hidden.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new ModelException(name + ": is being pulled by another process; wait for it");
    }
    return new PullFolder(models, name, channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /// The model when it is whole.
  Path target() {
    return target;
  }

  /// The folder in which a model of these commits grows.
  Path growing(List<Pin> sources) throws IOException {
    return Files.createDirectories(work(sources).resolve(name));
  }

  /// Where the beginning of a file lies; another content has another place.
  Path part(List<Pin> sources, RemoteFile file) {
    String content = file.name() + " " + file.hash().written() + " " + file.sizeBytes();
    return work(sources).resolve(key(content) + ".part");
  }

  /// Makes the model visible, and drops everything else that was begun for it.
  ///
  /// @param wanted the names of its files; others, of a pull with other variants, are left out
  void finish(List<Pin> sources, Set<String> wanted) throws IOException {
    Path growing = growing(sources);
    try (Stream<Path> files = Files.walk(growing)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!wanted.contains(growing.relativize(file).toString().replace('\\', '/'))) {
          Files.delete(file);
        }
      }
    }
    Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
    drop();
  }

  /// Drops whatever was begun for the model.
  void drop() throws IOException {
    try (Stream<Path> begun = Files.list(hidden)) {
      for (Path folder : begun.filter(Files::isDirectory).toList()) {
        String called = String.valueOf(folder.getFileName());
        if (called.length() > KEY && called.substring(KEY).equals("." + name)) {
          Folders.delete(folder);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private Path work(List<Pin> sources) {
    return hidden.resolve(key(sources.toString()) + "." + name);
  }

  private static String key(String text) {
    return ContentHash.sha256(text).substring(0, KEY);
  }
}
