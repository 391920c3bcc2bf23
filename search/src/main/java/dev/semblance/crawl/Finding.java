package dev.semblance.crawl;

import java.nio.file.Path;

/// What a crawl comes upon. Immutable.
public sealed interface Finding permits FoundFile, Finding.Unreadable, Finding.MissingRoot {

  /// Something that should hold pictures and could not be looked into.
  ///
  /// @param path where it lies
  /// @param key as [Location#keyOf]
  /// @param folder whether it is a folder; what lies below it was not seen, which does not mean
  ///   that it is gone
  /// @param reason one sentence
  record Unreadable(Path path, String key, boolean folder, String reason) implements Finding {}

  /// A root that is not there.
  record MissingRoot(Path path) implements Finding {}
}
