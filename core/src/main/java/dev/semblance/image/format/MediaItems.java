package dev.semblance.image.format;

import dev.semblance.image.format.IsoBoxes.Box;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The EXIF block of a picture in the ISO base media format: of HEIC and AVIF an item of `meta`
/// (ISO/IEC 23008-12, annex A), of JPEG XL a box of its own (ISO/IEC 18181-2).
///
/// Never fails; an empty block where there is none.
public final class MediaItems {
  private static final int MOST_ITEMS = 4096;
  private static final byte[] NONE = {};

  private final byte[] bytes;
  private final IsoBoxes boxes;

  private MediaItems(byte[] bytes) {
    this.bytes = bytes;
    this.boxes = new IsoBoxes(bytes);
  }

  /// The block, beginning with its TIFF header.
  public static byte[] exif(byte[] bytes) {
    MediaItems items = new MediaItems(bytes);
    return items
        .boxes
        .at("Exif")
        .map(box -> items.block(box.start(), box.end()))
        .orElseGet(items::ofItem);
  }

  private byte[] ofItem() {
    long item = exifItem();
    return item < 0 ? NONE : boxes.at("meta", "iloc").map(box -> located(box, item)).orElse(NONE);
  }

  /// Before the TIFF header stands how many bytes there are to skip.
  private byte[] block(long from, long to) {
    long start = from + 4 + boxes.number(from, 4);
    boolean within = from >= 0 && start >= from && start < to && to <= bytes.length;
    return within ? Arrays.copyOfRange(bytes, (int) start, (int) to) : NONE;
  }

  /// The number of the item whose type is `Exif`, or -1.
  private long exifItem() {
    Optional<Box> information = boxes.at("meta", "iinf");
    if (information.isEmpty()) {
      return -1;
    }
    Box box = information.get();
    int count = boxes.number(box.start(), 1) == 0 ? 2 : 4;
    List<Box> entries = boxes.in(box.start() + 4 + count, box.end());
    for (Box entry : entries) {
      int idBytes = boxes.number(entry.start(), 1) == 2 ? 2 : 4;
      // The item's number is followed by a protection index of two bytes, then by its type.
      if (boxes.number(entry.start() + 4L + idBytes + 2, 4) == 0x45786966) {
        return boxes.number(entry.start() + 4L, idBytes);
      }
    }
    return -1;
  }

  /// Item locations (ISO/IEC 14496-12, clause 8.11.3); only an item in one piece of this file.
  private byte[] located(Box box, long item) {
    int version = (int) boxes.number(box.start(), 1);
    int sizes = (int) boxes.number(box.start() + 4L, 2);
    int offsetBytes = sizes >> 12 & 15;
    int lengthBytes = sizes >> 8 & 15;
    int baseBytes = sizes >> 4 & 15;
    int indexBytes = version > 0 ? sizes & 15 : 0;
    int idBytes = version < 2 ? 2 : 4;
    long at = box.start() + 6L;
    long count = boxes.number(at, idBytes);
    at += idBytes;
    for (long i = 0; i < Math.min(count, MOST_ITEMS) && at < box.end(); i++) {
      long id = boxes.number(at, idBytes);
      at += idBytes + (version > 0 ? 2 : 0) + 2L;
      long base = boxes.number(at, Math.min(8, baseBytes));
      at += baseBytes;
      long extents = boxes.number(at, 2);
      at += 2;
      if (id == item && extents > 0) {
        long from = base + boxes.number(at + indexBytes, Math.min(8, offsetBytes));
        long length = boxes.number(at + indexBytes + offsetBytes, Math.min(8, lengthBytes));
        return length > bytes.length ? NONE : block(from, from + length);
      }
      at += extents * (indexBytes + offsetBytes + lengthBytes);
    }
    return NONE;
  }
}
