package dev.semblance.train.adapter;

import dev.semblance.train.adapter.Examples.Example;
import dev.semblance.train.net.AdamW;
import dev.semblance.train.net.Losses;
import dev.semblance.train.net.ResidualAdapter;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.net.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// Learns both sides' adapters from embeddings, with CLIP's loss, and keeps the weights of the
/// epoch that did best on the dev split.
///
/// Holds native memory: close it. For one thread.
final class AdapterLearner implements AutoCloseable {
  private static final double HIGHEST_SCALE = 100;

  private final AdapterSettings settings;
  private final Vectors images;
  private final Vectors texts;
  private final Weights weights = new Weights();
  private final Weights state = new Weights();
  private final ResidualAdapter imageSide;
  private final ResidualAdapter textSide;
  private final AdamW adam;
  private Map<String, float[]> best = new HashMap<>();
  private long steps;

  /// @param scale the factor on the cosines to begin with
  AdapterLearner(AdapterSettings settings, Vectors images, Vectors texts, double scale) {
    this.settings = settings;
    this.images = images;
    this.texts = texts;
    torch.manual_seed(settings.seed());
    try (PointerScope _ = new PointerScope()) {
      int width = images.dimension();
      imageSide = new ResidualAdapter(weights, "image", width, settings.hidden());
      textSide = new ResidualAdapter(weights, "text", width, settings.hidden());
      float start = (float) Math.log(Math.clamp(scale, 1, HIGHEST_SCALE));
      weights.learn("scale", Tensors.floats(new float[] {start}, 1));
      adam = new AdamW(weights.learned(), state, settings.decay());
    }
    remember();
  }

  /// What an epoch came to.
  ///
  /// @param number from 1
  /// @param training mean loss of its batches
  /// @param dev loss on the dev split afterwards
  record Epoch(int number, double training, double dev) {}

  /// Learns until it gets no better.
  ///
  /// @return all epochs, the kept one among them
  List<Epoch> run(Examples examples) {
    SplittableRandom random = new SplittableRandom(settings.seed());
    List<Example> order = new ArrayList<>(examples.training());
    List<Epoch> epochs = new ArrayList<>();
    double least = devLoss(examples.dev());
    int waited = 0;
    for (int epoch = 1; epoch <= settings.epochs() && waited < settings.patience(); epoch++) {
      double training = epoch(order, random);
      double dev = devLoss(examples.dev());
      epochs.add(new Epoch(epoch, training, dev));
      waited = dev < least ? 0 : waited + 1;
      if (dev < least) {
        least = dev;
        remember();
      }
    }
    return epochs;
  }

  private double epoch(List<Example> order, SplittableRandom random) {
    for (int i = order.size() - 1; i > 0; i--) {
      java.util.Collections.swap(order, i, random.nextInt(i + 1));
    }
    double sum = 0;
    int batches = 0;
    for (int from = 0; from + 2 <= order.size(); from += settings.batch()) {
      List<Example> batch = order.subList(from, Math.min(order.size(), from + settings.batch()));
      List<String> said =
          batch.stream().map(e -> e.texts().get(random.nextInt(e.texts().size()))).toList();
      try (PointerScope _ = new PointerScope()) {
        Tensor loss = loss(batch, said, true);
        loss.backward();
        try (NoGradGuard _ = new NoGradGuard()) {
          adam.step(settings.rate(), ++steps);
        }
        weights.forgetGradients();
        sum += loss.item_float();
        batches++;
      }
    }
    return sum / Math.max(1, batches);
  }

  private double devLoss(List<Example> dev) {
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      List<String> said = dev.stream().map(example -> example.texts().getFirst()).toList();
      return loss(dev, said, false).item_float();
    }
  }

  private Tensor loss(List<Example> batch, List<String> said, boolean training) {
    int n = batch.size();
    int width = images.dimension();
    List<String> files = batch.stream().map(Example::file).toList();
    Tensor image = imageSide.change(Tensors.floats(images.gather(files), n, width), training);
    Tensor text = textSide.change(Tensors.floats(texts.gather(said), n, width), training);
    Tensor scale = weights.get("scale").exp().clamp_max(Tensors.number(HIGHEST_SCALE));
    return Losses.softmaxPairs(image, text, scale, shared(batch, said));
  }

  /// Other places of a batch whose text tells of the picture too are no negatives.
  private static Tensor shared(List<Example> batch, List<String> said) {
    int n = batch.size();
    float[] shared = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        shared[i * n + j] = i != j && batch.get(i).texts().contains(said.get(j)) ? 1 : 0;
      }
    }
    return Tensors.floats(shared, n, n).gt(Tensors.number(0.5));
  }

  /// The changed embeddings of rows, by the remembered weights.
  float[] changed(boolean ofImages, float[] rows) {
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      recall();
      int width = images.dimension();
      Tensor tensor = Tensors.floats(rows, rows.length / width, width);
      return Tensors.toFloats((ofImages ? imageSide : textSide).change(tensor, false));
    }
  }

  /// The remembered weights.
  Weights weights() {
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      recall();
    }
    return weights;
  }

  /// The learned factor on the cosines.
  double scale() {
    return Math.min(HIGHEST_SCALE, Math.exp(Tensors.toFloats(weights().get("scale"))[0]));
  }

  private void remember() {
    best = new HashMap<>();
    weights.learned().forEach((name, tensor) -> best.put(name, Tensors.toFloats(tensor)));
  }

  private void recall() {
    weights
        .learned()
        .forEach((name, tensor) -> {
          float[] values = best.getOrDefault(name, new float[0]);
          tensor.detach().copy_(Tensors.floats(values, Tensors.shape(tensor)));
        });
  }

  @Override
  public void close() {
    weights.close();
    state.close();
  }
}
