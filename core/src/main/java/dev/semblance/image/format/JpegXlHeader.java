package dev.semblance.image.format;

/// The first bits of a JPEG XL codestream, which give its size (ISO/IEC 18181-1, `SizeHeader`).
final class JpegXlHeader {
  /// Bits of a side, chosen by two bits before it.
  private static final int[] SIDE_BITS = {9, 13, 18, 30};

  /// Width over height, chosen by three bits; for 0 the width is written.
  private static final int[][] RATIOS = {
    {0, 1}, {1, 1}, {12, 10}, {4, 3}, {3, 2}, {16, 9}, {5, 4}, {2, 1}
  };

  private final byte[] bytes;
  private long bit;

  /// @param start behind the mark FF 0A
  JpegXlHeader(byte[] bytes, int start) {
    this.bytes = bytes;
    this.bit = 8L * start;
  }

  AnnouncedSize size() {
    boolean small = bits(1) == 1;
    long height = side(small);
    int[] ratio = RATIOS[(int) bits(3)];
    long width = ratio[0] == 0 ? side(small) : height * ratio[0] / ratio[1];
    return new AnnouncedSize(width, height);
  }

  private long side(boolean small) {
    return small ? 8 * (1 + bits(5)) : 1 + bits(SIDE_BITS[(int) bits(2)]);
  }

  /// The next bits, the lowest first; 0 beyond the file.
  private long bits(int count) {
    long result = 0;
    for (int i = 0; i < count; i++, bit++) {
      int at = (int) (bit / 8);
      int value = at < bytes.length ? bytes[at] >> (bit % 8) & 1 : 0;
      result |= (long) value << i;
    }
    return result;
  }
}
