package dev.semblance.image.resample;

/// Colours multiplied by their alpha, Pillow's `RGBa`, with its rounding.
final class PremultipliedAlpha {
  private PremultipliedAlpha() {}

  /// Multiplies packed pixels, red lowest and alpha highest, in place.
  static void apply(int[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i];
      int alpha = pixel >>> 24;
      pixels[i] =
          multiplied(pixel & 0xff, alpha)
              | multiplied(pixel >> 8 & 0xff, alpha) << 8
              | multiplied(pixel >> 16 & 0xff, alpha) << 16
              | alpha << 24;
    }
  }

  /// Divides RGBA bytes by their alpha again, in place.
  static void undo(byte[] pixels) {
    for (int i = 0; i < pixels.length; i += 4) {
      int alpha = pixels[i + 3] & 0xff;
      if (alpha != 0 && alpha != 255) {
        pixels[i] = divided(pixels[i], alpha);
        pixels[i + 1] = divided(pixels[i + 1], alpha);
        pixels[i + 2] = divided(pixels[i + 2], alpha);
      }
    }
  }

  /// `MULDIV255` in Pillow's `src/libImaging/ImagingUtils.h`: the product over 255, rounded.
  private static int multiplied(int value, int alpha) {
    int product = value * alpha + 128;
    return ((product >> 8) + product) >> 8;
  }

  /// `rgba2rgbA` in Pillow's `src/libImaging/Convert.c`: cut off, at most 255.
  private static byte divided(byte value, int alpha) {
    return (byte) Math.min(255, 255 * (value & 0xff) / alpha);
  }
}
