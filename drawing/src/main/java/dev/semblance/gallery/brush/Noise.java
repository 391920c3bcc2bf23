package dev.semblance.gallery.brush;

import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.FilterTileMode;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.SamplingMode;
import io.github.humbleui.skija.Shader;
import java.util.SplittableRandom;

/// A seamless tile of noise that every effect samples: red and green are fractal gradient noise (K.
/// Perlin, "Improving Noise", 2002) of two seeds, blue is the distance to scattered points (S.
/// Worley, 1996). Computed once a process; safe for many threads.
final class Noise {
  static final int SIZE = 512;
  private static final int OCTAVES = 6;

  private Noise() {}

  /// The tile, repeated without end, one texel a unit. Shared, not to be closed.
  static Shader shader() {
    return Tile.SHADER;
  }

  private static final class Tile {
    static final Shader SHADER = make();

    private static Shader make() {
      ImageInfo info = new ImageInfo(SIZE, SIZE, ColorType.RGBA_8888, ColorAlphaType.OPAQUE);
      try (Image image = Image.makeRasterFromBytes(info, pixels(), SIZE * 4L)) {
        return image.makeShader(
            FilterTileMode.REPEAT, FilterTileMode.REPEAT, SamplingMode.LINEAR, null);
      }
    }
  }

  private static byte[] pixels() {
    Lattice red = new Lattice(11);
    Lattice green = new Lattice(23);
    float[] cells = cells(new SplittableRandom(5));
    byte[] pixels = new byte[SIZE * SIZE * 4];
    for (int i = 0; i < SIZE * SIZE; i++) {
      int x = i % SIZE;
      int y = i / SIZE;
      pixels[4 * i] = unsigned(0.5f + 0.62f * red.fractal(x, y));
      pixels[4 * i + 1] = unsigned(0.5f + 0.62f * green.fractal(x, y));
      pixels[4 * i + 2] = unsigned(cells[i]);
      pixels[4 * i + 3] = (byte) 255;
    }
    return pixels;
  }

  private static byte unsigned(float value) {
    return (byte) Math.clamp(Math.round(value * 255), 0, 255);
  }

  /// Distance to the nearest of 32 x 32 jittered points, in cells, on the torus.
  private static float[] cells(SplittableRandom random) {
    int n = 32;
    float cell = SIZE / (float) n;
    float[] px = new float[n * n];
    float[] py = new float[n * n];
    for (int i = 0; i < n * n; i++) {
      px[i] = (i % n + (float) random.nextDouble()) * cell;
      py[i] = (Math.floorDiv(i, n) + (float) random.nextDouble()) * cell;
    }
    float[] result = new float[SIZE * SIZE];
    for (int i = 0; i < result.length; i++) {
      result[i] = nearest(px, py, i % SIZE, i / SIZE) / cell;
    }
    return result;
  }

  private static float nearest(float[] px, float[] py, int x, int y) {
    int n = 32;
    float cell = SIZE / (float) n;
    float best = Float.MAX_VALUE;
    for (int k = 0; k < 9; k++) {
      int cx = Math.floorMod((int) (x / cell) + k % 3 - 1, n);
      int cy = Math.floorMod((int) (y / cell) + k / 3 - 1, n);
      float dx = Math.abs(px[cy * n + cx] - x);
      float dy = Math.abs(py[cy * n + cx] - y);
      dx = Math.min(dx, SIZE - dx);
      dy = Math.min(dy, SIZE - dy);
      best = Math.min(best, dx * dx + dy * dy);
    }
    return (float) Math.sqrt(best);
  }

  /// Gradient noise whose lattice closes on itself every 256 cells.
  static final class Lattice {
    private final float[] gx = new float[256];
    private final float[] gy = new float[256];
    private final int[] order = new int[256];

    Lattice(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 256; i++) {
        double angle = random.nextDouble() * 2 * Math.PI;
        gx[i] = (float) Math.cos(angle);
        gy[i] = (float) Math.sin(angle);
        order[i] = i;
      }
      for (int i = 255; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swap = order[i];
        order[i] = order[j];
        order[j] = swap;
      }
    }

    /// Octaves from 8 cells a tile upwards, each half as strong: about -1 to 1.
    float fractal(float x, float y) {
      float sum = 0;
      float strength = 1;
      int cells = 8;
      for (int octave = 0; octave < OCTAVES; octave++) {
        float scale = cells / (float) SIZE;
        sum += strength * at(x * scale, y * scale, cells);
        strength *= 0.5f;
        cells *= 2;
      }
      return sum;
    }

    /// One octave at a point given in cells, repeating after `period` cells.
    float at(float x, float y, int period) {
      int x0 = (int) Math.floor(x);
      int y0 = (int) Math.floor(y);
      float fx = x - x0;
      float fy = y - y0;
      float u = fade(fx);
      float top = mix(dot(x0, y0, period, fx, fy), dot(x0 + 1, y0, period, fx - 1, fy), u);
      float low =
          mix(dot(x0, y0 + 1, period, fx, fy - 1), dot(x0 + 1, y0 + 1, period, fx - 1, fy - 1), u);
      return mix(top, low, fade(fy));
    }

    private float dot(int x, int y, int period, float dx, float dy) {
      int row = order[Math.floorMod(y, period) & 255];
      int i = order[(Math.floorMod(x, period) + row) & 255];
      return gx[i] * dx + gy[i] * dy;
    }

    private static float fade(float t) {
      return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static float mix(float a, float b, float t) {
      return a + (b - a) * t;
    }
  }
}
