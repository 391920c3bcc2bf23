package dev.semblance.calibration;

import java.util.Locale;
import java.util.Optional;

/// How a model's scores are read, as data; part of its card. Immutable, safe for many threads.
///
/// @param source what it was made from, one sentence
/// @param text for queries by text, and sums that begin with one
/// @param picture for queries by picture
/// @param likely hits of at least this probability are called likely, the others maybe
/// @param least hits of less than this probability are left out
/// @param reference the file of vectors that stand for unrelated pictures, see [Reference]
/// @param measured how well it did on queries that it was not made from; absent where there were
///   none
public record Calibration(
    String source,
    Curve text,
    Curve picture,
    double likely,
    double least,
    String reference,
    Optional<Measured> measured) {
  public Calibration {
    if (!(least >= 0 && likely >= least && likely <= 1)) {
      throw new IllegalArgumentException(
          "a calibration's bounds must hold 0 <= least <= likely <= 1, got least "
              + least
              + " and likely "
              + likely);
    }
  }

  /// What was measured on queries left out of the making.
  ///
  /// @param queries how many
  /// @param calibrationError expected difference between probability and truth, 0 is best
  /// @param refused share of the queries without an answer that got "nothing matches"
  /// @param kept share of the queries whose answer was among the first ten that still found it
  public record Measured(int queries, double calibrationError, double refused, double kept) {
    /// One sentence.
    public String inWords() {
      return String.format(
          Locale.ROOT,
          "%d queries left out: calibration error %.3f; %.0f %% of what is not there refused,"
              + " %.0f %% of what is found kept",
          queries,
          calibrationError,
          100 * refused,
          100 * kept);
    }
  }
}
