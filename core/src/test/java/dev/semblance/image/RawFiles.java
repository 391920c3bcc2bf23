package dev.semblance.image;

import static dev.semblance.image.PictureFiles.joined;
import static dev.semblance.image.PictureFiles.latin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// RAW files of cameras: the structure that leads to their previews, with noise for the mosaic.
final class RawFiles {
  private static final int JPEG_COMPRESSION = 7;

  private RawFiles() {}

  private static TiffBuilder main(int orientation) {
    return new TiffBuilder(ByteOrder.LITTLE_ENDIAN)
        .ascii(TiffBuilder.MAKE, "Maker")
        .ascii(TiffBuilder.MODEL, "Model 5")
        .shorts(TiffBuilder.ORIENTATION, orientation);
  }

  private static TiffBuilder jpegDirectory(byte[] jpeg) {
    return new TiffBuilder(ByteOrder.LITTLE_ENDIAN).jpeg(jpeg);
  }

  private static TiffBuilder mosaic() {
    return new TiffBuilder(ByteOrder.LITTLE_ENDIAN)
        .shorts(259, 34713)
        .shorts(262, 32803)
        .strip(new byte[500]);
  }

  /// The full preview is the one strip of the first directory, which lies behind a mark of 16
  /// bytes.
  static byte[] cr2(byte[] large, byte[] small, int orientation) {
    return TiffBuilder.behind(
        latin("II*\0\u0010\0\0\0CR\2\0\0\0\0\0"),
        main(orientation).shorts(259, 6).strip(large).directory(330, jpegDirectory(small)));
  }

  /// A reduced picture first, the preview and the mosaic below it.
  static byte[] nef(byte[] large, byte[] small, int orientation) {
    return main(orientation)
        .longs(254, 1)
        .jpeg(small)
        .directories(330, jpegDirectory(large), mosaic())
        .build();
  }

  static byte[] arw(byte[] large, byte[] small, int orientation) {
    return main(orientation)
        .longs(254, 1)
        .jpeg(large)
        .directories(330, mosaic(), jpegDirectory(small))
        .build();
  }

  static byte[] dng(byte[] large, byte[] small, int orientation) {
    TiffBuilder preview =
        new TiffBuilder(ByteOrder.LITTLE_ENDIAN)
            .longs(254, 1)
            .shorts(259, JPEG_COMPRESSION)
            .strip(large);
    return main(orientation)
        .bytes(50706, 1, 4, 0, 0)
        .jpeg(small)
        .directories(330, mosaic(), preview)
        .build();
  }

  /// Olympus keeps its preview behind the maker's notes, which nothing here follows.
  static byte[] orf(byte[] large, byte[] small, int orientation) {
    byte[] tiff = main(orientation).undefined(0x927c, joined(small, new byte[77], large)).build();
    tiff[2] = 'R';
    tiff[3] = 'O';
    return tiff;
  }

  static byte[] rw2(byte[] large, byte[] small, int orientation) {
    byte[] tiff = main(orientation).undefined(0x2e, large).undefined(0x927c, small).build();
    tiff[2] = 'U';
    return tiff;
  }

  /// The preview has an EXIF block, the file none.
  static byte[] raf(byte[] large, byte[] small, int orientation) {
    byte[] jpeg = PictureFiles.jpegWithExif(large, TiffBuilder.orientation(orientation));
    ByteBuffer head = ByteBuffer.allocate(160);
    head.put(latin("FUJIFILMCCD-RAW 0201FF383501"));
    head.position(84).putInt(160 + small.length).putInt(jpeg.length);
    return joined(head.array(), small, jpeg, new byte[300]);
  }

  static byte[] cr3(byte[] large, byte[] small, int orientation) {
    byte[] type = box("ftyp", latin("crx \0\0\0\1crx isom"));
    byte[] preview = box("PRVW", joined(new byte[12], number(small.length), small));
    byte[] second = box("uuid", joined(new byte[24], preview));
    // Twice, since the place of the large one depends on the length of what comes before.
    byte[] movie = movie(large.length, 0, orientation);
    int place = type.length + movie.length + second.length + 8;
    return joined(
        type,
        movie(large.length, place, orientation),
        second,
        box("mdat", joined(large, new byte[99])));
  }

  private static byte[] movie(int length, int place, int orientation) {
    byte[] tiff = main(orientation).build();
    byte[] canon = box("uuid", joined(new byte[16], box("CMT1", tiff)));
    byte[] sizes = box("stsz", joined(new byte[8], number(1), number(length)));
    byte[] places = box("co64", joined(new byte[4], number(1), number(0), number(place)));
    byte[] table = box("stbl", joined(sizes, places));
    byte[] track = box("trak", box("mdia", box("minf", table)));
    return box("moov", joined(canon, track));
  }

  static byte[] box(String type, byte[] content) {
    return joined(number(8 + content.length), latin(type), content);
  }

  static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }
}
