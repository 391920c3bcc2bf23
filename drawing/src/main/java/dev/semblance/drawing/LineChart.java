package dev.semblance.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Font;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.PaintStrokeCap;
import io.github.humbleui.skija.Path;
import io.github.humbleui.skija.PathBuilder;
import java.util.List;
import java.util.Locale;

/// Curves over one axis, such as the losses of a run over its steps.
///
/// Immutable, safe for many threads.
///
/// @param title a line at the top
/// @param axis what goes from left to right
/// @param lines at least one
public record LineChart(String title, String axis, List<Line> lines) {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 640;
  private static final int LEFT = 80;
  private static final int RIGHT = 40;
  private static final int TOP = 90;
  private static final int BOTTOM = 60;
  private static final int RULES = 5;
  private static final double[] STEPS = {1, 2, 2.5, 5, 10, 20};
  private static final int GROUND = 0xFFF7F8FA;
  private static final int RULE = 0xFFDFE3E8;
  private static final int INK = 0xFF1C2128;
  private static final int GREY = 0xFF69727D;
  private static final int[] COLOURS = {
    0xFF2F6FDB, 0xFFD9572B, 0xFF1E9E6A, 0xFF8E44AD, 0xFFB8860B, 0xFF555E68
  };

  public LineChart {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a chart needs at least one line");
    }
  }

  /// A curve.
  ///
  /// @param name in the legend
  /// @param points at least one, in the order of `x`
  public record Line(String name, List<Point> points) {
    public Line {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException(name + ": a line needs at least one point");
      }
    }
  }

  /// A place on a curve; both finite.
  public record Point(double x, double y) {}

  private record Range(double from, double to) {
    /// The least range of round steps that holds both: 1, 2, 2.5 or 5 times a power of ten each.
    static Range round(double least, double most) {
      double power = Math.pow(10, Math.floor(Math.log10((most - least) / RULES)));
      for (double factor : STEPS) {
        double step = factor * power;
        double from = Math.floor(least / step) * step;
        if (from + RULES * step >= most) {
          return new Range(from, from + RULES * step);
        }
      }
      return new Range(least, most);
    }

    double share(double value) {
      return (value - from) / Math.max(1e-12, to - from);
    }

    double at(double share) {
      return from + share * (to - from);
    }
  }

  /// The chart as PNG.
  public byte[] png() {
    return PngFile.paint(WIDTH, HEIGHT, this::paint);
  }

  /// Writes the chart as a PNG file, all of it or nothing.
  ///
  /// @throws java.io.UncheckedIOException if it cannot be written
  public void writeTo(java.nio.file.Path file) {
    PngFile.write(png(), file, "the chart");
  }

  private void paint(Canvas canvas) {
    canvas.clear(GROUND);
    text(canvas, title, new Place(22, LEFT, 38), INK);
    Range x = range(true);
    Range y = range(false);
    rules(canvas, x, y);
    int legend = LEFT;
    for (int i = 0; i < lines.size(); i++) {
      int colour = COLOURS[i % COLOURS.length];
      curve(canvas, lines.get(i), x, y, colour);
      legend = entry(canvas, lines.get(i).name(), legend, colour);
    }
    text(canvas, axis, new Place(15, WIDTH - RIGHT - 120, HEIGHT - 14), GREY);
  }

  private Range range(boolean horizontal) {
    double least = horizontal ? Double.POSITIVE_INFINITY : 0;
    double most = Double.NEGATIVE_INFINITY;
    for (Line line : lines) {
      for (Point point : line.points()) {
        least = Math.min(least, horizontal ? point.x() : point.y());
        most = Math.max(most, horizontal ? point.x() : point.y());
      }
    }
    return Range.round(least, most > least ? most : least + 1);
  }

  private static void rules(Canvas canvas, Range x, Range y) {
    try (Paint paint = new Paint().setColor(RULE).setStrokeWidth(1)) {
      for (int i = 0; i <= RULES; i++) {
        float height = top((double) i / RULES);
        canvas.drawLine(LEFT, height, WIDTH - RIGHT, height, paint);
        text(canvas, number(y.at((double) i / RULES)), new Place(14, 14, height + 5), GREY);
        float across = left((double) i / RULES) - 12;
        text(canvas, number(x.at((double) i / RULES)), new Place(14, across, HEIGHT - 36), GREY);
      }
    }
  }

  private static void curve(Canvas canvas, Line line, Range x, Range y, int colour) {
    try (PathBuilder builder = new PathBuilder();
        Paint paint =
            new Paint()
                .setColor(colour)
                .setMode(PaintMode.STROKE)
                .setStrokeWidth(2)
                .setStrokeCap(PaintStrokeCap.ROUND)
                .setAntiAlias(true)) {
      Point first = line.points().getFirst();
      builder.moveTo(left(x.share(first.x())), top(y.share(first.y())));
      for (Point point : line.points()) {
        builder.lineTo(left(x.share(point.x())), top(y.share(point.y())));
      }
      try (Path path = builder.build()) {
        canvas.drawPath(path, paint);
      }
    }
  }

  private static int entry(Canvas canvas, String name, int left, int colour) {
    try (Paint paint = new Paint().setColor(colour).setStrokeWidth(4);
        Font font = new Font(Fonts.SANS.typeface(), 15)) {
      canvas.drawLine(left, 62, left + 24, 62, paint);
      text(canvas, name, new Place(15, left + 32, 67), INK);
      return Math.round(left + 32 + font.measureTextWidth(name) + 28);
    }
  }

  private static float left(double share) {
    return (float) (LEFT + share * (WIDTH - LEFT - RIGHT));
  }

  private static float top(double share) {
    return (float) (HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM));
  }

  private static String number(double value) {
    double size = Math.abs(value);
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
  }

  /// Where a text begins, and the size of its letters.
  private record Place(int size, float x, float y) {}

  private static void text(Canvas canvas, String text, Place place, int colour) {
    try (Font font = new Font(Fonts.SANS.typeface(), place.size());
        Paint paint = new Paint().setColor(colour).setAntiAlias(true)) {
      canvas.drawString(text, place.x(), place.y(), font, paint);
    }
  }
}
