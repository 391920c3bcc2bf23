package dev.semblance.train.net;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// The tensors of a net by name: those that are learned, and the statistics that are only kept.
///
/// They live outside every [PointerScope]; close frees them. For one thread.
public final class Weights implements AutoCloseable {
  private final Map<String, Tensor> learned = new LinkedHashMap<>();
  private final Map<String, Tensor> kept = new LinkedHashMap<>();

  /// Adds a learned tensor; its gradient is taken.
  public Tensor learn(String name, Tensor start) {
    Tensor tensor = own(start);
    tensor.requires_grad_(true);
    learned.put(name, tensor);
    return tensor;
  }

  /// Adds a tensor that is no weight.
  public Tensor keep(String name, Tensor start) {
    Tensor tensor = own(start);
    kept.put(name, tensor);
    return tensor;
  }

  private static Tensor own(Tensor start) {
    Tensor tensor =
        start.dim() == 4 ? start.contiguous(MemoryFormat.ChannelsLast) : start.contiguous();
    return Tensors.outlive(tensor.clone());
  }

  /// Makes learned tensors whose names begin so into ones that are only kept.
  public void freeze(String prefix) {
    learned.forEach((name, tensor) -> {
      if (name.startsWith(prefix)) {
        tensor.requires_grad_(false);
        kept.put(name, tensor);
      }
    });
    learned.keySet().removeAll(kept.keySet());
  }

  /// The tensor of this name, learned or kept.
  ///
  /// @throws IllegalArgumentException when there is none
  public Tensor get(String name) {
    Tensor tensor = learned.containsKey(name) ? learned.get(name) : kept.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no weight is called " + name);
    }
    return tensor;
  }

  /// The learned tensors by name, in the order they were made.
  public Map<String, Tensor> learned() {
    return Collections.unmodifiableMap(learned);
  }

  /// All tensors by name.
  public Map<String, Tensor> all() {
    Map<String, Tensor> all = new LinkedHashMap<>(learned);
    all.putAll(kept);
    return all;
  }

  /// How many numbers a tensor has.
  ///
  /// @throws IllegalArgumentException when there is none of this name
  public int size(String name) {
    return Math.toIntExact(get(name).numel());
  }

  /// Gives a tensor other numbers, as many as it has, in the order of its dimensions. Not while
  /// gradients are taken.
  public void set(String name, float[] values) {
    Tensor tensor = get(name);
    tensor.copy_(Tensors.floats(values, Tensors.shape(tensor)));
  }

  /// Gives all of a tensor one number. Not while gradients are taken.
  public void fill(String name, double value) {
    get(name).fill_(Tensors.number(value));
  }

  /// How many numbers are learned.
  public long count() {
    return learned.values().stream().mapToLong(Tensor::numel).sum();
  }

  /// Forgets the gradients, so that the next backward pass starts anew.
  public void forgetGradients() {
    for (Tensor tensor : learned.values()) {
      tensor.mutable_grad().reset();
    }
  }

  /// Makes a filter bank `[out, in, side, side]` of norm `sqrt(out)`, random.
  Tensor filters(String name, long out, long in, long side) {
    Tensor start = torch.randn(out, in, side, side);
    return learn(name, start.div(start.norm()).mul(Tensors.number(Math.sqrt((double) out))));
  }

  /// Makes a matrix `[out, in]` with the usual uniform start of a linear map.
  public Tensor matrix(String name, long out, long in) {
    double bound = 1 / Math.sqrt((double) in);
    return learn(
        name, torch.rand(out, in).mul(Tensors.number(2 * bound)).sub(Tensors.number(bound)));
  }

  /// Makes a vector of one value.
  public Tensor vector(String name, long length, double value) {
    return learn(name, constant(length, value));
  }

  static Tensor constant(long length, double value) {
    return torch.full(
        new long[] {length}, Tensors.number(value), new TensorOptions(ScalarType.Float));
  }

  @Override
  public void close() {
    all().values().forEach(Tensor::close);
    learned.clear();
    kept.clear();
  }
}
