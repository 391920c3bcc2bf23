package dev.semblance.drawing;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// Rows of pictures with headings in one PNG file, for looking at results.
///
/// Pictures are shown whole, whatever their proportions. Immutable, safe for many threads; pictures
/// given as files are decoded one after the other while the sheet is drawn.
///
/// @param title a large line at the top; may be empty, then there is none and no subtitle
/// @param subtitle a smaller line under it; may be empty
/// @param rows at least one
/// @param columns tiles in a line, 1 to 12
/// @param width of the sheet in pixels, 320 to 8000 and at least 120 a column
public record ContactSheet(
    String title, String subtitle, List<SheetRow> rows, int columns, int width) {
  private static final int COLUMNS = 5;
  private static final int WIDTH = 1600;

  public ContactSheet {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a contact sheet needs at least one row, got none");
    }
    if (columns < 1 || columns > 12) {
      throw new IllegalArgumentException("columns must be 1 to 12, got " + columns);
    }
    if (width < Math.max(320, 120 * columns) || width > 8000) {
      throw new IllegalArgumentException(
          "a sheet of "
              + columns
              + " columns is "
              + Math.max(320, 120 * columns)
              + " to 8000 pixels wide, got "
              + width);
    }
  }

  /// A sheet of five columns, 1600 pixels wide.
  public ContactSheet(String title, String subtitle, List<SheetRow> rows) {
    this(title, subtitle, rows, COLUMNS, WIDTH);
  }

  /// The sheet as a PNG file.
  ///
  /// @throws IllegalArgumentException if it would be higher than 30000 pixels
  public byte[] png() {
    SheetLayout layout = new SheetLayout(width, columns, !title.isEmpty());
    List<Integer> tops = layout.tops(rows);
    int height = tops.getLast();
    if (height > SheetLayout.MAX_HEIGHT) {
      throw new IllegalArgumentException(
          "the sheet would be "
              + height
              + " pixels high; at most "
              + SheetLayout.MAX_HEIGHT
              + " are possible: use fewer pictures or more columns");
    }
    return PngFile.paint(width, height, canvas -> paint(new SheetPainter(canvas, layout), tops));
  }

  private void paint(SheetPainter painter, List<Integer> tops) {
    if (!title.isEmpty()) {
      painter.title(title, subtitle);
    }
    for (int i = 0; i < rows.size(); i++) {
      painter.row(rows.get(i), tops.get(i));
    }
  }

  /// Writes the sheet as a PNG file, all of it or nothing: first beside its place, then moved
  /// there.
  ///
  /// @throws UncheckedIOException if it cannot be written
  public void writeTo(Path file) {
    PngFile.write(png(), file, "the contact sheet");
  }
}
