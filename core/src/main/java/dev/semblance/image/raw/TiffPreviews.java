package dev.semblance.image.raw;

import dev.semblance.image.format.TiffDirectories;
import dev.semblance.image.format.TiffDirectories.Directory;
import dev.semblance.image.raw.RawPreview.Piece;
import java.util.ArrayList;
import java.util.List;

/// The places where RAW files of TIFF's structure keep JPEGs.
final class TiffPreviews {
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_BYTES = 279;
  private static final int JPEG_OFFSET = 513;
  private static final int JPEG_BYTES = 514;

  /// `JpgFromRaw` of Panasonic's RW2: the JPEG is the content of the field.
  private static final int JPEG_FROM_RAW = 0x2e;

  private TiffPreviews() {}

  static List<Piece> of(TiffDirectories tiff) {
    List<Piece> result = new ArrayList<>();
    for (Directory directory : tiff.all()) {
      add(directory, STRIP_OFFSETS, STRIP_BYTES, result);
      add(directory, JPEG_OFFSET, JPEG_BYTES, result);
      if (directory.has(JPEG_FROM_RAW)) {
        result.add(new Piece(directory.place(JPEG_FROM_RAW), directory.count(JPEG_FROM_RAW)));
      }
    }
    return result;
  }

  /// Several strips are a mosaic, not a preview.
  private static void add(Directory directory, int offsets, int lengths, List<Piece> result) {
    if (directory.count(offsets) == 1 && directory.count(lengths) == 1) {
      result.add(new Piece(directory.number(offsets, -1), directory.number(lengths, 0)));
    }
  }
}
