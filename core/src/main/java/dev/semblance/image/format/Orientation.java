package dev.semblance.image.format;

/// How a stored picture is turned to stand upright: the tag Orientation (0x0112) of EXIF and TIFF.
///
/// Each constant names where the first row and the first column of the stored picture belong.
public enum Orientation {
  TOP_LEFT(false, false, false),
  TOP_RIGHT(false, true, false),
  BOTTOM_RIGHT(false, true, true),
  BOTTOM_LEFT(false, false, true),
  LEFT_TOP(true, false, false),
  RIGHT_TOP(true, true, false),
  RIGHT_BOTTOM(true, true, true),
  LEFT_BOTTOM(true, false, true);

  private final boolean swapped;
  private final boolean fromRight;
  private final boolean fromBottom;

  /// @param swapped whether stored rows become columns
  /// @param fromRight whether the upright picture is filled from its right edge
  /// @param fromBottom whether the upright picture is filled from its bottom edge
  Orientation(boolean swapped, boolean fromRight, boolean fromBottom) {
    this.swapped = swapped;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /// The tag's value 1 to 8; any other counts as upright.
  public static Orientation of(int tag) {
    return tag >= 1 && tag <= 8 ? values()[tag - 1] : TOP_LEFT;
  }

  /// Whether width and height change places.
  public boolean swapsSides() {
    return swapped;
  }

  /// Whether the stored columns (or rows, if the sides are swapped) run from the right edge.
  public boolean fromRight() {
    return fromRight;
  }

  /// Whether the stored rows (or columns, if the sides are swapped) run from the bottom edge.
  public boolean fromBottom() {
    return fromBottom;
  }

  /// Turns pixels upright.
  ///
  /// @param pixels `[height, width, channels]`, as stored
  /// @return `[height, width, channels]` of the upright picture; the array itself if it is upright
  public byte[] upright(byte[] pixels, int width, int height, int channels) {
    if (this == TOP_LEFT) {
      return pixels;
    }
    int uprightWidth = swapped ? height : width;
    int uprightHeight = swapped ? width : height;
    int right = channels * (swapped ? uprightWidth : 1);
    int down = channels * (swapped ? 1 : uprightWidth);
    int start = 0;
    if (fromRight) {
      start += (uprightWidth - 1) * channels;
    }
    if (fromBottom) {
      start += (uprightHeight - 1) * uprightWidth * channels;
    }
    int acrossSign = (swapped ? fromBottom : fromRight) ? -1 : 1;
    int downSign = (swapped ? fromRight : fromBottom) ? -1 : 1;
    byte[] result = new byte[pixels.length];
    int from = 0;
    for (int y = 0; y < height; y++) {
      int to = start + y * down * downSign;
      for (int x = 0; x < width; x++, to += right * acrossSign) {
        for (int c = 0; c < channels; c++) {
          result[to + c] = pixels[from++];
        }
      }
    }
    return result;
  }
}
