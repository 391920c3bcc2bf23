package dev.semblance.train;

import dev.semblance.train.export.NetImport;
import dev.semblance.train.guide.Guide;
import dev.semblance.train.net.AdamW;
import dev.semblance.train.net.AveragedWeights;
import dev.semblance.train.net.Losses;
import dev.semblance.train.net.Muon;
import dev.semblance.train.net.NetShape;
import dev.semblance.train.net.PictureParts;
import dev.semblance.train.net.Precision;
import dev.semblance.train.net.ResidualNet;
import dev.semblance.train.net.ResidualNet.Statistics;
import dev.semblance.train.net.StateFile;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.net.TextHead;
import dev.semblance.train.net.Weights;
import dev.semblance.train.run.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// Both sides of the model with their optimisers: takes a step's tensors, learns from them, and
/// keeps its whole state in a file.
///
/// Holds native memory: close it. For one thread.
final class Learner implements AutoCloseable {
  /// The learned factor on the cosines stops here, as CLIP's does.
  static final double HIGHEST_SCALE = 100;

  private static final double TEXT_DROPOUT = 0.1;
  private static final double SOFTMAX_SCALE = 1 / 0.07;
  private static final double SIGMOID_SCALE = 10;
  private static final double SIGMOID_BIAS = -10;

  private final Settings settings;
  private final Weights weights = new Weights();
  private final Weights optimiserState = new Weights();
  private final ResidualNet net;
  private final TextHead textHead;
  private final Muon muon;
  private final AdamW adam;
  private final Optional<PictureParts> parts;
  private final Optional<AveragedWeights> averages;

  Learner(Settings settings, NetShape shape) {
    this.settings = settings;
    torch.set_num_threads(settings.machine().threads());
    torch.manual_seed(settings.seed());
    boolean softmax = settings.goals().pairs() == Settings.Pairs.SOFTMAX;
    try (PointerScope _ = new PointerScope()) {
      net = new ResidualNet(shape, weights);
      textHead = new TextHead(weights, shape.dimension(), 2 * shape.dimension(), TEXT_DROPOUT);
      if (settings.goals().guide().any()) {
        weights.freeze(Guide.TEXT);
        weights.keep(Guide.SCALE, one(Math.log(SOFTMAX_SCALE)));
      }
      weights.learn("pairs.scale", one(Math.log(softmax ? SOFTMAX_SCALE : SIGMOID_SCALE)));
      if (!softmax) {
        weights.learn("pairs.bias", one(SIGMOID_BIAS));
      }
      Map<String, Tensor> banks = new LinkedHashMap<>(weights.learned());
      banks.values().removeIf(tensor -> tensor.dim() != 4);
      Map<String, Tensor> rest = new LinkedHashMap<>(weights.learned());
      rest.keySet().removeAll(banks.keySet());
      boolean half = settings.machine().half();
      Settings.Optimising optimising = settings.optimising();
      muon = new Muon(banks, optimiserState, half);
      adam = new AdamW(rest, optimiserState, optimising.decay());
      parts =
          Optional.of(optimising.accumulate())
              .filter(count -> count > 1)
              .map(count -> new PictureParts(net, count, half));
      averages =
          Optional.of(optimising.average())
              .filter(horizon -> horizon > 0)
              .map(horizon -> new AveragedWeights(weights, horizon));
    }
  }

  private static Tensor one(double value) {
    return Tensors.floats(new float[] {(float) value}, 1);
  }

  /// A step's numbers.
  ///
  /// @param pixels float32 `[n, 3, side, side]`
  /// @param texts unit vectors `[n, d]` of the frozen text encoder
  /// @param limits `[n, n]`, see [Losses#sameMeaning]
  /// @param teacher what the teacher said
  /// @param guide where the guide puts the pictures `[n, d]`, where there is one
  record Example(
      Tensor pixels, Tensor texts, Tensor limits, Answers teacher, Optional<Tensor> guide) {}

  /// What the teacher said.
  ///
  /// @param known 0 or 1 for each picture `[n]`
  /// @param features standardised `[n, teacher]`
  /// @param names distribution over the names `[n, names]`
  /// @param nameTexts unit vectors of the names `[names, d]`
  record Answers(Tensor known, Tensor features, Tensor names, Tensor nameTexts) {}

  /// The losses of a step, before it was taken.
  ///
  /// @param guide one minus the cosine to where the guide puts the pictures; 0 without one
  record Lost(
      double total, double pairs, double features, double names, double guide, double scale) {}

  NetShape shape() {
    return net.shape();
  }

  Weights weights() {
    return weights;
  }

  /// The averaged weights, where the settings ask for them.
  Optional<AveragedWeights> averages() {
    return averages;
  }

  /// Learns from one batch.
  Lost learn(long step, Example example) {
    Lost lost = findGradients(step, example);
    double rate = settings.schedule(step);
    Settings.Optimising optimising = settings.optimising();
    try (NoGradGuard _ = new NoGradGuard()) {
      muon.step(optimising.convolutionRate() * rate);
      adam.step(optimising.rate() * rate, step + 1);
    }
    weights.forgetGradients();
    averages.ifPresent(all -> all.add(step + 1));
    return lost;
  }

  /// Adds the gradients of one batch's losses to those of the weights.
  Lost findGradients(long step, Example example) {
    // The inputs dropped at this step depend on its number alone, so that a resumed run is the
    // same.
    torch.manual_seed(settings.seed() * 1_000_003 + step);
    if (parts.isPresent()) {
      Tensor features = parts.get().features(example.pixels());
      Lost lost = behindTheNet(features, example);
      parts.get().backward(example.pixels(), features);
      return lost;
    }
    Tensor features;
    try (Precision _ = new Precision(settings.machine().half())) {
      features = net.features(example.pixels(), Statistics.OF_BATCH_AND_KEPT);
    }
    return behindTheNet(features, example);
  }

  /// The losses of features and texts, and their gradients down to the features or further.
  private Lost behindTheNet(Tensor features, Example example) {
    Settings.Goals goals = settings.goals();
    Tensor scale = weights.get("pairs.scale").exp().clamp_max(Tensors.number(HIGHEST_SCALE));
    Tensor images = net.embeddings(features);
    Tensor ignored = Losses.sameMeaning(example.texts(), example.limits());
    Tensor texts = textHead.embeddings(example.texts(), !goals.guide().any());
    Tensor pairs = pairLoss(images, texts, ignored, scale);
    Tensor total = pairs.mul(Tensors.number(goals.pairWeight()));
    Tensor distance = one(0);
    Tensor naming = one(0);
    Tensor astray = one(0);
    Answers teacher = example.teacher();
    if (goals.featureWeight() > 0) {
      Tensor guess = net.teacherGuess(features);
      distance = Losses.cosineDistance(guess, teacher.features(), teacher.known());
      total = total.add(distance.mul(Tensors.number(goals.featureWeight())));
    }
    if (goals.nameWeight() > 0) {
      Tensor names = textHead.embeddings(teacher.nameTexts(), false);
      Tensor logits = torch.mm(images, names.t()).mul(scale);
      naming = Losses.crossEntropy(logits, teacher.names(), teacher.known());
      total = total.add(naming.mul(Tensors.number(goals.nameWeight())));
    }
    if (goals.guide().any()) {
      Tensor guide = example.guide().orElseThrow();
      astray = Losses.cosineDistance(images, guide, torch.ones(images.size(0)));
      Tensor wanted = torch.mm(guide, texts.t()).mul(weights.get(Guide.SCALE).exp());
      Tensor order = Losses.sameOrder(torch.mm(images, texts.t()).mul(scale), wanted);
      total =
          total
              .add(astray.mul(Tensors.number(goals.guide().place())))
              .add(order.mul(Tensors.number(goals.guide().order())));
    }
    total.backward();
    return new Lost(
        total.item_float(),
        pairs.item_float(),
        distance.item_float(),
        naming.item_float(),
        astray.item_float(),
        scale.item_float());
  }

  private Tensor pairLoss(Tensor images, Tensor embedded, Tensor ignored, Tensor scale) {
    return switch (settings.goals().pairs()) {
      case SOFTMAX -> Losses.softmaxPairs(images, embedded, scale, ignored);
      case SIGMOID ->
          Losses.sigmoidPairs(images, embedded, scale, weights.get("pairs.bias"), ignored);
    };
  }

  /// Takes over a guide's text head and scale, as [Guide#save] keeps them.
  void follow(Path guide) {
    Map<String, Tensor> head = weights.all();
    head.keySet().removeIf(name -> !name.startsWith(Guide.TEXT) && !name.equals(Guide.SCALE));
    try (NoGradGuard _ = new NoGradGuard()) {
      StateFile.read(guide, head);
    }
  }

  /// Takes over an exported picture net.
  ///
  /// @param model the ONNX file
  /// @param pixels of a first batch, float32 `[n, 3, side, side]`, see [ResidualNet#settle]
  /// @throws IllegalArgumentException when it is of another shape
  void goOnFrom(byte[] model, Tensor pixels) {
    try (NoGradGuard _ = new NoGradGuard()) {
      NetImport.into(weights, model);
      net.settle(pixels);
      averages.ifPresent(AveragedWeights::restart);
    }
  }

  /// The embeddings of pictures `[n, d]`, with the kept statistics and no gradient.
  Tensor embedImages(Tensor pixels) {
    try (NoGradGuard _ = new NoGradGuard();
        Precision _ = new Precision(settings.machine().half())) {
      Tensor features = net.features(pixels, Statistics.KEPT);
      torch.set_autocast_enabled(torch.DeviceType.CPU, false);
      return net.embeddings(features);
    }
  }

  /// The embeddings of text vectors `[n, d]`, with no gradient.
  Tensor embedTexts(Tensor vectors) {
    try (NoGradGuard _ = new NoGradGuard()) {
      return textHead.embeddings(vectors, false);
    }
  }

  /// What there is without averages.
  private Map<String, Tensor> rawState() {
    Map<String, Tensor> state = weights.all();
    state.putAll(optimiserState.all());
    return state;
  }

  /// Keeps everything needed to go on from the start of `step`.
  void save(Path file, long step) {
    Map<String, Tensor> state = rawState();
    averages.ifPresent(all -> state.putAll(all.state()));
    StateFile.write(file, state, step);
  }

  /// Goes back to a kept state. Where it has no averages and the settings ask for them, they begin
  /// from its weights.
  ///
  /// @return the step to go on with
  long load(Path file) {
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      long step = StateFile.read(file, rawState());
      averages.ifPresent(all -> {
        if (StateFile.has(file, all.state().keySet())) {
          StateFile.read(file, all.state());
        } else {
          all.restart();
        }
      });
      return step;
    }
  }

  /// Takes only what the model is made of from a kept state, not what training needs besides.
  void loadWeights(Path file) {
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      StateFile.read(file, weights.all());
    }
  }

  @Override
  public void close() {
    weights.close();
    optimiserState.close();
    averages.ifPresent(AveragedWeights::close);
  }
}
