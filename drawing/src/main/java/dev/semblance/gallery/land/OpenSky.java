package dev.semblance.gallery.land;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
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

/// Scenes that the sky makes: a rainbow, a thunderstorm, a night of stars.
public final class OpenSky {
  private OpenSky() {}

  public static Scene rainbow(Dice dice) {
    boolean mountains = dice.chance(0.35);
    boolean tree = dice.chance(0.5);
    Air air = Air.of(Hour.DAY, Weather.CLOUDY, dice);
    String over = mountains ? "mountains" : "green fields";
    Caption caption =
        Caption.of("rainbow", "a rainbow over " + over + (tree ? " with a lone tree" : ""))
            .or("a rainbow over " + over)
            .or("a bright rainbow after the rain")
            .or("a coloured arc in a grey sky above " + over)
            .or("a rainbow");
    return new Scene(caption, art -> paintRainbow(art, air, mountains, tree));
  }

  private static void paintRainbow(Art art, Air air, boolean mountains, boolean tree) {
    Dice dice = art.dice();
    double w = art.width();
    double line = art.height() * 0.62;
    Sky.paint(art, air, line, 0.7);
    art.wash(Ink.down(0, line, 0x66384858, 0x30485868, 0x00000000));
    bow(art, w * dice.between(0.35, 0.65), line + 40, w * dice.between(0.42, 0.52));
    if (mountains) {
      Land.mountains(art, air, line, line * 0.4, 0.4);
    } else {
      Land.hills(art, air, line + 3, 50, 0xFF5E8A48);
    }
    Trees.row(art, air, line + 5, 0xFF4B7238);
    Land.grass(art, air, line, 0xFF78A845);
    if (tree) {
      double x = w * dice.pick(dice.between(0.15, 0.3), dice.between(0.7, 0.85));
      Trees.broadleaf(art, air, new double[] {x, art.height() * 0.8, 150, 0}, 0xFF5C8C3C);
    }
    art.finish(0.4, 0.35);
  }

  private static void bow(Art art, double x, double y, double r) {
    int[] bands = {
      0xFFE0383C, 0xFFF08A30, 0xFFF6DA3C, 0xFF58B848, 0xFF3C86D8, 0xFF5A4AC0, 0xFF8A48B0
    };
    art.fill(Shape.circle(x, y, r * 0.86), Ink.of(0x18FFFFFF).blur(30));
    for (int i = 0; i < bands.length; i++) {
      Ink ink = Ink.of(Tone.alpha(bands[i], 0.42)).blur(4);
      art.stroke(Shape.circle(x, y, r - i * 5.2), 6.2, ink);
    }
    for (int i = 0; i < bands.length; i++) {
      Ink faint = Ink.of(Tone.alpha(bands[bands.length - 1 - i], 0.1)).blur(6);
      art.stroke(Shape.circle(x, y, r * 1.25 - i * 5), 6, faint);
    }
  }

  public static Scene thunderstorm(Dice dice) {
    boolean night = dice.chance(0.5);
    int bolts = dice.whole(1, 2);
    Air air = Air.of(night ? Hour.NIGHT : Hour.DAY, Weather.STORM, dice);
    Caption caption =
        Caption.of(
                "thunderstorm",
                (bolts == 1 ? "lightning" : "two lightning bolts")
                    + " over fields in a thunderstorm"
                    + (night ? " at night" : ""))
            .or("a thunderstorm" + (night ? " at night" : ""))
            .or("a bright flash of lightning from dark clouds")
            .or("heavy rain and lightning over open land")
            .or("lightning");
    return new Scene(caption, art -> paintStorm(art, air, bolts));
  }

  private static void paintStorm(Art art, Air air, int bolts) {
    Dice dice = art.dice();
    double line = art.height() * 0.72;
    Sky.paint(art, air, line, 0.95);
    for (int i = 0; i < bolts; i++) {
      double x = art.width() * (bolts == 1 ? dice.between(0.3, 0.7) : 0.27 + 0.46 * i);
      art.wash(Ink.glow(x, line * 0.35, 240, 0x88C8D4FF, 0x22A8B8F0, 0x00A8B8F0).screen());
      Shape bolt = Shape.path();
      bolt(bolt, dice, new double[] {x, 20, line, 16}, 0);
      art.stroke(bolt, 7, Ink.of(0x7088A0FF).blur(9).screen());
      art.stroke(bolt, 1.9, Ink.of(0xFFF8FAFF));
    }
    Land.hills(art, air, line + 3, 34, 0xFF40503E);
    Land.grass(art, air, line, 0xFF5A6E3C);
    Weathering.rain(art);
    art.finish(0.65, 0.4);
  }

  private static void bolt(Shape bolt, Dice dice, double[] from, int depth) {
    double x = from[0];
    double y = from[1];
    bolt.move(x, y);
    while (y < from[2]) {
      x += dice.near(0, from[3]);
      y += dice.between(8, 18);
      bolt.to(x, Math.min(y, from[2]));
      if (depth < 2 && dice.chance(0.16)) {
        bolt(bolt, dice, new double[] {x, y, y + dice.between(30, 90), from[3] * 1.2}, depth + 1);
        bolt.move(x, y);
      }
    }
  }

  public static Scene stars(Dice dice) {
    boolean milky = dice.chance(0.5);
    boolean crescent = !milky && dice.chance(0.5);
    String what =
        milky ? "the milky way" : crescent ? "a crescent moon and stars" : "a full moon and stars";
    Caption caption =
        Caption.of("night sky", what + " over dark hills at night")
            .or(
                "a night sky with "
                    + (milky ? "many stars" : crescent ? "a thin moon" : "a full moon"))
            .or("stars in a dark sky above a forest")
            .or(what + " in the night sky")
            .or("a starry night");
    Air air = Air.of(Hour.NIGHT, Weather.CLEAR, dice);
    return new Scene(caption, art -> paintNight(art, air, milky, crescent));
  }

  private static void paintNight(Art art, Air air, boolean milky, boolean crescent) {
    Dice dice = art.dice();
    double line = art.height() * 0.82;
    art.wash(Ink.down(0, line, 0xFF040714, 0xFF0C1636, 0xFF24386A));
    if (milky) {
      milkyWay(art);
    }
    Sky.stars(art, line);
    Sky.stars(art, line * 0.8);
    if (!milky) {
      double x = art.width() * air.sunX();
      double y = line * dice.between(0.25, 0.4);
      double r = dice.between(22, 34);
      if (crescent) {
        Sky.crescent(art, x, y, r);
      } else {
        Sky.moon(art, x, y, r);
      }
    }
    Land.hills(art, air, line + 8, 60, 0xFF2A3A3C);
    Trees.wood(art, air, art.height() * 0.95, 0);
    art.finish(0.5, 0.4);
  }

  private static void milkyWay(Art art) {
    Dice dice = art.dice();
    double slope = dice.pick(-1, 1) * dice.between(0.5, 0.9);
    for (int i = 0; i < 90; i++) {
      double t = dice.near(0, 1);
      double x = art.width() * (0.5 + 0.6 * t);
      double y = art.height() * 0.36 + slope * t * 190 + dice.bell() * 13;
      int k = dice.pick(0xFFB8C4F0, 0xFFE8D8E8, 0xFF8A98D8, 0xFFF4E4D0);
      art.fill(
          Shape.oval(x, y, dice.between(14, 40), dice.between(8, 20)),
          Ink.of(Tone.alpha(k, 0.085)).blur(24).screen());
    }
    for (int i = 0; i < 520; i++) {
      double t = dice.near(0, 1);
      double x = art.width() * (0.5 + 0.6 * t);
      double y = art.height() * 0.36 + slope * t * 190 + dice.bell() * 17;
      art.fill(
          Shape.circle(x, y, dice.between(0.2, 0.65)),
          Ink.of(Tone.alpha(0xFFFFFFFF, dice.between(0.25, 0.9))));
    }
  }
}
