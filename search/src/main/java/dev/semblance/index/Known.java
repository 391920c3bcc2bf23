package dev.semblance.index;

import java.time.Instant;

/// What an index knows of a file without looking at it: enough to tell whether it changed.
///
/// @param contentHash of the item; empty for a failure
/// @param failed whether the file is kept as a [Failure]
public record Known(
    String path, long sizeBytes, Instant modified, String contentHash, boolean failed) {

  /// What is known from an item.
  public static Known of(Item item) {
    return new Known(item.path(), item.sizeBytes(), item.modified(), item.contentHash(), false);
  }

  /// What is known from a failure.
  public static Known of(Failure failure) {
    return new Known(failure.path(), failure.sizeBytes(), failure.modified(), "", true);
  }
}
