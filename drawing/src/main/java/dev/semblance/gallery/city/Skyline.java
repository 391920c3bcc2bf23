package dev.semblance.gallery.city;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.brush.Water;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;

/// Towers of a city across a river.
public final class Skyline {
  private Skyline() {}

  public static Scene cast(Dice dice) {
    Hour hour = dice.pick(Hour.NIGHT, Hour.DAY, Hour.DAY, Hour.SUNSET, Hour.DUSK);
    Weather weather =
        hour == Hour.DAY || hour == Hour.NIGHT
            ? dice.pick(Weather.CLEAR, Weather.RAIN, Weather.CLEAR)
            : Weather.CLEAR;
    if (hour == Hour.DAY && dice.chance(0.2)) {
      weather = Weather.FOG;
    }
    Air air = Air.of(hour, weather, dice);
    boolean lit = air.dark();
    Caption caption =
        Caption.of("city", "a city " + air.phrase())
            .or("the skyline of a city " + air.phrase())
            .or("tall buildings " + (lit ? "with lit windows " : "") + "by a river " + air.phrase())
            .or("skyscrapers " + (lit ? "shining in the dark" : "across the water"))
            .or("a city skyline");
    return new Scene(caption, art -> paint(art, air));
  }

  private static void paint(Art art, Air air) {
    double line = art.height() * art.dice().between(0.7, 0.76);
    Sky.paint(art, air, line);
    if (air.dark()) {
      art.wash(
          Ink.glowOval(new double[] {art.width() / 2, line}, 330, 0.5, 0x66FFB066, 0x00FF8A3C)
              .screen());
    }
    for (int depth = 0; depth < 3; depth++) {
      row(art, air, line, depth);
    }
    quay(art, air, line);
    new Water(line + 6, air.lit(0xFF28485C), 0.9, 0.85, art.width() * air.sunX(), 0).paint(art);
    Weathering.over(art, air, line);
    art.finish(0.5, 0.35);
  }

  private static void row(Art art, Air air, double line, int depth) {
    Dice dice = art.dice();
    double away = 0.62 - 0.27 * depth;
    double x = dice.between(-30, 0);
    while (x < art.width()) {
      double wide = dice.between(20, 44) * (0.8 + 0.15 * depth);
      double bell = Math.exp(-Math.pow((x - art.width() / 2) / (art.width() * 0.36), 2));
      double high =
          line * (0.16 + dice.between(0.12, 0.62) * (0.35 + 0.65 * bell)) * (1 - 0.13 * depth);
      new Tower(air, away, dice.fork()).paint(art, x, line - high, wide, high);
      x += wide * dice.between(0.8, 1.25);
    }
  }

  private static void quay(Art art, Air air, double line) {
    int stone = air.lit(0xFF6B6A68);
    art.fill(
        Shape.box(-5, line - 1, art.width() + 10, 8),
        Ink.down(line, line + 8, Tone.light(stone, 0.15), Tone.dark(stone, 0.4)));
    if (!air.dark()) {
      return;
    }
    for (double x = 8; x < art.width(); x += 21) {
      art.fill(
          Shape.circle(x, line - 5, 9), Ink.glow(x, line - 5, 9, 0xAAFFD890, 0x00FFB850).screen());
      art.fill(Shape.circle(x, line - 5, 1.2), Ink.of(0xFFFFF6DC));
    }
  }
}
