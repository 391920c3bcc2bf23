package dev.semblance.index;

import dev.semblance.image.PictureInfo.Place;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// A thing that can be found: a file, or a part of one.
///
/// Two copies of one file are two items with one [#id]. Immutable, safe for many threads.
///
/// @param path where it lies, absolute; as `file:` URI where the name is no valid text (see
///   `Location` in `dev.semblance.crawl`). Never empty, no unpaired surrogates. Together with
///   `part` the key of an index
/// @param part which part of the file: empty for the whole; later a time or a page
/// @param sizeBytes of the file
/// @param modified when the file was last written
/// @param contentHash lower-case hexadecimal SHA-256 of the file's bytes
/// @param width in pixels, upright; 0 where it has none
/// @param height in pixels, upright; 0 where it has none
/// @param captured when it was taken, in the camera's local time
/// @param camera make and model
/// @param place where it was taken
public record Item(
    String path,
    String part,
    long sizeBytes,
    Instant modified,
    String contentHash,
    int width,
    int height,
    Optional<LocalDateTime> captured,
    Optional<String> camera,
    Optional<Place> place) {
  /// The order of paths, then of parts, by Unicode code point: that of their bytes in UTF-8.
  public static final Comparator<Item> BY_PATH =
      (one, other) -> {
        int paths = PathOrder.INSTANCE.compare(one.path, other.path);
        return paths != 0 ? paths : PathOrder.INSTANCE.compare(one.part, other.part);
      };

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /// @throws IllegalArgumentException when the path is empty, path or part is no valid text, a size
  ///   is negative, or the content hash is no SHA-256
  public Item {
    PathOrder.requireText("path", path);
    PathOrder.requireText("part", part);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("an item needs a path, got an empty one");
    }
    if (sizeBytes < 0 || width < 0 || height < 0) {
      throw new IllegalArgumentException(
          path
              + ": sizes are not negative, got "
              + sizeBytes
              + " bytes and "
              + width
              + " x "
              + height
              + " pixels");
    }
    if (!isContentHash(contentHash)) {
      throw new IllegalArgumentException(
          path + ": a content hash is 64 hexadecimal digits, got \"" + contentHash + "\"");
    }
  }

  /// Whether a text is a lower-case hexadecimal SHA-256.
  public static boolean isContentHash(String text) {
    return SHA256.matcher(text).matches();
  }

  /// Stable across machines: the content hash, and the part where there is one.
  public String id() {
    return part.isEmpty() ? contentHash : contentHash + "#" + part;
  }

  /// The same thing, seen at another place or time.
  public Item at(String newPath, long newSizeBytes, Instant newModified) {
    return new Item(
        newPath,
        part,
        newSizeBytes,
        newModified,
        contentHash,
        width,
        height,
        captured,
        camera,
        place);
  }
}
