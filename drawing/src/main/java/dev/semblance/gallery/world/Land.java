package dev.semblance.gallery.world;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Ridge;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;

/// Mountains, hills and open ground.
public final class Land {
  private Land() {}

  /// A skyline of noise down to the picture's bottom.
  ///
  /// @param base where the land begins, `rise` how far it reaches above that
  public static Shape skyline(Art art, double base, double rise, double wave, int octaves) {
    Ridge ridge = new Ridge(art.dice(), octaves);
    Shape shape = Shape.path().move(-4, art.height() + 4);
    for (double x = -4; x <= art.width() + 4; x += 3) {
      shape.to(x, base - rise * (0.5 + 0.5 * ridge.at(x / wave)));
    }
    return shape.to(art.width() + 4, art.height() + 4).close();
  }

  /// A chain of rocky mountains; `snow` is the share of their height under snow.
  public static void mountains(Art art, Air air, double base, double rise, double snow) {
    Dice dice = art.dice();
    Shape far = peaks(art, base, rise * 0.75, dice.between(90, 140));
    art.fill(far, new Range(base, rise * 0.75, snow).rock(art, air, 0.55));
    Shape near = peaks(art, base, rise, dice.between(150, 210));
    art.fill(near, new Range(base, rise, snow).rock(art, air, 0.2));
  }

  private static Shape peaks(Art art, double base, double rise, double wave) {
    Ridge large = new Ridge(art.dice(), 2);
    Ridge small = new Ridge(art.dice(), 5);
    Shape shape = Shape.path().move(-4, art.height() + 4);
    for (double x = -4; x <= art.width() + 4; x += 2) {
      double fold = 1 - Math.abs(large.at(x / wave)) * 1.9;
      double height = rise * Math.max(0.12, 0.25 + 0.62 * fold + 0.13 * small.at(x / 40));
      shape.to(x, base - height);
    }
    return shape.to(art.width() + 4, art.height() + 4).close();
  }

  /// Mountains, from their foot upwards.
  ///
  /// @param snow the share of their height under snow
  private record Range(double base, double rise, double snow) {

    /// What they are made of, `away` from 0 (near) to 1.
    Ink rock(Art art, Air air, double away) {
      double top = base - rise;
      return Texture.rock(top, base, air.far(0xFF8E8780, away), air.far(0xFF4A4A55, away))
          .set("snowline", top + rise * snow)
          .set("sun", 5 * air.side(), 4)
          .colour("snow", air.far(0xFFF6F8FC, away * 0.8))
          .colour("haze", Tone.alpha(air.haze(), 0.75))
          .ink(art.dice());
    }
  }

  /// Rows of hills, the far ones paler.
  public static void hills(Art art, Air air, double base, double rise, int colour) {
    for (int i = 3; i >= 1; i--) {
      double away = 0.18 + 0.2 * i;
      double y = base - (i - 1) * rise * 0.16;
      Shape hill = skyline(art, y, rise * (0.35 + 0.2 * i), 180 + 40 * i, 3);
      int near = air.far(colour, away);
      art.fill(
          hill,
          Texture.mottle(Tone.dark(near, 0.14), Tone.light(near, 0.06))
              .scale(2, 3)
              .ink(art.dice()));
    }
  }

  /// A plane of grass from the horizon to the eye, with blades in front.
  public static void grass(Art art, Air air, double horizon, int colour) {
    int base = air.lit(colour);
    Ink ink =
        Texture.ground(horizon, Tone.dark(base, 0.22), Tone.light(base, 0.12), air.far(colour, 0.4))
            .scale(1.6, 1.6)
            .relief(1.6)
            .set("middle", art.width() / 2)
            .set("height", art.height() - horizon)
            .ink(art.dice());
    art.fill(Shape.box(0, horizon, art.width(), art.height() - horizon), ink);
    blades(art, air, horizon, colour);
  }

  /// Tufts over a plane of grass, larger towards the eye.
  public static void blades(Art art, Air air, double horizon, int colour) {
    Dice dice = art.dice();
    double deep = art.height() - horizon;
    for (int shade = 0; shade < 5; shade++) {
      Shape tufts = Shape.path();
      for (int i = 0; i < 90; i++) {
        double t = Math.pow(dice.between(0.05, 1), 0.7);
        double x = dice.between(-5, art.width() + 5);
        double y = horizon + t * deep + 4;
        double high = 2 + 9 * t * dice.between(0.6, 1.3);
        double lean = dice.near(0, 4) * t;
        tufts.move(x - 0.4 - t * 0.6, y).bend(x + lean * 0.3, y - high * 0.6, x + lean, y - high);
        tufts.bend(x + lean * 0.3 + 0.6, y - high * 0.5, x + 0.4 + t * 0.6, y).close();
      }
      double tone = (shade - 2) * 0.11;
      int k = tone < 0 ? Tone.dark(colour, -tone) : Tone.light(colour, tone);
      art.fill(tufts, Ink.of(Tone.alpha(air.lit(k), 0.75)));
    }
  }

  /// A plane of sand.
  public static void sand(Art art, Air air, double horizon, Shape outline) {
    int base = air.lit(0xFFE3CDA2);
    Ink ink =
        Texture.ground(horizon, Tone.dark(base, 0.12), Tone.light(base, 0.2), base)
            .scale(2.4, 1.2)
            .contrast(1.6)
            .relief(1.1)
            .set("middle", art.width() / 2)
            .set("height", art.height() - horizon)
            .set("sun", 3 * air.side(), 3)
            .ink(art.dice());
    art.fill(outline, ink);
  }

  /// A plane of snow with bluish hollows.
  public static void snow(Art art, Air air, double horizon, Shape outline) {
    Ink ink =
        Texture.ground(horizon, air.lit(0xFFC6D4E8), air.lit(0xFFFBFCFF), air.far(0xFFE6EEF6, 0.3))
            .scale(0.7, 0.7)
            .contrast(2.4)
            .relief(0.5)
            .set("middle", art.width() / 2)
            .set("height", art.height() - horizon)
            .ink(art.dice());
    art.fill(outline, ink);
  }
}
