package dev.semblance.train.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Rows of numbers in a file without a header, little-endian, as the file's ending says: `.f32` or
/// `.f16`. Mapped into memory, so that a file larger than the heap can be read; safe for many
/// threads until closed.
public final class VectorFile implements AutoCloseable {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort HALF =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Arena arena = Arena.ofShared();
  private final MemorySegment data;
  private final boolean halves;
  private final int width;
  private final int rows;

  /// @param width numbers in a row
  /// @throws UncheckedIOException when it cannot be read
  public VectorFile(Path file, int width) {
    this.halves = file.toString().endsWith(".f16");
    this.width = width;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      data = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    } catch (IOException e) {
      arena.close();
      throw new UncheckedIOException(file + ": cannot be mapped", e);
    }
    this.rows = Math.toIntExact(data.byteSize() / rowBytes());
  }

  public int rows() {
    return rows;
  }

  public int width() {
    return width;
  }

  /// Writes rows of numbers as halves beside a file whose name ends with `.f16`, and puts them in
  /// its place.
  ///
  /// @throws UncheckedIOException when it cannot be written
  public static void writeHalves(Path file, float[] numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : numbers) {
      bytes.putShort(Float.floatToFloat16(number));
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.write(fresh, bytes.array());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  /// Copies a row into `into`, from place `offset`.
  public void read(int row, float[] into, int offset) {
    long start = row * rowBytes();
    for (int i = 0; i < width; i++) {
      into[offset + i] =
          halves
              ? Float.float16ToFloat(data.get(HALF, start + 2L * i))
              : data.get(FLOAT, start + 4L * i);
    }
  }

  /// The rows of these numbers, one after the other.
  public float[] gather(int[] numbers) {
    float[] all = new float[numbers.length * width];
    for (int i = 0; i < numbers.length; i++) {
      read(numbers[i], all, i * width);
    }
    return all;
  }

  private long rowBytes() {
    return (long) width * (halves ? 2 : 4);
  }

  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
