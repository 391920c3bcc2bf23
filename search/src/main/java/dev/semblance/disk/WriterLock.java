package dev.semblance.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The right to write to a folder, held by one at a time among all processes.
///
/// A lock of the operating system, which ends with the process however it ends, on the file
/// `writer.lock`; who holds it stands in `writer.txt` beside it, so that others can be told. Close
/// it to give it back; closing twice is harmless.
public final class WriterLock implements AutoCloseable {
  private static final String LOCK = "writer.lock";
  private static final String HOLDER = "writer.txt";

  private final Path folder;
  private final FileChannel channel;

  private WriterLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// Takes the lock if it is free.
  ///
  /// @param folder made where there is none
  /// @param purpose what for, as in `index /home/ann/pictures`; shown to others
  /// @throws UncheckedIOException when the folder cannot be written to
  public static Optional<WriterLock> tryTake(Path folder, String purpose) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      WriterLock taken = new WriterLock(folder, channel);
      taken.sign(purpose);
      return Optional.of(taken);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be written to: " + e.getMessage(), e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // Somebody in this process.
    }
  }

  private void sign(String purpose) throws IOException {
    Holder holder = Holder.self(purpose);
    WholeFile.write(folder.resolve(HOLDER), holder.toText().getBytes(StandardCharsets.UTF_8));
  }

  /// Who holds the lock of a folder, in words; empty when nobody seems to. Takes no lock.
  public static Optional<String> holder(Path folder) {
    try {
      return Holder.parse(Files.readString(folder.resolve(HOLDER)))
          .filter(Holder::seemsAlive)
          .map(Holder::inWords);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      if (channel.isOpen()) {
        Files.deleteIfExists(folder.resolve(HOLDER));
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": the writer's lock was not given back", e);
    }
  }
}
