package dev.semblance.train.net;

import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// What the nets are asked to lessen. All take and give float32.
public final class Losses {
  private static final double FORBIDDEN = -1e9;

  private Losses() {}

  /// Rows brought to length 1.
  public static Tensor unit(Tensor rows) {
    Tensor squares =
        rows.mul(rows).sum(new long[] {1}, true, new ScalarTypeOptional(ScalarType.Float));
    Tensor length = squares.add(Tensors.number(1e-12)).sqrt();
    return rows.div(length);
  }

  /// Pairs of a batch that are no true negatives: different places whose texts mean nearly the
  /// same. Bool `[n, n]`, false on the diagonal.
  ///
  /// @param texts unit vectors `[n, width]` of the frozen text encoder
  /// @param limits for the picture of each row and the text of each column the cosine of their
  ///   texts over which the two are no negatives, `[n, n]`
  public static Tensor sameMeaning(Tensor texts, Tensor limits) {
    Tensor cosines = torch.mm(texts, texts.t());
    Tensor others = torch.eye(texts.size(0)).eq(Tensors.number(0));
    return cosines.gt(limits).logical_and(others);
  }

  /// CLIP's loss (Radford et al. 2021, arXiv:2103.00020, figure 3): each picture must find its text
  /// among those of the batch and each text its picture; the mean of both cross-entropies.
  ///
  /// @param images unit embeddings `[n, d]`
  /// @param texts unit embeddings `[n, d]`, the partner in the same row
  /// @param scale the factor on the cosines, one number
  /// @param ignored pairs left out of the negatives, bool `[n, n]`
  public static Tensor softmaxPairs(Tensor images, Tensor texts, Tensor scale, Tensor ignored) {
    Tensor logits =
        torch.mm(images, texts.t()).mul(scale).masked_fill(ignored, Tensors.number(FORBIDDEN));
    Tensor byImage = torch.log_softmax(logits, 1).diagonal().mean();
    Tensor byText = torch.log_softmax(logits, 0).diagonal().mean();
    return byImage.add(byText).mul(Tensors.number(-0.5));
  }

  /// SigLIP's loss (Zhai et al. 2023, arXiv:2303.15343, algorithm 1): every pair is judged alone,
  /// partners to be true and others false; the sum over pairs divided by the batch.
  ///
  /// @param scale the factor on the cosines, one number
  /// @param bias added to the logits, one number
  /// @param ignored pairs that are not judged, bool `[n, n]`
  public static Tensor sigmoidPairs(
      Tensor images, Tensor texts, Tensor scale, Tensor bias, Tensor ignored) {
    long n = images.size(0);
    Tensor logits = torch.mm(images, texts.t()).mul(scale).add(bias);
    Tensor signs = torch.eye(n).mul(Tensors.number(2)).sub(Tensors.number(1));
    Tensor each = torch.log_sigmoid(logits.mul(signs)).masked_fill(ignored, Tensors.number(0));
    return each.sum().div(Tensors.number(-(double) n));
  }

  /// How far one order of a batch is from another, both ways: the cross-entropy of each picture's
  /// distribution over the texts, and of each text's over the pictures, against the wanted ones;
  /// the mean of both (Yang et al. 2024, CLIP-KD, arXiv:2307.12732, section 3.2).
  ///
  /// @param logits scaled cosines, rows for pictures, columns for texts `[n, n]`
  /// @param wanted those of the guide
  public static Tensor sameOrder(Tensor logits, Tensor wanted) {
    Tensor byImage = torch.log_softmax(logits, 1).mul(torch.softmax(wanted, 1)).sum();
    Tensor byText = torch.log_softmax(logits, 0).mul(torch.softmax(wanted, 0)).sum();
    return byImage.add(byText).div(Tensors.number(-2.0 * logits.size(0)));
  }

  /// Mean of one minus the cosine of rows that lie beside each other, over the rows of weight 1.
  ///
  /// @param weight 0 or 1 for each row `[n]`
  public static Tensor cosineDistance(Tensor guess, Tensor wanted, Tensor weight) {
    Tensor cosines = unit(guess).mul(unit(wanted)).sum(1);
    return weightedMean(cosines.neg().add(Tensors.number(1)), weight);
  }

  /// Cross-entropy of a guessed distribution against a given one, over the rows of weight 1.
  ///
  /// @param logits `[n, classes]`
  /// @param wanted probabilities `[n, classes]`
  /// @param weight 0 or 1 for each row `[n]`
  public static Tensor crossEntropy(Tensor logits, Tensor wanted, Tensor weight) {
    Tensor each = torch.log_softmax(logits, 1).mul(wanted).sum(1).neg();
    return weightedMean(each, weight);
  }

  private static Tensor weightedMean(Tensor values, Tensor weight) {
    return values.mul(weight).sum().div(weight.sum().clamp_min(Tensors.number(1)));
  }
}
