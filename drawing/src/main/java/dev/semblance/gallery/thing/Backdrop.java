package dev.semblance.gallery.thing;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;

/// Plain surroundings for one thing.
final class Backdrop {
  private Backdrop() {}

  /// A lit wall and a wooden floor.
  static void wallAndFloor(Art art, int wall) {
    double w = art.width();
    double h = art.height();
    double y = h * 0.78;
    art.wash(
        Texture.mottle(Tone.dark(wall, 0.08), wall).scale(2.5, 2.5).relief(0.5).ink(art.dice()));
    art.wash(Ink.glow(w * 0.3, h * 0.2, 480, 0x50FFF4DC, 0x00000000, 0x80100C0A));
    Texture boards =
        Texture.ground(y - 60, 0xFF5E3E26, 0xFF96683E, 0xFF7A5432).scale(0.35, 3).contrast(3);
    art.fill(Shape.box(-5, y, w + 10, h), boards.set("middle", w / 2).ink(art.dice()));
    art.fill(Shape.box(-5, y - 6, w + 10, 7), Ink.down(y - 6, y, 0xFFEDE6DA, 0xFF9A9286));
  }

  /// A seamless coloured ground with a soft light, as in a studio.
  static void studio(Art art, int colour) {
    double w = art.width();
    double h = art.height();
    art.wash(
        Ink.glow(
            w * 0.38,
            h * 0.3,
            430,
            Tone.light(colour, 0.55),
            Tone.light(colour, 0.15),
            Tone.dark(colour, 0.35)));
    art.fill(
        Shape.box(-5, h * 0.7, w + 10, h),
        Ink.down(
            h * 0.7,
            h,
            Tone.alpha(Tone.light(colour, 0.4), 0),
            Tone.alpha(Tone.light(colour, 0.4), 0.5)));
  }

  static int hue(Dice dice) {
    return dice.pick(
        0xFF8FA8B8, 0xFFC8A890, 0xFFA0B494, 0xFFB8A0B4, 0xFFC8BC98, 0xFF90A4A0, 0xFFB4B4B8);
  }

  static void shadow(Art art, double x, double y, double radius) {
    art.fill(
        Shape.oval(x + radius * 0.2, y, radius * 1.15, radius * 0.2),
        Ink.of(0x66100C0A).blur(radius * 0.28));
    art.fill(Shape.oval(x, y, radius * 0.8, radius * 0.1), Ink.of(0x80100C0A).blur(radius * 0.1));
  }
}
