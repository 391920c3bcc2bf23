package dev.semblance.gallery.animal;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Tone;

/// Fur: a body part with light from above, and hairs that follow a direction.
///
/// @param base the main colour, `deep` in shadow, `pale` in light
/// @param hair the length of a hair in own units
/// @param density hairs for each 100 square units
record Coat(int base, int deep, int pale, double hair, double density) {
  /// Paints a part whose bounds are x, y, width, height; hairs lie along `degrees`.
  void paint(Art art, Shape part, double degrees, double... bounds) {
    double top = bounds[1];
    double low = bounds[1] + bounds[3];
    art.fill(part, Ink.down(top, low, pale, base, base, deep));
    hairs(art, part, degrees, bounds);
  }

  /// Only the hairs, in several tones, some over the rim.
  void hairs(Art art, Shape part, double degrees, double... bounds) {
    Dice dice = art.dice();
    int each = (int) (bounds[2] * bounds[3] / 100 * density / 4);
    art.inside(
        part,
        () -> {
          for (int tone = 0; tone < 4; tone++) {
            Shape strokes = Shape.path();
            for (int i = 0; i < each; i++) {
              double x = bounds[0] + dice.between(0, bounds[2]);
              double y = bounds[1] + dice.between(0, bounds[3]);
              hair(strokes, x, y, degrees + dice.near(0, 22), dice);
            }
            int colour =
                tone < 2
                    ? Tone.mix(base, deep, 0.35 + 0.3 * tone)
                    : Tone.mix(base, pale, 0.3 * tone - 0.2);
            art.stroke(strokes, 0.45 + hair * 0.04, Ink.of(Tone.alpha(colour, 0.55)));
          }
        });
  }

  private void hair(Shape strokes, double x, double y, double degrees, Dice dice) {
    double a = Math.toRadians(degrees);
    double length = hair * dice.between(0.6, 1.3);
    double dx = Math.cos(a) * length;
    double dy = Math.sin(a) * length;
    strokes.move(x, y).bend(x + dx * 0.5 + dy * 0.12, y + dy * 0.5 - dx * 0.12, x + dx, y + dy);
  }

  /// Long hair hanging from a line of points: feathers of legs, tail and chest.
  void fringe(Art art, double length, double degrees, double... line) {
    Dice dice = art.dice();
    for (int tone = 0; tone < 3; tone++) {
      Shape strokes = Shape.path();
      for (int i = 0; i < line.length - 2; i += 2) {
        int steps =
            (int) Math.max(3, Math.hypot(line[i + 2] - line[i], line[i + 3] - line[i + 1]) / 1.1);
        for (int k = 0; k < steps; k++) {
          double t = (k + dice.between(0, 1)) / steps;
          double x = line[i] + t * (line[i + 2] - line[i]);
          double y = line[i + 1] + t * (line[i + 3] - line[i + 1]);
          double a = Math.toRadians(degrees + dice.near(0, 14));
          double l = length * dice.between(0.6, 1.1);
          strokes
              .move(x, y)
              .bend(
                  x + Math.cos(a) * l * 0.6,
                  y + Math.sin(a) * l * 0.4,
                  x + Math.cos(a) * l,
                  y + Math.sin(a) * l);
        }
      }
      int colour =
          tone == 0 ? Tone.mix(base, deep, 0.5) : tone == 1 ? base : Tone.mix(base, pale, 0.6);
      art.stroke(strokes, 1.2 - 0.25 * tone, Ink.of(Tone.alpha(colour, 0.85)));
    }
  }
}
