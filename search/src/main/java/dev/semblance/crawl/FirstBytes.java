package dev.semblance.crawl;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// The first bytes of picture formats, as their specifications give them.
final class FirstBytes {
  /// As many as are looked at.
  static final int WANTED = 32;

  /// In Latin-1, one character a byte.
  private static final List<String> BEGINNINGS =
      List.of(
          "\u00FF\u00D8\u00FF", // JPEG
          "\u0089PNG\r\n\u001A\n",
          "GIF87a",
          "GIF89a",
          "II*\0", // TIFF and most RAW formats
          "MM\0*",
          "II+\0", // BigTIFF
          "MM\0+",
          "8BPS\0", // PSD
          "\0\0\0\fJXL \r\n\u0087\n",
          "\u00FF\n", // JPEG XL, bare
          "\0\0\0\fjP  \r\n\u0087\n", // JPEG 2000
          "\u00FFO\u00FFQ", // JPEG 2000, bare
          "qoif",
          "v/1\u0001", // OpenEXR
          "#?RADIANCE",
          "FUJIFILMCCD-RAW",
          "IIRO",
          "IIU\0", // RW2
          "FOVb"); // X3F

  /// The brands of ISO base media files that are stills (ISO/IEC 23008-12, AVIF, Canon CR3).
  private static final Set<String> BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis", "crx ");

  private static final Set<Integer> BITMAP_HEADERS = Set.of(12, 40, 52, 56, 64, 108, 124);

  private FirstBytes() {}

  /// Whether a file that begins so is a picture, or means to be.
  static boolean ofPicture(byte[] first) {
    String text = new String(first, StandardCharsets.ISO_8859_1);
    return BEGINNINGS.stream().anyMatch(text::startsWith)
        || (text.startsWith("RIFF") && text.startsWith("WEBP", 8))
        || (text.startsWith("ftyp", 4)
            && BRANDS.contains(text.substring(8, Math.min(12, first.length))))
        || isBitmap(text)
        || isAnyMap(text);
  }

  /// `BM`, and a header of a length that exists, since two letters alone begin many texts.
  private static boolean isBitmap(String text) {
    return text.startsWith("BM")
        && text.length() >= 18
        && BITMAP_HEADERS.contains((int) text.charAt(14))
        && text.startsWith("\0\0\0", 15);
  }

  /// `P1` to `P6`, white space, then a size or a comment.
  private static boolean isAnyMap(String text) {
    return text.length() > 3
        && text.charAt(0) == 'P'
        && text.charAt(1) >= '1'
        && text.charAt(1) <= '6'
        && Character.isWhitespace(text.charAt(2))
        && (Character.isDigit(text.charAt(3)) || text.charAt(3) == '#');
  }
}
