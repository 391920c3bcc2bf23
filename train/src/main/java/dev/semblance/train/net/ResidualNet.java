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

  private static final String FILTERS = ".filters";
  private static final double MOMENTUM = 0.1;
  private static final double SECOND_NORM_START = 0.3;
  private static final double SHORTEST = 1e-12;

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
    OF_BATCH_AND_KEPT,
    /// The kept ones, which first become those of the batch; gain and shift follow, so that the net
    /// computes what it did.
    SETTLED
  }

  /// Makes filters of the length that new ones have on the average, so that an optimiser's rates
  /// mean for them what they mean for new ones, and the statistics of the batch norms those of
  /// these pictures, as training from here on expects them. What the net computes stays the same.
  /// For weights that come from an exported model, whose batch norms are folded into its filters.
  ///
  /// @param pixels float32 `[n, 3, side, side]`, some hundred pictures
  public void settle(Tensor pixels) {
    for (String name : weights.all().keySet().stream().toList()) {
      if (name.endsWith(FILTERS)) {
        shorten(name.substring(0, name.length() - FILTERS.length()));
      }
    }
    features(pixels, Statistics.SETTLED);
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
    Tensor filters = weights.get(name + FILTERS);
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
    if (statistics == Statistics.SETTLED) {
      settle(name, y);
    }
    return torch.batch_norm(
        y,
        new TensorOptional(weights.get(name + ".gain")),
        new TensorOptional(weights.get(name + ".shift")),
        kept(name + ".mean", statistics),
        kept(name + ".variance", statistics),
        statistics == Statistics.OF_BATCH || statistics == Statistics.OF_BATCH_AND_KEPT,
        MOMENTUM,
        EPSILON,
        false);
  }

  /// Each filter at length 1, its length in mean and deviation instead.
  private void shorten(String name) {
    Tensor filters = weights.get(name + FILTERS);
    Tensor lengths = filters.square().sum(1, 2, 3).sqrt().clamp_min(Tensors.number(SHORTEST));
    filters.div_(lengths.reshape(-1, 1, 1, 1));
    weights.get(name + ".mean").div_(lengths);
    Tensor variance = weights.get(name + ".variance");
    Tensor deviation = variance.add(Tensors.number(EPSILON)).sqrt();
    // gain * (x - mean) / deviation with x, mean and deviation shorter; the deviation keeps its
    // value and the gain grows, since a tiny variance would drown in EPSILON.
    weights.get(name + ".gain").mul_(lengths).div_(deviation);
    variance.fill_(Tensors.number(1 - EPSILON));
  }

  /// The statistics of `y`, what comes before the batch norm.
  private void settle(String name, Tensor y) {
    Tensor flat = y.to(ScalarType.Float).transpose(0, 1).flatten(1, -1);
    Tensor mean = weights.get(name + ".mean");
    Tensor variance = weights.get(name + ".variance");
    Tensor gain = weights.get(name + ".gain");
    Tensor shift = weights.get(name + ".shift");
    Tensor slope = gain.div(variance.add(Tensors.number(EPSILON)).sqrt());
    Tensor newMean = flat.mean(1);
    Tensor newVariance = flat.sub(newMean.unsqueeze(1)).square().mean(1);
    shift.add_(slope.mul(newMean.sub(mean)));
    gain.copy_(slope.mul(newVariance.add(Tensors.number(EPSILON)).sqrt()));
    mean.copy_(newMean);
    variance.copy_(newVariance);
  }

  private TensorOptional kept(String name, Statistics statistics) {
    return statistics == Statistics.OF_BATCH
        ? new TensorOptional()
        : new TensorOptional(weights.get(name));
  }

  private void convolution(String name, long out, long in, long side) {
    weights.filters(name + FILTERS, out, in, side);
  }

  private void norm(String name, long channels, double gain) {
    weights.vector(name + ".gain", channels, gain);
    weights.vector(name + ".shift", channels, 0);
    weights.keep(name + ".mean", Weights.constant(channels, 0));
    weights.keep(name + ".variance", Weights.constant(channels, 1));
  }
}
