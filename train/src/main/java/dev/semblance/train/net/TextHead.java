package dev.semblance.train.net;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/// The head of the text side: from a frozen text encoder's unit vectors to embeddings, a linear map
/// that starts as the identity plus a two-layer perceptron that starts at zero.
///
/// For one thread.
public final class TextHead {
  private final Weights weights;
  private final double dropout;

  /// @param width length of the text encoder's vectors and of embeddings
  /// @param hidden width of the perceptron's inner layer
  /// @param dropout share of the input that is dropped at random in training
  public TextHead(Weights weights, int width, int hidden, double dropout) {
    this.weights = weights;
    this.dropout = dropout;
    weights.learn("text.linear.weight", torch.eye(width));
    weights.vector("text.linear.bias", width, 0);
    weights.matrix("text.first.weight", hidden, width);
    weights.vector("text.first.bias", hidden, 0);
    weights.learn("text.second.weight", torch.zeros(width, hidden));
    weights.vector("text.second.bias", width, 0);
  }

  public Weights weights() {
    return weights;
  }

  /// The unit embeddings of text vectors, float32 `[n, width]`.
  ///
  /// @param training whether some of the input is dropped at random
  public Tensor embeddings(Tensor vectors, boolean training) {
    Tensor x = torch.dropout(vectors, dropout, training);
    Tensor inner = torch.relu(linear(x, "text.first"));
    return Losses.unit(linear(x, "text.linear").add(linear(inner, "text.second")));
  }

  private Tensor linear(Tensor x, String name) {
    return torch.linear(
        x, weights.get(name + ".weight"), new TensorOptional(weights.get(name + ".bias")));
  }
}
