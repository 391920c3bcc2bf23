package dev.semblance.library;

import java.time.Duration;

/// What an indexing run did, in files.
///
/// @param added new or changed (or all, by force): embedded, or of the same content as an item
/// @param moved found again at another path, not embedded anew
/// @param unchanged not looked into, or only touched
/// @param removed no longer there
/// @param failed could not be embedded, this time or before and unchanged since; folders that could
///   not be read count too
/// @param embedded pictures that went through the model
/// @param took wall-clock time
/// @param interrupted whether it was asked to stop before its end
public record IndexReport(
    long added,
    long moved,
    long unchanged,
    long removed,
    long failed,
    long embedded,
    Duration took,
    boolean interrupted) {
  /// Nothing done.
  public static final IndexReport NOTHING = new IndexReport(0, 0, 0, 0, 0, 0, Duration.ZERO, false);

  /// The sum of two runs.
  public IndexReport plus(IndexReport other) {
    return new IndexReport(
        added + other.added,
        moved + other.moved,
        unchanged + other.unchanged,
        removed + other.removed,
        failed + other.failed,
        embedded + other.embedded,
        took.plus(other.took),
        interrupted || other.interrupted);
  }

  /// This run and a later one over the same files as one: what was done adds up, and what is there
  /// (unchanged and failed files) is what the later one saw.
  public IndexReport then(IndexReport later) {
    return new IndexReport(
        added + later.added,
        moved + later.moved,
        later.unchanged,
        removed + later.removed,
        later.failed,
        embedded + later.embedded,
        took.plus(later.took),
        interrupted || later.interrupted);
  }

  /// Pictures through the model a second.
  public double picturesPerSecond() {
    double seconds = took.toNanos() / 1e9;
    return seconds <= 0 ? 0 : embedded / seconds;
  }
}
