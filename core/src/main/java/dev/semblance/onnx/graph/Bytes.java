package dev.semblance.onnx.graph;

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
final class Bytes {
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
  static Bytes of(FileChannel channel) throws IOException {
    return new Bytes(channel, channel.size(), new byte[WINDOW], 0);
  }

  static Bytes of(byte[] memory) {
    return new Bytes(null, memory.length, memory, memory.length);
  }

  long length() {
    return length;
  }

  byte get(long at) {
    long within = at - windowStart;
    if (within < 0 || within >= windowLength) {
      move(at);
      within = 0;
    }
    return window[(int) within];
  }

  /// A copy of some bytes.
  byte[] copy(long from, long count) {
    byte[] copied = new byte[Math.toIntExact(count)];
    for (int i = 0; i < copied.length; i++) {
      copied[i] = get(from + i);
    }
    return copied;
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
