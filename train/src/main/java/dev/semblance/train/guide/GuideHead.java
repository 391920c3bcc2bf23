package dev.semblance.train.guide;

import dev.semblance.train.net.Losses;
import dev.semblance.train.net.Weights;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/// From the teachers' features to an embedding: a linear map plus a two-layer perceptron that
/// starts at zero.
///
/// For one thread.
final class GuideHead {
  private static final double DROPOUT = 0.3;

  private final Weights weights;

  /// @param width length of all teachers' features together
  /// @param hidden width of the perceptron's inner layer
  /// @param dimension length of an embedding
  GuideHead(Weights weights, int width, int hidden, int dimension) {
    this.weights = weights;
    weights.matrix("guide.linear.weight", dimension, width);
    weights.vector("guide.linear.bias", dimension, 0);
    weights.matrix("guide.first.weight", hidden, width);
    weights.vector("guide.first.bias", hidden, 0);
    weights.learn("guide.second.weight", torch.zeros(dimension, hidden));
    weights.vector("guide.second.bias", dimension, 0);
  }

  /// The unit embeddings of features, float32 `[n, dimension]`.
  ///
  /// @param training whether some of the features and of the inner layer are dropped at random
  Tensor embeddings(Tensor features, boolean training) {
    Tensor x = torch.dropout(features, DROPOUT, training);
    Tensor inner = torch.dropout(torch.relu(linear(x, "guide.first")), DROPOUT, training);
    return Losses.unit(linear(x, "guide.linear").add(linear(inner, "guide.second")));
  }

  private Tensor linear(Tensor x, String name) {
    return torch.linear(
        x, weights.get(name + ".weight"), new TensorOptional(weights.get(name + ".bias")));
  }
}
