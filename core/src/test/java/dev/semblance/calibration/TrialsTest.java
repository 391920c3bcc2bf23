package dev.semblance.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.calibration.Trials.Trial;
import dev.semblance.calibration.Trials.TrialHit;
import dev.semblance.space.Embedding;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Searches of libraries drawn from known pictures: their sizes, what is in them, and what each hit
/// speaks for.
class TrialsTest {
  private static final int COUNT = 210;

  private final List<Embedding> pictures = Points.drawn(COUNT, 1);
  private final Reference reference = Reference.of(pictures);

  @Test
  void libraries_are_halved_down_to_fifty_each_once_with_an_answer_and_once_without() {
    List<Trial> trials = run(question(0, Points.bits(3), Question.NONE));
    assertThat(trials)
        .extracting(Trial::answerable)
        .containsExactly(true, false, true, false, true, false);
    assertThat(trials)
        .extracting(TrialsTest::items)
        .containsExactly(210L, 209L, 105L, 105L, 52L, 52L);
  }

  @Test
  void the_first_ten_are_the_ten_best_of_all_pictures_best_first() {
    Question question = question(0, Points.bits(3), Question.NONE);
    List<Double> expected =
        pictures.stream()
            .map(picture -> question.query().cosine(picture))
            .sorted((one, other) -> Double.compare(other, one))
            .limit(10)
            .toList();
    assertThat(scores(run(question).getFirst())).isEqualTo(expected);
  }

  @Test
  void smaller_libraries_have_no_other_pictures_and_none_twice() {
    Question question = question(5, Points.bits(5), Question.NONE);
    Set<Double> all = new TreeSet<>();
    pictures.forEach(picture -> all.add(question.query().cosine(picture)));
    assertThat(all).as("every picture has a score of its own").hasSize(COUNT);
    for (Trial trial : run(question)) {
      assertThat(scores(trial)).hasSize(10).doesNotHaveDuplicates().isSubsetOf(all);
    }
  }

  @Test
  void what_was_asked_for_is_there_or_not_as_the_trial_says() {
    for (long seed = 1; seed <= 30; seed++) {
      // its own picture is the nearest wherever it is
      Question question = question(7, Points.bits(7), Question.NONE);
      for (Trial trial : new Trials(pictures, reference, seed).run(List.of(question))) {
        boolean found = trial.hits().getFirst().right();
        assertThat(found).as("seed " + seed + ", " + items(trial)).isEqualTo(trial.answerable());
        assertThat(trial.hits().stream().skip(1)).noneMatch(TrialHit::right);
      }
    }
  }

  @Test
  void the_picture_that_is_the_query_is_never_found() {
    Question question = question(7, Points.bits(7, 9), 7);
    for (Trial trial : run(question)) {
      assertThat(trial.hits().getFirst().evidence().score()).isLessThan(0.999);
      assertThat(items(trial)).isLessThanOrEqualTo(COUNT - 1);
    }
    assertThat(items(run(question).get(1)))
        .as("without itself and its answer")
        .isEqualTo(COUNT - 2);
  }

  @Test
  void each_hit_says_how_far_it_stands_above_unrelated_pictures() {
    Question question = question(0, Points.bits(3), Question.NONE);
    Reference.Background background = reference.background(question.query());
    for (Trial trial : run(question)) {
      for (TrialHit hit : trial.hits()) {
        double standing = (hit.evidence().score() - background.mean()) / background.deviation();
        assertThat(hit.evidence().standing()).isCloseTo(standing, within(1e-12));
      }
    }
  }

  @Test
  void where_every_picture_is_an_answer_nothing_is_left_without() {
    BitSet all = new BitSet();
    all.set(0, COUNT);
    List<Trial> trials = run(question(0, all, Question.NONE));
    assertThat(trials.get(1).answerable()).isFalse();
    assertThat(trials.get(1).hits()).isEmpty();
    assertThat(trials.get(0).hits()).hasSize(10).allMatch(TrialHit::right);
  }

  @Test
  void answered_alone_are_the_searches_with_an_answer() {
    List<Question> questions = List.of(question(7, Points.bits(7, 9), Question.NONE));
    List<Trial> trials = new Trials(pictures, reference, 3).answered(questions);
    assertThat(trials).hasSize(3).allMatch(Trial::answerable);
    assertThat(trials).extracting(TrialsTest::items).containsExactly(210L, 105L, 52L);
    assertThat(trials).allMatch(trial -> trial.hits().getFirst().right());
  }

  @Test
  void queries_that_nothing_answers_search_everything_and_no_hit_is_right() {
    List<Embedding> queries = List.of(pictures.get(7), pictures.get(8));
    List<Trial> trials = new Trials(pictures, reference, 3).unanswered(queries);
    assertThat(trials).hasSize(6).noneMatch(Trial::answerable);
    assertThat(trials)
        .extracting(TrialsTest::items)
        .containsExactly(210L, 105L, 52L, 210L, 105L, 52L);
    assertThat(trials.stream().flatMap(trial -> trial.hits().stream())).noneMatch(TrialHit::right);
    assertThat(trials.get(3).hits().getFirst().evidence().score())
        .as("the second query's own picture is searched too")
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void the_same_seed_draws_the_same_and_another_seed_others() {
    List<Question> questions = Points.questions(pictures, 5, 0.5, 2);
    List<Trial> once = new Trials(pictures, reference, 11).run(questions);
    assertThat(new Trials(pictures, reference, 11).run(questions)).isEqualTo(once);
    assertThat(new Trials(pictures, reference, 12).run(questions)).isNotEqualTo(once);
    assertThat(once.subList(0, 6))
        .as("those behind do not change what those before draw")
        .isEqualTo(new Trials(pictures, reference, 11).run(questions.subList(0, 1)));
  }

  private List<Trial> run(Question question) {
    return new Trials(pictures, reference, 3).run(List.of(question));
  }

  private Question question(int query, BitSet right, int itself) {
    return new Question(pictures.get(query), right, itself);
  }

  private static long items(Trial trial) {
    return trial.hits().getFirst().evidence().items();
  }

  private static List<Double> scores(Trial trial) {
    return trial.hits().stream().map(hit -> hit.evidence().score()).toList();
  }
}
