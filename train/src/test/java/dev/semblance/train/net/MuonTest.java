package dev.semblance.train.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MuonTest {
  private static final long SEED = 5;

  @BeforeEach
  void seed() {
    torch.manual_seed(SEED);
  }

  @Test
  void directions_are_nearly_orthogonal_wide_and_tall() {
    try (PointerScope _ = new PointerScope()) {
      Tensor wide = torch.randn(16, 144);

      assertSingularValuesNearOne(Muon.orthogonal(wide, ScalarType.Float));
      assertSingularValuesNearOne(Muon.orthogonal(wide.t(), ScalarType.Float).t());
    }
  }

  /// Four steps of the quintic leave singular values between about 0.7 and 1.2 (its source says
  /// so); those of the random matrix itself differ by a factor of two.
  private static void assertSingularValuesNearOne(Tensor rows) {
    float[] squares = Tensors.toFloats(torch.mm(rows, rows.t()));
    for (int i = 0; i < 16; i++) {
      for (int j = 0; j < 16; j++) {
        float wanted = i == j ? 1 : 0;
        assertThat(squares[i * 16 + j])
            .as("seed %d, %d, %d", SEED, i, j)
            .isCloseTo(wanted, within(0.5f));
      }
    }
  }

  @Test
  void a_step_goes_against_the_gradient_and_keeps_the_norm() {
    try (Weights weights = new Weights();
        Weights state = new Weights();
        PointerScope _ = new PointerScope()) {
      Tensor bank = weights.filters("bank", 8, 4, 3);
      Tensor direction = torch.randn(8, 4, 3, 3);
      Muon muon = new Muon(Map.of("bank", bank), state, false);
      float before = bank.mul(direction).sum().item_float();

      bank.mul(direction).sum().backward();
      try (NoGradGuard _ = new NoGradGuard()) {
        muon.step(0.1);
      }

      assertThat(bank.mul(direction).sum().item_float()).isLessThan(before);
      assertThat(bank.norm().item_float()).isCloseTo((float) Math.sqrt(8), within(1e-4f));
    }
  }
}
