package dev.semblance.ingest;

import java.util.concurrent.Semaphore;

/// Lets through no more bytes at a time than its width; what is larger passes alone. Safe for many
/// threads, first come first served.
final class ByteGate {
  private static final int UNIT = 1024;
  private final int width;
  private final Semaphore free;

  ByteGate(long bytes) {
    width = Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
    free = new Semaphore(width, true);
  }

  /// Waits until there is room.
  ///
  /// @return closed when the bytes are done with
  Passage enter(long bytes) throws InterruptedException {
    int units = Math.clamp(bytes / UNIT + 1, 1, width);
    free.acquire(units);
    return () -> free.release(units);
  }

  /// Bytes on their way through.
  interface Passage extends AutoCloseable {
    @Override
    void close();
  }
}
