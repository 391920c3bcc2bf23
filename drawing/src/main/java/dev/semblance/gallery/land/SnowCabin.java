package dev.semblance.gallery.land;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Frame;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Trees;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;

/// A wooden cabin with lit windows in deep snow.
public final class SnowCabin {
  private SnowCabin() {}

  public static Scene cast(Dice dice) {
    Hour hour = dice.pick(Hour.DUSK, Hour.NIGHT, Hour.DAY, Hour.DAWN);
    Weather weather = hour != Hour.DAWN && dice.chance(0.4) ? Weather.SNOW : Weather.CLEAR;
    Air air = Air.of(hour, weather, dice);
    boolean smoke = dice.chance(0.7);
    Caption caption =
        Caption.of("cabin", "a cabin in the snow " + air.phrase())
            .or("a wooden house in a snowy forest " + air.phrase())
            .or(
                "a log cabin "
                    + (smoke ? "with smoke from its chimney " : "")
                    + "between snow-covered firs")
            .or("a small house in deep snow with warm light in the windows")
            .or("a winter landscape with a cabin");
    return new Scene(caption, art -> paint(art, air, smoke));
  }

  private static void paint(Art art, Air air, boolean smoke) {
    Dice dice = art.dice();
    double w = art.width();
    double h = art.height();
    double line = h * 0.55;
    Sky.paint(art, air, line);
    if (dice.chance(0.6)) {
      Land.mountains(art, air, line + 10, line * 0.55, 0.95);
    }
    Trees.wood(art, air, line + 6, 0.6);
    Shape drifts = Land.skyline(art, line + 22, 24, 160, 2);
    Land.snow(art, air, line - 20, drifts);
    double x = w * dice.between(0.4, 0.6);
    double y = h * 0.78;
    double s = dice.between(0.95, 1.25);
    for (int i = 0; i < 3; i++) {
      double side = i % 2 == 0 ? -1 : 1;
      Trees.conifer(
          art,
          air,
          new double[] {
            x + side * dice.between(105, 170), y - dice.between(0, 18), dice.between(110, 175), 0.08
          },
          0.9);
    }
    if (smoke) {
      smoke(art, air, x + 34 * s, y - 128 * s);
    }
    art.at(Spot.at(x, y, s), () -> house(art, air));
    glowOnSnow(art, air, x, y, s);
    Trees.conifer(
        art, air, new double[] {x + (dice.chance(0.5) ? -150 : 160), h * 0.97, 190, 0}, 0.95);
    Weathering.over(art, air, line);
    art.finish(0.55, 0.35);
  }

  private static void house(Art art, Air air) {
    art.fill(Shape.oval(0, 2, 92, 10), Ink.of(0x40101828).blur(12));
    logs(art, air);
    Shape gable = Shape.polygon(-62, -62, 0, -112, 62, -62);
    art.fill(
        gable,
        Texture.mottle(air.lit(0xFF6A4427), air.lit(0xFF8A5D38)).scale(8, 1).ink(art.dice()));
    for (double x : new double[] {-40, 22}) {
      window(art, air, new Frame(x, -46, 20, 22));
    }
    window(art, air, new Frame(-8, -88, 16, 16));
    art.fill(
        Shape.round(2, -10, -44, 20, 44),
        Ink.across(-10, 10, air.lit(0xFF3E2716), air.lit(0xFF5A3B22), air.lit(0xFF3A2414)));
    art.fill(Shape.circle(6, -21, 1.3), Ink.of(0xFFD8B66A));
    chimney(art, air);
    roof(art, air);
    art.fill(
        Shape.blob(-74, 6, -60, -5, -20, -3, -8, 3, 8, 3, 20, -4, 60, -5, 76, 6, 0, 12),
        Ink.down(-5, 10, air.lit(0xFFFFFFFF), air.lit(0xFFD5E0EE)));
  }

  private static void logs(Art art, Air air) {
    for (int i = 0; i < 8; i++) {
      double y = -62 + i * 7.9;
      int k = air.lit(Tone.vary(0xFF8A5A34, art.dice(), 0.04));
      art.fill(
          Shape.round(3.5, -66, y, 132, 8),
          Ink.down(y, y + 8, Tone.light(k, 0.16), k, Tone.dark(k, 0.5)));
    }
  }

  private static void window(Art art, Air air, Frame frame) {
    double x = frame.x();
    double y = frame.y();
    double w = frame.wide();
    double h = frame.high();
    art.fill(Shape.box(x - 2.5, y - 2.5, w + 5, h + 5), Ink.of(air.lit(0xFF4A2E1A)));
    Ink pane =
        air.hour() == Hour.DAY
            ? Ink.down(y, y + h, 0xFFFFDFA0, 0xFFC98E4A)
            : Ink.down(y, y + h, 0xFFFFE9A8, 0xFFFFB347);
    art.fill(Shape.box(x, y, w, h), pane);
    Shape bars = Shape.line(x + w / 2, y, x + w / 2, y + h).move(x, y + h / 2).to(x + w, y + h / 2);
    art.stroke(bars, 1.6, Ink.of(air.lit(0xFF4A2E1A)));
    art.fill(Shape.round(2, x - 4, y + h + 1, w + 8, 4), Ink.of(air.lit(0xFFF6F9FF)));
    if (air.dark()) {
      double r = w * 2.6;
      art.fill(
          Shape.circle(x + w / 2, y + h / 2, r),
          Ink.glow(x + w / 2, y + h / 2, r, 0x70FFB24A, 0x00FFA030).screen());
    }
  }

  private static void chimney(Art art, Air air) {
    art.fill(
        Shape.box(28, -120, 14, 34),
        Texture.mottle(air.lit(0xFF6E5A50), air.lit(0xFF93796A))
            .scale(9, 14)
            .contrast(5)
            .ink(art.dice()));
    art.fill(Shape.round(3, 26, -125, 18, 7), Ink.of(air.lit(0xFFF8FAFF)));
  }

  private static void roof(Art art, Air air) {
    for (int side = -1; side <= 1; side += 2) {
      Shape slab =
          Shape.blob(
              0, -124, side * 20, -111, side * 50, -86, side * 80, -58, side * 82, -50, side * 72,
              -50, side * 44, -73, side * 18, -96, 0, -108);
      int k = air.lit(side == air.side() ? 0xFFFFFFFF : 0xFFD3DEEE);
      art.fill(slab, Ink.down(-122, -50, k, Tone.mix(k, air.lit(0xFFB9C8DE), 0.6)));
      art.stroke(
          Shape.curve(side * 10, -98, side * 40, -74, side * 74, -49),
          2,
          Ink.of(Tone.alpha(air.lit(0xFF7C8CA8), 0.5)).blur(2));
    }
  }

  private static void glowOnSnow(Art art, Air air, double x, double y, double s) {
    if (air.dark()) {
      art.wash(
          Ink.glowOval(new double[] {x, y + 12 * s}, 120 * s, 0.3, 0x66FFB050, 0x00FF9020)
              .screen());
    }
  }

  private static void smoke(Art art, Air air, double x, double y) {
    Dice dice = art.dice();
    for (int i = 0; i < 16; i++) {
      double t = i / 16.0;
      double cx = x + t * 46 + dice.near(0, 6) * t;
      double cy = y - t * 95;
      double r = 4 + 17 * t;
      art.fill(
          Shape.circle(cx, cy, r),
          Ink.of(Tone.alpha(air.far(0xFFE8EAEE, 0.2), 0.24 * (1 - t))).blur(r));
    }
  }
}
