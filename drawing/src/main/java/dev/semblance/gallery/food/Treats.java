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

/// A birthday cake, a pizza, an ice cream.
public final class Treats {
  private Treats() {}

  public static Scene cake(Dice dice) {
    int candles = dice.whole(0, 6);
    String icing = dice.pick("chocolate", "pink", "white");
    Table table = Table.pick(dice);
    String what =
        Words.a(icing.equals("chocolate") ? "chocolate cake" : "cake with " + icing + " icing");
    String with =
        candles == 0
            ? ""
            : (icing.equals("chocolate") ? " with " : " and ")
                + Words.count(candles, "candle").replace("a candle", "one candle");
    Caption caption =
        Caption.of("cake", what + with)
            .or(
                candles > 0
                    ? "a birthday cake with "
                        + (candles == 1
                            ? "one burning candle"
                            : Words.number(candles) + " burning candles")
                    : "a cake on a plate")
            .or(what + " on " + Words.a(table.name()))
            .or("a sweet round cake decorated with cherries")
            .or("a cake");
    int k =
        switch (icing) {
          case "chocolate" -> 0xFF5A3420;
          case "pink" -> 0xFFF2A8BC;
          default -> 0xFFF8F3EA;
        };
    return new Scene(caption, art -> paintCake(art, table, k, candles));
  }

  private static void paintCake(Art art, Table table, int icing, int candles) {
    table.paint(art);
    double x = art.width() / 2;
    double y = art.height() * 0.78;
    Table.shadow(art, x, y + 18, 150);
    plate(art, x, y + 6, 160);
    int sponge = icing == 0xFF5A3420 ? 0xFF6E4228 : 0xFFE6BC7C;
    Shape side =
        Shape.path()
            .move(x - 112, y - 92)
            .to(x - 112, y - 8)
            .bend(x, y + 44, x + 112, y - 8)
            .to(x + 112, y - 92)
            .close();
    art.fill(
        side,
        Ink.across(
            x - 112,
            x + 112,
            Tone.light(sponge, 0.15),
            Tone.light(sponge, 0.3),
            sponge,
            Tone.dark(sponge, 0.4)));
    art.inside(
        side,
        () -> {
          art.wash(Texture.mottle(0x30603010, 0x20FFFFFF).scale(9, 9).contrast(4).ink(art.dice()));
          art.stroke(
              Shape.path().move(x - 112, y - 50).bend(x, y + 2, x + 112, y - 50),
              9,
              Ink.of(0xFFFAF2E4));
          art.stroke(
              Shape.path().move(x - 112, y - 43).bend(x, y + 9, x + 112, y - 43),
              4,
              Ink.of(0xFFC83A48));
        });
    drips(art, x, y - 92, icing);
    art.fill(
        Shape.oval(x, y - 92, 112, 30),
        Ink.glow(x - 40, y - 104, 150, Tone.light(icing, 0.35), icing, Tone.dark(icing, 0.15)));
    for (int i = 0; i < 9; i++) {
      double a = i * Math.PI / 4.5;
      cherry(art, x + Math.cos(a) * 90, y - 96 + Math.sin(a) * 22);
    }
    for (int i = 0; i < candles; i++) {
      candle(art, x + (i - (candles - 1) / 2.0) * 24, y - 92 + (i % 2 == 0 ? 4 : -6));
    }
    art.finish(0.5, 0.35);
  }

  static void plate(Art art, double x, double y, double r) {
    art.fill(
        Shape.oval(x, y, r, r * 0.27),
        Ink.glow(x - r * 0.3, y - 10, r * 1.5, 0xFFFFFFFF, 0xFFE6E4E0, 0xFFB4B2B0));
    art.stroke(Shape.oval(x, y - 1, r * 0.78, r * 0.2), 1.4, Ink.of(0x50808080));
  }

  private static void drips(Art art, double x, double y, int icing) {
    Dice dice = art.dice();
    Shape coat = Shape.path().move(x - 112, y);
    int n = 12;
    for (int i = 0; i < n; i++) {
      double l = x - 112 + 224.0 * i / n;
      double r = l + 224.0 / n;
      double m = (l + r) / 2;
      double sag = 30 * Math.sqrt(Math.max(0, 1 - Math.pow((m - x) / 112, 2)));
      double drop = sag + dice.between(12, 34);
      coat.swing(l + 1, y + drop, r - 1, y + drop, r, y + sag * 0.9 + 6);
    }
    coat.to(x + 112, y).close();
    art.fill(
        coat, Ink.across(x - 112, x + 112, Tone.light(icing, 0.2), icing, Tone.dark(icing, 0.3)));
    art.stroke(coat, 1, Ink.of(Tone.alpha(Tone.dark(icing, 0.5), 0.25)));
  }

  private static void cherry(Art art, double x, double y) {
    art.fill(Shape.oval(x + 2, y + 6, 9, 3), Ink.of(0x50000000).blur(3));
    art.fill(Shape.circle(x, y, 8), Ink.glow(x - 3, y - 3, 11, 0xFFFF7A7A, 0xFFC81E30, 0xFF6E0A18));
    art.stroke(Shape.curve(x, y - 7, x + 2, y - 14, x + 7, y - 19), 1.1, Ink.of(0xFF4E6A2A));
  }

  private static void candle(Art art, double x, double y) {
    int k = art.dice().pick(0xFF4A9AD8, 0xFFE85A6A, 0xFFF4CE4A, 0xFF6ABA6A, 0xFFB080D0);
    art.fill(
        Shape.round(2, x - 3.5, y - 46, 7, 48),
        Ink.across(x - 4, x + 4, Tone.light(k, 0.4), k, Tone.dark(k, 0.25)));
    art.stroke(Shape.line(x, y - 46, x, y - 51), 1, Ink.of(0xFF2A2420));
    art.wash(Ink.glow(x, y - 58, 46, 0x80FFE29A, 0x00FFC860).screen());
    art.at(
        Spot.at(x, y - 56),
        () ->
            art.fill(
                Shape.svg("M0,-12 Q6,-2 0,4 Q-6,-2 0,-12 Z"),
                Ink.down(-12, 4, 0xFFFFF6C8, 0xFFFFC040, 0xFFFF8A20)));
  }

  public static Scene pizza(Dice dice) {
    String topping = dice.pick("salami", "mushrooms", "vegetables", "cheese");
    boolean missing = dice.chance(0.35);
    Table table = new Table(dice.pick("wooden table", "dark table", "white table"), Table.EDGE);
    Caption caption =
        Caption.of("pizza", "a pizza with " + topping + (missing ? " and one slice missing" : ""))
            .or("a pizza on " + Words.a(table.name()))
            .or("a round pizza seen from above")
            .or("a pizza with " + topping)
            .or("a pizza");
    return new Scene(caption, art -> paintPizza(art, table, topping, missing));
  }

  private static void paintPizza(Art art, Table table, String topping, boolean missing) {
    table.fromAbove(art);
    Dice dice = art.dice();
    double x = art.width() / 2 + dice.near(0, 14);
    double y = art.height() / 2;
    double r = 148;
    art.fill(Shape.circle(x + 6, y + 9, r + 12), Ink.of(0x70100804).blur(18));
    art.fill(
        Shape.circle(x, y, r + 14),
        Ink.glow(x - 40, y - 60, r * 2, 0xFFFFFFFF, 0xFFDCD8D2, 0xFFB8B4AE));
    double gap = missing ? 44 : 0;
    double start = dice.between(0, 360);
    Shape pie = missing ? Shape.slice(start, 360 - gap, x, y, r) : Shape.circle(x, y, r);
    art.fill(pie, Ink.glow(x, y, r, 0xFFD89A4A, 0xFFD8984A, 0xFFB06A26));
    art.inside(
        pie,
        () -> {
          art.wash(
              Texture.mottle(0x40803808, 0x30FFE0A0).scale(5, 5).contrast(5).relief(1).ink(dice));
          art.fill(Shape.circle(x, y, r * 0.88), Ink.of(0xFFC23A22).blur(4));
          art.fill(
              Shape.circle(x, y, r * 0.86),
              Texture.mottle(0x00F6D070, 0xFFF6D98A)
                  .scale(3.2, 3.2)
                  .contrast(3.4)
                  .relief(1)
                  .ink(dice));
          toppings(art, x, y, r * 0.78, topping);
          cuts(art, x, y, r, start);
        });
    art.finish(0.45, 0.35);
  }

  private static void cuts(Art art, double x, double y, double r, double start) {
    Shape cuts = Shape.path();
    for (int i = 0; i < 8; i++) {
      double a = Math.toRadians(start + 45 * i - 1);
      cuts.move(x, y).to(x + Math.cos(a) * r, y + Math.sin(a) * r);
    }
    art.stroke(cuts, 1.4, Ink.of(0x70602808));
  }

  private static void toppings(Art art, double x, double y, double r, String topping) {
    Dice dice = art.dice();
    int n = topping.equals("cheese") ? 10 : 26;
    for (int i = 0; i < n; i++) {
      double a = i * 2.39996;
      double q = r * Math.sqrt((i + 0.5) / n);
      double px = x + Math.cos(a) * q;
      double py = y + Math.sin(a) * q;
      double size = dice.between(10, 14);
      art.fill(Shape.circle(px + 1.5, py + 2.5, size), Ink.of(0x50401808).blur(4));
      switch (topping) {
        case "salami" ->
            art.fill(
                Shape.circle(px, py, size + 2),
                Ink.glow(px - 3, py - 3, size * 1.5, 0xFFD8503C, 0xFFA02A22));
        case "mushrooms" ->
            art.at(
                new Spot(px, py, size / 11, dice.between(0, 360), false),
                () ->
                    art.fill(
                        Shape.svg(
                            "M-11,0 Q-11,-12 0,-12 Q11,-12 11,0 Q4,-2 3,0 L3,9 L-3,9 L-3,0 Q-4,-2 -11,0 Z"),
                        Ink.down(-12, 9, 0xFFD8C4A4, 0xFFF2E6D0)));
        case "vegetables" -> {
          int k = dice.pick(0xFF4A8A34, 0xFFD83A2A, 0xFFF0C030, 0xFF2A2622);
          art.stroke(
              Shape.arc(dice.between(0, 360), 240, px, py, size * 0.7, size * 0.6), 4.4, Ink.of(k));
        }
        default -> art.fill(Shape.oval(px, py, size * 1.3, size), Ink.of(0xCCFBEBC0).blur(5));
      }
    }
    for (int i = 0; i < 7; i++) {
      double a = dice.between(0, 6.28);
      double q = r * Math.sqrt(dice.between(0, 1)) * 0.9;
      art.at(
          Spot.at(x + Math.cos(a) * q, y + Math.sin(a) * q, 1.1).turned(dice.between(0, 360)),
          () ->
              art.fill(
                  Shape.svg("M0,0 Q8,-9 20,-2 Q10,7 0,0 Z"),
                  Ink.across(0, 20, 0xFF2F6A26, 0xFF6AA83E)));
    }
  }

  public static Scene iceCream(Dice dice) {
    int scoops = dice.whole(1, 3);
    Dice colours = dice.fork();
    boolean beach = dice.chance(0.4);
    Caption caption =
        Caption.of(
                "ice cream",
                "an ice cream cone with "
                    + Words.count(scoops, "scoop").replace("a scoop", "one scoop"))
            .or("an ice cream")
            .or(
                "a waffle cone with "
                    + Words.count(scoops, "ball").replace("a ball", "one ball")
                    + " of ice cream")
            .or("ice cream in front of a " + (beach ? "sunny beach" : "colourful wall"))
            .or("a sweet cold dessert in a cone");
    int[] tints = {0xFFF7E6C4, 0xFFF4A6B8, 0xFF7A4A2E, 0xFFB8DCA8, 0xFFF6D060, 0xFFB89ACC};
    int first = colours.whole(0, 5);
    return new Scene(
        caption, art -> paintIce(art, scoops, tints, new int[] {first, beach ? 1 : 0}));
  }

  private static void paintIce(Art art, int scoops, int[] tints, int[] how) {
    Dice dice = art.dice();
    int wall = how[1] == 1 ? 0xFF8CC4DC : dice.pick(0xFFF2B8C0, 0xFFBCE0D0, 0xFFF6E0A8, 0xFFC8C0E8);
    art.wash(
        Ink.glow(
            art.width() * 0.3,
            art.height() * 0.2,
            520,
            Tone.light(wall, 0.5),
            wall,
            Tone.dark(wall, 0.25)));
    if (how[1] == 1) {
      art.fill(
          Shape.box(0, art.height() * 0.55, art.width(), 200),
          Ink.down(art.height() * 0.55, art.height(), 0xFF3E9AB0, 0xFFE8D4A4, 0xFFDCC48C).blur(14));
    }
    double x = art.width() / 2;
    double y = art.height() * 0.56;
    Shape cone =
        Shape.path()
            .move(x - 48, y)
            .to(x + 48, y, x + 6, y + 138)
            .bend(x, y + 146, x - 6, y + 138)
            .close();
    art.fill(cone, Ink.across(x - 48, x + 48, 0xFFE8B468, 0xFFF2CC8A, 0xFFB87A34));
    art.inside(
        cone,
        () -> {
          Shape waffle = Shape.path();
          for (int i = -10; i < 20; i++) {
            waffle
                .move(x - 60 + i * 13, y - 10)
                .to(x + 20 + i * 13, y + 160)
                .move(x + 60 - i * 13, y - 10)
                .to(x - 20 - i * 13, y + 160);
          }
          art.stroke(waffle, 1.8, Ink.of(0x80884A14));
        });
    for (int i = 0; i < scoops; i++) {
      double sx =
          x + (scoops == 1 ? 0 : scoops == 2 ? (i == 0 ? -16 : 16) : new double[] {-24, 24, 0}[i]);
      double sy = y - 22 - (scoops == 3 && i == 2 ? 58 : scoops == 2 && i == 1 ? 36 : 0);
      scoop(art, sx, sy, scoops == 1 ? 56 : 44, tints[(how[0] + i) % tints.length]);
    }
    art.finish(0.4, 0.3);
  }

  private static void scoop(Art art, double x, double y, double r, int k) {
    Dice dice = art.dice();
    double[] p = new double[36];
    for (int i = 0; i < 18; i++) {
      double a = i * Math.PI / 9;
      double q = r * (a > 0.3 && a < 2.8 ? dice.between(0.98, 1.14) : dice.between(0.97, 1.02));
      p[2 * i] = x + Math.cos(a) * q;
      p[2 * i + 1] = y + Math.sin(a) * q * 0.95;
    }
    Shape ball = Shape.blob(p);
    art.fill(
        ball,
        Ink.glow(x - r * 0.4, y - r * 0.45, r * 1.7, Tone.light(k, 0.5), k, Tone.dark(k, 0.4)));
    art.fill(
        ball,
        Texture.mottle(Tone.alpha(Tone.dark(k, 0.5), 0.18), 0x30FFFFFF)
            .scale(6, 6)
            .contrast(4)
            .relief(1)
            .ink(dice));
    art.fill(
        Shape.oval(x - r * 0.35, y - r * 0.45, r * 0.24, r * 0.16), Ink.of(0x70FFFFFF).blur(8));
  }
}
