package dev.semblance.train.run;

import dev.semblance.drawing.HeatMap;
import dev.semblance.drawing.LineChart;
import dev.semblance.drawing.LineChart.Line;
import dev.semblance.drawing.LineChart.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a run looks like: its losses as curves, and the cosines of pictures and captions as a grid
/// whose diagonal lights up.
public final class RunPictures {
  /// Curves are averaged over parts of a run; so many are drawn.
  private static final int PARTS = 200;

  private static final int GUIDE = 7;

  private RunPictures() {}

  /// Draws the table of losses.
  public static void losses(Path table, Path picture) {
    List<double[]> rows = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(table)) {
        if (Character.isDigit(line.charAt(0))) {
          rows.add(
              java.util.Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(table + ": cannot be read", e);
    }
    if (rows.isEmpty()) {
      return;
    }
    List<Line> curves = new ArrayList<>();
    curves.add(curve("pictures and texts", rows, 3));
    curves.add(curve("teacher's features", rows, 4));
    curves.add(curve("teachers' names", rows, 5));
    if (rows.stream().allMatch(row -> row.length > GUIDE)) {
      curves.add(curve("the guide's places", rows, GUIDE));
    }
    new LineChart("Losses of the training batches", "step", curves).writeTo(picture);
  }

  private static Line curve(String name, List<double[]> rows, int column) {
    List<Point> points = new ArrayList<>();
    int width = Math.max(1, rows.size() / PARTS);
    for (int from = 0; from < rows.size(); from += width) {
      List<double[]> part = rows.subList(from, Math.min(rows.size(), from + width));
      double mean = part.stream().mapToDouble(row -> row[column]).average().orElse(0);
      points.add(new Point(part.getLast()[0], mean));
    }
    return new Line(name, points);
  }

  /// Draws the cosines of pictures (rows) and their captions (columns).
  public static void grid(String title, double[][] cosines, Path picture) {
    new HeatMap(title, List.of(), cosines, -0.1, 0.7).writeTo(picture);
  }
}
