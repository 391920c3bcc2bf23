package dev.semblance.calibration;

/// What speaks for a hit.
///
/// @param score the cosine between query and item
/// @param standing how far the score stands above those of unrelated pictures, in their deviations
/// @param items how many items were searched, at least 1
public record Evidence(double score, double standing, long items) {
  public Evidence {
    if (!Double.isFinite(score) || !Double.isFinite(standing) || items < 1) {
      throw new IllegalArgumentException(
          "evidence needs finite numbers and at least one item, got score "
              + score
              + ", standing "
              + standing
              + ", items "
              + items);
    }
  }

  /// Among more items, more are near by chance; their number counts by its logarithm.
  double logItems() {
    return Math.log((double) items);
  }
}
