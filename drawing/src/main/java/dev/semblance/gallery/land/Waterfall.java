package dev.semblance.gallery.land;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.brush.Water;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Trees;

/// A waterfall between mossy cliffs.
public final class Waterfall {
  private Waterfall() {}

  public static Scene cast(Dice dice) {
    boolean wide = dice.chance(0.4);
    boolean jungle = dice.chance(0.5);
    Air air = Air.day(dice);
    String size = wide ? "wide" : "tall narrow";
    String where = jungle ? "in a green jungle" : "between grey rocks";
    Caption caption =
        Caption.of("waterfall", "a " + size + " waterfall " + where)
            .or("a waterfall " + where)
            .or("white water falling over a cliff into a pool")
            .or("a " + size + " waterfall with mist above a pool, " + where)
            .or("a waterfall");
    return new Scene(caption, art -> paint(art, air, wide, jungle));
  }

  private static void paint(Art art, Air air, boolean wide, boolean jungle) {
    Dice dice = art.dice();
    double w = art.width();
    double h = art.height();
    double pool = h * 0.76;
    Sky.paint(art, air, h * 0.5);
    Trees.wood(art, air, h * 0.2, 0);
    double x = w * dice.between(0.42, 0.58);
    double half = wide ? w * 0.2 : w * 0.075;
    cliff(art, air, x, pool, jungle);
    fall(art, air, new double[] {x, h * 0.17, half, pool});
    for (int side = -1; side <= 1; side += 2) {
      bank(art, air, x + side * (half + 8), side, jungle);
    }
    new Water(pool, air.lit(jungle ? 0xFF2F7468 : 0xFF3A6C7C), 1.6, 0.6, x, 0).paint(art);
    mist(art, x, pool, half);
    stones(art, air, pool);
    art.finish(0.55, 0.35);
  }

  private static void cliff(Art art, Air air, double x, double pool, boolean jungle) {
    double w = art.width();
    Shape cliff = Shape.path().move(-5, pool + 20).to(-5, art.height() * 0.12);
    for (int i = 1; i < 16; i++) {
      double px = w * i / 16;
      double dip = Math.exp(-Math.pow((px - x) / (w * 0.12), 2)) * 24;
      cliff.to(px, art.height() * 0.14 + dip + art.dice().near(0, 7));
    }
    cliff.to(w + 5, art.height() * 0.12, w + 5, pool + 20).close();
    int rock = jungle ? 0xFF6C7058 : 0xFF85817A;
    Texture stone =
        Texture.rock(art.height() * 0.1, pool, air.lit(rock), air.lit(Tone.dark(rock, 0.5)));
    art.fill(cliff, stone.scale(2.2, 0.9).set("sun", 5 * air.side(), 3).ink(art.dice()));
    int moss = Tone.alpha(air.lit(jungle ? 0xFF4F7A34 : 0xFF6A7A48), jungle ? 0.75 : 0.4);
    art.fill(
        cliff,
        Texture.mottle(Tone.alpha(moss, 0), moss)
            .scale(2, 1.2)
            .contrast(5)
            .relief(1.5)
            .ink(art.dice()));
  }

  private static void fall(Art art, Air air, double[] at) {
    Dice dice = art.dice();
    double x = at[0];
    double half = at[2];
    Shape sheet =
        Shape.path()
            .move(x - half * 0.8, at[1])
            .bend(x - half * 0.9, at[1] + 60, x - half * 1.15, at[3] + 8);
    sheet
        .to(x + half * 1.15, at[3] + 8)
        .bend(x + half * 0.9, at[1] + 60, x + half * 0.8, at[1])
        .close();
    int white = air.lit(0xFFF4FAFD);
    art.fill(
        sheet,
        Texture.mottle(air.lit(0xFFA9C8D6), white)
            .scale(6, 0.22)
            .contrast(3.4)
            .relief(0.6)
            .ink(dice));
    art.inside(
        sheet,
        () -> {
          for (int i = 0; i < 70; i++) {
            double sx = x + dice.near(0, half * 1.1);
            double y = dice.between(at[1], at[3]);
            art.stroke(
                Shape.line(sx, y, sx + dice.near(0, 1.5), y + dice.between(20, 70)),
                dice.between(0.5, 2.2),
                Ink.of(Tone.alpha(white, 0.5)).blur(1));
          }
        });
    art.fill(Shape.oval(x, at[1] + 1, half * 0.85, 4), Ink.of(Tone.alpha(white, 0.9)).blur(3));
  }

  private static void bank(Art art, Air air, double x, int side, boolean jungle) {
    Dice dice = art.dice();
    double pool = art.height() * 0.76;
    for (int i = 0; i < 12; i++) {
      double px = x + side * (20 + dice.between(0, 190));
      double py = pool + 6 - dice.between(0, 26 + Math.abs(px - x) * 0.35);
      int green = Tone.vary(jungle ? 0xFF3E7A30 : 0xFF5B7040, dice, 0.07);
      Trees.bush(art, air, new double[] {px, py, dice.between(14, 30), 0.1}, green);
    }
    if (jungle) {
      Trees.palm(
          art,
          air,
          new double[] {x + side * dice.between(90, 140), pool + 6, dice.between(120, 170), 0.05});
    } else {
      Trees.conifer(
          art,
          air,
          new double[] {x + side * dice.between(90, 140), pool + 6, dice.between(120, 170), 0.05},
          0);
    }
  }

  private static void mist(Art art, double x, double pool, double half) {
    Dice dice = art.dice();
    for (int i = 0; i < 22; i++) {
      double r = dice.between(14, 34);
      double cx = x + dice.near(0, half * 1.5 + 20);
      art.fill(
          Shape.oval(cx, pool + dice.near(0, 14), r * 1.4, r * 0.7),
          Ink.of(Tone.alpha(0xFFFFFFFF, 0.2)).blur(r));
    }
  }

  private static void stones(Art art, Air air, double pool) {
    Dice dice = art.dice();
    for (int i = 0; i < 12; i++) {
      double t = dice.between(0.2, 1);
      double x = dice.between(0, art.width());
      double y = pool + t * (art.height() - pool);
      double r = 8 + 26 * t * dice.between(0.5, 1);
      int k = air.lit(Tone.vary(0xFF6E6C66, dice, 0.06));
      art.fill(Shape.oval(x, y + r * 0.3, r * 1.15, r * 0.35), Ink.of(0x60102028).blur(5));
      art.fill(
          Shape.blob(
              x - r,
              y + r * 0.3,
              x - r * 0.7,
              y - r * 0.3,
              x,
              y - r * 0.5,
              x + r * 0.7,
              y - r * 0.25,
              x + r,
              y + r * 0.3,
              x,
              y + r * 0.42),
          Ink.down(y - r * 0.5, y + r * 0.4, Tone.light(k, 0.3), k, Tone.dark(k, 0.6)));
    }
  }
}
