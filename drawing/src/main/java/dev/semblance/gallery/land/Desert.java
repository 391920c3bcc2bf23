package dev.semblance.gallery.land;

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
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Shade;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Weather;

/// Dunes with cacti.
public final class Desert {
  private Desert() {}

  public static Scene cast(Dice dice) {
    int cacti = dice.whole(0, 3);
    boolean rocks = dice.chance(0.5);
    Air air = Air.of(dice.pick(Hour.DAY, Hour.SUNSET, Hour.DAWN, Hour.NIGHT), Weather.CLEAR, dice);
    String with = cacti == 0 ? "" : " with " + Words.count(cacti, "cactus");
    Caption caption =
        Caption.of("desert", "a desert" + with + " " + air.phrase())
            .or(
                cacti == 0
                    ? "sand dunes " + air.phrase()
                    : Words.count(cacti, "cactus") + " in the desert")
            .or("a dry sandy landscape" + with + (rocks ? " and red rocks far away" : ""))
            .or("orange sand" + with + " under a wide sky")
            .or("a desert landscape");
    return new Scene(caption, art -> paint(art, air, cacti, rocks));
  }

  private static void paint(Art art, Air air, int cacti, boolean rocks) {
    double line = art.height() * 0.55;
    Sky.paint(art, air, line, 0.2);
    if (rocks) {
      mesas(art, air, line);
    }
    for (int i = 0; i < 3; i++) {
      dune(art, air, line + 10 + 52 * i * i * 0.6, 3 - i);
    }
    for (int i = 0; i < cacti; i++) {
      double x =
          art.width() * (cacti == 1 ? art.dice().between(0.3, 0.7) : (i + 0.5) / cacti)
              + art.dice().near(0, 20);
      double s = cacti == 1 ? art.dice().between(1.3, 1.6) : art.dice().between(0.7, 1.2);
      double y = art.height() * (0.66 + 0.2 * s / 1.5);
      Shade.under(art, air, x, y, 50 * s);
      air.over(art, 0.02, () -> art.at(Spot.at(x, y, s), () -> cactus(art, air.side())));
    }
    art.finish(0.45, 0.4);
  }

  private static void mesas(Art art, Air air, double line) {
    Dice dice = art.dice();
    for (int i = 0; i < 3; i++) {
      double x = dice.between(0, art.width());
      double wide = dice.between(40, 90);
      double high = dice.between(40, 85);
      Shape mesa =
          Shape.polygon(
              x - wide,
              line + 12,
              x - wide * 0.62,
              line - high * 0.45,
              x - wide * 0.5,
              line - high,
              x + wide * 0.45,
              line - high * 0.96,
              x + wide * 0.6,
              line - high * 0.4,
              x + wide,
              line + 12);
      art.fill(
          mesa,
          Texture.rock(line - high, line + 12, air.far(0xFFC8744C, 0.3), air.far(0xFF7E3E2C, 0.35))
              .scale(1.2, 3)
              .set("sun", 4 * air.side(), 2)
              .colour("haze", Tone.alpha(air.haze(), 0.5))
              .ink(dice));
    }
  }

  private static void dune(Art art, Air air, double y, int depth) {
    Shape dune = Land.skyline(art, y, 30 + 12 * (3 - depth), 200, 1);
    int sand = air.far(0xFFE0A867, 0.12 * depth);
    Texture ripples =
        Texture.mottle(Tone.dark(sand, 0.14), Tone.light(sand, 0.12))
            .scale(0.5, 5)
            .turn(art.dice().near(0, 0.25))
            .contrast(2.4)
            .relief(1.2);
    art.fill(dune, ripples.set("sun", 2 * air.side(), 3).ink(art.dice()));
    art.inside(
        dune, () -> art.stroke(dune, 26, Ink.of(Tone.alpha(Tone.light(sand, 0.35), 0.6)).blur(26)));
    Shape lee = Land.skyline(art, y + 40, 46, 150, 1);
    art.inside(dune, () -> art.fill(lee, Ink.of(Tone.alpha(Tone.dark(sand, 0.5), 0.22)).blur(22)));
  }

  private static void cactus(Art art, int side) {
    arm(art, side, "0,0 0,-40 0,-90", 20);
    arm(art, side, "0,-34 -18,-36 -26,-44 -27,-66", 12);
    arm(art, side, "0,-48 17,-49 25,-56 26,-80", 12);
    art.fill(Shape.blob("-14,1 -6,-3 6,-3 15,1 0,4"), Ink.of(0x66503018).blur(3));
  }

  private static void arm(Art art, int side, String points, double wide) {
    art.stroke(Shape.curve(points), wide, Ink.of(0xFF2E5A32));
    art.at(
        Spot.at(side * wide * 0.14, 0),
        () -> art.stroke(Shape.curve(points), wide * 0.62, Ink.of(0xFF4C8348)));
    art.at(
        Spot.at(side * wide * 0.24, 0),
        () -> art.stroke(Shape.curve(points), wide * 0.22, Ink.of(0xFF7FB06A).blur(1.5)));
    for (int i = -1; i <= 1; i++) {
      double shift = i * wide * 0.28;
      art.at(Spot.at(shift, 0), () -> art.stroke(Shape.curve(points), 0.8, Ink.of(0x80163818)));
      art.at(
          Spot.at(shift + 1, 0),
          () -> art.stroke(Shape.curve(points), 1.1, Ink.of(0xB0E8E6C0).dashed(0.6f, 4.5f)));
    }
  }
}
