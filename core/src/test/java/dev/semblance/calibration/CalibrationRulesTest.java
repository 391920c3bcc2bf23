package dev.semblance.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.calibration.Calibration.Measured;
import dev.semblance.space.Embedding;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What calibrations, curves, evidence and questions hold to, and what is refused.
class CalibrationRulesTest {
  private static final Curve CURVE = new Curve(2, 1, 0.5, -3);

  @Test
  void a_curve_has_the_value_of_its_formula() {
    // 2 * 0.5 + 1 * 3 - 0.5 * ln 1 - 3 = 1
    assertThat(CURVE.probability(new Evidence(0.5, 3, 1)))
        .isCloseTo(0.7310585786300049, within(1e-15));
    // 2 * 0.5 + 1 * 2 - 0.5 * ln 100 - 3 = -ln 10
    assertThat(CURVE.probability(new Evidence(0.5, 2, 100))).isCloseTo(1 / 11.0, within(1e-15));
  }

  @Test
  void a_probability_lies_between_0_and_1_however_extreme_the_evidence() {
    Curve steep = new Curve(1e6, 1e6, 1e6, 0);
    for (double score : new double[] {-1, 0, 1}) {
      for (double standing : new double[] {-1e9, -1, 0, 1, 1e9}) {
        for (long items : new long[] {1, 1000, Long.MAX_VALUE}) {
          assertThat(steep.probability(new Evidence(score, standing, items))).isBetween(0.0, 1.0);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-0.001, 1, 1, 0",
    "1, -0.001, 1, 0",
    "1, 1, -0.001, 0",
    "NaN, 1, 1, 0",
    "1, NaN, 1, 0",
    "1, 1, NaN, 0",
    "Infinity, 1, 1, 0",
    "1, Infinity, 1, 0",
    "1, 1, Infinity, 0",
    "1, 1, 1, NaN",
    "1, 1, 1, Infinity"
  })
  void weights_that_could_make_a_curve_fall_or_give_no_number_are_refused(
      double score, double standing, double size, double offset) {
    assertThatThrownBy(() -> new Curve(score, standing, size, offset))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the weights of a curve must be")
        .hasMessageEndingWith("got " + score + ", " + standing + ", " + size + " and " + offset);
    assertThat(new Curve(0, 0, 0, -1).probability(new Evidence(1, 1, 1))).isLessThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({"NaN, 0, 1", "Infinity, 0, 1", "0, NaN, 1", "0, -Infinity, 1", "0, 0, 0", "0, 0, -5"})
  void evidence_that_is_no_number_or_of_no_items_is_refused(
      double score, double standing, long items) {
    assertThatThrownBy(() -> new Evidence(score, standing, items))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("got score " + score + ", standing " + standing + ", items " + items);
  }

  @ParameterizedTest
  @CsvSource({"-0.1, 0.5", "0.6, 0.5", "0.5, 1.1", "NaN, 0.5", "0.1, NaN"})
  void bounds_that_cross_or_are_no_probabilities_are_refused(double least, double likely) {
    assertThatThrownBy(() -> calibration(least, likely))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("got least " + least + " and likely " + likely);
    assertThat(calibration(0.3, 0.3).likely()).as("both may be one").isEqualTo(0.3);
    assertThat(calibration(0, 1).least()).isZero();
  }

  @Test
  void what_was_measured_is_said_in_one_sentence_in_any_country() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(new Measured(134, 0.0125, 0.826, 1).inWords())
          .isEqualTo(
              "134 queries left out: calibration error 0.013; 83 % of what is not there refused,"
                  + " 100 % of what is found kept");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_question_keeps_its_answers_and_is_no_answer_to_itself() {
    Embedding query = Points.drawn(1, 1).getFirst();
    BitSet right = Points.bits(2, 5);
    Question question = new Question(query, right, 2);
    right.clear();
    assertThat(question.right()).isEqualTo(Points.bits(5));
    assertThat(question.query()).isSameAs(query);
    assertThat(new Question(query, Points.bits(0), Question.NONE).right())
        .isEqualTo(Points.bits(0));
    for (BitSet none : List.of(new BitSet(), Points.bits(2))) {
      assertThatThrownBy(() -> new Question(query, none, 2))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a question needs at least one picture that answers it");
    }
  }

  @Test
  void a_judge_reads_a_score_by_the_curve_of_its_direction_and_by_what_is_unrelated() {
    List<Embedding> pictures = Points.drawn(50, 2);
    Reference reference = Reference.of(pictures);
    Curve other = new Curve(0, 2, 0, -1);
    Confidence confidence =
        new Confidence(
            new Calibration("s", CURVE, other, 0.5, 0.1, "r", Optional.empty()), reference);
    Embedding query = Points.drawn(1, 3).getFirst();
    double standing = reference.background(query).standing(0.4);
    assertThat(confidence.judge(query, Confidence.Direction.TEXT, 100).probability(0.4))
        .isEqualTo(CURVE.probability(new Evidence(0.4, standing, 100)));
    assertThat(confidence.judge(query, Confidence.Direction.PICTURE, 100).probability(0.4))
        .isEqualTo(other.probability(new Evidence(0.4, standing, 100)));
    assertThat(confidence.judge(query, Confidence.Direction.TEXT, 0))
        .as("no items count as one")
        .isEqualTo(confidence.judge(query, Confidence.Direction.TEXT, 1));
  }

  @Test
  void without_pairs_even_odds_stand_on_the_tangent_of_the_highest_expected_score() {
    Curve curve = Calibrator.fromStanding("s").text();
    for (long items : new long[] {100, 1000, 10_000}) {
      // sqrt(2 ln n) is concave, so its tangent at 1,000 lies above it elsewhere
      double highest = Math.sqrt(2 * Math.log((double) items));
      double even = even(curve, items);
      assertThat(even).as(items + " items").isBetween(highest - 1e-9, highest + 0.15);
    }
    assertThat(even(curve, 1000)).isCloseTo(Math.sqrt(2 * Math.log(1000)), within(1e-9));
  }

  /// The standing at which the odds are even.
  private static double even(Curve curve, long items) {
    return (curve.sizeWeight() * Math.log((double) items) - curve.offset())
        / curve.standingWeight();
  }

  private static Calibration calibration(double least, double likely) {
    return new Calibration("s", CURVE, CURVE, likely, least, "r", Optional.empty());
  }
}
