package dev.semblance.image;

import dev.semblance.image.resample.Resampling;
import dev.semblance.image.resample.Taps;

/// Resizes pictures as Pillow does, to the byte.
///
/// A picture is first resampled along its rows, rounded to bytes, then along its columns, in fixed
/// point, as in Pillow's `src/libImaging/Resample.c`; [ResizeFilter#NEAREST] follows
/// `ImagingScaleAffine` in `src/libImaging/Geometry.c`. Pictures with alpha are weighted by it on
/// the way (`Image.resize` in Pillow), so that colours of transparent pixels do not bleed.
///
/// Stateless, safe for many threads.
public final class Resizer {
  private Resizer() {}

  /// Resizes the whole picture.
  ///
  /// @param width of the result in pixels, at least 1
  /// @param height of the result in pixels, at least 1
  /// @return a picture with as many channels as the source; the source itself where nothing changes
  public static Pixels resize(Pixels source, int width, int height, ResizeFilter filter) {
    return resize(source, Box.of(source), width, height, filter);
  }

  /// Resizes a part of the picture. Pixels outside of the box lend their colour where the filter
  /// reaches over the box's edge, as in Pillow.
  ///
  /// @param box the part, within the picture
  public static Pixels resize(Pixels source, Box box, int width, int height, ResizeFilter filter) {
    return resize(source, new Plan(box, width, height, filter, new Window(0, 0, width, height)));
  }

  /// Resizes and computes only the pixels within the plan's window.
  static Pixels resize(Pixels source, Plan plan) {
    plan.box.checkWithin(source);
    Taps.Axis across = plan.across(source);
    Taps.Axis down = plan.down(source);
    if (across.isIdentity() && down.isIdentity()) {
      return crop(source, plan.window);
    }
    if (plan.filter == ResizeFilter.NEAREST) {
      return nearest(source, across, down, plan.window);
    }
    Resampling resampling =
        new Resampling(
            source.data(), source.channels(), plan.tapsAcross(across), plan.tapsDown(down));
    return new Pixels(
        plan.window.width(), plan.window.height(), source.channels(), resampling.run());
  }

  /// Cuts a part out of a picture.
  static Pixels crop(Pixels source, Window window) {
    if (window.width() == source.width() && window.height() == source.height()) {
      return source;
    }
    int channels = source.channels();
    int rowBytes = window.width() * channels;
    byte[] result = new byte[rowBytes * window.height()];
    for (int y = 0; y < window.height(); y++) {
      int from = ((window.top + y) * source.width() + window.left) * channels;
      System.arraycopy(source.data(), from, result, y * rowBytes, rowBytes);
    }
    return new Pixels(window.width(), window.height(), channels, result);
  }

  private static Pixels nearest(Pixels source, Taps.Axis across, Taps.Axis down, Window window) {
    int channels = source.channels();
    int[] columns = positions(across, window.left, window.right);
    int[] rows = positions(down, window.top, window.bottom);
    byte[] from = source.data();
    byte[] result = new byte[window.width() * window.height() * channels];
    int target = 0;
    for (int row : rows) {
      int start = row * source.width() * channels;
      for (int column : columns) {
        int pixel = start + column * channels;
        for (int c = 0; c < channels; c++) {
          result[target++] = from[pixel + c];
        }
      }
    }
    return new Pixels(window.width(), window.height(), channels, result);
  }

  /// Positions are summed up step by step, as Pillow does, since the rounding of the sum shows.
  private static int[] positions(Taps.Axis axis, int from, int to) {
    int[] result = new int[to - from];
    double step = axis.scale();
    double position = axis.from() + step * 0.5;
    for (int i = 0; i < to; i++) {
      if (i >= from) {
        result[i - from] = Math.min((int) position, axis.sourceLength() - 1);
      }
      position += step;
    }
    return result;
  }

  /// A part of a picture in pixels, perhaps between them; right and bottom are behind the last.
  public record Box(float left, float top, float right, float bottom) {
    public Box {
      if (!(left >= 0 && top >= 0 && right > left && bottom > top)) {
        throw new IllegalArgumentException(
            "box "
                + left
                + ", "
                + top
                + " to "
                + right
                + ", "
                + bottom
                + " is empty or begins outside of the picture");
      }
    }

    /// The whole of a picture.
    public static Box of(Pixels picture) {
      return new Box(0, 0, picture.width(), picture.height());
    }

    private void checkWithin(Pixels picture) {
      if (right > picture.width() || bottom > picture.height()) {
        throw new IllegalArgumentException(
            "box up to "
                + right
                + ", "
                + bottom
                + " reaches out of the picture of "
                + picture.width()
                + " x "
                + picture.height());
      }
    }
  }

  /// A part of the result in whole pixels; right and bottom are behind the last.
  record Window(int left, int top, int right, int bottom) {
    int width() {
      return right - left;
    }

    int height() {
      return bottom - top;
    }
  }

  /// What a resize does: the box becomes `width` x `height`, of which the window is computed.
  record Plan(Box box, int width, int height, ResizeFilter filter, Window window) {
    Plan {
      if (width < 1 || height < 1) {
        throw new IllegalArgumentException(
            "cannot resize to " + width + " x " + height + "; both sides must be at least 1");
      }
    }

    private Taps tapsAcross(Taps.Axis axis) {
      return Taps.of(axis, filter(axis), window.left, window.right);
    }

    private Taps tapsDown(Taps.Axis axis) {
      return Taps.of(axis, filter(axis), window.top, window.bottom);
    }

    /// A side that keeps its pixels is copied by a box of one pixel, whose only weight is 1.
    private ResizeFilter filter(Taps.Axis axis) {
      return axis.isIdentity() ? ResizeFilter.BOX : filter;
    }

    private Taps.Axis across(Pixels source) {
      return new Taps.Axis(source.width(), box.left, box.right, width);
    }

    private Taps.Axis down(Pixels source) {
      return new Taps.Axis(source.height(), box.top, box.bottom, height);
    }
  }
}
