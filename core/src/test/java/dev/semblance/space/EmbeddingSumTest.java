package dev.semblance.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.space.Embedding.Weighted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sums and differences of embeddings.
class EmbeddingSumTest {
  private static final long SEED = 20261128;
  private static final int DIMENSION = 24;
  private static final Embedding RIGHT = plane(1, 0);
  private static final Embedding UP = plane(0, 1);

  @Test
  void a_sum_of_equal_parts_lies_half_way() {
    assertThat(sum(1, RIGHT, 1, UP).cosine(RIGHT)).isCloseTo(Math.sqrt(0.5), within(1e-7));
  }

  @Test
  void weights_pull_and_negative_ones_push_away() {
    assertThat(sum(3, RIGHT, 4, UP).toArray()).containsExactly(0.6f, 0.8f);
    assertThat(sum(3, RIGHT, -4, UP).toArray()).containsExactly(0.6f, -0.8f);
    assertThat(sum(0, RIGHT, 2, UP)).isEqualTo(UP);
  }

  @Test
  void one_term_is_itself_or_its_opposite() {
    Embedding point = plane(5, -12);

    assertThat(Embedding.sum(List.of(new Weighted(0.25, point))).cosine(point)).isOne();
    assertThat(Embedding.sum(List.of(new Weighted(-7, point))).cosine(point)).isEqualTo(-1);
  }

  @Test
  void neither_the_order_of_the_terms_nor_a_common_factor_matters() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      List<Weighted> terms = terms(random, 2 + random.nextInt(9));
      List<Weighted> shuffled = new ArrayList<>(terms);
      Collections.shuffle(shuffled, random);
      double factor = Math.exp(random.nextGaussian(0, 20));
      List<Weighted> scaled =
          terms.stream()
              .map(term -> new Weighted(factor * term.weight(), term.embedding()))
              .toList();

      Embedding sum = Embedding.sum(terms);
      assertThat(Embedding.sum(shuffled).cosine(sum)).as(where()).isCloseTo(1, within(1e-7));
      assertThat(Embedding.sum(scaled).cosine(sum)).as(where()).isCloseTo(1, within(1e-7));
    }
  }

  @Test
  void a_sum_is_what_plain_arithmetic_gives() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      List<Weighted> terms = terms(random, 1 + random.nextInt(9));
      double[] plain = new double[DIMENSION];
      double squares = 0;
      for (int i = 0; i < DIMENSION; i++) {
        for (Weighted term : terms) {
          plain[i] += term.weight() * term.embedding().toArray()[i];
        }
        squares += plain[i] * plain[i];
      }
      float[] sum = Embedding.sum(terms).toArray();
      for (int i = 0; i < DIMENSION; i++) {
        assertThat((double) sum[i])
            .as(where())
            .isCloseTo(plain[i] / Math.sqrt(squares), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 1e-300, 1e-13, 1e39, 1e300, Double.MAX_VALUE})
  void any_finite_weight_is_a_weight(double weight) {
    assertThat(sum(weight, RIGHT, -weight, UP)).isEqualTo(plane(1, -1));
    assertThat(sum(weight, RIGHT, 0, UP)).isEqualTo(RIGHT);
  }

  @Test
  void terms_that_cancel_out_are_refused() {
    assertThatThrownBy(() -> sum(1, RIGHT, -1, RIGHT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the sum of 2 terms: the vector is zero");
    assertThatThrownBy(() -> sum(0, RIGHT, 0, UP)).hasMessageContaining("no direction");
  }

  @Test
  void terms_that_cancel_out_but_for_rounding_are_refused_too() {
    Embedding point = Embedding.sum(terms(new Random(SEED), 1));
    List<Weighted> cancelling =
        List.of(new Weighted(0.1, point), new Weighted(0.2, point), new Weighted(-0.3, point));

    assertThatThrownBy(() -> Embedding.sum(cancelling))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the sum of 3 terms: the vector is zero");
  }

  @Test
  void no_terms_are_refused() {
    assertThatThrownBy(() -> Embedding.sum(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a sum needs at least one term, got none");
  }

  @Test
  void terms_of_two_spaces_are_refused_with_both_names() {
    Embedding stranger =
        Embedding.of(Spaces.named("stranger", 'b', 2), new float[] {1, 0}, "there");

    assertThatThrownBy(() -> sum(1, RIGHT, 0, stranger))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("test (2-d", "stranger (2-d");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void a_weight_that_is_not_finite_is_refused(double weight) {
    assertThatThrownBy(() -> new Weighted(weight, RIGHT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a weight must be a finite number, got " + weight);
  }

  private static Embedding plane(float x, float y) {
    return Embedding.of(Spaces.of(2), new float[] {x, y}, "somewhere");
  }

  private static Embedding sum(double weight, Embedding a, double otherWeight, Embedding b) {
    return Embedding.sum(List.of(new Weighted(weight, a), new Weighted(otherWeight, b)));
  }

  private static List<Weighted> terms(Random random, int count) {
    List<Weighted> terms = new ArrayList<>();
    for (int term = 0; term < count; term++) {
      float[] vector = new float[DIMENSION];
      for (int i = 0; i < DIMENSION; i++) {
        vector[i] = (float) random.nextGaussian();
      }
      Embedding embedding = Embedding.of(Spaces.of(DIMENSION), vector, "random");
      terms.add(new Weighted(random.nextGaussian(), embedding));
    }
    return terms;
  }

  private static String where() {
    return "seed " + SEED;
  }
}
