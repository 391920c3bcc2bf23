package dev.semblance.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Font;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.types.Rect;
import java.nio.file.Path;
import java.util.List;

/// A matrix as a picture: a cell a number, dark for the least and light for the most.
///
/// Immutable, safe for many threads.
///
/// @param title a line at the top; may be empty
/// @param names of the rows and columns, shown beside the rows where there are at most 60; may be
///   empty
/// @param values `[rows][columns]`, finite, at least one
/// @param least what the darkest colour stands for
/// @param most what the lightest colour stands for
@SuppressWarnings("ArrayRecordComponent") // painted once, never compared
public record HeatMap(
    String title, List<String> names, double[][] values, double least, double most) {
  private static final int SIDE = 900;
  private static final int MARGIN = 24;
  private static final int TITLE_HEIGHT = 44;
  private static final int NAMES_WIDTH = 190;
  private static final int MOST_NAMES = 60;
  private static final int GROUND = 0xFFF7F8FA;
  private static final int INK = 0xFF1C2128;

  /// From dark blue by way of violet and orange to pale yellow; even steps of lightness, so that it
  /// reads without colour too.
  private static final int[] COLOURS = {
    0xFF0B0724,
    0xFF2A1163,
    0xFF5B1A7C,
    0xFF8C2981,
    0xFFBD3977,
    0xFFE45563,
    0xFFF98B5C,
    0xFFFCC27C,
    0xFFFCFDBF
  };

  public HeatMap {
    names = List.copyOf(names);
    if (values.length == 0 || values[0].length == 0) {
      throw new IllegalArgumentException("a heat map needs at least one number");
    }
    if (!(most > least)) {
      throw new IllegalArgumentException(
          "the most must be over the least, got " + most + " and " + least);
    }
  }

  /// The picture as PNG.
  public byte[] png() {
    boolean named = !names.isEmpty() && names.size() <= MOST_NAMES;
    int left = MARGIN + (named ? NAMES_WIDTH : 0);
    int top = MARGIN + (title.isEmpty() ? 0 : TITLE_HEIGHT);
    float cell = Math.max(1, (float) SIDE / Math.max(values.length, values[0].length));
    int width = Math.round(left + cell * values[0].length + MARGIN);
    int height = Math.round(top + cell * values.length + MARGIN);
    return PngFile.paint(
        width,
        height,
        canvas -> {
          canvas.clear(GROUND);
          if (!title.isEmpty()) {
            title(canvas);
          }
          cells(canvas, left, top, cell);
          if (named) {
            names(canvas, top, cell);
          }
        });
  }

  /// Writes the picture as a PNG file, all of it or nothing.
  ///
  /// @throws java.io.UncheckedIOException if it cannot be written
  public void writeTo(Path file) {
    PngFile.write(png(), file, "the heat map");
  }

  private void cells(Canvas canvas, int left, int top, float cell) {
    try (Paint paint = new Paint()) {
      paint.setAntiAlias(false);
      for (int row = 0; row < values.length; row++) {
        for (int column = 0; column < values[row].length; column++) {
          paint.setColor(colour((values[row][column] - least) / (most - least)));
          float x = Math.round(left + column * cell);
          float y = Math.round(top + row * cell);
          float right = Math.round(left + (column + 1) * cell);
          float bottom = Math.round(top + (row + 1) * cell);
          canvas.drawRect(Rect.makeLTRB(x, y, right, bottom), paint);
        }
      }
    }
  }

  private void names(Canvas canvas, int top, float cell) {
    float size = Math.clamp(cell * 0.8f, 7, 14);
    for (int row = 0; row < names.size(); row++) {
      try (Font font = new Font(Fonts.SANS.typeface(), size);
          Paint paint = new Paint().setColor(INK)) {
        String name = Ellipsis.end(names.get(row), font, NAMES_WIDTH - 10);
        canvas.drawString(name, MARGIN, top + (row + 0.5f) * cell + size * 0.36f, font, paint);
      }
    }
  }

  private void title(Canvas canvas) {
    try (Font font = new Font(Fonts.SANS_BOLD.typeface(), 22);
        Paint paint = new Paint().setColor(INK)) {
      canvas.drawString(Ellipsis.end(title, font, SIDE), MARGIN, MARGIN + 24, font, paint);
    }
  }

  /// The colour of a number from 0 to 1, between two of the table.
  static int colour(double share) {
    double place = Math.clamp(share, 0, 1) * (COLOURS.length - 1);
    int below = (int) Math.min(place, COLOURS.length - 2);
    double part = place - below;
    int colour = 0xFF;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = (COLOURS[below] >> shift) & 0xFF;
      int to = (COLOURS[below + 1] >> shift) & 0xFF;
      colour = colour << 8 | (int) Math.round(from + part * (to - from));
    }
    return colour;
  }
}
