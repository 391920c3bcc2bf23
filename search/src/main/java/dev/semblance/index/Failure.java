package dev.semblance.index;

import java.time.Instant;
import java.util.Comparator;

/// A file that could not be embedded, kept so that it is neither lost nor tried again unchanged.
///
/// @param path as in [Item]
/// @param kind a short word for grouping, such as `TRUNCATED`
/// @param reason one sentence for people
/// @param at when it was tried
public record Failure(
    String path, long sizeBytes, Instant modified, String kind, String reason, Instant at) {
  /// The order of paths, as [Item#BY_PATH].
  public static final Comparator<Failure> BY_PATH =
      Comparator.comparing(Failure::path, PathOrder.INSTANCE);

  /// @throws IllegalArgumentException when the path is empty or no valid text
  public Failure {
    PathOrder.requireText("path", path);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a failure needs a path, got an empty one");
    }
  }
}
