package dev.semblance.train.net;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// A batch that goes through the picture net in parts, so that memory is needed for one part only,
/// while its losses are still those of the whole batch (GradCache, Gao et al. 2021,
/// arXiv:2101.06983): first all features without gradients; then whoever asked finds the gradient
/// of the losses with regard to them; then each part once more, down to the weights.
///
/// The pictures go forward twice, so a step takes about a third longer. Losses of pairs, the text
/// head and everything else behind the features see the whole batch, and their gradients are those
/// of a step without parts. **Batch norm does not**: while training it goes by the mean and
/// variance of the pictures it sees, and those are the ones of a part. So the net's gradients are
/// the same only where the parts have the same statistics, and its kept statistics move once a
/// part.
///
/// For one thread.
public final class PictureParts {
  private final ResidualNet net;
  private final int parts;
  private final boolean half;

  /// @param parts of a batch, the last of which may be smaller
  /// @param half whether convolutions run in bfloat16
  public PictureParts(ResidualNet net, int parts, boolean half) {
    this.net = net;
    this.parts = parts;
    this.half = half;
  }

  private interface PartVisitor {
    void part(long from, long count);
  }

  private void forEach(long pictures, PartVisitor visitor) {
    long size = Math.ceilDiv(pictures, parts);
    for (long from = 0; from < pictures; from += size) {
      try (PointerScope _ = new PointerScope()) {
        visitor.part(from, Math.min(size, pictures - from));
      }
    }
  }

  /// The features of pictures, `[n, features]`: a leaf whose gradient is taken.
  public Tensor features(Tensor pixels) {
    Tensor all = torch.empty(pixels.size(0), net.shape().features());
    try (NoGradGuard _ = new NoGradGuard();
        Precision _ = new Precision(half)) {
      forEach(
          pixels.size(0),
          (from, count) ->
              all.narrow(0, from, count)
                  .copy_(
                      net.features(
                          pixels.narrow(0, from, count),
                          ResidualNet.Statistics.OF_BATCH_AND_KEPT)));
    }
    return all.requires_grad_(true);
  }

  /// Adds to the gradients of the net's weights.
  ///
  /// @param features as [#features] gave them, after the backward pass of the losses
  public void backward(Tensor pixels, Tensor features) {
    forEach(
        pixels.size(0),
        (from, count) -> {
          Tensor part;
          try (Precision _ = new Precision(half)) {
            part = net.features(pixels.narrow(0, from, count), ResidualNet.Statistics.OF_BATCH);
          }
          // The gradient of this sum with regard to the part's features is what was asked for.
          part.mul(features.grad().narrow(0, from, count)).sum().backward();
        });
  }
}
