package dev.semblance.train.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AveragedWeightsTest {
  private static final int HORIZON = 4;

  private final Weights weights = new Weights();
  private PointerScope scope;

  @BeforeEach
  void open() {
    scope = new PointerScope();
    weights.learn("w", Tensors.floats(new float[] {5, -5}, 2));
    weights.keep("mean", Tensors.floats(new float[] {5}, 1));
    weights.learn("bank", Tensors.floats(new float[] {3, 4}, 2, 1, 1, 1));
  }

  @AfterEach
  void close() {
    scope.close();
    weights.close();
  }

  @Test
  void averages_are_the_plain_mean_until_the_horizon_and_forget_by_it_after() {
    try (AveragedWeights averages = new AveragedWeights(weights, HORIZON)) {
      double expected = 0;
      for (int step = 1; step <= 12; step++) {
        set("w", step * step, 1);
        set("mean", step * step);
        averages.add(step);
        // What 1/min(step, horizon) says, in the plainest words.
        double share = step < HORIZON ? 1.0 / step : 1.0 / HORIZON;
        expected = (1 - share) * expected + share * step * step;
        if (step == 3) {
          assertThat(expected).isCloseTo((1 + 4 + 9) / 3.0, within(1e-9));
        }
      }

      assertThat(values(averages, "w")[0]).isCloseTo((float) expected, within(1e-4f));
      assertThat(values(averages, "w")[1]).isEqualTo(1);
      assertThat(values(averages, "mean")[0]).isCloseTo((float) expected, within(1e-4f));
    }
  }

  @Test
  void averages_stand_in_for_the_weights_and_then_those_are_as_they_were() {
    try (AveragedWeights averages = new AveragedWeights(weights, HORIZON)) {
      set("w", 0.1f, 0.7f);
      set("mean", 2);
      set("bank", 4, 3);
      averages.add(2);

      try (AveragedWeights.InPlace _ = averages.inPlace()) {
        assertThat(raw("w")).containsExactly(2.55f, -2.15f);
        assertThat(raw("mean")).containsExactly(3.5f);
        // The mean of (3, 4) and (4, 3) is shorter than 5 and is brought back to it.
        float side = (float) (5 / Math.sqrt(2));
        assertThat(raw("bank")).containsExactly(new float[] {side, side}, within(1e-5f));
      }

      assertThat(raw("w")).containsExactly(0.1f, 0.7f);
      assertThat(raw("mean")).containsExactly(2);
      assertThat(raw("bank")).containsExactly(4, 3);
      assertThat(weights.get("w").requires_grad()).isTrue();
    }
  }

  private void set(String name, float... values) {
    try (NoGradGuard _ = new NoGradGuard()) {
      Tensor tensor = weights.get(name);
      tensor.copy_(Tensors.floats(values, Tensors.shape(tensor)));
    }
  }

  private float[] raw(String name) {
    return Tensors.toFloats(weights.get(name));
  }

  private static float[] values(AveragedWeights averages, String name) {
    return Tensors.toFloats(averages.get(name));
  }
}
