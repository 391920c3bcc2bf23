package dev.semblance.gallery.world;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Tone;

/// Shadows on the ground.
public final class Shade {
  private Shade() {}

  /// A soft flat shadow where a thing of this width stands; it falls away from the light.
  public static void under(Art art, Air air, double x, double y, double width) {
    double strength = air.sunny() ? 0.42 : 0.25;
    double reach = air.sunny() ? width * (air.hour() == Hour.DAY ? 0.12 : 0.4) : 0;
    int dark = Tone.alpha(0xFF10141E, strength);
    double cx = x - air.side() * reach;
    art.fill(Shape.oval(cx, y, width / 2 + reach, width * 0.075), Ink.of(dark).blur(width * 0.07));
    art.fill(Shape.oval(x, y, width * 0.46, width * 0.04), Ink.of(dark).blur(width * 0.04));
  }
}
