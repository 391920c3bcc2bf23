package dev.semblance.image.resample;

/// The weights of one axis of a resize: which source pixels make up each target pixel, in fixed
/// point.
///
/// The arithmetic is that of `precompute_coeffs` and `normalize_coeffs_8bpc` in Pillow's
/// `src/libImaging/Resample.c`, step for step, since the last bit of a weight shows in the result.
///
/// Immutable, safe for many threads.
public final class Taps {

  /// Bits behind the point: 32 less 8 of the pixel and 2 of head room for negative lobes.
  static final int PRECISION_BITS = 32 - 8 - 2;

  /// What a sum starts with, so that cutting the bits behind the point rounds.
  static final int HALF = 1 << (PRECISION_BITS - 1);

  /// For each target pixel its first source pixel; never decreases.
  private final int[] first;

  /// For each target pixel how many source pixels it has.
  private final int[] count;

  /// For each target pixel `stride` numbers, the first `count` of them used.
  private final int[] weights;

  /// The greatest count there may be.
  private final int stride;

  private final int sourceLength;

  private Taps(int length, int stride, int sourceLength) {
    this.sourceLength = sourceLength;
    this.first = new int[length];
    this.count = new int[length];
    this.weights = new int[Math.multiplyExact(stride, length)];
    this.stride = stride;
  }

  /// Computes the weights of the target pixels `[from, to)`.
  ///
  /// @param axis what is resized to what
  /// @param from first target pixel that is wanted
  /// @param to behind the last target pixel that is wanted
  public static Taps of(Axis axis, Kernel kernel, int from, int to) {
    double scale = axis.scale();
    double stretch = Math.max(1, scale);
    double support = kernel.support() * stretch;
    int reach = (int) Math.ceil(support) * 2 + 1;
    Taps taps = new Taps(to - from, Math.min(reach, axis.sourceLength()), axis.sourceLength());
    double[] exact = new double[taps.stride];
    for (int i = 0; i < taps.length(); i++) {
      double center = axis.from() + (from + i + 0.5) * scale;
      int low = Math.max(0, (int) (center - support + 0.5));
      int high = Math.min(axis.sourceLength(), (int) (center + support + 0.5));
      for (int k = 0; k < high - low; k++) {
        exact[k] = kernel.weight((k + low - center + 0.5) * (1 / stretch));
      }
      taps.first[i] = low;
      taps.count[i] = high - low;
      taps.setWeights(i, exact);
    }
    return taps;
  }

  private void setWeights(int target, double[] exact) {
    double sum = 0;
    for (int k = 0; k < count[target]; k++) {
      sum += exact[k];
    }
    for (int k = 0; k < count[target]; k++) {
      double weight = sum == 0 ? exact[k] : exact[k] / sum;
      double fixed = weight * (1 << PRECISION_BITS);
      weights[target * stride + k] = (int) (weight < 0 ? fixed - 0.5 : fixed + 0.5);
    }
  }

  /// How many target pixels.
  int length() {
    return first.length;
  }

  int first(int target) {
    return first[target];
  }

  int count(int target) {
    return count[target];
  }

  /// Behind the last source pixel that a target pixel draws from.
  int end(int target) {
    return first[target] + count[target];
  }

  /// The weight of a target pixel's source pixel `first + index`.
  int weight(int target, int index) {
    return weights[target * stride + index];
  }

  /// How long the source is.
  int sourceLength() {
    return sourceLength;
  }

  int stride() {
    return stride;
  }

  /// The first source pixel that any target pixel draws from.
  int start() {
    return first[0];
  }

  /// Behind the last source pixel that any target pixel draws from; the ends never decrease.
  int end() {
    return end(length() - 1);
  }

  /// One side of a resize: the stretch `[from, to)` of `sourceLength` pixels becomes `length`.
  ///
  /// The stretch is held in float, as Pillow's C code does.
  public record Axis(int sourceLength, float from, float to, int length) {
    /// Source pixels a target pixel.
    public double scale() {
      return (double) (to - from) / length;
    }

    /// Whether the pixels stay as they are.
    public boolean isIdentity() {
      return length == sourceLength && from == 0 && to == length;
    }
  }
}
