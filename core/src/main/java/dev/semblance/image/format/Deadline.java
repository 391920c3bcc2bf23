package dev.semblance.image.format;

import java.io.InterruptedIOException;
import java.time.Duration;

/// When the work on one picture has to be over. Immutable, safe for many threads.
public final class Deadline {
  /// What the clock can count, 292 years.
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  public static Deadline in(Duration time) {
    Duration counted = time.compareTo(LONGEST) > 0 ? LONGEST : time;
    return new Deadline(System.nanoTime() + counted.toNanos());
  }

  public boolean passed() {
    return System.nanoTime() - end > 0;
  }

  /// How long there is left, at least nothing.
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /// Does nothing until the time is over.
  ///
  /// @throws InterruptedIOException when it is
  public void check() throws InterruptedIOException {
    if (passed()) {
      throw new InterruptedIOException("the time for a picture is over");
    }
  }
}
