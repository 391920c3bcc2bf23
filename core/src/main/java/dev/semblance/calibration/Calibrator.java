package dev.semblance.calibration;

import dev.semblance.calibration.Calibration.Measured;
import dev.semblance.calibration.Trials.Trial;
import dev.semblance.calibration.Trials.TrialHit;
import dev.semblance.space.Embedding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes calibrations. Stateless.
public final class Calibrator {
  /// What [Calibration#reference] is called in a model's folder.
  public static final String REFERENCE_FILE = "reference.f16";

  private static final long SEED = 20261124;
  private static final double LIKELY = 0.5;

  private static final int BINS = 15;
  private static final int FEWEST_PICTURES = 100;

  private Calibrator() {}

  /// A calibration from queries whose answers are known.
  ///
  /// The curves are fitted on trials with libraries of several sizes, half of them without an
  /// answer; the measure is taken by fitting on two thirds of the queries and asking the rest.
  ///
  /// @param pictures that are searched, at least 100
  /// @param queries what is asked of them
  /// @param reference what unrelated pictures look like
  /// @param source what all this comes from, one sentence
  public static Calibration fromPairs(
      List<Embedding> pictures, Queries queries, Reference reference, String source) {
    if (pictures.size() < FEWEST_PICTURES) {
      throw new IllegalArgumentException(
          "calibration needs at least " + FEWEST_PICTURES + " pictures, got " + pictures.size());
    }
    Trials trials = new Trials(pictures, reference, SEED);
    List<Trial> fitted = queries.part(false).searched(trials);
    Curve halfCurve = CurveFit.fit(examples(fitted));
    Queries.Texts asked = queries.part(true);
    Measured measured =
        measure(
            asked.searched(trials), halfCurve, least(fitted, halfCurve), asked.answered().size());
    List<Trial> all = queries.whole().searched(trials);
    Curve text = CurveFit.fit(examples(all));
    Curve picture =
        queries.hasCurveForPictures()
            ? CurveFit.fit(examples(trials.run(queries.byPicture())))
            : text;
    double least = least(all, text);
    return new Calibration(
        source,
        text,
        picture,
        Math.max(LIKELY, least),
        least,
        REFERENCE_FILE,
        Optional.of(measured));
  }

  /// A weaker calibration where nothing is known but the pictures themselves: a hit counts as even
  /// chance when it stands where the best of so many unrelated pictures would stand.
  ///
  /// For `n` unrelated scores the highest is expected near `sqrt(2 ln n)` deviations (Cramér 1946);
  /// the curve is that line's tangent at 1,000 items.
  public static Calibration fromStanding(String source) {
    double items = Math.log(1000);
    double slope = 1 / Math.sqrt(2 * items);
    double height = Math.sqrt(2 * items) - slope * items;
    double steepness = 2;
    Curve curve = new Curve(0, steepness, steepness * slope, -steepness * height);
    return new Calibration(source, curve, curve, LIKELY, 0.1, REFERENCE_FILE, Optional.empty());
  }

  private static List<CurveFit.Example> examples(List<Trial> trials) {
    return trials.stream()
        .flatMap(trial -> trial.hits().stream())
        .map(hit -> new CurveFit.Example(hit.evidence(), hit.right()))
        .toList();
  }

  /// The probability at which most is won: of right hits that are kept and of queries without an
  /// answer that are refused, each as a share (Youden 1950).
  private static double least(List<Trial> trials, Curve curve) {
    double[] right =
        trials.stream()
            .map(trial -> best(trial, curve))
            .flatMap(Optional::stream)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    double[] wrong =
        trials.stream()
            .filter(trial -> !trial.answerable())
            .mapToDouble(trial -> highest(trial, curve))
            .sorted()
            .toArray();
    double best = 0;
    double least = 0;
    int refused = 0;
    for (int lost = 0; lost < right.length; lost++) {
      while (refused < wrong.length && wrong[refused] < right[lost]) {
        refused++;
      }
      double won = 1 - (double) lost / right.length + (double) refused / wrong.length;
      if (won > best) {
        best = won;
        least = right[lost];
      }
    }
    return least;
  }

  private static double highest(Trial trial, Curve curve) {
    return trial.hits().stream()
        .mapToDouble(hit -> curve.probability(hit.evidence()))
        .max()
        .orElse(0);
  }

  /// The best probability of a right hit.
  private static Optional<Double> best(Trial trial, Curve curve) {
    return trial.hits().stream()
        .filter(TrialHit::right)
        .map(hit -> curve.probability(hit.evidence()))
        .max(Comparator.naturalOrder());
  }

  private static Measured measure(List<Trial> trials, Curve curve, double least, int queries) {
    long unanswerable = 0;
    long refused = 0;
    long found = 0;
    long kept = 0;
    for (Trial trial : trials) {
      if (trial.answerable()) {
        Optional<Double> best = best(trial, curve);
        found += best.isPresent() ? 1 : 0;
        kept += best.isPresent() && best.get() >= least ? 1 : 0;
      } else {
        unanswerable++;
        refused += highest(trial, curve) < least ? 1 : 0;
      }
    }
    return new Measured(
        queries,
        calibrationError(trials, curve),
        (double) refused / Math.max(1, unanswerable),
        (double) kept / Math.max(1, found));
  }

  /// Expected calibration error (Guo et al. 2017, arXiv:1706.04599) over bins of equally many hits.
  private static double calibrationError(List<Trial> trials, Curve curve) {
    List<TrialHit> hits =
        trials.stream()
            .flatMap(trial -> trial.hits().stream())
            .sorted(Comparator.comparingDouble(hit -> curve.probability(hit.evidence())))
            .toList();
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      List<TrialHit> part = hits.subList(hits.size() * bin / BINS, hits.size() * (bin + 1) / BINS);
      double promised = 0;
      double right = 0;
      for (TrialHit hit : part) {
        promised += curve.probability(hit.evidence());
        right += hit.right() ? 1 : 0;
      }
      error += Math.abs(promised - right);
    }
    return error / Math.max(1, hits.size());
  }
}
