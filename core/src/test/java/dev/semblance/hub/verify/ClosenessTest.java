package dev.semblance.hub.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// How near two lists of embeddings are, by hand and by what must hold of any.
class ClosenessTest {
  private static final EmbeddingSpace SPACE = new EmbeddingSpace("one", "ab".repeat(32), 2);
  private static final EmbeddingSpace OTHER = new EmbeddingSpace("two", "cd".repeat(32), 2);

  @Test
  void the_least_cosine_is_that_of_the_worst_pair_also_of_two_spaces() {
    List<Embedding> one = List.of(point(SPACE, 1, 0), point(SPACE, 3, 4), point(SPACE, 0, 1));
    List<Embedding> other = List.of(point(OTHER, 1, 0), point(OTHER, 4, 3), point(OTHER, 0, 2));
    assertThat(Closeness.leastCosine(one, other)).isCloseTo(24 / 25.0, within(1e-7));
    assertThat(Closeness.leastCosine(one.subList(0, 1), other.subList(0, 1))).isEqualTo(1);
    assertThat(Closeness.leastCosine(List.of(point(SPACE, 1, 0)), List.of(point(OTHER, -1, 0))))
        .isEqualTo(-1);
  }

  @Test
  void the_greatest_difference_is_of_one_component_either_way() {
    List<Embedding> one = List.of(point(SPACE, 1, 0), point(SPACE, 3, 4));
    List<Embedding> other = List.of(point(SPACE, 1, 0), point(SPACE, 0, 1));
    assertThat(Closeness.greatestDifference(one, other)).isCloseTo(0.6, within(1e-7));
    assertThat(Closeness.greatestDifference(other, one)).isCloseTo(0.6, within(1e-7));
    assertThat(Closeness.greatestDifference(one, one)).isZero();
  }

  @Test
  void lengths_are_one_by_construction_but_for_the_last_bits() {
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Embedding> points = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        points.add(point(SPACE, (float) random.nextGaussian(), (float) random.nextGaussian()));
      }
      double error = Closeness.lengthError(points);
      assertThat(error).as("seed " + seed).isLessThan(1e-6);
      assertThat(Closeness.leastCosine(points, points))
          .as("seed " + seed)
          .isCloseTo(1, within(3 * error + 1e-12));
    }
    assertThat(Closeness.lengthError(List.of(point(SPACE, 0, 5)))).isZero();
    assertThat(Closeness.lengthError(List.of(point(SPACE, 0, 1), point(SPACE, 1, 3))))
        .isGreaterThan(0);
  }

  @Test
  void nothing_differs_from_nothing() {
    assertThat(Closeness.leastCosine(List.of(), List.of())).isEqualTo(1);
    assertThat(Closeness.greatestDifference(List.of(), List.of())).isZero();
    assertThat(Closeness.lengthError(List.of())).isZero();
  }

  private static Embedding point(EmbeddingSpace space, float x, float y) {
    return Embedding.of(space, new float[] {x, y}, "point");
  }
}
