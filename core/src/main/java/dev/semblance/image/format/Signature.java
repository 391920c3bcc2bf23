package dev.semblance.image.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The first bytes of a file, compared with the marks that formats begin with.
///
/// Marks are written as Latin-1 text, one character a byte.
final class Signature {
  /// More than any mark needs; enough of a text to see that it is one.
  private static final int HEAD = 1024;

  /// Marks at the very beginning, each of at least two bytes, the longer before the shorter.
  private static final List<Map.Entry<String, PictureFormat>> MARKS =
      List.of(
          Map.entry("\u00ff\u00d8\u00ff", PictureFormat.JPEG),
          Map.entry("\u0089PNG", PictureFormat.PNG),
          Map.entry("GIF87a", PictureFormat.GIF),
          Map.entry("GIF89a", PictureFormat.GIF),
          Map.entry("\0\0\1\0", PictureFormat.ICO),
          Map.entry("\0\0\2\0", PictureFormat.ICO),
          Map.entry("II*\0\u0010\0\0\0CR", PictureFormat.RAW),
          Map.entry("II*\0", PictureFormat.TIFF),
          Map.entry("MM\0*", PictureFormat.TIFF),
          Map.entry("II+\0", PictureFormat.TIFF),
          Map.entry("MM\0+", PictureFormat.TIFF),
          Map.entry("II\u001a\0\0\0HEAPCCDR", PictureFormat.RAW),
          Map.entry("FUJIFILMCCD-RAW", PictureFormat.RAW),
          Map.entry("IIRO", PictureFormat.RAW),
          Map.entry("IIRS", PictureFormat.RAW),
          Map.entry("MMOR", PictureFormat.RAW),
          Map.entry("IIU\0", PictureFormat.RAW),
          Map.entry("FOVb", PictureFormat.RAW),
          Map.entry("\0MRM", PictureFormat.RAW),
          Map.entry("II\u00bc\1", PictureFormat.JPEG_XR),
          Map.entry("\0\0\0\fJXL \r\n\u0087\n", PictureFormat.JPEG_XL),
          Map.entry("\u00ff\n", PictureFormat.JPEG_XL),
          Map.entry("\0\0\0\fjP  \r\n\u0087\n", PictureFormat.JPEG_2000),
          Map.entry("\u00ffO\u00ffQ", PictureFormat.JPEG_2000),
          Map.entry("8BPS", PictureFormat.PSD),
          Map.entry("qoif", PictureFormat.QOI),
          Map.entry("DDS ", PictureFormat.DDS),
          Map.entry("v/1\1", PictureFormat.OPEN_EXR),
          Map.entry("#?RADIANCE", PictureFormat.RADIANCE),
          Map.entry("#?RGBE", PictureFormat.RADIANCE),
          Map.entry("gimp xcf", PictureFormat.XCF),
          Map.entry("icns", PictureFormat.ICNS),
          Map.entry("AT&TFORM", PictureFormat.DJVU),
          Map.entry("\u001aE\u00df\u00a3", PictureFormat.VIDEO),
          Map.entry("\0\0\1\u00ba", PictureFormat.VIDEO),
          Map.entry("\0\0\1\u00b3", PictureFormat.VIDEO),
          Map.entry("FLV\1", PictureFormat.VIDEO),
          Map.entry("0&\u00b2u\u008ef\u00cf\u0011", PictureFormat.VIDEO),
          Map.entry("%PDF-", PictureFormat.PDF),
          Map.entry("%!PS", PictureFormat.POSTSCRIPT),
          Map.entry("version https://git-lfs.github.com/spec/", PictureFormat.GIT_LFS),
          Map.entry("PK\3\4", PictureFormat.ZIP),
          Map.entry("PK\5\6", PictureFormat.ZIP),
          Map.entry("\u001f\u008b", PictureFormat.GZIP),
          Map.entry("7z\u00bc\u00af'\u001c", PictureFormat.SEVEN_ZIP),
          Map.entry("Rar!\u001a\7", PictureFormat.RAR),
          Map.entry("ID3", PictureFormat.SOUND),
          Map.entry("fLaC", PictureFormat.SOUND),
          Map.entry("OggS", PictureFormat.SOUND),
          Map.entry("\u007fELF", PictureFormat.PROGRAM),
          Map.entry("\u00ca\u00fe\u00ba\u00be", PictureFormat.PROGRAM),
          Map.entry("\0\5\u0016\7\0\2\0\0", PictureFormat.APPLE_DOUBLE));

  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
  private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
  private static final Set<String> SOUND_BRANDS = Set.of("M4A ", "M4B ");

  /// The sizes a BMP's second header has had since Windows 2 and OS/2 1.
  private static final Set<Integer> BMP_HEADERS = Set.of(12, 16, 40, 52, 56, 64, 108, 124);

  private static final Pattern PNM = Pattern.compile("P[1-7]\\s+(#|\\d|WIDTH)");

  private final byte[] bytes;
  private final String head;

  Signature(byte[] bytes) {
    this.bytes = bytes;
    this.head = new String(bytes, 0, Math.min(HEAD, bytes.length), ISO_8859_1);
  }

  PictureFormat format() {
    for (Map.Entry<String, PictureFormat> mark : MARKS) {
      if (head.startsWith(mark.getKey())) {
        return mark.getValue();
      }
    }
    if (head.startsWith("RIFF")) {
      return riff();
    }
    if (head.startsWith("ftyp", 4)) {
      return isoMedia();
    }
    if (isBmp()) {
      return PictureFormat.BMP;
    }
    if (isPnm()) {
      return PictureFormat.PNM;
    }
    if (head.chars().allMatch(character -> character == 0)) {
      return PictureFormat.ZEROS;
    }
    return isText() ? text() : PictureFormat.UNKNOWN;
  }

  private PictureFormat riff() {
    if (head.startsWith("WEBP", 8)) {
      return PictureFormat.WEBP;
    }
    if (head.startsWith("AVI ", 8)) {
      return PictureFormat.VIDEO;
    }
    return head.startsWith("WAVE", 8) ? PictureFormat.SOUND : PictureFormat.UNKNOWN;
  }

  /// ISO base media files name a main brand, then a version, then the brands they agree with.
  private PictureFormat isoMedia() {
    int size = Math.min(head.length(), (int) Math.min(HEAD, unsignedInt(0)));
    boolean heic = false;
    for (int at = 8; at + 4 <= size; at += at == 8 ? 8 : 4) {
      String brand = head.substring(at, at + 4);
      if (AVIF_BRANDS.contains(brand)) {
        return PictureFormat.AVIF;
      }
      if (brand.equals("crx ")) {
        return PictureFormat.RAW;
      }
      if (at == 8 && SOUND_BRANDS.contains(brand)) {
        return PictureFormat.SOUND;
      }
      heic |= HEIC_BRANDS.contains(brand);
    }
    return heic ? PictureFormat.HEIC : PictureFormat.VIDEO;
  }

  private long unsignedInt(int at) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(at));
  }

  private boolean isBmp() {
    return head.startsWith("BM")
        && bytes.length >= 18
        && BMP_HEADERS.contains(Integer.reverseBytes((int) unsignedInt(14)));
  }

  private boolean isPnm() {
    return PNM.matcher(head).lookingAt();
  }

  private boolean isText() {
    return head.chars().noneMatch(Signature::isControl) && isUtf8();
  }

  private static boolean isControl(int character) {
    return character < ' ' && "\t\n\r\f\u001b".indexOf(character) < 0;
  }

  private boolean isUtf8() {
    for (int cut = 0; cut < 4 && cut < head.length(); cut++) {
      try {
        ByteBuffer part = ByteBuffer.wrap(bytes, 0, head.length() - cut);
        StandardCharsets.UTF_8.newDecoder().decode(part);
        return true;
      } catch (CharacterCodingException _) {
        // The last character may be cut off: try again without its bytes.
      }
    }
    return false;
  }

  private PictureFormat text() {
    String text = head.toLowerCase(Locale.ROOT);
    if (text.contains("<svg")) {
      return PictureFormat.SVG;
    }
    if (text.contains("<!doctype html") || text.contains("<html")) {
      return PictureFormat.HTML;
    }
    return text.contains("<?xml") ? PictureFormat.XML : PictureFormat.TEXT;
  }
}
