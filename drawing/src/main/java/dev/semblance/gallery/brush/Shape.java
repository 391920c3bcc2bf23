package dev.semblance.gallery.brush;

import io.github.humbleui.skija.Path;
import io.github.humbleui.skija.PathBuilder;
import io.github.humbleui.types.RRect;
import io.github.humbleui.types.Rect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// An outline: one or more contours, built step by step. For one thread.
public final class Shape {
  private final List<Consumer<PathBuilder>> steps = new ArrayList<>();

  /// An empty outline to be continued.
  public static Shape path() {
    return new Shape();
  }

  /// An upright rectangle by its upper left corner and size.
  public static Shape box(double x, double y, double width, double height) {
    return new Shape().addBox(x, y, width, height);
  }

  /// A rectangle with round corners; `box` is x, y, width, height.
  public static Shape round(double radius, double... box) {
    Rect rect = rect(box[0], box[1], box[2], box[3]);
    return new Shape()
        .step(p ->
            p.addRRect(
                RRect.makeXYWH(
                    rect.getLeft(),
                    rect.getTop(),
                    rect.getWidth(),
                    rect.getHeight(),
                    (float) radius)));
  }

  public static Shape circle(double x, double y, double radius) {
    return oval(x, y, radius, radius);
  }

  /// An ellipse by its centre and half axes.
  public static Shape oval(double x, double y, double radiusX, double radiusY) {
    return new Shape().addOval(x, y, radiusX, radiusY);
  }

  /// A closed polygon; points are x, y, x, y.
  public static Shape polygon(double... points) {
    return new Shape().addPolygon(points);
  }

  /// A closed smooth outline through all points (Catmull-Rom).
  public static Shape blob(double... points) {
    return new Shape().addBlob(points);
  }

  /// An open smooth line through all points (Catmull-Rom).
  public static Shape curve(double... points) {
    return new Shape().move(points[0], points[1]).through(points);
  }

  /// An open line.
  public static Shape line(double... points) {
    return new Shape().step(p -> p.addPolygon(floats(points), false));
  }

  /// A piece of an ellipse's edge: `oval` is centre x, y and half axes; degrees clockwise from
  /// east.
  public static Shape arc(double start, double sweep, double... oval) {
    return new Shape()
        .step(p ->
            p.addArc(around(oval[0], oval[1], oval[2], oval[3]), (float) start, (float) sweep));
  }

  /// A slice of a pie: `circle` is centre x, y and radius.
  public static Shape slice(double start, double sweep, double... circle) {
    Rect rect = around(circle[0], circle[1], circle[2], circle[2]);
    return new Shape()
        .move(circle[0], circle[1])
        .step(p -> p.arcTo(rect, (float) start, (float) sweep, false))
        .close();
  }

  /// Outlines by a path of the SVG language: `M`, `L`, `C`, `Q`, `A`, `Z` and their kin.
  public static Shape svg(String path) {
    return new Shape()
        .step(p -> {
          try (Path parsed = Path.makeFromSVGString(path)) {
            p.addPath(parsed);
          }
        });
  }

  /// The same as [#blob(double...)] with the points as text: `x y x y`, commas allowed.
  public static Shape blob(String points) {
    return blob(numbers(points));
  }

  /// The same as [#curve(double...)] with the points as text.
  public static Shape curve(String points) {
    return curve(numbers(points));
  }

  private static double[] numbers(String points) {
    return Arrays.stream(points.trim().split("[ ,]+")).mapToDouble(Double::parseDouble).toArray();
  }

  public Shape move(double x, double y) {
    return step(p -> p.moveTo((float) x, (float) y));
  }

  /// Straight lines to each point in turn; points are x, y, x, y.
  public Shape to(double... points) {
    return step(p -> p.polylineTo(floats(points)));
  }

  /// A quadratic curve: control point, end point.
  public Shape bend(double cx, double cy, double x, double y) {
    return step(p -> p.quadTo((float) cx, (float) cy, (float) x, (float) y));
  }

  /// A cubic curve: two control points and the end, x, y each.
  public Shape swing(double... p) {
    return step(b ->
        b.cubicTo(
            (float) p[0], (float) p[1], (float) p[2], (float) p[3], (float) p[4], (float) p[5]));
  }

  public Shape close() {
    return step(PathBuilder::closePath);
  }

  public Shape addBox(double x, double y, double width, double height) {
    return step(p -> p.addRect(rect(x, y, width, height)));
  }

  public Shape addOval(double x, double y, double radiusX, double radiusY) {
    return step(p -> p.addOval(around(x, y, radiusX, radiusY)));
  }

  public Shape addPolygon(double... points) {
    return step(p -> p.addPolygon(floats(points), true));
  }

  /// The contours of another outline too.
  public Shape add(Shape other) {
    steps.addAll(other.steps);
    return this;
  }

  public Shape addBlob(double... points) {
    int n = points.length;
    move(points[0], points[1]);
    for (int i = 0; i < n; i += 2) {
      segment(points, new int[] {(i - 2 + n) % n, i, (i + 2) % n, (i + 4) % n});
    }
    return close();
  }

  /// Continues smoothly through points, the first of which is where the outline stands.
  public Shape through(double... points) {
    int last = points.length - 2;
    for (int i = 0; i < last; i += 2) {
      segment(points, new int[] {Math.max(0, i - 2), i, i + 2, Math.min(last, i + 4)});
    }
    return this;
  }

  private void segment(double[] p, int[] at) {
    double x1 = p[at[1]] + (p[at[2]] - p[at[0]]) / 6;
    double y1 = p[at[1] + 1] + (p[at[2] + 1] - p[at[0] + 1]) / 6;
    double x2 = p[at[2]] - (p[at[3]] - p[at[1]]) / 6;
    double y2 = p[at[2] + 1] - (p[at[3] + 1] - p[at[1] + 1]) / 6;
    swing(x1, y1, x2, y2, p[at[2]], p[at[2] + 1]);
  }

  private Shape step(Consumer<PathBuilder> step) {
    steps.add(step);
    return this;
  }

  Path build() {
    try (PathBuilder builder = new PathBuilder()) {
      steps.forEach(step -> step.accept(builder));
      return builder.build();
    }
  }

  static Rect rect(double x, double y, double width, double height) {
    return Rect.makeXYWH(
        (float) x, (float) y, (float) Math.max(0, width), (float) Math.max(0, height));
  }

  private static Rect around(double x, double y, double rx, double ry) {
    return rect(x - rx, y - ry, 2 * rx, 2 * ry);
  }

  private static float[] floats(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }
}
