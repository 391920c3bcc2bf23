package dev.semblance.image.raw;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.semblance.image.raw.RawPreview.Piece;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/// The JPEG of Fujifilm's RAF: behind a header of 84 bytes stand its offset and its length, the
/// high byte first.
final class RafPreview {
  private static final byte[] MARK = "FUJIFILMCCD-RAW".getBytes(US_ASCII);
  private static final int TABLE = 84;

  private RafPreview() {}

  static boolean isRaf(byte[] file) {
    return file.length >= TABLE + 8 && Arrays.equals(file, 0, MARK.length, MARK, 0, MARK.length);
  }

  static List<Piece> of(byte[] file) {
    ByteBuffer table = ByteBuffer.wrap(file, TABLE, 8);
    return List.of(
        new Piece(Integer.toUnsignedLong(table.getInt()), Integer.toUnsignedLong(table.getInt())));
  }
}
