package dev.semblance.image.format;

import java.util.Optional;

/// What the frame header of a JPEG says, wherever in a file the JPEG lies.
///
/// @param width in pixels
/// @param height in pixels
/// @param end where its segments end and its compressed data begin
public record JpegFrame(int width, int height, int end) {
  private static final int START_OF_SCAN = 0xda;

  /// Reads the segments of a JPEG; empty where none begins there, or one that is lossless, as the
  /// mosaics of cameras are, or of more than 8 bits.
  ///
  /// @param start of the mark FF D8
  public static Optional<JpegFrame> of(byte[] bytes, long start) {
    if (start < 0 || start > bytes.length - 4 || number(bytes, (int) start) != 0xffd8) {
      return Optional.empty();
    }
    Optional<JpegFrame> frame = Optional.empty();
    long at = start + 2;
    while (at + 9 <= bytes.length && bytes[(int) at] == (byte) 0xff) {
      int here = (int) at;
      int marker = bytes[here + 1] & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == START_OF_SCAN) {
        return frame.map(found -> new JpegFrame(found.width, found.height, here));
      }
      if (isFrame(marker)) {
        if (marker > 0xc2 || bytes[here + 4] != 8) {
          return Optional.empty();
        }
        frame = Optional.of(new JpegFrame(number(bytes, here + 7), number(bytes, here + 5), here));
      }
      at += 2 + number(bytes, here + 2);
    }
    return Optional.empty();
  }

  /// C4, C8 and CC are tables, not frames.
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /// How many pixels there are.
  public long area() {
    return (long) width * height;
  }

  private static int number(byte[] bytes, int at) {
    return at + 2 > bytes.length ? 0 : (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }
}
