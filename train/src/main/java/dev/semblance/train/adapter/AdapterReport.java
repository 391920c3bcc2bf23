package dev.semblance.train.adapter;

import java.util.Locale;
import java.util.SplittableRandom;

/// What an adapter gained on pictures it has never seen.
///
/// @param pictures held out
/// @param candidates distinct texts among which each had to find one of its own
/// @param before share of pictures for which an own text came first, by the model as it was
/// @param after the same by the adapted one
/// @param low the 2.5 % quantile of the difference over resampled pictures
/// @param high the 97.5 % quantile
public record AdapterReport(
    int pictures, int candidates, double before, double after, double low, double high) {
  private static final int SAMPLES = 2000;
  private static final long SEED = 99;

  /// Compares picture by picture (paired bootstrap).
  static AdapterReport of(boolean[] before, boolean[] after, int candidates) {
    int n = before.length;
    double[] differences = new double[SAMPLES];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int sample = 0; sample < SAMPLES; sample++) {
      int sum = 0;
      for (int i = 0; i < n; i++) {
        int drawn = random.nextInt(n);
        sum += (after[drawn] ? 1 : 0) - (before[drawn] ? 1 : 0);
      }
      differences[sample] = (double) sum / n;
    }
    java.util.Arrays.sort(differences);
    return new AdapterReport(
        n,
        candidates,
        share(before),
        share(after),
        differences[(int) (0.025 * SAMPLES)],
        differences[(int) (0.975 * SAMPLES)]);
  }

  private static double share(boolean[] cases) {
    int held = 0;
    for (boolean one : cases) {
      held += one ? 1 : 0;
    }
    return (double) held / cases.length;
  }

  /// Whether the gain is more than chance would give: the whole interval lies over 0.
  public boolean gained() {
    return low > 0;
  }

  /// One sentence.
  public String inWords() {
    String numbers =
        String.format(
            Locale.ROOT,
            "on %d pictures held out, with %d texts to choose from: %.3f before, %.3f after,"
                + " difference %+.3f (95 %%: %+.3f to %+.3f)",
            pictures,
            candidates,
            before,
            after,
            after - before,
            low,
            high);
    return gained() ? numbers : numbers + "; no gain that chance would not give";
  }
}
