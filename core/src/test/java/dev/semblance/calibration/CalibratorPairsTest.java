package dev.semblance.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.space.Embedding;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Calibrations made from pairs: how many are needed, what the curves come from, and that what is
/// easy is measured as easy.
class CalibratorPairsTest {
  private final List<Embedding> pictures = Points.drawn(120, 1);
  private final Reference reference = Reference.of(Points.drawn(60, 9));

  @Test
  void a_hundred_pictures_and_twenty_texts_are_enough_and_one_less_of_either_is_not() {
    List<Question> texts = Points.questions(pictures, 20, 0.5, 2);
    Calibration made = make(pictures.subList(0, 100), texts, List.of());
    assertThat(made.measured().orElseThrow().queries()).as("a third of 20").isEqualTo(7);
    assertThatThrownBy(() -> make(pictures.subList(0, 99), texts, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("got 99 and 20");
    assertThatThrownBy(() -> make(pictures, texts.subList(0, 19), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("got 120 and 19");
  }

  @Test
  void the_curve_of_pictures_is_their_own_from_twenty_on() {
    List<Question> texts = Points.questions(pictures, 30, 0.5, 2);
    List<Question> byPicture = Points.questions(pictures, 20, 1.5, 3);
    Calibration few = make(pictures, texts, byPicture.subList(0, 19));
    assertThat(few.picture()).isEqualTo(few.text());
    Calibration enough = make(pictures, texts, byPicture);
    assertThat(enough.text()).isEqualTo(few.text());
    assertThat(enough.picture()).isNotEqualTo(enough.text());
    assertThat(enough.picture())
        .as("as if they were texts")
        .isEqualTo(make(pictures, byPicture, List.of()).text());
  }

  @Test
  void the_same_pairs_make_the_same_calibration() {
    List<Question> texts = Points.questions(pictures, 30, 0.8, 2);
    assertThat(make(pictures, texts, texts)).isEqualTo(make(pictures, texts, texts));
  }

  @Test
  void queries_that_name_their_picture_exactly_are_all_kept_and_all_others_refused() {
    Calibration made = make(pictures, Points.questions(pictures, 60, 0.01, 2), List.of());
    Calibration.Measured measured = made.measured().orElseThrow();
    assertThat(measured.kept()).isEqualTo(1);
    assertThat(measured.refused()).isEqualTo(1);
    assertThat(measured.calibrationError()).isLessThan(0.01);
    assertThat(made.likely()).isEqualTo(Math.max(0.5, made.least()));
  }

  @Test
  void the_harder_the_queries_the_less_is_refused_or_kept() {
    double before = 2;
    for (double noise : new double[] {0.1, 1.2, 3}) {
      Calibration.Measured measured =
          make(pictures, Points.questions(pictures, 90, noise, 2), List.of())
              .measured()
              .orElseThrow();
      double won = measured.kept() + measured.refused();
      assertThat(won).as("noise " + noise).isBetween(0.0, before + 1e-9);
      before = won;
    }
    assertThat(before).as("noise 3").isLessThan(1.7);
  }

  @Test
  void where_right_and_wrong_overlap_some_right_hits_are_given_up_to_refuse_more() {
    Calibration.Measured measured =
        make(pictures, Points.questions(pictures, 120, 1.5, 2), List.of()).measured().orElseThrow();
    assertThat(measured.refused()).as(measured.inWords()).isGreaterThan(0.6);
    assertThat(measured.kept()).as(measured.inWords()).isBetween(0.2, 0.9);
  }

  @Test
  void it_says_what_it_came_from_and_where_its_reference_lies() {
    Calibration made = make(pictures, Points.questions(pictures, 20, 0.5, 2), List.of());
    assertThat(made.source()).isEqualTo("a test");
    assertThat(made.reference()).isEqualTo(Calibrator.REFERENCE_FILE).isEqualTo("reference.f16");
    Calibration weak = Calibrator.fromStanding("pictures alone");
    assertThat(weak.source()).isEqualTo("pictures alone");
    assertThat(weak.reference()).isEqualTo("reference.f16");
    assertThat(weak.picture()).isEqualTo(weak.text());
  }

  private Calibration make(
      List<Embedding> searched, List<Question> texts, List<Question> byPicture) {
    return Calibrator.fromPairs(searched, texts, byPicture, reference, "a test");
  }
}
