package dev.semblance.gallery.people;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Tone;

/// A person as a soft, simple figure. Own units: the feet are at y 0, an adult is 100 high.
///
/// @param skin of face and hands
/// @param hair its colour; `longHair` falls to the shoulders
/// @param top colour of shirt or coat
/// @param legs colour of trousers; with `dress` the top widens to the knees
record Figure(int skin, int hair, boolean longHair, int top, int legs, boolean dress) {
  static Figure cast(Dice dice) {
    boolean longHair = dice.chance(0.5);
    return new Figure(
        dice.pick(0xFFF2C8A4, 0xFFD8A078, 0xFF9A6844, 0xFF6A4430, 0xFFE8B48C),
        dice.pick(0xFF2A1E18, 0xFF5A3A20, 0xFFB8863C, 0xFF8A8078, 0xFF7A2E1A),
        longHair,
        dice.pick(
            0xFFC8423A,
            0xFF3A6AA0,
            0xFFE0B040,
            0xFF4A8A5E,
            0xFF8A5A8C,
            0xFFE8E4DA,
            0xFF2E3440,
            0xFFE88A5A),
        dice.pick(0xFF2E3A54, 0xFF4A4038, 0xFF5A5E64, 0xFF26282E, 0xFF7A6A54),
        longHair && dice.chance(0.35));
  }

  /// Upright, facing the viewer or away.
  void stand(Art art, Spot spot, boolean away) {
    art.at(
        spot,
        () -> {
          limb(art, legs, 8, "-5,-46 -6,-24 -6,-3");
          limb(art, legs, 8, "5,-46 6,-24 6,-3");
          shoes(art, -7, 7);
          limb(art, Tone.dark(top, 0.12), 6.4, "-11,-74 -15,-60 -14,-46");
          limb(art, Tone.dark(top, 0.12), 6.4, "11,-74 15,-60 14,-46");
          art.fill(Shape.circle(-14, -43, 3).addOval(14, -43, 3, 3), Ink.of(skin));
          torso(art);
          head(art, 0, -88, away ? 0 : 1);
        });
  }

  /// In mid-stride to the right.
  void walk(Art art, Spot spot) {
    art.at(
        spot,
        () -> {
          limb(art, Tone.dark(legs, 0.25), 8, "-1,-46 -9,-26 -17,-6");
          limb(art, legs, 8, "1,-46 9,-26 13,-4");
          shoe(art, -17, -2);
          shoe(art, 16, -1);
          limb(art, Tone.dark(top, 0.3), 6, "-2,-74 8,-60 16,-52");
          torso(art);
          limb(art, Tone.dark(top, 0.1), 6.4, "0,-74 -9,-60 -13,-47");
          art.fill(Shape.circle(-13, -44, 3), Ink.of(skin));
          head(art, 2, -88, 2);
        });
  }

  /// Sitting in side view, the seat at y -32.
  void sit(Art art, Spot spot) {
    art.at(
        spot,
        () -> {
          limb(art, Tone.dark(legs, 0.2), 8.4, "-4,-36 20,-36 22,-4");
          limb(art, legs, 9, "-6,-38 17,-38 18,-4");
          shoe(art, 22, -1);
          Shape body = Shape.blob("-14,-34 -13,-56 -9,-70 0,-74 8,-70 9,-52 6,-34");
          art.fill(body, Ink.across(-14, 9, Tone.dark(top, 0.25), top, Tone.light(top, 0.2)));
          limb(art, Tone.dark(top, 0.1), 6.4, "-3,-68 2,-54 14,-46");
          art.fill(Shape.circle(15, -45, 3), Ink.of(skin));
          head(art, 1, -84, 2);
        });
  }

  void torso(Art art) {
    Shape body =
        dress
            ? Shape.blob("-11,-76 0,-79 11,-76 10,-58 17,-30 0,-26 -17,-30 -10,-58")
            : Shape.blob("-12,-76 0,-79 12,-76 11,-58 11,-42 0,-40 -11,-42 -11,-58");
    art.fill(body, Ink.across(-14, 14, Tone.light(top, 0.2), top, Tone.dark(top, 0.3)));
  }

  static void limb(Art art, int colour, double wide, String points) {
    art.stroke(Shape.curve(points), wide, Ink.of(Tone.dark(colour, 0.16)));
    art.at(
        Spot.at(-0.7, 0),
        () -> art.stroke(Shape.curve(points), wide * 0.62, Ink.of(Tone.light(colour, 0.08))));
  }

  private static void shoes(Art art, double left, double right) {
    art.fill(Shape.oval(left, -1.5, 5, 3).addOval(right, -1.5, 5, 3), Ink.of(0xFF2A2422));
  }

  private static void shoe(Art art, double x, double y) {
    art.fill(Shape.oval(x + 2, y - 1, 6.4, 3), Ink.of(0xFF2A2422));
  }

  /// `view` is 0 from behind, 1 from the front, 2 from the side looking right.
  void head(Art art, double x, double y, int view) {
    art.fill(Shape.round(2, x - 3, y + 5, 6, 8), Ink.of(Tone.dark(skin, 0.18)));
    if (longHair) {
      art.fill(
          Shape.blob(
              x - 8, y - 4, x, y - 11, x + 8, y - 4, x + 9, y + 12, x, y + 14, x - 9, y + 12),
          Ink.of(Tone.dark(hair, 0.15)));
    }
    art.fill(
        Shape.oval(x, y, 7.4, 8.8),
        Ink.glow(x - 2, y - 3, 13, Tone.light(skin, 0.2), skin, Tone.dark(skin, 0.3)));
    if (view == 0) {
      art.fill(
          Shape.blob(
              x - 8, y, x - 6, y - 8, x, y - 10.5, x + 6, y - 8, x + 8, y, x + 6, y + 7, x - 6,
              y + 7),
          Ink.of(hair));
      return;
    }
    if (view == 2) {
      art.fill(
          Shape.blob(
              x - 8, y + 4, x - 8.5, y - 4, x - 4, y - 10, x + 4, y - 10.5, x + 7, y - 6, x + 1,
              y - 5, x - 2, y + 3),
          Ink.of(hair));
      art.fill(Shape.circle(x + 4.4, y - 0.6, 0.9), Ink.of(0xFF241A14));
      art.fill(Shape.circle(x + 7.2, y + 1.6, 1.3), Ink.of(Tone.light(skin, 0.1)));
      return;
    }
    art.fill(
        Shape.blob(
            x - 8, y, x - 7.4, y - 7, x, y - 11, x + 7.4, y - 7, x + 8, y, x + 4, y - 5, x - 3,
            y - 5.4),
        Ink.of(hair));
    art.fill(
        Shape.circle(x - 2.8, y - 0.4, 0.9).addOval(x + 2.8, y - 0.4, 0.9, 0.9),
        Ink.of(0xFF241A14));
    art.stroke(
        Shape.curve(x - 2.6, y + 3.6, x, y + 4.8, x + 2.6, y + 3.6), 0.8, Ink.of(0xFF9A4A40));
  }
}
