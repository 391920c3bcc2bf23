package dev.semblance.drawing.terminal;

import dev.semblance.image.Pixels;

/// A plain reader of sixel graphics, for holding the writer against. It knows colours in RGB,
/// repeats, carriage returns and new bands; anything else is an error.
final class SixelReader {
  private final String data;
  private int at;
  private int[][] palette = new int[256][];
  private byte[] rgb = new byte[0];
  private boolean[] set = new boolean[0];
  private int width;
  private int height;

  private SixelReader(String data) {
    this.data = data;
  }

  static Pixels read(String sixel) {
    if (!sixel.startsWith("\u001bP0;1;0q\"1;1;") || !sixel.endsWith("\u001b\\")) {
      throw new IllegalArgumentException("not a sixel picture");
    }
    return new SixelReader(sixel.substring(13, sixel.length() - 2)).all();
  }

  private Pixels all() {
    width = number();
    expect(';');
    height = number();
    rgb = new byte[3 * width * height];
    set = new boolean[width * height];
    int x = 0;
    int band = 0;
    int colour = 0;
    while (at < data.length()) {
      char c = data.charAt(at++);
      switch (c) {
        case '#' -> colour = colour();
        case '$' -> x = 0;
        case '-' -> {
          x = 0;
          band++;
        }
        case '!' -> {
          int times = number();
          x = put(x, band, data.charAt(at++), colour, times);
        }
        default -> x = put(x, band, c, colour, 1);
      }
    }
    for (boolean pixel : set) {
      if (!pixel) {
        throw new IllegalArgumentException("a pixel was never painted");
      }
    }
    return new Pixels(width, height, 3, rgb);
  }

  private int colour() {
    int index = number();
    if (at < data.length() && data.charAt(at) == ';') {
      at++;
      if (number() != 2) {
        throw new IllegalArgumentException("only RGB colours are known");
      }
      int[] parts = new int[3];
      for (int i = 0; i < 3; i++) {
        expect(';');
        parts[i] = Math.round(number() * 255 / 100f);
      }
      palette[index] = parts;
    }
    return index;
  }

  private int put(int x, int band, char sixel, int colour, int times) {
    int mask = sixel - '?';
    if (mask < 0 || mask > 63) {
      throw new IllegalArgumentException("no sixel: " + sixel);
    }
    for (int column = x; column < x + times; column++) {
      for (int bit = 0; bit < 6; bit++) {
        if ((mask >> bit & 1) == 1) {
          paint(column, 6 * band + bit, colour);
        }
      }
    }
    return x + times;
  }

  private void paint(int x, int y, int colour) {
    int pixel = y * width + x;
    if (set[pixel]) {
      throw new IllegalArgumentException("pixel " + x + ", " + y + " is painted twice");
    }
    set[pixel] = true;
    for (int c = 0; c < 3; c++) {
      rgb[3 * pixel + c] = (byte) palette[colour][c];
    }
  }

  private void expect(char c) {
    if (data.charAt(at++) != c) {
      throw new IllegalArgumentException("expected " + c + " at " + at);
    }
  }

  private int number() {
    int start = at;
    while (at < data.length() && Character.isDigit(data.charAt(at))) {
      at++;
    }
    return Integer.parseInt(data.substring(start, at));
  }
}
