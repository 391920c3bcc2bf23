package dev.semblance.library;

import java.time.Duration;

/// What an indexing run did, in files.
///
/// @param added new or changed, embedded or copied from an item of the same content
/// @param moved found again at another path, not embedded anew
/// @param unchanged not looked into
/// @param removed no longer there
/// @param failed could not be embedded, this time or before and unchanged since
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

  /// Pictures through the model a second.
  public double picturesPerSecond() {
    double seconds = took.toNanos() / 1e9;
    return seconds <= 0 ? 0 : embedded / seconds;
  }
}
