package dev.semblance.image;

import java.util.function.DoubleUnaryOperator;

/// The slow, obvious twin of [Resizer]: every target pixel on its own, the formulas of Pillow's
/// `Resample.c` and `Geometry.c` written down as they stand there.
final class PlainResizer {
  private static final int PRECISION_BITS = 22;

  private PlainResizer() {}

  static Pixels resize(Pixels source, Resizer.Box box, int width, int height, ResizeFilter filter) {
    boolean sameWidth = width == source.width() && box.left() == 0 && box.right() == source.width();
    boolean sameHeight =
        height == source.height() && box.top() == 0 && box.bottom() == source.height();
    if (sameWidth && sameHeight) {
      return source;
    }
    if (filter == ResizeFilter.NEAREST) {
      return nearest(source, box, width, height);
    }
    Pixels result = source.channels() == 4 ? premultiplied(source) : source;
    if (!sameWidth) {
      result = transposed(rows(transposed(result), box.left(), box.right(), width, filter));
    }
    if (!sameHeight) {
      result = rows(result, box.top(), box.bottom(), height, filter);
    }
    return source.channels() == 4 ? unpremultiplied(result) : result;
  }

  /// Resizes along the columns: each target row is a sum of source rows.
  private static Pixels rows(Pixels source, float from, float to, int height, ResizeFilter filter) {
    int rowBytes = source.width() * source.channels();
    byte[] result = new byte[rowBytes * height];
    double scale = (double) (to - from) / height;
    double stretch = Math.max(scale, 1);
    double support = support(filter) * stretch;
    for (int y = 0; y < height; y++) {
      double center = from + (y + 0.5) * scale;
      int low = Math.max(0, (int) (center - support + 0.5));
      int high = Math.min(source.height(), (int) (center + support + 0.5));
      double[] weights = new double[high - low];
      double sum = 0;
      for (int k = 0; k < weights.length; k++) {
        weights[k] = kernel(filter).applyAsDouble((k + low - center + 0.5) / stretch);
        sum += weights[k];
      }
      for (int i = 0; i < rowBytes; i++) {
        long total = 1L << (PRECISION_BITS - 1);
        for (int k = 0; k < weights.length; k++) {
          double weight = weights[k] / sum * (1 << PRECISION_BITS);
          int rounded = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
          total += (long) rounded * (source.data()[(low + k) * rowBytes + i] & 0xff);
        }
        result[y * rowBytes + i] = (byte) Math.clamp(total >> PRECISION_BITS, 0, 255);
      }
    }
    return new Pixels(source.width(), height, source.channels(), result);
  }

  private static double support(ResizeFilter filter) {
    return switch (filter) {
      case NEAREST -> throw new IllegalArgumentException("nearest has no support");
      case BOX -> 0.5;
      case BILINEAR, HAMMING -> 1;
      case BICUBIC -> 2;
      case LANCZOS -> 3;
    };
  }

  private static DoubleUnaryOperator kernel(ResizeFilter filter) {
    return switch (filter) {
      case NEAREST -> throw new IllegalArgumentException("nearest has no kernel");
      case BOX -> x -> x > -0.5 && x <= 0.5 ? 1 : 0;
      case BILINEAR -> x -> Math.abs(x) < 1 ? 1 - Math.abs(x) : 0;
      case HAMMING -> x -> Math.abs(x) < 1 ? sinc(x) * (0.54f + 0.46f * Math.cos(Math.PI * x)) : 0;
      case BICUBIC -> PlainResizer::cubic;
      case LANCZOS -> x -> x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
    };
  }

  private static double cubic(double signed) {
    double x = Math.abs(signed);
    if (x < 1) {
      return 1.5 * x * x * x - 2.5 * x * x + 1;
    }
    return x < 2 ? -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2 : 0;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static Pixels nearest(Pixels source, Resizer.Box box, int width, int height) {
    int channels = source.channels();
    byte[] result = new byte[width * height * channels];
    double right = (double) (box.right() - box.left()) / width;
    double down = (double) (box.bottom() - box.top()) / height;
    double y = box.top() + down * 0.5;
    for (int row = 0; row < height; row++, y += down) {
      double x = box.left() + right * 0.5;
      for (int column = 0; column < width; column++, x += right) {
        int from = (((int) y) * source.width() + (int) x) * channels;
        System.arraycopy(source.data(), from, result, (row * width + column) * channels, channels);
      }
    }
    return new Pixels(width, height, channels, result);
  }

  private static Pixels transposed(Pixels source) {
    int channels = source.channels();
    byte[] result = new byte[source.data().length];
    for (int y = 0; y < source.height(); y++) {
      for (int x = 0; x < source.width(); x++) {
        int from = (y * source.width() + x) * channels;
        int to = (x * source.height() + y) * channels;
        System.arraycopy(source.data(), from, result, to, channels);
      }
    }
    return new Pixels(source.height(), source.width(), channels, result);
  }

  private static Pixels premultiplied(Pixels source) {
    byte[] result = source.data().clone();
    for (int i = 0; i < result.length; i++) {
      if (i % 4 != 3) {
        result[i] = (byte) Math.round((result[i] & 0xff) * (result[i | 3] & 0xff) / 255.0);
      }
    }
    return new Pixels(source.width(), source.height(), 4, result);
  }

  private static Pixels unpremultiplied(Pixels source) {
    byte[] result = source.data().clone();
    for (int i = 0; i < result.length; i++) {
      int alpha = result[i | 3] & 0xff;
      if (i % 4 != 3 && alpha > 0) {
        result[i] = (byte) Math.min(255, (result[i] & 0xff) * 255 / alpha);
      }
    }
    return new Pixels(source.width(), source.height(), 4, result);
  }
}
