package dev.semblance.drawing;

import io.github.humbleui.types.Rect;
import java.util.ArrayList;
import java.util.List;

/// Where everything of a contact sheet lies, in pixels. All tiles are of one size, 4 to 3, with
/// room for two lines of text below.
///
/// @param width of the sheet
/// @param columns tiles in a line
/// @param titled whether there is a title at the top
record SheetLayout(int width, int columns, boolean titled) {
  static final int MARGIN = 48;
  static final int GAP = 20;
  static final int TITLE = 84;
  static final int HEADING = 64;
  static final int TEXT = 58;
  static final int ROW_GAP = 26;
  static final int RADIUS = 10;

  /// Skia's bitmaps and most viewers end before this.
  static final int MAX_HEIGHT = 30_000;

  int tileWidth() {
    return (width - 2 * MARGIN - (columns - 1) * GAP) / columns;
  }

  int pictureHeight() {
    return tileWidth() * 3 / 4;
  }

  int lineHeight() {
    return pictureHeight() + TEXT;
  }

  int lines(int tiles) {
    return (tiles + columns - 1) / columns;
  }

  int rowHeight(int tiles) {
    return HEADING + lines(tiles) * lineHeight() + (lines(tiles) - 1) * GAP;
  }

  /// The upper edges of the rows, and as the last number the height of the sheet.
  List<Integer> tops(List<SheetRow> rows) {
    List<Integer> tops = new ArrayList<>();
    int y = MARGIN + (titled ? TITLE : 0);
    for (SheetRow row : rows) {
      tops.add(y);
      y += rowHeight(row.tiles().size()) + ROW_GAP;
    }
    tops.add(y - ROW_GAP + MARGIN);
    return tops;
  }

  /// The picture's box of a tile in a row that begins at `top`.
  Rect picture(int top, int tile) {
    int x = MARGIN + tile % columns * (tileWidth() + GAP);
    int line = Math.floorDiv(tile, columns);
    int y = top + HEADING + line * (lineHeight() + GAP);
    return Rect.makeXYWH(x, y, tileWidth(), pictureHeight());
  }

  /// The largest box of a picture's proportions inside another, in its middle; never narrower than
  /// a pixel.
  static Rect fitted(Rect box, int width, int height) {
    float scale = Math.min(box.getWidth() / width, box.getHeight() / height);
    float w = Math.max(1, width * scale);
    float h = Math.max(1, height * scale);
    float x = box.getLeft() + (box.getWidth() - w) / 2;
    float y = box.getTop() + (box.getHeight() - h) / 2;
    return Rect.makeXYWH(x, y, w, h);
  }
}
