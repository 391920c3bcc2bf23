package dev.semblance.gallery.food;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.scene.Words;

/// A cup of coffee, a glass of wine or juice, bread.
public final class Drinks {
  private Drinks() {}

  public static Scene coffee(Dice dice) {
    String colour = dice.pick("white", "blue", "red", "green", "yellow");
    boolean croissant = dice.chance(0.45);
    Table table = Table.pick(dice);
    String what = Words.a(colour + " cup of coffee");
    Caption caption =
        Caption.of(
                "coffee",
                what + (croissant ? " and a croissant" : "") + " on " + Words.a(table.name()))
            .or("a cup of coffee on a table")
            .or(what + " with steam rising")
            .or("hot coffee in " + Words.a(colour + " cup") + " on a saucer")
            .or(croissant ? "breakfast with coffee and a croissant" : "a coffee");
    int k =
        switch (colour) {
          case "blue" -> 0xFF3C6EA8;
          case "red" -> 0xFFC4403A;
          case "green" -> 0xFF4A8C6A;
          case "yellow" -> 0xFFECC048;
          default -> 0xFFF5F2EC;
        };
    return new Scene(caption, art -> paintCoffee(art, table, k, croissant));
  }

  private static void paintCoffee(Art art, Table table, int k, boolean croissant) {
    table.paint(art);
    double x = art.width() * (croissant ? 0.4 : 0.5);
    double y = art.height() * 0.76;
    Table.shadow(art, x, y + 16, 118);
    art.fill(
        Shape.oval(x, y + 6, 118, 30),
        Ink.glow(x - 40, y - 10, 170, Tone.light(k, 0.45), k, Tone.dark(k, 0.35)));
    art.stroke(Shape.oval(x, y + 4, 66, 16), 2, Ink.of(Tone.alpha(Tone.dark(k, 0.4), 0.5)));
    art.stroke(Shape.arc(-80, 165, x + 66, y - 52, 30, 27), 13, Ink.of(Tone.dark(k, 0.3)));
    art.stroke(Shape.arc(-80, 165, x + 65, y - 53, 30, 27), 9, Ink.of(k));
    Shape cup =
        Shape.path().move(x - 74, y - 92).swing(x - 72, y - 24, x - 48, y + 4, x - 30, y + 6);
    cup.bend(x, y + 12, x + 30, y + 6).swing(x + 48, y + 4, x + 72, y - 24, x + 74, y - 92).close();
    art.fill(
        cup,
        Ink.across(
            x - 74,
            x + 74,
            Tone.light(k, 0.15),
            Tone.light(k, 0.5),
            k,
            Tone.dark(k, 0.4),
            Tone.dark(k, 0.3)));
    art.fill(Shape.oval(x, y - 92, 74, 19), Ink.of(Tone.light(k, 0.4)));
    art.fill(
        Shape.oval(x, y - 90, 68, 15.5),
        Ink.glow(x - 14, y - 94, 74, 0xFF8A5A34, 0xFF5A3218, 0xFF2E170A));
    foam(art, x, y - 90);
    steam(art, x, y - 104);
    if (croissant) {
      croissant(art, art.width() * 0.76, y + 6);
    }
    art.finish(0.5, 0.35);
  }

  private static void foam(Art art, double x, double y) {
    art.inside(
        Shape.oval(x, y, 68, 15.5),
        () -> {
          art.stroke(Shape.oval(x, y, 64, 13), 4, Ink.of(0x90D8A870).blur(3));
          art.stroke(
              Shape.curve(x - 24, y + 2, x - 8, y - 5, x + 10, y + 4, x + 26, y - 3),
              4,
              Ink.of(0xAAF0D8B0).blur(3));
        });
  }

  private static void steam(Art art, double x, double y) {
    Dice dice = art.dice();
    for (int i = -1; i <= 1; i++) {
      double sx = x + i * 24 + dice.near(0, 5);
      Shape wisp =
          Shape.curve(sx, y, sx + 10, y - 26, sx - 8, y - 52, sx + 9, y - 82, sx - 2, y - 110);
      art.stroke(wisp, 11, Ink.down(y - 110, y, 0x00FFFFFF, 0x66FFFFFF, 0x30FFFFFF).blur(11));
    }
  }

  private static void croissant(Art art, double x, double y) {
    Table.shadow(art, x, y + 14, 62);
    for (int i = 0; i < 7; i++) {
      double t = i / 6.0 - 0.5;
      double r = 27 - 62 * t * t;
      double cx = x + t * 124;
      double cy = y - 8 + 70 * t * t - r * 0.2;
      Shape fold = Shape.oval(cx, cy, 17, Math.max(9, r));
      art.at(
          Spot.at(0, 0),
          () ->
              art.fill(
                  fold,
                  Ink.glow(cx - 5, cy - r * 0.5, r * 1.8, 0xFFF6CE88, 0xFFCF8A3C, 0xFF7E4414)));
      art.stroke(fold, 1, Ink.of(0x70603008));
    }
  }

  public static Scene glass(Dice dice) {
    String drink = dice.pick("red wine", "white wine", "orange juice", "water");
    int count = dice.whole(1, 3);
    Table table = Table.pick(dice);
    String what = count == 1 ? "a glass of " + drink : Words.number(count) + " glasses of " + drink;
    Caption caption =
        Caption.of("glass", what + " on " + Words.a(table.name()))
            .or(what)
            .or(count == 1 ? "a drink in a glass" : "drinks in glasses on a table")
            .or(what + " with light shining through")
            .or(drink + " in a glass");
    return new Scene(caption, art -> paintGlasses(art, table, drink, count));
  }

  private static void paintGlasses(Art art, Table table, String drink, int count) {
    table.paint(art);
    int k =
        switch (drink) {
          case "red wine" -> 0xFF6A0F22;
          case "white wine" -> 0xFFE8D88A;
          case "orange juice" -> 0xFFF79A1E;
          default -> 0xFFB8DCE8;
        };
    for (int i = 0; i < count; i++) {
      double x = art.width() * (i + 0.5) / count * 0.8 + art.width() * 0.1;
      double y = art.height() * 0.84 + (i % 2) * -12;
      double s = count == 1 ? 1.25 : 1.05;
      Table.shadow(art, x, y, 40 * s);
      art.fill(Shape.oval(x + 50 * s, y + 2, 60 * s, 9 * s), Ink.of(Tone.alpha(k, 0.3)).blur(16));
      boolean wine = drink.endsWith("wine");
      art.at(
          Spot.at(x, y, s),
          () -> {
            if (wine) {
              wine(art, k);
            } else {
              tumbler(art, k, drink.equals("orange juice"));
            }
          });
    }
    art.finish(0.5, 0.35);
  }

  private static void wine(Art art, int k) {
    art.fill(Shape.oval(0, -2, 36, 7), Ink.across(-36, 36, 0x90FFFFFF, 0x50C8D4DA, 0x90FFFFFF));
    art.fill(
        Shape.polygon(-2.5, -70, 2.5, -70, 3.5, -4, -3.5, -4),
        Ink.across(-3, 3, 0xC0FFFFFF, 0x60B8C4CA, 0xC0FFFFFF));
    Shape bowl = Shape.svg("M-38,-176 C-48,-116 -40,-74 0,-70 C40,-74 48,-116 38,-176 Z");
    art.inside(
        bowl,
        () -> {
          art.fill(
              Shape.box(-50, -134, 100, 70),
              Ink.glow(-14, -110, 66, Tone.light(k, 0.25), k, Tone.dark(k, 0.45)));
          art.fill(Shape.oval(0, -134, 43, 7), Ink.of(Tone.light(k, 0.3)));
        });
    shine(art, bowl, -176);
  }

  private static void tumbler(Art art, int k, boolean straw) {
    Shape glass = Shape.svg("M-38,-130 L-32,-4 Q0,6 32,-4 L38,-130 Z");
    art.inside(
        glass,
        () -> {
          art.fill(
              Shape.box(-50, -104, 100, 110),
              Ink.across(-40, 40, Tone.light(k, 0.2), k, Tone.dark(k, 0.15)).alpha(0.92));
          art.fill(Shape.oval(0, -104, 36, 6), Ink.of(Tone.light(k, 0.4)));
          for (int i = 0; i < 12; i++) {
            art.stroke(
                Shape.circle(
                    art.dice().near(0, 30), -art.dice().between(10, 96), art.dice().between(1, 3)),
                0.7,
                Ink.of(0x66FFFFFF));
          }
        });
    if (straw) {
      art.stroke(Shape.line(6, -20, 26, -168), 5, Ink.of(0xFFE8EEF2));
      art.stroke(Shape.line(6, -20, 26, -168), 5, Ink.of(0xFFD8404A).dashed(6, 7));
      art.fill(Shape.circle(-34, -130, 20), Ink.of(0xFFF6A832));
      art.stroke(Shape.circle(-34, -130, 17), 2, Ink.of(0xFFFFE8B8));
    }
    shine(art, glass, -130);
  }

  private static void shine(Art art, Shape glass, double top) {
    art.stroke(glass, 1.6, Ink.of(0xA0FFFFFF));
    art.inside(
        glass,
        () -> {
          art.fill(Shape.oval(-24, top + 58, 5, 40), Ink.of(0x90FFFFFF).blur(5));
          art.fill(Shape.oval(28, top + 60, 3, 34), Ink.of(0x60FFFFFF).blur(4));
          art.wash(Texture.mottle(0x00FFFFFF, 0x10FFFFFF).ink(art.dice()));
        });
    art.stroke(Shape.oval(0, top, 38, 5), 1.3, Ink.of(0xB0FFFFFF));
  }
}
