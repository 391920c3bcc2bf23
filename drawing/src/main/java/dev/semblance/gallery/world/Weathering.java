package dev.semblance.gallery.world;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Tone;

/// What falls or hangs between the eye and the scene.
public final class Weathering {
  private Weathering() {}

  /// Fog, rain or snow over everything painted so far, as the air has it.
  public static void over(Art art, Air air, double horizon) {
    switch (air.weather()) {
      case FOG -> fog(art, air, horizon);
      case RAIN, STORM -> rain(art);
      case SNOW -> snowfall(art, 320);
      case CLEAR, CLOUDY -> {}
    }
  }

  private static void fog(Art art, Air air, double horizon) {
    int clear = Tone.alpha(air.haze(), 0);
    int thick = Tone.alpha(air.haze(), 0.62);
    art.wash(Ink.down(horizon - 130, horizon + 120, clear, thick, thick, clear));
    Dice dice = art.dice();
    for (int i = 0; i < 7; i++) {
      double y = horizon + dice.near(10, 70);
      double x = dice.between(0, art.width());
      Shape bank = Shape.oval(x, y, dice.between(80, 200), dice.between(8, 22));
      art.fill(bank, Ink.of(Tone.alpha(Tone.light(air.haze(), 0.2), 0.32)).blur(40));
    }
  }

  public static void rain(Art art) {
    Dice dice = art.dice();
    double slant = dice.near(0, 5);
    for (int layer = 0; layer < 3; layer++) {
      Shape drops = Shape.path();
      for (int i = 0; i < 110; i++) {
        double x = dice.between(-10, art.width() + 10);
        double y = dice.between(-20, art.height());
        double length = (8 + 9 * layer) * dice.between(0.7, 1.2);
        drops.move(x, y).to(x + slant * length / 20, y + length);
      }
      art.stroke(drops, 0.5 + 0.25 * layer, Ink.of(Tone.alpha(0xFFE4ECF4, 0.16 + 0.07 * layer)));
    }
  }

  public static void snowfall(Art art, int flakes) {
    Dice dice = art.dice();
    for (int i = 0; i < flakes; i++) {
      double near = Math.pow(dice.between(0, 1), 3);
      double size = 0.7 + 3.4 * near;
      Shape flake = Shape.circle(dice.between(0, art.width()), dice.between(0, art.height()), size);
      art.fill(flake, Ink.of(Tone.alpha(0xFFFFFFFF, 0.9 - 0.45 * near)).blur(near * 4));
    }
  }
}
