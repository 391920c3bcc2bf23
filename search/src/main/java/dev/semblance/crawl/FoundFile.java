package dev.semblance.crawl;

import java.nio.file.Path;
import java.time.Instant;

/// A file that may be a picture. Immutable.
///
/// @param path where it lies, absolute
/// @param key the path as text, see [Location#keyOf]
/// @param sizeBytes when it was seen
/// @param modified when it was last written
public record FoundFile(Path path, String key, long sizeBytes, Instant modified)
    implements Finding {}
