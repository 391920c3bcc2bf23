package dev.semblance.train.net;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/// A small change to one side of a frozen model: a two-layer perceptron beside the embedding
/// itself, which starts as no change at all (Gao et al. 2021, CLIP-Adapter, arXiv:2110.04544).
///
/// For one thread.
public final class ResidualAdapter {
  private static final double DROPOUT = 0.1;

  private final Weights weights;
  private final String name;

  /// @param name of the side, in front of its weights' names
  /// @param width length of an embedding
  /// @param hidden width of the inner layer
  public ResidualAdapter(Weights weights, String name, int width, int hidden) {
    this.weights = weights;
    this.name = name;
    weights.matrix(name + ".first.weight", hidden, width);
    weights.vector(name + ".first.bias", hidden, 0);
    weights.learn(name + ".second.weight", torch.zeros(width, hidden));
    weights.vector(name + ".second.bias", width, 0);
  }

  /// The changed unit embeddings of unit embeddings, float32 `[n, width]`.
  ///
  /// @param training whether a tenth of the inner layer is dropped at random
  public Tensor change(Tensor embeddings, boolean training) {
    Tensor inner = torch.relu(linear(embeddings, name + ".first"));
    Tensor kept = torch.dropout(inner, DROPOUT, training);
    return Losses.unit(embeddings.add(linear(kept, name + ".second")));
  }

  private Tensor linear(Tensor x, String layer) {
    return torch.linear(
        x, weights.get(layer + ".weight"), new TensorOptional(weights.get(layer + ".bias")));
  }
}
