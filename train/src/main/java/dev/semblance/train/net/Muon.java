package dev.semblance.train.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// Muon (Jordan et al. 2024, kellerjordan.github.io/posts/muon) for filter banks: the momentum is
/// made orthogonal by Newton-Schulz steps before it is applied, and each bank is kept at norm
/// `sqrt(outputs)`, which the batch norm behind it allows. For one thread.
public final class Muon {
  private static final double MOMENTUM = 0.9;
  private static final int STEPS = 4;
  // The quintic whose iteration drives singular values to about 1 (same source).
  private static final double A = 3.4445;
  private static final double B = -4.7750;
  private static final double C = 2.0315;

  private final List<Learned> all = new ArrayList<>();
  private final ScalarType work;

  private record Learned(Tensor bank, Tensor momentum) {}

  /// @param banks what is learned, `[out, in, side, side]` by name
  /// @param state where the momenta are kept, as `muon.NAME`
  /// @param half whether the Newton-Schulz steps are taken in bfloat16
  public Muon(Map<String, Tensor> banks, Weights state, boolean half) {
    this.work = half ? ScalarType.BFloat16 : ScalarType.Float;
    banks.forEach((name, bank) ->
        all.add(new Learned(bank, state.keep("muon." + name, torch.zeros_like(bank)))));
  }

  /// One step down the gradients; under no-grad.
  public void step(double rate) {
    for (Learned learned : all) {
      Tensor bank = learned.bank();
      Tensor momentum = learned.momentum();
      Tensor gradient = bank.grad();
      momentum.mul_(Tensors.number(MOMENTUM)).add_(gradient);
      Tensor ahead = gradient.add(momentum.mul(Tensors.number(MOMENTUM)));
      long out = bank.size(0);
      Tensor direction = orthogonal(ahead.reshape(out, -1), work).to(ScalarType.Float);
      Tensor change = direction.reshape(Tensors.shape(bank)).mul(Tensors.number(-rate));
      bank.add_(change);
      bank.mul_(
          torch.div(
              torch.full(new long[] {1}, Tensors.number(Math.sqrt((double) out))), bank.norm()));
    }
  }

  /// The nearest matrix with singular values of about 1.
  static Tensor orthogonal(Tensor matrix, ScalarType work) {
    boolean tall = matrix.size(0) > matrix.size(1);
    Tensor x = matrix.div(matrix.norm().add(Tensors.number(1e-7))).to(work);
    if (tall) {
      x = x.t();
    }
    for (int i = 0; i < STEPS; i++) {
      Tensor square = torch.mm(x, x.t());
      Tensor mix =
          square.mul(Tensors.number(B)).add(torch.mm(square, square).mul(Tensors.number(C)));
      x = x.mul(Tensors.number(A)).add(torch.mm(mix, x));
    }
    return tall ? x.t() : x;
  }
}
