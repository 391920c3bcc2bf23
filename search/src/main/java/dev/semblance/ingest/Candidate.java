package dev.semblance.ingest;

import dev.semblance.crawl.FoundFile;
import dev.semblance.index.Known;
import org.jspecify.annotations.Nullable;

/// A file that may have to be embedded.
///
/// @param known what the index knows of its path
record Candidate(FoundFile file, @Nullable Known known) {

  /// Whether the path is that of an item.
  boolean isItem() {
    return known != null && !known.failed();
  }

  /// Whether neither size nor time changed since.
  boolean isUntouched() {
    return known != null
        && known.sizeBytes() == file.sizeBytes()
        && known.modified().equals(file.modified());
  }

  /// Whether the path is that of an item of this content.
  boolean hadContent(String hash) {
    return known != null && !known.failed() && known.contentHash().equals(hash);
  }
}
