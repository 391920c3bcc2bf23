package dev.semblance.calibration;

import dev.semblance.space.Embedding;

/// A calibration with its reference, ready to judge hits. Immutable, safe for many threads.
///
/// @param calibration how scores are read
/// @param reference what unrelated pictures look like
public record Confidence(Calibration calibration, Reference reference) {
  /// What a query is made of.
  public enum Direction {
    TEXT,
    PICTURE
  }

  /// A judge of the hits of one query.
  ///
  /// @param items how many items are searched; 0 counts as 1
  /// @throws IllegalArgumentException when the query is of another space
  public Judge judge(Embedding query, Direction direction, long items) {
    Curve curve =
        switch (direction) {
          case TEXT -> calibration.text();
          case PICTURE -> calibration.picture();
        };
    return new Judge(curve, reference.background(query), Math.max(1, items));
  }

  /// Tells how sure a hit of one query is. Immutable, safe for many threads.
  public record Judge(Curve curve, Reference.Background background, long items) {
    /// The probability from 0 to 1 that an item of this score is what was asked for.
    public double probability(double score) {
      return curve.probability(new Evidence(score, background.standing(score), items));
    }
  }
}
