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
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;

/// A suspension bridge over water, hills behind.
public final class SuspensionBridge {
  private final Air air;
  private final int colour;
  private final double left;
  private final double right;
  private final double deck;
  private final double top;

  private SuspensionBridge(Air air, int colour, Dice dice) {
    this.air = air;
    this.colour = colour;
    this.left = dice.between(0.2, 0.3);
    this.right = dice.between(0.66, 0.78);
    this.deck = dice.between(0.5, 0.56);
    this.top = dice.between(0.13, 0.2);
  }

  /// Red, grey, green or white; every hour; fog.
  public static Scene cast(Dice dice) {
    String name = dice.pick("red", "red", "grey", "green", "white", "blue");
    Hour hour = dice.pick(Hour.SUNSET, Hour.DAY, Hour.DAY, Hour.NIGHT, Hour.DUSK, Hour.DAWN);
    Weather weather =
        hour == Hour.DAY ? dice.pick(Weather.CLEAR, Weather.FOG, Weather.CLOUDY) : Weather.CLEAR;
    Air air = Air.of(hour, weather, dice);
    SuspensionBridge bridge = new SuspensionBridge(air, paint(name), dice);
    String when = air.phrase();
    return new Scene(
        Caption.of("bridge", "a " + name + " suspension bridge " + when)
            .or("a " + name + " bridge " + when)
            .or("a long " + name + " suspension bridge over water with hills behind, " + when)
            .or("the two towers of a " + name + " bridge rising over the bay " + when)
            .or("a bridge over the sea"),
        bridge::paint);
  }

  private static int paint(String name) {
    return switch (name) {
      case "red" -> 0xFFC0392B;
      case "green" -> 0xFF5E8C6A;
      case "white" -> 0xFFEDEDE8;
      case "blue" -> 0xFF4A77A8;
      default -> 0xFF8A9096;
    };
  }

  private void paint(Art art) {
    double h = art.height();
    double line = h * 0.66;
    Sky.paint(art, air, line);
    Land.hills(art, air, line + 2, h * 0.16, 0xFF4F6B4A);
    art.fill(Shape.box(0, line, art.width(), h), Ink.of(air.far(0xFF35506A, 0.3)));
    bridge(art);
    new Water(
            line,
            air.lit(0xFF2C5468),
            1.1,
            0.8,
            art.width() * air.sunX(),
            air.sunny() ? air.sun() : 0)
        .paint(art);
    piers(art, line);
    Weathering.over(art, air, line);
    art.finish(0.5, 0.35);
  }

  private void bridge(Art art) {
    double w = art.width();
    double h = art.height();
    double y = h * deck;
    cables(art, w, h, y);
    int near = air.far(colour, 0.06);
    for (double x : new double[] {left * w, right * w}) {
      tower(art, x, h * top, h * 0.7);
    }
    art.fill(
        Shape.box(-5, y, w + 10, 7),
        Ink.down(y, y + 7, Tone.light(near, 0.18), near, Tone.dark(near, 0.35)));
    Shape truss = Shape.path();
    for (double x = -5; x < w + 5; x += 9) {
      truss.move(x, y + 7).to(x + 4.5, y + 14).to(x + 9, y + 7);
    }
    truss.move(-5, y + 14).to(w + 5, y + 14);
    art.stroke(truss, 1.2, Ink.of(Tone.dark(near, 0.25)));
    if (air.dark()) {
      lamps(art, w, y);
    }
  }

  private void cables(Art art, double w, double h, double y) {
    double l = left * w;
    double r = right * w;
    double t = h * top + 4;
    double sag = 2 * (y - 6) - t;
    int near = air.far(colour, 0.1);
    Shape main = Shape.path().move(-60, y).bend(l * 0.55, y - 14, l, t);
    main.bend((l + r) / 2, sag, r, t).bend(r + (w - r) * 0.45, y - 14, w + 60, y);
    Shape hangers = Shape.path();
    for (double x = l + 8; x < r; x += 8) {
      double s = (x - l) / (r - l);
      double cable = (1 - s) * (1 - s) * t + 2 * s * (1 - s) * sag + s * s * t;
      hangers.move(x, cable).to(x, y);
    }
    art.stroke(hangers, 0.6, Ink.of(Tone.alpha(near, 0.8)));
    art.stroke(main, 2.4, Ink.of(near));
  }

  private void tower(Art art, double x, double t, double b) {
    int near = air.far(colour, 0.04);
    int lit = Tone.light(near, 0.22);
    int dim = Tone.dark(near, 0.35);
    int[] shades = air.side() < 0 ? new int[] {lit, near, dim} : new int[] {dim, near, lit};
    for (double leg : new double[] {-9, 4}) {
      art.fill(
          Shape.polygon(x + leg, t, x + leg + 5, t, x + leg + 6, b, x + leg - 1, b),
          Ink.across(x + leg, x + leg + 6, shades));
    }
    for (int i = 0; i < 4; i++) {
      double y = t + 4 + i * (b - t) * 0.155;
      art.fill(Shape.box(x - 9, y, 18, 5.5), Ink.down(y, y + 5.5, lit, dim));
    }
  }

  private void piers(Art art, double line) {
    for (double x : new double[] {left * art.width(), right * art.width()}) {
      double y = line + 1;
      art.fill(
          Shape.round(3, x - 15, y - 8, 30, 14),
          Ink.down(y - 8, y + 6, air.lit(0xFF9A948B), air.lit(0xFF4C4A48)));
    }
  }

  private void lamps(Art art, double w, double y) {
    for (double x = 6; x < w; x += 16) {
      art.fill(Shape.circle(x, y - 4, 6), Ink.glow(x, y - 4, 6, 0xCCFFE3A0, 0x00FFC860).screen());
      art.fill(Shape.circle(x, y - 4, 1), Ink.of(0xFFFFF4D0));
    }
  }
}
