package dev.semblance.cli.terminal;

import java.util.Locale;

/// How fast files are done with and how long the rest will take, by the last half minute or so.
///
/// An exponential average, so that a stretch of unchanged files at the beginning does not promise
/// an early end. Not safe for many threads.
final class Pace {
  private static final double MEMORY_SECONDS = 15;

  private long lastNanos;
  private long lastDone;
  private double perSecond = -1;

  Pace(long nowNanos) {
    lastNanos = nowNanos;
  }

  /// Takes note of how far it is.
  void update(long nowNanos, long done) {
    double seconds = (nowNanos - lastNanos) / 1e9;
    if (seconds < 0.05) {
      return;
    }
    double now = (done - lastDone) / seconds;
    double weight = perSecond < 0 ? 1 : 1 - Math.exp(-seconds / MEMORY_SECONDS);
    perSecond = Math.max(perSecond, 0) + weight * (now - Math.max(perSecond, 0));
    lastNanos = nowNanos;
    lastDone = done;
  }

  /// Files a second; 0 before anything is known.
  double perSecond() {
    return Math.max(0, perSecond);
  }

  /// How long `files` more will take, as `1:05` or `2:03:09`; empty where nobody can say.
  String timeFor(long files) {
    if (perSecond <= 1e-6) {
      return "";
    }
    long seconds = Math.round(files / perSecond);
    if (seconds >= 100 * 3600) {
      return "days";
    }
    return seconds >= 3600
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
