package dev.semblance.gallery.food;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;

/// Single fruits, lit from the upper left, about 2 units across around the origin.
enum Fruit {
  RED_APPLE("red apple"),
  GREEN_APPLE("green apple"),
  ORANGE("orange"),
  LEMON("lemon"),
  STRAWBERRY("strawberry"),
  PEAR("pear"),
  BANANA("banana"),
  PLUM("plum");

  private final String noun;

  Fruit(String noun) {
    this.noun = noun;
  }

  String noun() {
    return noun;
  }

  void paint(Art art, Spot spot) {
    art.at(
        spot,
        () -> {
          switch (this) {
            case RED_APPLE -> apple(art, 0xFFC4242A, 0xFF6E0E18, 0xFFF2B45A);
            case GREEN_APPLE -> apple(art, 0xFF8DBB3A, 0xFF4C7418, 0xFFE3E88A);
            case ORANGE -> round(art, 0xFFF08A1E, 0xFFA44A08, 0xFFFFC066);
            case PLUM -> round(art, 0xFF5C2F68, 0xFF26102E, 0xFFA884B4);
            case LEMON -> lemon(art);
            case STRAWBERRY -> strawberry(art);
            case PEAR -> pear(art);
            case BANANA -> banana(art);
          }
        });
  }

  private static void body(Art art, Shape shape, int colour, int deep, int bright) {
    art.fill(shape, Ink.glow(-0.35, -0.4, 1.75, bright, colour, colour, deep));
    art.inside(
        shape,
        () -> {
          art.fill(Shape.oval(0.2, 0.95, 0.9, 0.4), Ink.of(Tone.alpha(deep, 0.65)).blur(0.4));
          art.fill(Shape.oval(-0.38, -0.45, 0.24, 0.17), Ink.of(0x99FFFFFF).blur(0.16));
          art.fill(Shape.oval(0.62, 0.5, 0.2, 0.4), Ink.of(0x30FFFFFF).blur(0.3));
        });
  }

  private static void apple(Art art, int colour, int deep, int flush) {
    Shape shape =
        Shape.blob(
            0, -0.78, 0.38, -0.93, 0.82, -0.74, 0.98, -0.2, 0.82, 0.42, 0.42, 0.9, 0, 0.86, -0.42,
            0.9, -0.82, 0.42, -0.98, -0.2, -0.82, -0.74, -0.38, -0.93);
    body(art, shape, colour, deep, Tone.light(colour, 0.25));
    art.inside(shape, () -> streaks(art, colour, flush));
    art.fill(Shape.oval(0, -0.76, 0.3, 0.11), Ink.of(Tone.alpha(deep, 0.8)).blur(0.14));
    art.stroke(Shape.curve(0, -0.74, 0.04, -1.0, 0.16, -1.2), 0.1, Ink.of(0xFF4E3216));
    if (art.dice().chance(0.6)) {
      Shape leaf =
          Shape.path()
              .move(0.08, -0.98)
              .bend(0.4, -1.32, 0.78, -1.1)
              .bend(0.45, -0.88, 0.08, -0.98)
              .close();
      art.fill(leaf, Ink.across(0.1, 0.8, 0xFF3E6E22, 0xFF7FAE45));
    }
  }

  private static void streaks(Art art, int colour, int flush) {
    Dice dice = art.dice();
    for (int i = 0; i < 46; i++) {
      double a = dice.between(-1, 1);
      Shape streak =
          Shape.path()
              .move(a * 0.25, -0.8)
              .bend(a * 1.1, -0.3, a * dice.between(0.6, 1), dice.between(-0.1, 0.7));
      int k = dice.chance(0.5) ? flush : Tone.dark(colour, 0.25);
      art.stroke(streak, dice.between(0.012, 0.04), Ink.of(Tone.alpha(k, 0.28)));
    }
  }

  private static void round(Art art, int colour, int deep, int bright) {
    Shape shape = Shape.oval(0, 0, 0.97, 0.93);
    body(art, shape, colour, deep, bright);
    art.at(
        Spot.at(0, 0, 0.02),
        () ->
            art.fill(
                Shape.oval(0, 0, 48, 46),
                Texture.mottle(Tone.alpha(deep, 0.14), Tone.alpha(bright, 0.1))
                    .scale(14, 14)
                    .contrast(4)
                    .relief(0.6)
                    .ink(art.dice())));
    art.fill(Shape.oval(0.12, -0.72, 0.07, 0.045), Ink.of(0xFF5A6A2A));
  }

  private static void lemon(Art art) {
    Shape shape =
        Shape.blob(
            -1.12, -0.02, -0.9, -0.32, -0.4, -0.68, 0.3, -0.7, 0.85, -0.36, 1.15, 0.02, 0.9, 0.36,
            0.35, 0.7, -0.4, 0.68, -0.9, 0.3);
    body(art, shape, 0xFFF5D327, 0xFFB08A0A, 0xFFFFF2A0);
    art.at(
        Spot.at(0, 0, 0.02),
        () ->
            art.inside(
                Shape.oval(0, 0, 50, 34),
                () ->
                    art.wash(
                        Texture.mottle(0x18A07800, 0x18FFFFC0)
                            .scale(12, 12)
                            .contrast(4)
                            .ink(art.dice()))));
  }

  private static void strawberry(Art art) {
    Shape shape =
        Shape.blob(
            0, -0.7, 0.5, -0.72, 0.78, -0.35, 0.6, 0.3, 0.2, 0.85, 0, 0.95, -0.2, 0.85, -0.6, 0.3,
            -0.78, -0.35, -0.5, -0.72);
    body(art, shape, 0xFFD92B33, 0xFF860E1C, 0xFFFF7A6A);
    Shape seeds = Shape.path();
    for (int row = 0; row < 7; row++) {
      double y = -0.55 + row * 0.22;
      double half = 0.66 - Math.max(0, row - 1.5) * 0.1;
      for (double x = -half + (row % 2) * 0.11; x < half; x += 0.22) {
        seeds.addOval(x, y, 0.022, 0.036);
      }
    }
    art.inside(shape, () -> art.fill(seeds, Ink.of(0xFFF6D98A)));
    for (int i = -3; i <= 3; i++) {
      Shape leaf =
          Shape.path()
              .move(i * 0.05, -0.75)
              .bend(i * 0.12 - 0.08, -0.62, i * 0.2, -0.45)
              .bend(i * 0.18 + 0.1, -0.66, i * 0.05, -0.75)
              .close();
      art.fill(leaf, Ink.down(-0.8, -0.4, 0xFF6BA23A, 0xFF33641E));
    }
    art.stroke(Shape.curve(0, -0.74, 0.02, -0.9, 0.12, -1), 0.07, Ink.of(0xFF5B8A33));
  }

  private static void pear(Art art) {
    Shape shape =
        Shape.blob(
            0.02, -1.15, 0.3, -0.95, 0.42, -0.45, 0.82, 0.1, 0.8, 0.6, 0.4, 0.93, 0, 0.96, -0.4,
            0.93, -0.8, 0.6, -0.82, 0.1, -0.42, -0.45, -0.28, -0.95);
    body(art, shape, 0xFFC9C04A, 0xFF7A7218, 0xFFF0EBA0);
    art.inside(shape, () -> art.fill(Shape.oval(0.4, 0.2, 0.5, 0.6), Ink.of(0x50C4622A).blur(0.6)));
    art.stroke(Shape.curve(0.02, -1.12, 0.06, -1.28, 0.16, -1.4), 0.09, Ink.of(0xFF4E3216));
  }

  private static void banana(Art art) {
    Shape shape =
        Shape.path()
            .move(-1.25, -0.42)
            .swing(-1.0, 0.3, -0.3, 0.78, 0.5, 0.62)
            .swing(0.9, 0.52, 1.2, 0.2, 1.3, -0.12);
    shape
        .to(1.2, -0.18)
        .swing(0.95, 0.05, 0.5, 0.2, 0.1, 0.16)
        .swing(-0.4, 0.12, -0.85, -0.1, -1.1, -0.52)
        .close();
    art.fill(shape, Ink.down(-0.5, 0.75, 0xFFF9E26A, 0xFFF2CC30, 0xFFB88A14));
    art.stroke(
        Shape.path()
            .move(-1.17, -0.42)
            .swing(-0.85, 0.15, -0.2, 0.5, 0.45, 0.42)
            .swing(0.8, 0.36, 1.05, 0.1, 1.24, -0.14),
        0.05,
        Ink.of(0x80A87C10));
    art.fill(Shape.polygon(1.18, -0.2, 1.33, -0.1, 1.42, -0.3, 1.34, -0.36), Ink.of(0xFF6A5418));
    art.fill(Shape.oval(-1.18, -0.47, 0.08, 0.07), Ink.of(0xFF4A3812));
    art.inside(
        shape,
        () -> {
          for (int i = 0; i < 9; i++) {
            art.fill(
                Shape.oval(art.dice().between(-0.9, 1), art.dice().between(-0.1, 0.6), 0.05, 0.02),
                Ink.of(0x70583A0A));
          }
        });
  }
}
