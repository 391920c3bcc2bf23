package dev.semblance.calibration;

/// A monotone map from evidence to a probability: the logistic function of a weighted sum (Platt
/// 1999). More score and more standing never lessen it, more items never raise it.
///
/// @param scoreWeight of the cosine, at least 0
/// @param standingWeight of the standing, at least 0
/// @param sizeWeight taken away for each unit of the logarithm of the number of items, at least 0
/// @param offset added to the sum
public record Curve(double scoreWeight, double standingWeight, double sizeWeight, double offset) {
  public Curve {
    boolean rises = scoreWeight >= 0 && standingWeight >= 0 && sizeWeight >= 0;
    if (!rises || !Double.isFinite(scoreWeight + standingWeight + sizeWeight + offset)) {
      throw new IllegalArgumentException(
          "the weights of a curve must be at least 0, and all of it finite, got "
              + scoreWeight
              + ", "
              + standingWeight
              + ", "
              + sizeWeight
              + " and "
              + offset);
    }
  }

  /// The probability from 0 to 1 that what this evidence is about is what was asked for.
  public double probability(Evidence evidence) {
    double sum =
        scoreWeight * evidence.score()
            + standingWeight * evidence.standing()
            - sizeWeight * evidence.logItems()
            + offset;
    return 1 / (1 + Math.exp(-sum));
  }
}
