package dev.semblance.onnx.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.model.ModelCard.Pooling;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.session.Tensor;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How states become vectors, against sums done by hand.
class VectorsTest {
  private static final Offset<Float> CLOSE = within(1e-6f);

  /// Two rows of three states of two numbers.
  private static final float[] STATES = {1, 10, 2, 20, 6, 60, 7, 70, 8, 80, 9, 90};

  private static float[][] pool(Tensor tensor, Pooling pooling, int... lengths) {
    return Vectors.pool(tensor, pooling, lengths.length, lengths, "m/net.onnx");
  }

  @Test
  void a_vector_for_each_row_is_taken_as_it_is() {
    Tensor tensor = Echo.tensor(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    assertThat(pool(tensor, Pooling.NONE, 0, 0))
        .isDeepEqualTo(new float[][] {{1, 2, 3}, {4, 5, 6}});
    assertThat(pool(tensor, Pooling.NONE, 0))
        .as("rows that only fill a fixed batch are left out")
        .isDeepEqualTo(new float[][] {{1, 2, 3}});
  }

  @Test
  void the_first_state_of_each_row_is_taken() {
    assertThat(pool(Echo.tensor(STATES, 2, 3, 2), Pooling.FIRST, 3, 1))
        .isDeepEqualTo(new float[][] {{1, 10}, {7, 70}});
  }

  @Test
  void the_mean_leaves_padding_out() {
    Tensor tensor = Echo.tensor(STATES, 2, 3, 2);
    assertThat(pool(tensor, Pooling.MEAN, 3, 2)).isDeepEqualTo(new float[][] {{3, 30}, {7.5f, 75}});
    assertThat(pool(tensor, Pooling.MEAN, 1, 99))
        .as("more than there are is all of them")
        .isDeepEqualTo(new float[][] {{1, 10}, {8, 80}});
    assertThat(pool(tensor, Pooling.MEAN, 0, 1))
        .as("an empty text has one state")
        .isDeepEqualTo(new float[][] {{1, 10}, {7, 70}});
  }

  @Test
  void the_mean_of_many_is_as_exact_as_a_sum_in_double() {
    Random random = new Random(11);
    int states = 5000;
    float[] numbers = new float[states];
    double sum = 0;
    for (int i = 0; i < states; i++) {
      numbers[i] = 1000 + random.nextFloat();
      sum += numbers[i];
    }
    assertThat(pool(Echo.tensor(numbers, 1, states, 1), Pooling.MEAN, states)[0][0])
        .as("seed 11")
        .isEqualTo((float) (sum / states));
  }

  @ParameterizedTest
  @EnumSource
  void another_shape_is_refused_with_the_one_it_must_have(Pooling pooling) {
    Tensor flat = Echo.tensor(new float[] {1, 2}, 2);
    Tensor wrong =
        pooling == Pooling.NONE ? Echo.tensor(STATES, 2, 3, 2) : Echo.tensor(STATES, 2, 6);
    String must = pooling == Pooling.NONE ? "[batch, dimension]" : "[batch, tokens, dimension]";
    for (Tensor tensor : new Tensor[] {flat, wrong}) {
      assertThatThrownBy(() -> pool(tensor, pooling, 1, 1))
          .isInstanceOf(ModelException.class)
          .hasMessage(
              "m/net.onnx: the network gives "
                  + tensor
                  + "; it must be "
                  + must
                  + " with a batch of 2");
    }
  }

  @Test
  void fewer_rows_than_were_fed_are_refused() {
    Tensor tensor = Echo.tensor(new float[] {1, 2}, 1, 2);
    assertThatThrownBy(() -> pool(tensor, Pooling.NONE, 0, 0))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("gives [1, 2]; it must be [batch, dimension] with a batch of 2");
  }

  @ParameterizedTest
  @EnumSource(names = {"FIRST", "MEAN"})
  void no_states_at_all_are_refused(Pooling pooling) {
    Tensor none = Echo.tensor(new float[0], 1, 0, 2);
    assertThatThrownBy(() -> pool(none, pooling, 1))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("the network gives [1, 0, 2]");
  }

  /// `torch.nn.functional.layer_norm(torch.tensor([1., 2., 3., 4.]), (4,))`.
  @Test
  void layer_norm_gives_pytorch_s_numbers() {
    float[] vector = {1, 2, 3, 4};
    Vectors.layerNorm(vector);
    assertThat(vector)
        .containsExactly(new float[] {-1.3416355f, -.4472118f, .4472118f, 1.3416355f}, CLOSE);
  }

  @Test
  void layer_norm_of_equal_numbers_is_zero_and_not_a_division_by_zero() {
    float[] vector = {5, 5, 5};
    Vectors.layerNorm(vector);
    assertThat(vector).containsExactly(0, 0, 0);
  }

  @Test
  void layer_norm_does_not_see_an_offset() {
    Random random = new Random(12);
    float[] vector = new float[64];
    float[] moved = new float[64];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = random.nextInt(100);
      moved[i] = vector[i] + 1024;
    }
    Vectors.layerNorm(vector);
    Vectors.layerNorm(moved);
    assertThat(moved).as("seed 12").containsExactly(vector, CLOSE);
  }

  @Test
  void a_vector_is_brought_to_unit_length_whatever_its_size() {
    for (float size : new float[] {1, 1e-30f, 1e30f}) {
      float[] vector = {3 * size, -4 * size};
      Vectors.unit(vector);
      assertThat(vector).as("size " + size).containsExactly(new float[] {.6f, -.8f}, CLOSE);
    }
  }

  @Test
  void a_vector_without_direction_stays_as_it_is() {
    float[] zero = {0, 0};
    float[] endless = {Float.POSITIVE_INFINITY, 1};
    float[] none = {Float.NaN, 1};
    Vectors.unit(zero);
    Vectors.unit(endless);
    Vectors.unit(none);
    assertThat(zero).containsExactly(0, 0);
    assertThat(endless).containsExactly(Float.POSITIVE_INFINITY, 1);
    assertThat(none).containsExactly(Float.NaN, 1);
  }
}
