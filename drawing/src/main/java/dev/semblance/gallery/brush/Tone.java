package dev.semblance.gallery.brush;

/// Arithmetic on colours, each an `0xAARRGGBB` in sRGB.
public final class Tone {
  public static final int WHITE = 0xFFFFFFFF;
  public static final int BLACK = 0xFF000000;
  public static final int CLEAR = 0x00000000;

  private Tone() {}

  /// An opaque colour of `0xRRGGBB`.
  public static int of(int rgb) {
    return 0xFF000000 | rgb;
  }

  /// The colour with another opacity, 0 to 1.
  public static int alpha(int colour, double alpha) {
    return (colour & 0x00FFFFFF) | (clamp(alpha * 255) << 24);
  }

  /// From `a` (0) to `b` (1), opacity too.
  public static int mix(int a, int b, double t) {
    double k = Math.clamp(t, 0, 1);
    return pack(
        channel(a, 24) * (1 - k) + channel(b, 24) * k,
        channel(a, 16) * (1 - k) + channel(b, 16) * k,
        channel(a, 8) * (1 - k) + channel(b, 8) * k,
        channel(a, 0) * (1 - k) + channel(b, 0) * k);
  }

  /// Towards white, by 0 to 1.
  public static int light(int colour, double amount) {
    return mix(colour, colour | 0x00FFFFFF, amount);
  }

  /// Towards black, by 0 to 1.
  public static int dark(int colour, double amount) {
    return mix(colour, colour & 0xFF000000, amount);
  }

  /// A colour seen in a coloured light: channel by channel product.
  public static int lit(int colour, int light) {
    return pack(
        channel(colour, 24),
        channel(colour, 16) * channel(light, 16) / 255.0,
        channel(colour, 8) * channel(light, 8) / 255.0,
        channel(colour, 0) * channel(light, 0) / 255.0);
  }

  /// A neighbour of the colour: each channel and the brightness moved by at most `amount` of 255.
  public static int vary(int colour, Dice dice, double amount) {
    double shift = dice.near(0, amount * 255);
    double third = amount * 85;
    return pack(
        channel(colour, 24),
        channel(colour, 16) + shift + dice.near(0, third),
        channel(colour, 8) + shift + dice.near(0, third),
        channel(colour, 0) + shift + dice.near(0, third));
  }

  /// A colour by hue in degrees, saturation and lightness 0 to 1.
  public static int hsl(double hue, double saturation, double lightness) {
    double chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
    double base = lightness - chroma / 2;
    return pack(
        255,
        255 * (base + chroma * ramp(hue + 120)),
        255 * (base + chroma * ramp(hue)),
        255 * (base + chroma * ramp(hue - 120)));
  }

  private static double ramp(double hue) {
    double h = ((hue % 360) + 360) % 360 / 60;
    return h < 1 ? h : h < 3 ? 1 : h < 4 ? 4 - h : 0;
  }

  /// The opacity, 0 to 1.
  public static double channelAlpha(int colour) {
    return channel(colour, 24) / 255.0;
  }

  static int channel(int colour, int shift) {
    return (colour >>> shift) & 0xFF;
  }

  private static int pack(double a, double r, double g, double b) {
    return clamp(a) << 24 | clamp(r) << 16 | clamp(g) << 8 | clamp(b);
  }

  private static int clamp(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
