package dev.semblance.drawing.terminal;

import dev.semblance.image.Pixels;

/// Pictures as upper half blocks in 24-bit colour: the upper pixel is the character's colour, the
/// lower one its background's.
final class HalfBlocks {
  private static final String RESET = "\u001b[0m\n";

  private HalfBlocks() {}

  /// @param pixels RGB of even height
  static String encode(Pixels pixels) {
    StringBuilder out = new StringBuilder();
    for (int y = 0; y < pixels.height(); y += 2) {
      for (int x = 0; x < pixels.width(); x++) {
        out.append("\u001b[38;2;").append(rgb(pixels, x, y));
        out.append(";48;2;").append(rgb(pixels, x, y + 1)).append('m').append('▀');
      }
      out.append(RESET);
    }
    return out.toString();
  }

  private static String rgb(Pixels pixels, int x, int y) {
    int i = 3 * (y * pixels.width() + x);
    byte[] d = pixels.data();
    return (d[i] & 0xFF) + ";" + (d[i + 1] & 0xFF) + ";" + (d[i + 2] & 0xFF);
  }
}
