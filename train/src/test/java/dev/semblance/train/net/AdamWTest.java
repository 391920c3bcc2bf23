package dev.semblance.train.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class AdamWTest {
  @Test
  void first_step_has_the_length_of_the_rate_and_only_matrices_decay() {
    try (Weights weights = new Weights();
        Weights state = new Weights();
        PointerScope _ = new PointerScope()) {
      Tensor vector = weights.learn("vector", Tensors.floats(new float[] {2, -3}, 2));
      Tensor matrix = weights.learn("matrix", Tensors.floats(new float[] {4}, 1, 1));
      AdamW adam = new AdamW(Map.of("vector", vector, "matrix", matrix), state, 0.5);

      vector.mul(vector).sum().add(matrix.sum()).backward();
      try (NoGradGuard _ = new NoGradGuard()) {
        adam.step(0.1, 1);
      }

      assertThat(Tensors.toFloats(vector))
          .containsExactly(new float[] {1.9f, -2.9f}, within(1e-5f));
      assertThat(Tensors.toFloats(matrix)).containsExactly(new float[] {3.7f}, within(1e-5f));
    }
  }
}
