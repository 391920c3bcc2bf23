package dev.semblance.train.guide;

import dev.semblance.train.data.Batch;
import dev.semblance.train.data.BatchPlan;
import dev.semblance.train.data.Group;
import dev.semblance.train.data.Negatives;
import dev.semblance.train.data.TeacherAnswers;
import dev.semblance.train.net.AdamW;
import dev.semblance.train.net.Losses;
import dev.semblance.train.net.StateFile;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.net.TextHead;
import dev.semblance.train.net.Weights;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// Two heads made to agree: one on the teachers' features of a picture, one on the vector of a
/// text. The teachers are far larger than the net that is to be trained and have seen far more
/// pictures, so a few thousand captions suffice; the net then learns where the guide puts each
/// picture, captioned or not, instead of learning captions by heart (the order of Yang et al. 2024,
/// CLIP-KD, arXiv:2307.12732, with a guide in the place of a larger CLIP).
///
/// Holds native memory: close it. For one thread.
public final class Guide implements AutoCloseable {
  /// What the text head's weights are called in front.
  public static final String TEXT = "text.";

  /// The factor on the guide's cosines.
  public static final String SCALE = "guide.scale";

  private static final double HIGHEST_SCALE = 100;
  private static final double TEXT_DROPOUT = 0.2;
  private static final long WARM_UP = 50;
  private static final double RATE = 1e-3;
  private static final double DECAY = 0.05;
  private static final double SAME_MEANING = 0.8;
  private static final double SAME_DRAWING = 0.97;
  private static final int CHUNK = 1000;
  private static final int TELL_EVERY = 100;
  private static final int FIRST = 10;

  private final Teaching teaching;
  private final int dimension;
  private final BatchPlan plan;
  private final Negatives negatives;
  private final Weights weights = new Weights();
  private final Weights state = new Weights();
  private final GuideHead pictureHead;
  private final TextHead textHead;
  private final AdamW adam;
  private final Tensor nameVectors;

  /// New heads.
  ///
  /// @param mix pictures of each group in a batch
  /// @param hidden width of the picture head's inner layer
  public Guide(Teaching teaching, Map<Group, Integer> mix, int hidden, long seed) {
    this.teaching = teaching;
    this.dimension = teaching.texts().width();
    this.plan = new BatchPlan(teaching.set(), mix, seed, 1);
    this.negatives = new Negatives(teaching.set(), SAME_MEANING, SAME_DRAWING);
    torch.manual_seed(seed);
    try (PointerScope _ = new PointerScope()) {
      pictureHead = new GuideHead(weights, teaching.width(), hidden, dimension);
      textHead = new TextHead(weights, dimension, 2 * dimension, TEXT_DROPOUT);
      weights.learn(SCALE, Tensors.floats(new float[] {(float) Math.log(1 / 0.07)}, 1));
      adam = new AdamW(weights.learned(), state, DECAY);
      float[] names = teaching.nameVectors();
      nameVectors = state.keep("names", Tensors.floats(names, names.length / dimension, dimension));
    }
  }

  /// Learns from the pictures that are not held out.
  ///
  /// @param log where progress is told
  public void learn(long steps, Consumer<String> log) {
    for (long step = 0; step < steps; step++) {
      double rise = Math.min(1, (step + 1.0) / WARM_UP);
      double rate = RATE * rise * (steps - step) / steps;
      try (PointerScope _ = new PointerScope()) {
        Losts lost = losses(plan.at(step));
        lost.pairs().add(lost.names()).backward();
        try (NoGradGuard _ = new NoGradGuard()) {
          adam.step(rate, step + 1);
        }
        weights.forgetGradients();
        if ((step + 1) % TELL_EVERY == 0) {
          log.accept(
              String.format(
                  Locale.ROOT,
                  "guide: step %d of %d, pairs %.3f, names %.3f",
                  step + 1,
                  steps,
                  lost.pairs().item_float(),
                  lost.names().item_float()));
        }
      }
    }
  }

  private record Losts(Tensor pairs, Tensor names) {}

  private Losts losses(Batch batch) {
    int[] rows = batch.pictures();
    int n = rows.length;
    Tensor pictures = pictureHead.embeddings(features(rows), true);
    Tensor texts = Tensors.floats(teaching.texts().gather(batch.texts()), n, dimension);
    Tensor scale = weights.get(SCALE).exp().clamp_max(Tensors.number(HIGHEST_SCALE));
    Tensor limits = Tensors.floats(negatives.limits(batch), n, n);
    Tensor ignored = Losses.sameMeaning(texts, limits);
    Tensor pairs = Losses.softmaxPairs(pictures, textHead.embeddings(texts, true), scale, ignored);
    Tensor names = textHead.embeddings(nameVectors, true);
    Tensor logits = torch.mm(pictures, names.t()).mul(scale);
    Tensor said = Tensors.floats(teaching.names(rows), n, TeacherAnswers.NAMES);
    return new Losts(pairs, Losses.crossEntropy(logits, said, photographs(rows)));
  }

  private Tensor features(int[] rows) {
    return Tensors.floats(teaching.features(rows), rows.length, teaching.width());
  }

  /// 1 where a picture is a photograph: of drawings the teachers know the look, not the name.
  private Tensor photographs(int[] rows) {
    float[] is = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      is[i] = teaching.set().isDrawn(rows[i]) ? 0 : 1;
    }
    return Tensors.floats(is, rows.length);
  }

  /// Where the guide puts pictures, unit rows `[pictures, dimension]`.
  public float[] embeddings(int[] pictures) {
    float[] all = new float[pictures.length * dimension];
    for (int from = 0; from < pictures.length; from += CHUNK) {
      int[] rows = Arrays.copyOfRange(pictures, from, Math.min(pictures.length, from + CHUNK));
      try (PointerScope _ = new PointerScope();
          NoGradGuard _ = new NoGradGuard()) {
        float[] part = Tensors.toFloats(pictureHead.embeddings(features(rows), false));
        System.arraycopy(part, 0, all, from * dimension, part.length);
      }
    }
    return all;
  }

  /// How many of the pictures that are held out come among the first ten of them for their first
  /// text, from 0 to 1.
  public double recall() {
    int[] rows = teaching.set().heldOut();
    int[] texts = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      texts[i] = teaching.set().texts(rows[i])[0];
    }
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      int n = rows.length;
      Tensor pictures = Tensors.floats(embeddings(rows), n, dimension);
      Tensor said = Tensors.floats(teaching.texts().gather(texts), n, dimension);
      Tensor cosines = torch.mm(textHead.embeddings(said, false), pictures.t());
      Tensor nearer = cosines.gt(cosines.diagonal().unsqueeze(1)).sum(1);
      return nearer.lt(Tensors.number(FIRST)).sum().item_double() / n;
    }
  }

  /// Keeps the text head and the scale, which the net that follows takes over.
  public void save(Path file, long steps) {
    StateFile.write(file, head(), steps);
  }

  private Map<String, Tensor> head() {
    Map<String, Tensor> head = weights.all();
    head.keySet().removeIf(name -> !name.startsWith(TEXT) && !name.equals(SCALE));
    return head;
  }

  @Override
  public void close() {
    weights.close();
    state.close();
  }
}
