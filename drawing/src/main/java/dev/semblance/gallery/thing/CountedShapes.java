package dev.semblance.gallery.thing;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.scene.Words;
import java.util.ArrayList;
import java.util.List;

/// Paper shapes of one colour, counted, on coloured paper.
public final class CountedShapes {
  private static final List<String> COLOURS =
      List.of("red", "blue", "green", "yellow", "orange", "purple", "black", "white");

  private final int count;
  private final String kind;
  private final int colour;
  private final int paper;

  private CountedShapes(int count, String kind, int colour, int paper) {
    this.count = count;
    this.kind = kind;
    this.colour = colour;
    this.paper = paper;
  }

  public static Scene cast(Dice dice) {
    int count = dice.whole(1, 6);
    String kind = dice.pick("circle", "square", "triangle", "star", "heart");
    String colour = dice.pick(COLOURS);
    String ground = dice.chance(0.35) ? "white" : dice.pick(COLOURS);
    if (ground.equals(colour)) {
      ground = colour.equals("white") ? "blue" : "white";
    }
    String what = Words.count(count, colour + " " + kind);
    CountedShapes shapes = new CountedShapes(count, kind, Swatch.of(colour), ground(ground));
    boolean plain = ground.equals("white");
    return new Scene(
        Caption.of("shapes", what + (plain ? "" : " on " + ground))
            .or(what + " on " + Words.a(ground + " background"))
            .or(what + " cut out of paper")
            .or("a picture of " + what)
            .or(Words.capital(Words.count(count, kind)).toLowerCase(java.util.Locale.ROOT)),
        shapes::paint);
  }

  private static int ground(String name) {
    return name.equals("white")
        ? 0xFFF6F3EC
        : name.equals("black") ? 0xFF25262B : Tone.light(Swatch.of(name), 0.45);
  }

  private void paint(Art art) {
    Dice dice = art.dice();
    art.wash(
        Texture.mottle(Tone.dark(paper, 0.04), Tone.light(paper, 0.05))
            .scale(3, 3)
            .relief(0.8)
            .ink(dice));
    art.wash(
        Ink.glow(art.width() * 0.3, art.height() * 0.2, 420, 0x33FFFFFF, 0x00FFFFFF, 0x28000000));
    double size =
        Math.min(art.width(), art.height()) * (count == 1 ? 0.26 : count < 4 ? 0.17 : 0.13);
    for (double[] p : places(art, size)) {
      double s = size * dice.near(1, 0.08);
      Shape shape = outline(p[0], p[1], s);
      art.fill(outline(p[0] + 4, p[1] + 5, s), Ink.of(0x50000000).blur(8));
      art.fill(
          shape,
          Texture.mottle(Tone.dark(colour, 0.08), Tone.light(colour, 0.05))
              .scale(2.4, 2.4)
              .relief(0.7)
              .ink(dice));
      art.stroke(shape, 0.8, Ink.of(Tone.alpha(Tone.light(colour, 0.4), 0.5)));
    }
    art.finish(0.3, 0.4);
  }

  private Shape outline(double x, double y, double s) {
    return switch (kind) {
      case "circle" -> Shape.circle(x, y, s);
      case "square" -> Shape.round(3, x - s * 0.9, y - s * 0.9, s * 1.8, s * 1.8);
      case "triangle" -> Shape.polygon(x, y - s, x + s, y + s * 0.8, x - s, y + s * 0.8);
      case "star" -> star(x, y, s);
      default -> heart(x, y, s);
    };
  }

  private static Shape star(double x, double y, double s) {
    double[] points = new double[20];
    for (int i = 0; i < 10; i++) {
      double r = i % 2 == 0 ? s * 1.1 : s * 0.45;
      points[2 * i] = x + r * Math.sin(i * Math.PI / 5);
      points[2 * i + 1] = y - r * Math.cos(i * Math.PI / 5);
    }
    return Shape.polygon(points);
  }

  private static Shape heart(double x, double y, double s) {
    Shape heart = Shape.path().move(x, y + s);
    heart.swing(x - s * 1.6, y - s * 0.1, x - s * 0.8, y - s * 1.3, x, y - s * 0.45);
    return heart.swing(x + s * 0.8, y - s * 1.3, x + s * 1.6, y - s * 0.1, x, y + s).close();
  }

  /// Places on a loose grid, far enough apart that no two shapes touch.
  private List<double[]> places(Art art, double size) {
    int columns = count <= 3 ? count : (count + 1) / 2;
    int rows = (count + columns - 1) / columns;
    List<double[]> result = new ArrayList<>();
    double cellX = art.width() / columns;
    double cellY = art.height() / rows;
    for (int i = 0; i < count; i++) {
      int row = i / columns;
      int inRow = Math.min(columns, count - row * columns);
      double x = art.width() / 2 + (i % columns - (inRow - 1) / 2.0) * cellX;
      double y = (row + 0.5) * cellY;
      double roomX = Math.max(0, cellX / 2 - size * 1.25);
      double roomY = Math.max(0, cellY / 2 - size * 1.25);
      result.add(new double[] {x + art.dice().near(0, roomX), y + art.dice().near(0, roomY)});
    }
    return result;
  }
}
