package dev.semblance.ingest;

/// Something that happened in a run. Immutable; told one after another, from the thread that runs.
public sealed interface Event {
  /// The crawl came upon files.
  ///
  /// @param files so far
  /// @param all whether these are all
  record Found(long files, boolean all) implements Event {}

  /// Files are as they were known; or were touched, their content being the same.
  record Unchanged(long files) implements Event {}

  /// Files failed before and have not changed.
  record StillFailed(long files) implements Event {}

  /// A file is new or changed.
  ///
  /// @param embedded whether it went through the model; else its content was known
  record Added(String path, boolean embedded) implements Event {}

  /// A file was found at another path.
  record Moved(String from, String to) implements Event {}

  /// A file is no longer there.
  record Removed(String path) implements Event {}

  /// A file could not be embedded, or a folder not be looked into.
  record Failed(String path, boolean folder, String reason) implements Event {}

  /// A file went away between being found and being read.
  record Vanished(String path) implements Event {}
}
