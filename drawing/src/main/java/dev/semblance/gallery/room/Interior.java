package dev.semblance.gallery.room;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Sky;

/// The shell of a room seen straight on, and what many rooms have.
///
/// @param wall colour of the wall
/// @param night lamps lit, dark outside
record Interior(int wall, boolean night) {
  static final double FLOOR = 0.7;

  static Interior pick(Dice dice) {
    return new Interior(
        dice.pick(
            0xFFDCD2C2, 0xFFC4CFCE, 0xFFE2D2C4, 0xFFBCC6B8, 0xFFD4C8D4, 0xFFEAE4DA, 0xFF8FA4AC),
        dice.chance(0.3));
  }

  String phrase() {
    return night ? "in the evening" : "in daylight";
  }

  double floor(Art art) {
    return art.height() * FLOOR;
  }

  /// Wall, floor and skirting.
  void shell(Art art) {
    double w = art.width();
    double h = art.height();
    double y = floor(art);
    int tone = night ? Tone.lit(wall, 0xFFB89878) : wall;
    art.wash(Texture.mottle(Tone.dark(tone, 0.05), tone).scale(3, 3).relief(0.3).ink(art.dice()));
    art.wash(Ink.down(0, y, 0x20000000, 0x00000000, 0x18000000));
    int wood = night ? 0xFF6E4A2E : 0xFFAE8052;
    Texture boards =
        Texture.ground(y - 70, Tone.dark(wood, 0.22), Tone.light(wood, 0.12), wood)
            .scale(0.35, 3)
            .contrast(3)
            .relief(0.4);
    art.fill(Shape.box(-5, y, w + 10, h), boards.set("middle", w / 2).ink(art.dice()));
    Shape gaps = Shape.path();
    for (int i = -9; i <= 9; i++) {
      gaps.move(w / 2 + i * 44, y).to(w / 2 + i * 84, h + 5);
    }
    art.stroke(gaps, 0.9, Ink.of(0x50301808));
    art.fill(
        Shape.box(-5, y - 8, w + 10, 9),
        Ink.down(y - 8, y, 0xFFF6F2EA, night ? 0xFF9A8A78 : 0xFFC4BCB0));
  }

  /// The last light over everything: from the window, or warm from lamps.
  void finish(Art art, double lampX, double lampY) {
    if (night) {
      art.wash(Ink.glow(lampX, lampY, 330, 0x30FFB860, 0x00000000, 0x78100818));
      art.wash(Ink.glow(lampX, lampY, 150, 0x70FFD898, 0x00FFC070).screen());
    } else {
      art.wash(
          Ink.along(
              new double[] {0, 0, art.width(), art.height()}, 0x24FFF6DC, 0x00000000, 0x30181420));
    }
    art.finish(0.45, 0.35);
  }

  /// A window with a view; `at` is x, y, width, height.
  void window(Art art, Air air, double... at) {
    Shape pane = Shape.box(at[0], at[1], at[2], at[3]);
    art.fill(
        Shape.box(at[0] - 8, at[1] - 8, at[2] + 16, at[3] + 16),
        Ink.down(at[1] - 8, at[1] + at[3] + 8, 0xFFF8F5EE, 0xFFD4CEC4));
    art.inside(
        pane,
        () -> {
          art.at(
              Spot.at(at[0], at[1] - 10, 0.4),
              () -> {
                art.fill(Shape.box(-10, -10, 900, 900), Ink.down(0, 300, air.top(), air.low()));
              });
          art.fill(
              Land.skyline(art, at[1] + at[3] * 0.8, 22, 60, 3), Ink.of(air.far(0xFF5C8248, 0.25)));
          if (night) {
            art.at(Spot.at(at[0], at[1], 0.35), () -> Sky.stars(art, 300));
          }
          art.fill(
              pane,
              Ink.along(
                  new double[] {at[0], at[1], at[0] + at[2], at[1] + at[3]},
                  0x40FFFFFF,
                  0x00FFFFFF,
                  0x18FFFFFF));
        });
    Shape bars =
        Shape.line(at[0] + at[2] / 2, at[1], at[0] + at[2] / 2, at[1] + at[3])
            .move(at[0], at[1] + at[3] * 0.4)
            .to(at[0] + at[2], at[1] + at[3] * 0.4);
    art.stroke(bars, 5, Ink.of(0xFFF2EEE6));
    art.fill(
        Shape.box(at[0] - 14, at[1] + at[3] + 6, at[2] + 28, 8),
        Ink.down(at[1] + at[3], at[1] + at[3] + 14, 0xFFFBF9F4, 0xFFBDB6AA));
  }

  /// Curtains at both sides of a window.
  void curtains(Art art, int colour, double... at) {
    for (int side = 0; side < 2; side++) {
      double x = side == 0 ? at[0] - 34 : at[0] + at[2] - 2;
      for (int i = 0; i < 6; i++) {
        double fx = x + i * 6;
        art.fill(
            Shape.box(fx, at[1] - 18, 6.5, at[3] + 44),
            Ink.across(fx, fx + 6.5, Tone.light(colour, 0.16), colour, Tone.dark(colour, 0.3)));
      }
    }
    art.stroke(
        Shape.line(at[0] - 42, at[1] - 19, at[0] + at[2] + 42, at[1] - 19), 4, Ink.of(0xFF5A4634));
  }

  /// A framed picture on the wall.
  void painting(Art art, double... at) {
    art.fill(Shape.box(at[0] + 2, at[1] + 4, at[2], at[3]), Ink.of(0x50000000).blur(6));
    art.fill(
        Shape.box(at[0], at[1], at[2], at[3]),
        Ink.down(at[1], at[1] + at[3], 0xFF8A6A44, 0xFF54381E));
    Dice dice = art.dice();
    Shape canvas = Shape.box(at[0] + 5, at[1] + 5, at[2] - 10, at[3] - 10);
    int hue = dice.whole(0, 360);
    art.fill(
        canvas,
        Ink.down(at[1], at[1] + at[3], Tone.hsl(hue, 0.35, 0.75), Tone.hsl(hue + 40, 0.4, 0.55)));
    art.inside(
        canvas,
        () -> {
          for (int i = 0; i < 3; i++) {
            art.fill(
                Land.skyline(art, at[1] + at[3] * (0.55 + 0.16 * i), 18, 40, 2),
                Ink.of(Tone.hsl(hue + 150 + 20 * i, 0.3, 0.5 - 0.12 * i)));
          }
          art.fill(
              Shape.circle(at[0] + at[2] * 0.7, at[1] + at[3] * 0.32, at[3] * 0.08),
              Ink.of(0xFFFBE8B0));
        });
  }

  /// A potted plant on the floor.
  void plant(Art art, double x, double y, double high) {
    Dice dice = art.dice();
    art.fill(Shape.oval(x, y, high * 0.2, high * 0.04), Ink.of(0x60000000).blur(6));
    for (int i = 0; i < 13; i++) {
      double a = -90 + (i - 6) * 12 + dice.near(0, 5);
      double length = high * dice.between(0.5, 0.78);
      int green = Tone.vary(0xFF3E7A44, dice, 0.08);
      Shape leaf = Shape.svg("M0,-.03 Q.4,-.16 1,0 Q.4,.12 0,.03 Z");
      art.at(
          Spot.at(x, y - high * 0.26, length).turned(a),
          () ->
              art.fill(
                  leaf, Ink.across(0, 1, Tone.dark(green, 0.35), green, Tone.light(green, 0.25))));
    }
    int pot = dice.pick(0xFFB8643C, 0xFFE8E2D8, 0xFF4A5A68);
    art.fill(
        Shape.polygon(
            x - high * 0.15,
            y - high * 0.28,
            x + high * 0.15,
            y - high * 0.28,
            x + high * 0.11,
            y,
            x - high * 0.11,
            y),
        Ink.across(
            x - high * 0.15, x + high * 0.15, Tone.light(pot, 0.25), pot, Tone.dark(pot, 0.4)));
  }

  /// A floor lamp with a shade; lit at night.
  void lamp(Art art, double x, double y, double high) {
    art.stroke(Shape.line(x, y, x, y - high), 3, Ink.of(0xFF3A342E));
    art.fill(Shape.oval(x, y, 17, 4), Ink.of(0xFF2E2A26));
    Shape shade =
        Shape.polygon(
            x - 15,
            y - high - 26,
            x + 15,
            y - high - 26,
            x + 25,
            y - high + 8,
            x - 25,
            y - high + 8);
    art.fill(
        shade,
        night
            ? Ink.glow(x, y - high, 42, 0xFFFFF6D8, 0xFFF6C878)
            : Ink.across(x - 25, x + 25, 0xFFF4EBD8, 0xFFC8BCA4));
  }
}
