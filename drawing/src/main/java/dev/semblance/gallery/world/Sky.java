package dev.semblance.gallery.world;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;

/// The sky down to a horizon.
public final class Sky {
  private Sky() {}

  /// Paints sky, sun or moon and stars, and clouds as the weather has them.
  public static void paint(Art art, Air air, double horizon) {
    double cover =
        switch (air.weather()) {
          case CLEAR -> art.dice().between(0.25, 0.5);
          case CLOUDY -> art.dice().between(0.62, 0.85);
          case FOG -> 0;
          case RAIN, SNOW -> 0.9;
          case STORM -> 0.85;
        };
    paint(art, air, horizon, cover);
  }

  /// The same with a chosen share of clouds, 0 to 1.
  public static void paint(Art art, Air air, double horizon, double cover) {
    Palette p = air.palette();
    art.wash(Ink.down(0, horizon, p.top(), p.middle(), p.low()));
    boolean night = air.hour() == Hour.NIGHT;
    if (night && air.weather() == Weather.CLEAR) {
      stars(art, horizon);
    }
    if (air.weather() == Weather.CLEAR || air.weather() == Weather.CLOUDY) {
      sun(art, air, horizon);
    }
    if (cover > 0) {
      art.wash(clouds(art, air, horizon, cover));
    }
    if (night && air.weather() == Weather.CLEAR) {
      moon(art, art.width() * air.sunX(), horizon * (1 - air.sunY()), 13);
    }
  }

  private static Ink clouds(Art art, Air air, double horizon, double cover) {
    Palette p = air.palette();
    boolean low = air.hour() == Hour.SUNSET || air.hour() == Hour.DAWN;
    int lit = low ? Tone.mix(p.sun(), p.low(), 0.35) : Tone.light(p.low(), air.dark() ? 0.1 : 0.75);
    int shade = low ? Tone.mix(p.top(), p.middle(), 0.35) : Tone.mix(p.top(), p.haze(), 0.6);
    double strength = air.hour() == Hour.NIGHT ? 0.55 : 0.92;
    return Texture.clouds(horizon, Tone.alpha(lit, strength), Tone.alpha(shade, strength), cover)
        .set("middle", art.width() / 2)
        .set("size", art.dice().between(0.8, 1.3))
        .set("sun", art.width() * air.sunX(), horizon * (1 - air.sunY()))
        .ink(art.dice());
  }

  private static void sun(Art art, Air air, double horizon) {
    if (air.hour() == Hour.NIGHT) {
      return;
    }
    Palette p = air.palette();
    double x = art.width() * air.sunX();
    double y = horizon * (1 - air.sunY());
    boolean low = air.hour() != Hour.DAY;
    double halo = low ? 240 : 150;
    int near = Tone.alpha(p.sun(), low ? 0.75 : 0.6);
    art.wash(
        Ink.glow(x, y, halo, near, Tone.alpha(p.sun(), 0.22), Tone.alpha(p.sun(), 0)).screen());
    if (air.hour() == Hour.DUSK || air.weather() == Weather.CLOUDY) {
      return;
    }
    double size = low ? 17 : 11;
    art.fill(Shape.circle(x, y, size), Ink.of(Tone.light(p.sun(), 0.5)).blur(3));
  }

  /// Stars over the upper part, denser and brighter here and there.
  public static void stars(Art art, double horizon) {
    Dice dice = art.dice();
    for (int i = 0; i < 240; i++) {
      double y = horizon * Math.pow(dice.between(0, 1), 1.3);
      double size = 0.3 + 0.9 * Math.pow(dice.between(0, 1), 6);
      int tint = dice.pick(0xFFFFFFFF, 0xFFDCE6FF, 0xFFFFF0D8);
      double bright = dice.between(0.3, 1) * (1 - 0.75 * y / horizon);
      art.fill(
          Shape.circle(dice.between(0, art.width()), y, size), Ink.of(Tone.alpha(tint, bright)));
    }
  }

  /// A full moon with its seas and halo.
  public static void moon(Art art, double x, double y, double radius) {
    halo(art, x, y, radius);
    disc(art, x, y, radius);
  }

  private static void halo(Art art, double x, double y, double radius) {
    art.wash(Ink.glow(x, y, radius * 7, 0x66E8ECFF, 0x18E8ECFF, 0x00E8ECFF).screen());
  }

  /// A thin moon, lit from the lower left.
  public static void crescent(Art art, double x, double y, double radius) {
    halo(art, x, y, radius * 0.8);
    art.layer(
        Ink.of(Tone.BLACK),
        () -> {
          disc(art, x, y, radius);
          art.fill(
              Shape.circle(x + radius * 0.5, y - radius * 0.25, radius),
              Ink.of(Tone.BLACK).blur(1.5).erase());
        });
  }

  private static void disc(Art art, double x, double y, double radius) {
    Shape disc = Shape.circle(x, y, radius);
    art.fill(disc, Ink.glow(x - radius / 3, y - radius / 3, radius * 1.6, 0xFFFFFCEB, 0xFFD9D5C0));
    Dice dice = art.dice();
    art.inside(
        disc,
        () -> {
          for (int i = 0; i < 7; i++) {
            double r = radius * dice.between(0.12, 0.34);
            double cx = x + radius * dice.near(0, 0.7);
            double cy = y + radius * dice.near(0, 0.7);
            art.fill(Shape.circle(cx, cy, r), Ink.of(0x30807A70).blur(r * 0.6));
          }
        });
  }
}
