package dev.semblance.image;

import dev.semblance.image.resample.Kernel;

/// The resampling filters of Pillow, under its names.
///
/// All but [#NEAREST] are kernels that are stretched when a picture is made smaller, so that every
/// source pixel counts (antialiasing). Formulas and constants are those of Pillow's
/// `src/libImaging/Resample.c`.
public enum ResizeFilter implements Kernel {
  /// The source pixel that the middle of a target pixel falls into.
  NEAREST(0) {
    @Override
    public double weight(double x) {
      throw new UnsupportedOperationException("NEAREST picks pixels and has no weights");
    }
  },
  /// The mean of the source pixels that a target pixel covers.
  BOX(0.5) {
    @Override
    public double weight(double x) {
      return x > -0.5 && x <= 0.5 ? 1 : 0;
    }
  },
  /// A triangle over two target pixels.
  BILINEAR(1) {
    @Override
    public double weight(double x) {
      return Math.max(0, 1 - Math.abs(x));
    }
  },
  /// A Hamming-windowed sinc over two target pixels.
  HAMMING(1) {
    @Override
    public double weight(double x) {
      double distance = Math.abs(x);
      if (distance == 0) {
        return 1;
      }
      if (distance >= 1) {
        return 0;
      }
      double angle = distance * Math.PI;
      return StrictMath.sin(angle) / angle * (0.54f + 0.46f * StrictMath.cos(angle));
    }
  },
  /// Keys' cubic with a = -0.5 over four target pixels.
  BICUBIC(2) {
    @Override
    public double weight(double x) {
      double d = Math.abs(x);
      if (d < 1) {
        return ((KEYS + 2) * d - (KEYS + 3)) * d * d + 1;
      }
      return d < 2 ? (((d - 5) * d + 8) * d - 4) * KEYS : 0;
    }
  },
  /// A sinc windowed by a sinc over six target pixels.
  LANCZOS(3) {
    @Override
    public double weight(double x) {
      return -3 <= x && x < 3 ? sinc(x) * sinc(x / 3) : 0;
    }
  };

  private static final double KEYS = -0.5;

  private final double support;

  ResizeFilter(double support) {
    this.support = support;
  }

  @Override
  public double support() {
    return support;
  }

  private static double sinc(double x) {
    if (x == 0) {
      return 1;
    }
    double angle = x * Math.PI;
    return StrictMath.sin(angle) / angle;
  }
}
