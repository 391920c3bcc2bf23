package dev.semblance.eval;

import java.util.Locale;
import java.util.SplittableRandom;

/// A share from 0 to 1 with the bounds between which it lies with 95 % confidence.
///
/// @param low the 2.5 % quantile of the share over resampled cases
/// @param high the 97.5 % quantile
public record Share(double value, double low, double high) {
  private static final int SAMPLES = 1000;
  private static final long SEED = 4711;
  private static final double TAIL = 0.025;

  /// The share of cases that hold, with bounds by the bootstrap's percentiles (Efron 1979).
  ///
  /// @param cases each counts alike
  /// @param groups for each case the number of the thing it is about, from 0; things are resampled
  ///   whole, since the five captions of one picture are no five independent cases
  static Share of(boolean[] cases, int[] groups) {
    int count = 0;
    for (int group : groups) {
      count = Math.max(count, group + 1);
    }
    int[] held = new int[count];
    int[] size = new int[count];
    for (int i = 0; i < cases.length; i++) {
      held[groups[i]] += cases[i] ? 1 : 0;
      size[groups[i]]++;
    }
    double[] shares = new double[SAMPLES];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int sample = 0; sample < SAMPLES; sample++) {
      long sum = 0;
      long all = 0;
      for (int i = 0; i < count; i++) {
        int drawn = random.nextInt(count);
        sum += held[drawn];
        all += size[drawn];
      }
      shares[sample] = (double) sum / Math.max(1, all);
    }
    java.util.Arrays.sort(shares);
    long sum = 0;
    for (int one : held) {
      sum += one;
    }
    return new Share(
        (double) sum / Math.max(1, cases.length),
        shares[(int) (TAIL * SAMPLES)],
        shares[(int) ((1 - TAIL) * SAMPLES)]);
  }

  /// The share with its bounds, such as `0.437 (0.414-0.459)`.
  public String inWords() {
    return String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", value, low, high);
  }
}
