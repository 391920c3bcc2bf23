package dev.semblance.train.net;

import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/// The exponential moving average of a net's tensors over its steps (Polyak, Juditsky 1992; in this
/// form Tarvainen, Valpola 2017, arXiv:1703.01780): of those that are learned, and of batch norm's
/// statistics alike.
///
/// The average of directions is shorter than they are; where it stands in for the weights, filter
/// banks are brought to the norm of the raw ones, which Muon keeps and the statistics go with.
///
/// Holds native memory: close it. For one thread.
public final class AveragedWeights implements AutoCloseable {
  private static final String PREFIX = "average.";

  private final Weights weights;
  private final long horizon;
  private final Weights averages = new Weights();

  /// Averages that begin as the weights are.
  ///
  /// @param horizon steps to look back: the last `n` weigh `1 - 1/e^(n / horizon)`
  public AveragedWeights(Weights weights, long horizon) {
    this.weights = weights;
    this.horizon = horizon;
    weights.all().forEach((name, tensor) -> averages.keep(PREFIX + name, tensor.detach()));
  }

  /// Takes the weights in, after a step.
  ///
  /// @param number of the step, from 1; until the horizon is reached, all steps weigh the same
  public void add(long number) {
    double share = 1.0 / Math.clamp(number, 1, horizon);
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      weights
          .all()
          .forEach((name, tensor) -> {
            Tensor average = get(name);
            average.add_(tensor.sub(average), Tensors.number(share));
          });
    }
  }

  /// Begins anew from the weights as they are.
  public void restart() {
    try (NoGradGuard _ = new NoGradGuard()) {
      weights.all().forEach((name, tensor) -> get(name).copy_(tensor));
    }
  }

  /// The average of the tensor of this name.
  ///
  /// @throws IllegalArgumentException when there is none
  public Tensor get(String name) {
    return averages.get(PREFIX + name);
  }

  /// What has to be kept, as `average.NAME`.
  public Map<String, Tensor> state() {
    return averages.all();
  }

  /// Puts the averages in the place of the weights until closed; then those are bit for bit as they
  /// were.
  public InPlace inPlace() {
    return new InPlace();
  }

  @Override
  public void close() {
    averages.close();
  }

  /// The time in which the averages stand in for the weights.
  public final class InPlace implements AutoCloseable {
    private final Weights raw = new Weights();

    private InPlace() {
      try (PointerScope _ = new PointerScope();
          NoGradGuard _ = new NoGradGuard()) {
        weights
            .all()
            .forEach((name, tensor) -> {
              raw.keep(name, tensor.detach());
              Tensor average = get(name);
              boolean bank = tensor.dim() == 4;
              tensor.copy_(bank ? average.mul(tensor.norm().div(average.norm())) : average);
            });
      }
    }

    @Override
    public void close() {
      try (NoGradGuard _ = new NoGradGuard()) {
        raw.all().forEach((name, tensor) -> weights.get(name).copy_(tensor));
      }
      raw.close();
    }
  }
}
