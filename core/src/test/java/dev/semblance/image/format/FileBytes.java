package dev.semblance.image.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/// Pieces that files of pictures are put together from by hand.
public final class FileBytes {
  private FileBytes() {}

  /// One byte a character.
  public static byte[] latin(String text) {
    return text.getBytes(ISO_8859_1);
  }

  public static byte[] bytes(int... values) {
    byte[] result = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (byte) values[i];
    }
    return result;
  }

  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /// A number, its high byte first.
  public static byte[] big(long value, int length) {
    byte[] result = new byte[length];
    for (int i = 0; i < length; i++) {
      result[i] = (byte) (value >> (8 * (length - 1 - i)));
    }
    return result;
  }

  /// A number, its low byte first.
  public static byte[] little(long value, int length) {
    byte[] result = new byte[length];
    for (int i = 0; i < length; i++) {
      result[i] = (byte) (value >> (8 * i));
    }
    return result;
  }

  /// A box of the ISO base media format.
  public static byte[] box(String type, byte[]... content) {
    byte[] all = joined(content);
    return joined(big(8 + all.length, 4), latin(type), all);
  }

  /// A segment of a JPEG.
  public static byte[] segment(int marker, byte[]... content) {
    byte[] all = joined(content);
    return joined(bytes(0xff, marker), big(2 + all.length, 2), all);
  }

  /// A JPEG whose frame says so, with a scan of nothing.
  public static byte[] jpeg(int width, int height) {
    return joined(
        bytes(0xff, 0xd8),
        segment(0xc0, bytes(8), big(height, 2), big(width, 2), bytes(1, 1, 0x11, 0)),
        segment(0xda, bytes(1, 1, 0, 0, 63, 0)),
        bytes(1, 2, 3, 0xff, 0xd9));
  }
}
