package dev.semblance.drawing.terminal;

import dev.semblance.image.Pixels;

/// Sixel graphics (Digital Equipment, VT330/VT340 programmer reference, chapter 14): bands of six
/// rows, one pass a colour, equal columns counted instead of repeated.
final class Sixel {
  private static final int COLOURS = 128;
  private static final int BAND = 6;
  private static final String ESCAPE = "\u001b";

  private final Pixels pixels;
  private final int[] indexes;
  private final ColourTable table;
  private final StringBuilder out = new StringBuilder();

  private Sixel(Pixels pixels) {
    this.pixels = pixels;
    this.table = ColourTable.of(pixels, COLOURS);
    this.indexes = table.dithered(pixels);
  }

  /// @param pixels RGB
  static String encode(Pixels pixels) {
    return new Sixel(pixels).all();
  }

  private String all() {
    out.append(ESCAPE).append("P0;1;0q\"1;1;");
    out.append(pixels.width()).append(';').append(pixels.height());
    palette();
    for (int y = 0; y < pixels.height(); y += BAND) {
      band(y);
    }
    return out.append(ESCAPE).append('\\').toString();
  }

  /// Colours in per cent, as sixel wants them.
  private void palette() {
    for (int i = 0; i < table.size(); i++) {
      int colour = table.colour(i);
      out.append('#').append(i).append(";2");
      for (int shift = 16; shift >= 0; shift -= 8) {
        out.append(';').append(Math.round(((colour >> shift) & 0xFF) * 100 / 255f));
      }
    }
  }

  private void band(int top) {
    int[][] masks = masks(top);
    boolean first = true;
    for (int colour = 0; colour < masks.length; colour++) {
      if (masks[colour].length > 0) {
        out.append(first ? "" : "$").append('#').append(colour);
        pass(masks[colour]);
        first = false;
      }
    }
    out.append('-');
  }

  /// For each colour of a band its six-bit columns, or nothing where it does not occur.
  private int[][] masks(int top) {
    int w = pixels.width();
    int[][] masks = new int[table.size()][0];
    for (int row = 0; row < BAND && top + row < pixels.height(); row++) {
      for (int x = 0; x < w; x++) {
        int colour = indexes[(top + row) * w + x];
        if (masks[colour].length == 0) {
          masks[colour] = new int[w];
        }
        masks[colour][x] |= 1 << row;
      }
    }
    return masks;
  }

  private void pass(int[] columns) {
    int x = 0;
    while (x < columns.length) {
      int run = 1;
      while (x + run < columns.length && columns[x + run] == columns[x]) {
        run++;
      }
      char sixel = (char) ('?' + columns[x]);
      if (run > 3) {
        out.append('!').append(run).append(sixel);
      } else {
        out.repeat(sixel, run);
      }
      x += run;
    }
  }
}
