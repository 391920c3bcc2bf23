package dev.semblance.drawing.terminal;

import dev.semblance.drawing.Raster;
import dev.semblance.image.PictureWriter;
import dev.semblance.image.Pixels;
import java.util.Base64;

/// A small picture for a terminal. Immutable, safe for many threads.
///
/// @param pixels the picture at any size; it is scaled down, transparent parts become white
/// @param columns how many characters wide it may be, 2 to 500
/// @param rows how many characters high it may be, 1 to 500
public record TerminalPicture(Pixels pixels, int columns, int rows) {
  /// Width and height of a character in pixels where the protocol counts in pixels. Terminals
  /// differ; this is about the middle.
  static final int CELL_WIDTH = 10;

  static final int CELL_HEIGHT = 20;
  private static final int KITTY_CHUNK = 4096;
  private static final String ESCAPE = "\u001b";

  public TerminalPicture {
    if (columns < 2 || columns > 500 || rows < 1 || rows > 500) {
      throw new IllegalArgumentException(
          "a terminal picture is 2 to 500 columns and 1 to 500 rows, got "
              + columns
              + " x "
              + rows);
    }
  }

  /// What to print: escape sequences and, for half blocks, lines of characters. It ends with a line
  /// break and leaves the colours as they were. Empty for [TerminalProtocol#NONE].
  public String encode(TerminalProtocol protocol) {
    return switch (protocol) {
      case KITTY -> kitty() + "\n";
      case ITERM -> iterm() + "\n";
      case SIXEL -> Sixel.encode(scaled(CELL_WIDTH, CELL_HEIGHT)) + "\n";
      case BLOCKS -> HalfBlocks.encode(scaled(1, 2));
      case NONE -> "";
    };
  }

  /// The cells the picture takes with its proportions kept, a cell being twice as high as wide.
  int[] cells() {
    double scale =
        Math.min(
            (double) columns * CELL_WIDTH / pixels.width(),
            (double) rows * CELL_HEIGHT / pixels.height());
    int wide = (int) Math.round(pixels.width() * scale / CELL_WIDTH);
    int high = (int) Math.round(pixels.height() * scale / CELL_HEIGHT);
    return new int[] {Math.clamp(wide, 1, columns), Math.clamp(high, 1, rows)};
  }

  private Pixels scaled(int cellWidth, int cellHeight) {
    int[] cells = cells();
    return Raster.scaled(pixels, cells[0] * cellWidth, cells[1] * cellHeight);
  }

  /// Kitty's graphics protocol: a PNG in base64, in chunks; `q=2` keeps the terminal from
  /// answering.
  private String kitty() {
    int[] cells = cells();
    String data = png();
    StringBuilder out = new StringBuilder();
    for (int from = 0; from < data.length(); from += KITTY_CHUNK) {
      int to = Math.min(data.length(), from + KITTY_CHUNK);
      String more = to < data.length() ? "1" : "0";
      String keys =
          from == 0 ? "a=T,f=100,q=2,c=" + cells[0] + ",r=" + cells[1] + ",m=" + more : "m=" + more;
      out.append(ESCAPE).append("_G").append(keys).append(';').append(data, from, to);
      out.append(ESCAPE).append('\\');
    }
    return out.toString();
  }

  private String iterm() {
    int[] cells = cells();
    String data = png();
    return ESCAPE
        + "]1337;File=inline=1;size="
        + Base64.getDecoder().decode(data).length
        + ";width="
        + cells[0]
        + ";height="
        + cells[1]
        + ";preserveAspectRatio=1:"
        + data
        + "\u0007";
  }

  private String png() {
    byte[] file = PictureWriter.png(scaled(CELL_WIDTH, CELL_HEIGHT));
    return Base64.getEncoder().encodeToString(file);
  }
}
