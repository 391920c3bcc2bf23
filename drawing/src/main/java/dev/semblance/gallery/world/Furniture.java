package dev.semblance.gallery.world;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;

/// Furniture for rooms.
public final class Furniture {
  private Furniture() {}

  /// A sofa seen from the front, standing on `y`, its middle at `x`.
  public static void sofa(Art art, double x, double y, double wide, int colour) {
    double h = wide * 0.36;
    double l = x - wide / 2;
    art.fill(Shape.oval(x, y, wide * 0.54, wide * 0.05), Ink.of(0x66000000).blur(12));
    for (double leg : new double[] {l + wide * 0.07, l + wide * 0.9}) {
      art.fill(Shape.box(leg, y - h * 0.12, wide * 0.03, h * 0.12), Ink.of(0xFF3C2818));
    }
    cushion(art, colour, 12, l + wide * 0.06, y - h, wide * 0.44, h * 0.62);
    cushion(art, colour, 12, x, y - h, wide * 0.44, h * 0.62);
    cushion(art, Tone.dark(colour, 0.12), 5, l + wide * 0.05, y - h * 0.34, wide * 0.9, h * 0.26);
    cushion(art, Tone.light(colour, 0.06), 9, l + wide * 0.09, y - h * 0.5, wide * 0.41, h * 0.22);
    cushion(art, Tone.light(colour, 0.06), 9, x, y - h * 0.5, wide * 0.41, h * 0.22);
    cushion(art, Tone.dark(colour, 0.04), 14, l, y - h * 0.66, wide * 0.11, h * 0.58);
    cushion(art, Tone.dark(colour, 0.04), 14, l + wide * 0.89, y - h * 0.66, wide * 0.11, h * 0.58);
  }

  /// A soft block with a lit upper edge.
  static void cushion(Art art, int colour, double radius, double... box) {
    Shape shape = Shape.round(radius, box);
    double y = box[1];
    double b = y + box[3];
    art.fill(shape, Ink.down(y, b, Tone.light(colour, 0.2), colour, Tone.dark(colour, 0.3)));
    Ink weave =
        Texture.mottle(Tone.alpha(Tone.BLACK, 0.07), Tone.alpha(Tone.WHITE, 0.05))
            .scale(7, 7)
            .ink(art.dice());
    art.fill(shape, weave);
    art.stroke(shape, 0.9, Ink.of(Tone.alpha(Tone.dark(colour, 0.5), 0.5)));
  }
}
