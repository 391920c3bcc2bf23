package dev.semblance.gallery.food;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;

/// A table top in a softly lit room.
///
/// @param edge where the table ends and the blurred room begins, in canvas units
record Table(String name, double edge) {
  static final double EDGE = 0.42;

  static Table pick(Dice dice) {
    return new Table(
        dice.pick("wooden table", "wooden table", "white table", "dark table", "blue cloth"), EDGE);
  }

  /// The table top seen from straight above, filling the picture.
  void fromAbove(Art art) {
    int[] tones = tones();
    boolean wood = name.contains("wooden") || name.contains("dark");
    Texture texture = Texture.mottle(tones[0], tones[1]).relief(0.4).contrast(wood ? 3 : 1.4);
    art.wash(texture.scale(wood ? 0.35 : 3, wood ? 6 : 3).ink(art.dice()));
    if (wood) {
      Shape gaps = Shape.path();
      for (double y = art.dice().between(20, 50); y < art.height(); y += 58) {
        gaps.move(0, y).to(art.width(), y);
      }
      art.stroke(gaps, 1.6, Ink.of(Tone.alpha(Tone.dark(tones[0], 0.6), 0.6)));
    }
    art.wash(
        Ink.glow(art.width() * 0.25, art.height() * 0.1, 560, 0x38FFFFFF, 0x00FFFFFF, 0x60000000));
  }

  void paint(Art art) {
    double w = art.width();
    double y = art.height() * edge;
    room(art, y);
    int[] tones = tones();
    Shape top = Shape.box(-5, y, w + 10, art.height());
    boolean wood = name.contains("wooden") || name.contains("dark");
    Texture texture =
        Texture.ground(y - 90, tones[0], tones[1], tones[2]).set("middle", w / 2).relief(0.35);
    art.fill(
        top,
        texture
            .scale(wood ? 0.25 : 2.5, wood ? 2.2 : 2.5)
            .contrast(wood ? 3 : 1.4)
            .ink(art.dice()));
    if (wood) {
      planks(art, y, tones[0]);
    }
    art.fill(
        top,
        Ink.glowOval(
            new double[] {w * 0.35, y + 60}, w * 0.75, 0.6, 0x30FFFFFF, 0x00FFFFFF, 0x40000000));
    art.fill(
        Shape.box(-5, y - 2, w + 10, 5),
        Ink.of(Tone.alpha(Tone.light(tones[1], 0.4), 0.5)).blur(3));
  }

  private int[] tones() {
    return switch (name) {
      case "white table" -> new int[] {0xFFDAD6CF, 0xFFF2EFEA, 0xFFE2DED8};
      case "dark table" -> new int[] {0xFF2A1E18, 0xFF4A372B, 0xFF3A2C24};
      case "blue cloth" -> new int[] {0xFF3C5F82, 0xFF5580A8, 0xFF4A7298};
      default -> new int[] {0xFF8E5E36, 0xFFC08F5E, 0xFFA87A4E};
    };
  }

  private static void planks(Art art, double y, int dark) {
    Shape gaps = Shape.path();
    double w = art.width();
    for (int i = -6; i <= 6; i++) {
      gaps.move(w / 2 + i * 46, y).to(w / 2 + i * 118, art.height() + 5);
    }
    art.stroke(gaps, 1.2, Ink.of(Tone.alpha(Tone.dark(dark, 0.6), 0.55)));
  }

  private static void room(Art art, double y) {
    Dice dice = art.dice();
    int wall = dice.pick(0xFF8FA39A, 0xFFB9A68C, 0xFF7F8EA0, 0xFFA88A7C, 0xFFC8BFAE);
    art.wash(
        Ink.glow(art.width() * 0.25, 0, 520, Tone.light(wall, 0.35), wall, Tone.dark(wall, 0.45)));
    for (int i = 0; i < 14; i++) {
      double r = dice.between(12, 34);
      int k = dice.pick(0xFFFFE2B0, 0xFFFFF6E0, 0xFFFFC890);
      Shape bokeh = Shape.circle(dice.between(0, art.width()), dice.between(0, y), r);
      art.fill(bokeh, Ink.of(Tone.alpha(k, dice.between(0.04, 0.14))).blur(3));
    }
  }

  /// The shadow of a round thing that stands here, away from the light at the upper left.
  static void shadow(Art art, double x, double y, double radius) {
    art.fill(
        Shape.oval(x + radius * 0.35, y, radius * 1.15, radius * 0.26),
        Ink.of(0x70140C08).blur(radius * 0.35));
    art.fill(
        Shape.oval(x + radius * 0.08, y, radius * 0.8, radius * 0.14),
        Ink.of(0x80140C08).blur(radius * 0.14));
  }
}
