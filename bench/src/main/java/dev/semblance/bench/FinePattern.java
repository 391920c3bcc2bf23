package dev.semblance.bench;

import dev.semblance.image.Pixels;
import java.util.SplittableRandom;

/// Pictures with as much detail as pixels can hold, such as cameras and printers hardly make: the
/// worst that can happen to a decoder that leaves detail out.
enum FinePattern {
  /// Every pixel by chance.
  NOISE {
    @Override
    int grey(int x, int y, SplittableRandom random) {
      return random.nextInt(256);
    }
  },
  /// Black and white, each by chance, in squares of three pixels: no multiple of what a JPEG's
  /// blocks are made of.
  CHECKS {
    @Override
    int grey(int x, int y, SplittableRandom random) {
      return ((x / 3 * 7919) ^ (y / 3 * 104729)) * 31 % 5 < 2 ? 0 : 255;
    }
  },
  /// Rings that grow finer outwards, down to two pixels, and so pass every frequency.
  RINGS {
    @Override
    int grey(int x, int y, SplittableRandom random) {
      double radius = (double) x * x + (double) y * y;
      return (int) Math.round(127.5 + 127.5 * Math.cos(radius * Math.PI / 8000));
    }
  },
  /// Lines of black strokes on white, two pixels thick, as in a page of small print.
  PRINT {
    @Override
    int grey(int x, int y, SplittableRandom random) {
      boolean between = y % 22 > 14;
      int letter = (x / 9 * 31 + y / 22 * 17) % 7;
      boolean upright = x % 9 < 2 && letter != 3;
      boolean across = y % 22 / 2 == letter && x % 9 < 7;
      return !between && (upright || across) ? 0 : 255;
    }
  };

  /// Lightness of a pixel, 0 to 255.
  abstract int grey(int x, int y, SplittableRandom random);

  /// The pattern over broad areas of colour, so that there is something left of it when all detail
  /// is gone.
  Pixels pixels(int width, int height, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] colours = random.ints(48, 64, 256).toArray();
    byte[] data = new byte[width * height * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int area = y * 4 / height * 4 + x * 4 / width;
        int grey = grey(x, y, random);
        for (int channel = 0; channel < 3; channel++) {
          data[(y * width + x) * 3 + channel] = (byte) (grey * colours[area * 3 + channel] / 255);
        }
      }
    }
    return new Pixels(width, height, 3, data);
  }
}
