package dev.semblance.train.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Pictures as plain pixels, all of one square size, in a file mapped into memory: `NAME.u8` holds
/// `[n, side, side, 3]` bytes, `NAME.txt` the pictures' names, one a line. Safe for many threads
/// until closed.
public final class PictureStore implements AutoCloseable {
  /// Length of a side in pixels.
  public static final int SIDE = 128;

  /// Bytes of a picture.
  public static final int PICTURE_BYTES = SIDE * SIDE * 3;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment data;
  private final List<String> names;

  private PictureStore(Path pixels, List<String> names) throws IOException {
    this.names = List.copyOf(names);
    try (FileChannel channel = FileChannel.open(pixels, StandardOpenOption.READ)) {
      if (channel.size() != (long) names.size() * PICTURE_BYTES) {
        throw new IOException(
            pixels + ": " + channel.size() + " bytes do not hold " + names.size() + " pictures");
      }
      data = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }
  }

  /// Opens the store `name` in `folder`.
  ///
  /// @throws UncheckedIOException when it is absent or incomplete
  public static PictureStore open(Path folder, String name) {
    try {
      return new PictureStore(
          folder.resolve(name + ".u8"), Files.readAllLines(folder.resolve(name + ".txt")));
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder.resolve(name) + ": no complete picture store; prepare the data anew", e);
    }
  }

  /// Whether a complete store of this name lies in `folder`.
  public static boolean exists(Path folder, String name) {
    return Files.exists(folder.resolve(name + ".txt"));
  }

  public List<String> names() {
    return names;
  }

  public int size() {
    return names.size();
  }

  /// Copies a picture to the buffer's position and moves it on.
  public void read(int picture, ByteBuffer into) {
    MemorySegment from = data.asSlice((long) picture * PICTURE_BYTES, PICTURE_BYTES);
    into.put(from.asByteBuffer());
  }

  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }

  /// Writes a store; it exists for readers from [#complete] on. For one thread.
  public static final class Writer implements AutoCloseable {
    private final Path folder;
    private final String name;
    private final OutputStream out;
    private final List<String> names = new ArrayList<>();

    /// @throws UncheckedIOException when the folder cannot be written to
    public Writer(Path folder, String name) {
      this.folder = folder;
      this.name = name;
      try {
        out = new BufferedOutputStream(Files.newOutputStream(pixels()), 1 << 20);
      } catch (IOException e) {
        throw new UncheckedIOException(pixels() + ": cannot be written", e);
      }
    }

    private Path pixels() {
      return folder.resolve(name + ".u8");
    }

    /// Adds a picture.
    ///
    /// @param rgb `[side, side, 3]`
    public void add(String picture, byte[] rgb) {
      if (rgb.length != PICTURE_BYTES) {
        throw new IllegalArgumentException(
            picture + ": " + PICTURE_BYTES + " bytes expected, got " + rgb.length);
      }
      try {
        out.write(rgb);
      } catch (IOException e) {
        throw new UncheckedIOException(pixels() + ": cannot be written", e);
      }
      names.add(picture);
    }

    /// How many pictures were added.
    public int size() {
      return names.size();
    }

    /// Ends the store.
    public void complete() {
      close();
      Path fresh = folder.resolve(name + ".txt.new");
      try {
        Files.write(fresh, names);
        Files.move(fresh, folder.resolve(name + ".txt"), StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException(fresh + ": cannot be written", e);
      }
    }

    @Override
    public void close() {
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(pixels() + ": cannot be written", e);
      }
    }
  }
}
