package dev.semblance.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibratorTest {
  private static final int DIMENSION = 32;
  private static final EmbeddingSpace SPACE =
      new EmbeddingSpace("test", "ab".repeat(32), DIMENSION);

  private final SplittableRandom random = new SplittableRandom(3);

  @Test
  void probabilities_are_near_the_truth_and_what_is_not_there_is_refused() {
    List<Embedding> pictures = pictures(400);
    List<Question> questions = questions(pictures, 0.8);

    Calibration made =
        Calibrator.fromPairs(
            pictures,
            new Queries(questions, List.of(), List.of()),
            Reference.of(pictures),
            "a test");

    Calibration.Measured measured = made.measured().orElseThrow();
    assertThat(measured.queries()).isEqualTo(134);
    assertThat(measured.calibrationError()).isLessThan(0.05);
    assertThat(measured.refused()).isGreaterThan(0.8);
    assertThat(measured.kept()).isGreaterThan(0.7);
    assertThat(made.least()).isLessThanOrEqualTo(made.likely());
  }

  @Test
  void queries_that_have_nothing_to_do_with_pictures_are_never_sure() {
    List<Embedding> pictures = pictures(400);

    Calibration made =
        Calibrator.fromPairs(
            pictures,
            new Queries(questions(pictures, 100), List.of(), List.of()),
            Reference.of(pictures),
            "a test");

    Confidence confidence = new Confidence(made, Reference.of(pictures));
    Embedding query = noisy(pictures.getFirst(), 100);
    Confidence.Judge judge = confidence.judge(query, Confidence.Direction.TEXT, pictures.size());
    assertThat(judge.probability(query.cosine(pictures.getFirst()))).isLessThan(0.2);
  }

  @Test
  void without_pairs_what_stands_where_chance_would_put_the_best_has_even_odds() {
    Calibration made = Calibrator.fromStanding("nothing known");

    double expected = Math.sqrt(2 * Math.log(1000));
    assertThat(made.text().probability(new Evidence(0.3, expected, 1000))).isBetween(0.499, 0.501);
    assertThat(made.text().probability(new Evidence(0.3, expected, 100_000))).isLessThan(0.2);
    assertThat(made.measured()).isEmpty();
  }

  @Test
  void too_few_pairs_are_refused_with_their_number() {
    List<Embedding> pictures = pictures(60);

    assertThatThrownBy(() ->
            Calibrator.fromPairs(
                pictures,
                new Queries(questions(pictures, 1), List.of(), List.of()),
                Reference.of(pictures),
                "too few"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 100 pictures")
        .hasMessageContaining("got 60");
  }

  private List<Embedding> pictures(int count) {
    List<Embedding> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pictures.add(Embedding.of(SPACE, gauss(1), "picture " + i));
    }
    return pictures;
  }

  /// A question for each picture: its own point with so much noise.
  private List<Question> questions(List<Embedding> pictures, double noise) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      BitSet right = new BitSet();
      right.set(i);
      questions.add(new Question(noisy(pictures.get(i), noise), right, Question.NONE));
    }
    return questions;
  }

  private Embedding noisy(Embedding picture, double noise) {
    float[] point = picture.toArray();
    float[] added = gauss(noise / Math.sqrt(DIMENSION));
    for (int i = 0; i < point.length; i++) {
      point[i] += added[i];
    }
    return Embedding.of(SPACE, point, "query");
  }

  private float[] gauss(double deviation) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (random.nextGaussian() * deviation);
    }
    return vector;
  }
}
