package dev.semblance.image.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The boxes of a file in the ISO base media format (ISO/IEC 14496-12, clause 4.2): HEIC, AVIF,
/// JPEG XL, JPEG 2000 and Canon's CR3.
///
/// Never fails: where a box reaches beyond its parent, the walk ends. Immutable, safe for many
/// threads.
public final class IsoBoxes {
  /// More than any picture has side by side.
  private static final int MOST = 4096;

  private final byte[] bytes;

  public IsoBoxes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A box.
  ///
  /// @param start where its content begins
  /// @param end where its content ends
  public record Box(String type, int start, int end) {
    int length() {
      return end - start;
    }
  }

  /// The boxes of the file itself.
  public List<Box> all() {
    return in(0, bytes.length);
  }

  /// The boxes side by side between two places.
  public List<Box> in(int from, int to) {
    List<Box> result = new ArrayList<>();
    long at = from;
    while (at + 8 <= to && result.size() < MOST) {
      int start = (int) at;
      long size = number(start, 4);
      int header = 8;
      if (size == 1 && at + 16 <= to) {
        size = number(start + 8, 8);
        header = 16;
      } else if (size == 0) {
        size = to - at;
      }
      if (size < header || size > to - at) {
        break;
      }
      String type = new String(bytes, start + 4, 4, ISO_8859_1);
      result.add(new Box(type, start + header, (int) (at + size)));
      at += size;
    }
    return result;
  }

  /// The first box of a type among those between two places.
  public Optional<Box> first(String type, int from, int to) {
    return in(from, to).stream().filter(box -> box.type.equals(type)).findFirst();
  }

  /// A box within boxes, each the first of its type: `moov`, `trak`.
  public Optional<Box> at(String... path) {
    Optional<Box> found = Optional.of(new Box("", 0, bytes.length));
    for (String type : path) {
      found = found.flatMap(parent -> first(type, parent.start + skipped(parent), parent.end));
    }
    return found;
  }

  /// `meta` begins with a version and flags before its boxes.
  private static int skipped(Box parent) {
    return parent.type.equals("meta") ? 4 : 0;
  }

  /// A big-endian number of up to eight bytes; 0 where it lies beyond the file.
  public long number(long at, int length) {
    if (at < 0 || at > bytes.length - length) {
      return 0;
    }
    long result = 0;
    for (int i = 0; i < length; i++) {
      result = result << 8 | (bytes[(int) at + i] & 0xff);
    }
    return result;
  }
}
