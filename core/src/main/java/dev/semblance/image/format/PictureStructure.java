package dev.semblance.image.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

/// What a picture file says outside of its pixels, found by walking over its segments or chunks.
///
/// Never fails: where the structure is broken, the walk ends and what was found until then holds.
public final class PictureStructure {
  private static final byte[] EXIF = "Exif\0\0".getBytes(ISO_8859_1);

  /// Profiles of printers take a megabyte or two; what inflates to more is cut off.
  private static final int LARGEST_PROFILE = 8 << 20;

  private final byte[] bytes;
  private byte[] exif = {};
  private byte[] pngProfile = {};
  private boolean codePoints;
  private boolean progressive;
  private int scans;
  private boolean complete = true;

  private PictureStructure(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Walks over a file. Formats without segments to look at give an empty answer.
  public static PictureStructure of(PictureFormat format, byte[] bytes) {
    PictureStructure structure = new PictureStructure(bytes);
    switch (format) {
      case JPEG -> structure.walkJpeg();
      case PNG -> structure.walkPng();
      case WEBP -> structure.walkWebp();
      case GIF -> structure.complete = bytes.length > 0 && bytes[bytes.length - 1] == ';';
      case BMP -> structure.complete = structure.littleEndian(2) <= bytes.length;
      default -> {}
    }
    return structure;
  }

  /// The EXIF block, beginning with its TIFF header; empty where there is none.
  public byte[] exif() {
    return exif.clone();
  }

  /// The ICC profile of a PNG; empty where there is none, and always for other formats.
  public byte[] pngProfile() {
    return pngProfile.clone();
  }

  /// Whether a PNG names its colour space by code points (cICP).
  public boolean codePoints() {
    return codePoints;
  }

  /// Whether this is a progressive JPEG, whose coefficients are all held while it is decoded.
  public boolean progressive() {
    return progressive;
  }

  /// How many times a JPEG goes over its picture: once, or as often as a progressive one has scans;
  /// 0 for other formats.
  public int scans() {
    return scans;
  }

  /// Whether the mark is there that ends the file, or as many bytes as it announces.
  public boolean complete() {
    return complete;
  }

  private void walkJpeg() {
    int at = 2;
    while (at + 4 <= bytes.length && unsigned(at) == 0xff) {
      int marker = unsigned(at + 1);
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == 0xda) {
        complete = endOfImageAfter(at);
        scans = progressive ? scansFrom(at) : 1;
        return;
      }
      int length = unsigned(at + 2) << 8 | unsigned(at + 3);
      progressive |= isProgressive(marker);
      if (marker == 0xe1 && startsWith(at + 4, EXIF) && exif.length == 0) {
        exif = part(at + 4 + EXIF.length, length - 2 - EXIF.length);
      }
      at += 2 + length;
    }
    complete = false;
  }

  private static boolean isProgressive(int marker) {
    return marker == 0xc2 || marker == 0xc6 || marker == 0xca || marker == 0xce;
  }

  private int scansFrom(int start) {
    int count = 0;
    for (int at = start; at + 1 < bytes.length; at++) {
      if (unsigned(at) == 0xff && unsigned(at + 1) == 0xda) {
        count++;
      }
    }
    return count;
  }

  /// Compressed data never contain the mark FF D9, so any after the start of the scan is the end.
  private boolean endOfImageAfter(int start) {
    for (int at = bytes.length - 2; at > start; at--) {
      if (unsigned(at) == 0xff && unsigned(at + 1) == 0xd9) {
        return true;
      }
    }
    return false;
  }

  private void walkPng() {
    complete = false;
    long at = 8;
    while (at + 12 <= bytes.length) {
      int start = (int) at;
      long length = bigEndian(start);
      switch (name(start + 4)) {
        case "iCCP" -> pngProfile = inflatedProfile(part(start + 8, length));
        case "cICP" -> codePoints = true;
        case "eXIf" -> exif = part(start + 8, length);
        case "IEND" -> complete = true;
        default -> {}
      }
      at += 12 + length;
    }
  }

  /// The chunk holds a name, a zero, the method 0 and the profile, deflated.
  private static byte[] inflatedProfile(byte[] chunk) {
    int name = 0;
    while (name < chunk.length && chunk[name] != 0) {
      name++;
    }
    if (name + 2 >= chunk.length) {
      return new byte[0];
    }
    ByteArrayInputStream deflated =
        new ByteArrayInputStream(chunk, name + 2, chunk.length - name - 2);
    try (InflaterInputStream in = new InflaterInputStream(deflated)) {
      return in.readNBytes(LARGEST_PROFILE);
    } catch (IOException _) {
      return new byte[0];
    }
  }

  private void walkWebp() {
    complete = littleEndian(4) + 8 <= bytes.length;
    long at = 12;
    while (at + 8 <= bytes.length) {
      int start = (int) at;
      long length = littleEndian(start + 4);
      if (name(start).equals("EXIF")) {
        byte[] block = part(start + 8, length);
        exif = startsWith(start + 8, EXIF) ? part(start + 14, length - 6) : block;
      }
      at += 8 + length + (length & 1);
    }
  }

  private byte[] part(int from, long length) {
    if (from > bytes.length || length < 0 || length > bytes.length - from) {
      return new byte[0];
    }
    return Arrays.copyOfRange(bytes, from, from + (int) length);
  }

  private boolean startsWith(int at, byte[] mark) {
    return at + mark.length <= bytes.length
        && Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
  }

  private String name(int at) {
    return new String(bytes, at, 4, ISO_8859_1);
  }

  private int unsigned(int at) {
    return bytes[at] & 0xff;
  }

  private long bigEndian(int at) {
    return (long) unsigned(at) << 24
        | unsigned(at + 1) << 16
        | unsigned(at + 2) << 8
        | unsigned(at + 3);
  }

  private long littleEndian(int at) {
    if (at + 4 > bytes.length) {
      return Long.MAX_VALUE / 2;
    }
    return (long) unsigned(at + 3) << 24
        | unsigned(at + 2) << 16
        | unsigned(at + 1) << 8
        | unsigned(at);
  }
}
