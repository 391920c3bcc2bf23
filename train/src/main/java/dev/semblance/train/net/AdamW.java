package dev.semblance.train.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// AdamW (Loshchilov, Hutter 2019, arXiv:1711.05101) for everything that is no filter bank; only
/// matrices decay. For one thread.
public final class AdamW {
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.98;
  private static final double EPSILON = 1e-8;

  private final List<Learned> all = new ArrayList<>();
  private final double decay;

  private record Learned(Tensor tensor, Tensor mean, Tensor square) {}

  /// @param state where the moments are kept, as `adam.mean.NAME` and `adam.square.NAME`
  /// @param decay what a matrix loses in a step, times the rate
  public AdamW(Map<String, Tensor> learned, Weights state, double decay) {
    this.decay = decay;
    learned.forEach((name, tensor) ->
        all.add(
            new Learned(
                tensor,
                state.keep("adam.mean." + name, torch.zeros_like(tensor)),
                state.keep("adam.square." + name, torch.zeros_like(tensor)))));
  }

  /// One step down the gradients; under no-grad.
  ///
  /// @param number of the step, from 1
  public void step(double rate, long number) {
    double meanBias = 1 - Math.pow(FIRST, (double) number);
    double squareBias = 1 - Math.pow(SECOND, (double) number);
    for (Learned learned : all) {
      Tensor tensor = learned.tensor();
      Tensor mean = learned.mean();
      Tensor square = learned.square();
      Tensor gradient = tensor.grad();
      if (!gradient.defined()) {
        continue; // no part of this step's loss
      }
      mean.mul_(Tensors.number(FIRST)).add_(gradient, Tensors.number(1 - FIRST));
      square.mul_(Tensors.number(SECOND)).addcmul_(gradient, gradient, Tensors.number(1 - SECOND));
      if (tensor.dim() > 1) {
        tensor.mul_(Tensors.number(1 - rate * decay));
      }
      Tensor size = square.div(Tensors.number(squareBias)).sqrt().add(Tensors.number(EPSILON));
      tensor.addcdiv_(mean, size, Tensors.number(-rate / meanBias));
    }
  }
}
