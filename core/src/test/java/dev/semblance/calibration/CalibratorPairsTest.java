package dev.semblance.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.space.Embedding;
import java.util.ArrayList;
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
        .hasMessage("calibration needs at least 100 pictures, got 99");
    assertThatThrownBy(() -> make(pictures, texts.subList(0, 19), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("texts that belong to its pictures, got 19");
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

  @Test
  void what_is_seen_and_not_said_passes_for_wrong_unless_it_is_told_what_is_absent() {
    // Every second point has a twin that no question counts as right: a picture that shows the
    // same thing without a word about it.
    List<Embedding> twins = new ArrayList<>(pictures);
    for (int i = 0; i < pictures.size(); i += 2) {
      twins.add(Points.questions(pictures, i + 1, 0.01, 4).getLast().query());
    }
    List<Question> texts = Points.questions(pictures, 60, 0.2, 2);
    Calibration.Measured leftOut =
        Calibrator.fromPairs(twins, new Queries(texts, List.of(), List.of()), reference, "left out")
            .measured()
            .orElseThrow();
    Calibration.Measured told =
        Calibrator.fromPairs(
                twins, new Queries(texts, Points.drawn(60, 77), List.of()), reference, "told")
            .measured()
            .orElseThrow();
    assertThat(leftOut.refused() + leftOut.kept()).as(leftOut.inWords()).isLessThan(1.75);
    assertThat(told.refused() + told.kept()).as(told.inWords()).isGreaterThan(1.9);
    assertThat(told.queries()).as("those with an answer").isEqualTo(20);
  }

  @Test
  void twenty_absent_texts_are_enough_one_less_is_told_and_none_is_allowed() {
    List<Question> texts = Points.questions(pictures, 20, 0.5, 2);
    List<Embedding> absent = Points.drawn(20, 5);
    assertThat(new Queries(texts, absent, List.of()).absent()).hasSize(20);
    assertThat(new Queries(texts, List.of(), List.of()).absent()).isEmpty();
    assertThatThrownBy(() -> new Queries(texts, absent.subList(0, 19), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("calibration needs at least 20 texts that no picture answers, or none, got 19");
  }

  @Test
  void half_of_the_searches_have_no_answer_however_many_absent_texts_there_are() {
    List<Question> texts = Points.questions(pictures, 30, 0.5, 2);
    Trials trials = new Trials(pictures, reference, 6);
    for (int absent : new int[] {20, 30, 90}) {
      List<Trials.Trial> all =
          new Queries(texts, Points.drawn(absent, 5), List.of()).whole().searched(trials);
      assertThat(all).as("%d", absent).hasSize(2 * 2 * 30);
      assertThat(all.stream().filter(Trials.Trial::answerable)).as("%d", absent).hasSize(60);
    }
  }

  @Test
  void no_absent_text_is_both_fitted_and_asked() {
    List<Question> texts = Points.questions(pictures, 30, 0.5, 2);
    Queries queries = new Queries(texts, Points.drawn(40, 5), List.of());
    List<Embedding> asked = queries.part(true).absent();
    assertThat(asked).hasSize(14).doesNotContainAnyElementsOf(queries.part(false).absent());
    assertThat(queries.part(false).absent()).hasSize(26);
  }

  private Calibration make(
      List<Embedding> searched, List<Question> texts, List<Question> byPicture) {
    return Calibrator.fromPairs(
        searched, new Queries(texts, List.of(), byPicture), reference, "a test");
  }
}
