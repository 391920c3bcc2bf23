package dev.semblance.gallery.land;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Trees;
import dev.semblance.gallery.world.Weather;

/// A field of sunflowers, tulips, lavender or poppies up to the horizon.
public final class FlowerField {
  private FlowerField() {}

  public static Scene cast(Dice dice) {
    String kind =
        dice.pick(
            "sunflowers", "red tulips", "yellow tulips", "pink tulips", "lavender", "red poppies");
    Air air =
        Air.of(
            dice.pick(Hour.DAY, Hour.DAY, Hour.SUNSET),
            dice.pick(Weather.CLEAR, Weather.CLEAR, Weather.CLOUDY),
            dice);
    Caption caption =
        Caption.of("flower field", "a field of " + kind + " " + air.phrase())
            .or(kind + " up to the horizon")
            .or("rows of " + kind + " under the sky " + air.phrase())
            .or("a large field full of flowers")
            .or(kind + " in a field");
    return new Scene(caption, art -> paint(art, air, kind));
  }

  private static void paint(Art art, Air air, String kind) {
    double line = art.height() * art.dice().between(0.38, 0.46);
    Sky.paint(art, air, line);
    Land.hills(art, air, line + 2, 36, 0xFF5F7E50);
    Trees.row(art, air, line + 4, 0xFF4A6A38);
    int colour = colour(kind);
    Land.grass(art, air, line, Tone.mix(0xFF557F38, colour, 0.42));
    for (int row = 0; row < 18; row++) {
      row(art, air, line, row / 17.0, kind);
    }
    art.finish(0.45, 0.35);
  }

  private static int colour(String kind) {
    return switch (kind) {
      case "sunflowers" -> 0xFFF2B51E;
      case "red tulips" -> 0xFFD32F2F;
      case "yellow tulips" -> 0xFFF4CE2E;
      case "pink tulips" -> 0xFFE77FA6;
      case "lavender" -> 0xFF9A78D0;
      default -> 0xFFD8382A;
    };
  }

  private static void row(Art art, Air air, double line, double t, String kind) {
    Dice dice = art.dice();
    double depth = Math.pow(t, 1.9);
    double y = line + 6 + depth * (art.height() - line + 14);
    double size = 2.6 + 27 * depth;
    for (double x = -size; x < art.width() + size; x += size * dice.between(0.75, 1.15)) {
      Spot spot =
          Spot.at(x, y + dice.near(0, size * 0.3), size * dice.between(0.85, 1.12))
              .turned(dice.near(0, 8));
      double away = 0.35 * (1 - t);
      art.at(spot, () -> flower(art, air, kind, away));
    }
  }

  private static void flower(Art art, Air air, String kind, double away) {
    int green = air.far(0xFF4C7A32, away);
    int k = air.far(Tone.vary(colour(kind), art.dice(), 0.05), away);
    art.stroke(Shape.line(0, 0, 0, 1.3), 0.1, Ink.of(green));
    switch (kind) {
      case "sunflowers" -> sunflower(art, air, k, away);
      case "lavender" -> lavender(art, k);
      case "red poppies" -> poppy(art, k);
      default -> tulip(art, k, green);
    }
  }

  private static void sunflower(Art art, Air air, int k, double away) {
    Shape petals = Shape.path();
    for (int i = 0; i < 14; i++) {
      double a = i * Math.PI / 7;
      double c = Math.cos(a);
      double s = Math.sin(a);
      petals
          .move(c * 0.3 - s * 0.1, s * 0.3 + c * 0.1)
          .bend(c * 0.62 - s * 0.1, s * 0.62 + c * 0.1, c * 0.72, s * 0.72);
      petals
          .bend(c * 0.62 + s * 0.1, s * 0.62 - c * 0.1, c * 0.3 + s * 0.1, s * 0.3 - c * 0.1)
          .close();
    }
    art.fill(petals, Ink.glow(0, 0, 0.75, Tone.dark(k, 0.3), k, Tone.light(k, 0.2)));
    art.fill(
        Shape.circle(0, 0, 0.34),
        Ink.glow(-0.08, -0.08, 0.42, air.far(0xFF7A4A1E, away), air.far(0xFF2E1808, away)));
    art.fill(
        Shape.path().move(0, 0.95).bend(0.3, 0.66, 0.6, 0.86).bend(0.3, 1.06, 0, 0.95).close(),
        Ink.of(air.far(0xFF4C7A32, away)));
  }

  private static void tulip(Art art, int k, int green) {
    art.fill(
        Shape.path().move(0, 1.1).bend(0.35, 0.6, 0.26, 0.1).bend(0.1, 0.6, 0, 1.1).close(),
        Ink.of(Tone.light(green, 0.1)));
    art.fill(
        Shape.path().move(0, 1.1).bend(-0.35, 0.6, -0.26, 0.1).bend(-0.1, 0.6, 0, 1.1).close(),
        Ink.of(Tone.dark(green, 0.1)));
    Shape cup =
        Shape.svg(
            "M0,.12 C-.38,.1 -.36,-.3 -.28,-.6 Q-.14,-.42 -.1,-.36 Q0,-.66 .02,-.7 Q.1,-.5 .12,-.36 Q.2,-.5 .3,-.6 C.38,-.3 .36,.1 0,.12 Z");
    art.fill(cup, Ink.across(-0.35, 0.35, Tone.light(k, 0.3), k, Tone.dark(k, 0.25)));
  }

  private static void lavender(Art art, int k) {
    Shape spike = Shape.path();
    for (int i = 0; i < 7; i++) {
      spike.addOval(0.1 * (i % 2 == 0 ? 1 : -1), -0.6 + i * 0.16, 0.16, 0.12);
    }
    art.fill(spike, Ink.across(-0.3, 0.3, Tone.light(k, 0.25), Tone.dark(k, 0.2)));
  }

  private static void poppy(Art art, int k) {
    art.fill(
        Shape.svg(
            "M-.5,-.1 C-.5,-.6 -.1,-.6 0,-.4 C.1,-.6 .5,-.6 .5,-.1 C.45,.25 -.45,.25 -.5,-.1 Z"),
        Ink.glow(-0.1, -0.3, 0.8, Tone.light(k, 0.2), k, Tone.dark(k, 0.35)));
    art.fill(Shape.oval(0, -0.12, 0.14, 0.1), Ink.of(0xFF2A1A1C));
  }
}
