package dev.semblance.train.net;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// The picture net: a stem, stages of residual blocks of plain 3 x 3 convolutions (He et al. 2016,
/// arXiv:1512.03385), a mean over places, and heads.
///
/// Pixels are float32 `[n, 3, side, side]`, RGB from 0 to 1, centred by [#MEAN] and [#DEVIATION].
/// For one thread.
public final class ResidualNet {
  /// What each channel loses before the net.
  public static final double MEAN = 0.5;

  /// What each channel is divided by before the net.
  public static final double DEVIATION = 0.25;

  /// What batch norms add to the variance.
  public static final double EPSILON = 1e-5;

  private static final double MOMENTUM = 0.1;
  private static final double SECOND_NORM_START = 0.3;

  private final NetShape shape;
  private final Weights weights;

  /// A net with new random weights, from PyTorch's generator as it stands.
  public ResidualNet(NetShape shape, Weights weights) {
    this.shape = shape;
    this.weights = weights;
    // NNPACK complains once a run and thread where the processor lacks it; oneDNN does the work.
    torch.globalContext().setUserEnabledNNPACK(false);
    convolution("stem", shape.stem(), 3, 5);
    norm("stem", shape.stem(), 1);
    int in = shape.stem();
    for (int stage = 0; stage < shape.widths().size(); stage++) {
      int out = shape.widths().get(stage);
      for (int block = 0; block < shape.blocks().get(stage); block++) {
        String name = blockName(stage, block);
        convolution(name + ".first", out, in, 3);
        norm(name + ".first", out, 1);
        convolution(name + ".second", out, out, 3);
        norm(name + ".second", out, SECOND_NORM_START);
        if (block == 0) {
          convolution(name + ".shortcut", out, in, 1);
          norm(name + ".shortcut", out, 1);
        }
        in = out;
      }
    }
    convolution("last", shape.features(), in, 1);
    norm("last", shape.features(), 1);
    weights.matrix("embedding.weight", shape.dimension(), shape.features());
    weights.vector("embedding.bias", shape.dimension(), 0);
    weights.matrix("teacher.weight", shape.teacher(), shape.features());
    weights.vector("teacher.bias", shape.teacher(), 0);
  }

  public NetShape shape() {
    return shape;
  }

  public Weights weights() {
    return weights;
  }

  /// The name of a block of a stage, both counted from 0.
  public static String blockName(int stage, int block) {
    return "stage" + stage + ".block" + block;
  }

  /// Which means and variances batch norms go by.
  public enum Statistics {
    /// Those kept from training.
    KEPT,
    /// Those of the batch, which are kept for nothing.
    OF_BATCH,
    /// Those of the batch, towards which the kept ones are moved.
    OF_BATCH_AND_KEPT
  }

  /// The features of pictures, float32 `[n, features]`.
  public Tensor features(Tensor pixels, Statistics statistics) {
    Tensor x = torch.relu(layer(pixels, "stem", 2, statistics));
    for (int stage = 0; stage < shape.widths().size(); stage++) {
      for (int block = 0; block < shape.blocks().get(stage); block++) {
        x = block(x, blockName(stage, block), block == 0, statistics);
      }
    }
    x = torch.relu(layer(x, "last", 1, statistics));
    return x.to(ScalarType.Float).mean(2, 3);
  }

  /// The unit embeddings of features, float32 `[n, dimension]`.
  public Tensor embeddings(Tensor features) {
    return Losses.unit(head(features, "embedding"));
  }

  /// What the net believes the teacher's features to be, float32 `[n, teacher]`.
  public Tensor teacherGuess(Tensor features) {
    return head(features, "teacher");
  }

  private Tensor head(Tensor features, String name) {
    return torch.linear(
        features, weights.get(name + ".weight"), new TensorOptional(weights.get(name + ".bias")));
  }

  private Tensor block(Tensor x, String name, boolean halves, Statistics statistics) {
    Tensor shortcut = x;
    if (halves) {
      Tensor small =
          torch.avg_pool2d(
              x,
              new long[] {2, 2},
              new long[] {2, 2},
              new long[] {0, 0},
              true,
              false,
              new LongOptional());
      shortcut = layer(small, name + ".shortcut", 1, statistics);
    }
    Tensor y = torch.relu(layer(x, name + ".first", halves ? 2 : 1, statistics));
    return torch.relu(layer(y, name + ".second", 1, statistics).add(shortcut));
  }

  private Tensor layer(Tensor x, String name, long stride, Statistics statistics) {
    Tensor filters = weights.get(name + ".filters");
    long margin = filters.size(2) / 2;
    Tensor y =
        torch.conv2d(
            x,
            filters,
            new TensorOptional(),
            new long[] {stride, stride},
            new long[] {margin, margin},
            new long[] {1, 1},
            1);
    return torch.batch_norm(
        y,
        new TensorOptional(weights.get(name + ".gain")),
        new TensorOptional(weights.get(name + ".shift")),
        kept(name + ".mean", statistics),
        kept(name + ".variance", statistics),
        statistics != Statistics.KEPT,
        MOMENTUM,
        EPSILON,
        false);
  }

  private TensorOptional kept(String name, Statistics statistics) {
    return statistics == Statistics.OF_BATCH
        ? new TensorOptional()
        : new TensorOptional(weights.get(name));
  }

  private void convolution(String name, long out, long in, long side) {
    weights.filters(name + ".filters", out, in, side);
  }

  private void norm(String name, long channels, double gain) {
    weights.vector(name + ".gain", channels, gain);
    weights.vector(name + ".shift", channels, 0);
    weights.keep(name + ".mean", Weights.constant(channels, 0));
    weights.keep(name + ".variance", Weights.constant(channels, 1));
  }
}
