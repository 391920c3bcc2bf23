package dev.semblance.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// When a command reached which point, in milliseconds since its process began. Safe for many
/// threads.
public final class Timing {
  private final List<String> marks = new ArrayList<>();
  private final Instant begun =
      ProcessHandle.current().info().startInstant().orElseGet(Instant::now);

  /// Notes that a point is reached.
  public synchronized void mark(String point) {
    double millis = Duration.between(begun, Instant.now()).toNanos() / 1e6;
    marks.add(String.format(Locale.ROOT, "%s %.0f ms", point, millis));
  }

  /// All marks on one line.
  public synchronized String summary() {
    return String.join(", ", marks);
  }
}
