package dev.semblance.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Points on the unit sphere: what becomes of a vector, and how near two of them are.
class EmbeddingTest {
  private static final long SEED = 20261128;
  private static final EmbeddingSpace PLANE = Spaces.of(2);

  /// Of a component that is divided in double and then rounded to float: half a unit in the last
  /// place of 1.
  private static final double ROUNDING = 0x1p-24;

  @Test
  void a_vector_is_divided_by_its_length() {
    assertThat(plane(3, -4).toArray()).containsExactly(0.6f, -0.8f);
    assertThat(plane(0, 1e-9f).toArray()).containsExactly(0, 1);
  }

  @Test
  void the_length_of_a_vector_does_not_matter() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      float[] vector = vector(random, 32);
      float factor = (float) Math.scalb(1.0, random.nextInt(-20, 100));

      assertThat(of(times(vector, factor))).as("seed %d", SEED).isEqualTo(of(vector));
    }
  }

  @Test
  void every_embedding_is_of_unit_length() {
    Random random = new Random(SEED);
    for (int dimension = 1; dimension < 600; dimension += 13) {
      double squares = 0;
      for (float component : of(vector(random, dimension)).toArray()) {
        squares += (double) component * component;
      }
      assertThat(Math.sqrt(squares))
          .as("%d components, seed %d", dimension, SEED)
          .isCloseTo(1, within(ROUNDING * Math.sqrt(dimension)));
    }
  }

  @Test
  void components_as_large_and_as_small_as_floats_may_be_do_not_overflow() {
    float half = (float) Math.sqrt(0.5);

    assertThat(plane(Float.MAX_VALUE, -Float.MAX_VALUE).toArray()).containsExactly(half, -half);
    assertThat(plane(Float.MAX_VALUE, Float.MIN_VALUE).toArray()).containsExactly(1, 0);
  }

  @Test
  void what_is_handed_over_and_what_is_given_back_are_copies() {
    float[] vector = {1, 0};
    Embedding embedding = Embedding.of(PLANE, vector, "a");
    vector[0] = 7;
    embedding.toArray()[1] = 7;

    assertThat(embedding.toArray()).containsExactly(1, 0);
  }

  @Test
  void a_vector_of_another_dimension_is_refused_with_its_source_and_the_space() {
    assertThatThrownBy(() -> Embedding.of(PLANE, new float[3], "cat.jpg"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "cat.jpg: a vector of 3 components does not fit the space test (2-d, aaaaaaaaaaaa)");
    assertThatThrownBy(() -> Embedding.of(PLANE, new float[0], "cat.jpg"))
        .hasMessageStartingWith("cat.jpg: a vector of 0 components");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void a_component_that_is_not_finite_is_refused_wherever_it_stands(float component) {
    assertThatThrownBy(() -> plane(component, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("somewhere: the vector has a component that is not finite");
    assertThatThrownBy(() -> plane(1, component)).hasMessageContaining("not finite");
  }

  @Test
  void a_vector_without_direction_is_refused() {
    assertThatThrownBy(() -> plane(0, -0.0f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("somewhere: the vector is zero and has no direction");
    assertThatThrownBy(() -> plane(1e-13f, 0)).hasMessageContaining("no direction");
  }

  @Test
  void the_cosine_of_known_angles_is_right() {
    assertThat(plane(2, 0).cosine(plane(0, 9))).isZero();
    assertThat(plane(2, 0).cosine(plane(5, 0))).isEqualTo(1);
    assertThat(plane(2, 0).cosine(plane(-3, 0))).isEqualTo(-1);
    assertThat(plane(1, 0).cosine(plane(1, (float) Math.sqrt(3)))).isCloseTo(0.5, within(1e-7));
  }

  @Test
  void the_cosine_is_that_of_the_vectors_before_they_were_scaled() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      float[] a = vector(random, 1 + round);
      float[] b = vector(random, 1 + round);
      double plain = dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));

      // Each unit vector is off by at most ROUNDING times the root of its components.
      assertThat(of(a).cosine(of(b)))
          .as("%d components, seed %d", 1 + round, SEED)
          .isCloseTo(plain, within(2 * ROUNDING * Math.sqrt(1.0 + round)))
          .isEqualTo(of(b).cosine(of(a)));
    }
  }

  @Test
  void rounding_never_carries_a_cosine_past_one() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      float[] vector = vector(random, 7);
      Embedding embedding = of(vector);

      assertThat(embedding.cosine(embedding)).isBetween(1 - 1e-6, 1.0);
      assertThat(embedding.cosine(of(times(vector, -1)))).isBetween(-1.0, -1 + 1e-6);
    }
  }

  @Test
  void points_of_two_spaces_are_not_compared() {
    Embedding stranger =
        Embedding.of(Spaces.named("stranger", 'b', 2), new float[] {1, 0}, "there");

    assertThatThrownBy(() -> plane(1, 0).cosine(stranger))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("test (2-d", "stranger (2-d", "one model");
  }

  @Test
  void points_of_one_space_under_two_names_are_compared() {
    EmbeddingSpace renamed = Spaces.named("the same under another name", 'a', 2);

    assertThat(plane(1, 0).cosine(Embedding.of(renamed, new float[] {1, 0}, "there"))).isOne();
  }

  @Test
  void equal_are_those_with_the_same_place_in_the_same_space() {
    assertThat(plane(3, 4)).isEqualTo(plane(30, 40)).hasSameHashCodeAs(plane(30, 40));
    assertThat(plane(3, 4)).isNotEqualTo(plane(4, 3)).isNotEqualTo("a point");
    assertThat(plane(3, 4))
        .isNotEqualTo(Embedding.of(Spaces.named("test", 'b', 2), new float[] {3, 4}, "there"));
    assertThat(plane(3, 4)).hasToString("Embedding in test (2-d, aaaaaaaaaaaa)");
  }

  private static Embedding plane(float x, float y) {
    return Embedding.of(PLANE, new float[] {x, y}, "somewhere");
  }

  private static Embedding of(float[] vector) {
    return Embedding.of(Spaces.of(vector.length), vector, "random");
  }

  private static float[] vector(Random random, int dimension) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  private static float[] times(float[] vector, float factor) {
    float[] scaled = vector.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
