package dev.semblance.train.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How good a run was at a step: a line of `measures.csv`.
///
/// @param step done when it was measured
/// @param side of the pictures in pixels
/// @param pictures seen until then
/// @param raw of the weights as they are
/// @param averaged of the averaged weights, where there are any
public record Measure(long step, int side, long pictures, Shares raw, Optional<Shares> averaged) {
  /// The names of the columns.
  static final String HEADER = "step,side,pictures,r@1,r@5,r@10,top1,top5";

  /// The same with those of the averages; a table may have been begun without them.
  static final String HEADER_AVERAGED =
      HEADER + ",averaged r@1,averaged r@5,averaged r@10,averaged top1,averaged top5";

  private static final int FIRST_SHARE = 3;
  private static final int SHARES = 5;

  /// The better of both scores.
  public double score() {
    return Math.max(raw.score(), averaged.map(Shares::score).orElse(0.0));
  }

  /// Whether the averaged weights are better than the raw ones.
  public boolean averagedIsBetter() {
    return averaged.isPresent() && averaged.get().score() > raw.score();
  }

  /// This as a line of the table.
  public String line() {
    return step
        + ","
        + side
        + ","
        + pictures
        + written(raw)
        + averaged.map(Measure::written).orElse("");
  }

  private static String written(Shares shares) {
    return String.format(
        Locale.ROOT,
        ",%.4f,%.4f,%.4f,%.4f,%.4f",
        shares.r1(),
        shares.r5(),
        shares.r10(),
        shares.top1(),
        shares.top5());
  }

  /// Which weights are better, as a sentence; empty where there are no averages.
  public Optional<String> comparison() {
    return averaged.map(other ->
        String.format(
            Locale.ROOT,
            "the %s weights are better: mean recall %.4f averaged, %.4f raw",
            averagedIsBetter() ? "averaged" : "raw",
            other.score(),
            raw.score()));
  }

  /// The measure of a line.
  static Measure read(String line) {
    List<Double> numbers = new ArrayList<>();
    for (String cell : line.split(",", -1)) {
      numbers.add(Double.parseDouble(cell));
    }
    int first = FIRST_SHARE + SHARES;
    return new Measure(
        numbers.get(0).longValue(),
        numbers.get(1).intValue(),
        numbers.get(2).longValue(),
        shares(numbers.subList(FIRST_SHARE, first)),
        numbers.size() < first + SHARES
            ? Optional.empty()
            : Optional.of(shares(numbers.subList(first, first + SHARES))));
  }

  private static Shares shares(List<Double> five) {
    return new Shares(five.get(0), five.get(1), five.get(2), five.get(3), five.get(4));
  }
}
