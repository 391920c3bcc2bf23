package dev.semblance.onnx.proto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/// Bytes of a file or of memory, seen through a small window, so that what is stepped over is never
/// read. Not safe for many threads.
///
/// A window is used and not a mapping: making the first mapping of a process takes 45 ms of a core,
/// reading all headers of a network 20.
public final class Bytes {
  private static final int WINDOW = 8 << 10;

  private final @Nullable FileChannel channel;
  private final long length;
  private final byte[] window;
  private long windowStart;
  private int windowLength;

  private Bytes(@Nullable FileChannel channel, long length, byte[] window, int windowLength) {
    this.channel = channel;
    this.length = length;
    this.window = window;
    this.windowLength = windowLength;
  }

  /// @param channel stays open as long as this is used
  public static Bytes of(FileChannel channel) throws IOException {
    return new Bytes(channel, channel.size(), new byte[WINDOW], 0);
  }

  public static Bytes of(byte[] memory) {
    return new Bytes(null, memory.length, memory, memory.length);
  }

  /// How many there are.
  public long length() {
    return length;
  }

  /// One byte.
  ///
  /// @throws MalformedGraphException when there is none
  public byte get(long at) {
    long within = at - windowStart;
    if (within < 0 || within >= windowLength) {
      move(at);
      within = 0;
    }
    return window[(int) within];
  }

  /// A copy of some bytes.
  ///
  /// @throws MalformedGraphException when there are fewer
  public byte[] copy(long from, long count) {
    if (from < 0 || count < 0 || count > length - from) {
      throw new MalformedGraphException("it ends at byte " + length);
    }
    byte[] copied = new byte[Math.toIntExact(count)];
    if (channel == null) {
      System.arraycopy(window, (int) from, copied, 0, copied.length);
    } else if (count > WINDOW) {
      readAll(channel, from, ByteBuffer.wrap(copied));
    } else {
      for (int i = 0; i < copied.length; i++) {
        copied[i] = get(from + i);
      }
    }
    return copied;
  }

  private static void readAll(FileChannel channel, long from, ByteBuffer into) {
    try {
      while (into.hasRemaining()) {
        if (channel.read(into, from + into.position()) < 0) {
          throw new MalformedGraphException("it ends at byte " + (from + into.position()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void move(long at) {
    try {
      int read = channel == null ? 0 : channel.read(ByteBuffer.wrap(window), at);
      if (read <= 0) {
        throw new MalformedGraphException("it ends at byte " + at);
      }
      windowStart = at;
      windowLength = read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
