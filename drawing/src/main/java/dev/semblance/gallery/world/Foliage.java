package dev.semblance.gallery.world;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Tone;

/// Masses of leaves: dabs in six tones, the light ones towards the sun.
///
/// @param x centre, like `y`
/// @param rx half width, `ry` half height
/// @param colour of the leaves by day
/// @param away 0 near, 1 lost in haze
public record Foliage(double x, double y, double rx, double ry, int colour, double away) {
  private static final int TONES = 6;

  public void paint(Art art, Air air) {
    Dice dice = art.dice();
    double area = Math.PI * rx * ry;
    double dab = Math.clamp(Math.sqrt(area) * 0.085, 0.9, 7);
    int each = (int) Math.clamp(area / (dab * dab) * 0.3, 8, 52);
    art.fill(ragged(dice, 0.92), Ink.of(air.far(Tone.dark(colour, 0.5), away)));
    for (int tone = 0; tone < TONES; tone++) {
      double t = tone / (TONES - 1.0);
      Shape dabs = Shape.path();
      for (int i = 0; i < each; i++) {
        dab(dabs, dice, air.side() * 0.22 * t, dab * (1.25 - 0.4 * t), 1.02 - 0.34 * t);
      }
      int k =
          t < 0.55
              ? Tone.dark(colour, 0.42 * (1 - t / 0.55))
              : Tone.light(colour, 0.55 * (t - 0.55));
      art.fill(dabs, Ink.of(Tone.alpha(air.far(Tone.vary(k, dice, 0.02), away), 0.95)));
    }
  }

  private void dab(Shape dabs, Dice dice, double shift, double size, double spread) {
    double a = dice.between(0, 2 * Math.PI);
    double r = Math.sqrt(dice.between(0, 1)) * spread;
    double px = x + rx * (Math.cos(a) * r + shift);
    double py = y + ry * (Math.sin(a) * r - Math.abs(shift) * 1.4);
    double s = size * dice.between(0.6, 1.3);
    dabs.addOval(px, py, s, s * dice.between(0.55, 0.9));
  }

  private Shape ragged(Dice dice, double scale) {
    double[] p = new double[28];
    for (int i = 0; i < 14; i++) {
      double a = i * Math.PI / 7;
      double q = scale * dice.between(0.86, 1.08);
      p[2 * i] = x + rx * Math.cos(a) * q;
      p[2 * i + 1] = y + ry * Math.sin(a) * q;
    }
    return Shape.blob(p);
  }
}
