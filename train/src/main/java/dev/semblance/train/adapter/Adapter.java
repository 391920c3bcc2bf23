package dev.semblance.train.adapter;

import dev.semblance.eval.PictureEmbeddings;
import dev.semblance.eval.files.PairTable.Pair;
import dev.semblance.eval.files.PictureSource;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelFiles;
import dev.semblance.space.Embedding;
import dev.semblance.train.adapter.Examples.Example;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/// Fits a model to one's own pictures: its encoders stay frozen, a small change is learned behind
/// each.
///
/// A text that several pictures share is taken for a label and is also shown in the model's prompt
/// templates. Holds native memory: close it. For one thread.
public final class Adapter implements AutoCloseable {
  private static final String PLACE = "{}";

  private final Model model;
  private final Examples examples;
  private final Vectors images;
  private final Vectors texts;
  private final AdapterLearner learner;
  private final AdapterReport report;

  private Adapter(
      Model model, Examples examples, Vectors images, Vectors texts, AdapterLearner learner) {
    this.model = model;
    this.examples = examples;
    this.images = images;
    this.texts = texts;
    this.learner = learner;
    this.report = measure();
  }

  /// Embeds everything once and trains.
  ///
  /// @param model stays open and is not changed
  /// @param pairs pictures and what is said of them, at least 50 pictures
  /// @param log told of each epoch
  /// @throws IllegalArgumentException when there are too few pictures, or one is missing
  public static Adapter train(
      Model model,
      PictureSource source,
      List<Pair> pairs,
      AdapterSettings settings,
      PrintStream log) {
    Examples examples = templated(Examples.split(pairs, settings.seed()), model);
    SequencedSet<String> files = new LinkedHashSet<>();
    pairs.forEach(pair -> files.add(pair.file()));
    Vectors images = new Vectors(model.space().dimension());
    Map<String, Embedding> embedded = PictureEmbeddings.of(model, source, files, _ -> {});
    embedded.forEach(images::put);
    Vectors texts = texts(model, examples);
    double scale = model.card().scoring().scale();
    AdapterLearner learner = new AdapterLearner(settings, images, texts, scale);
    for (AdapterLearner.Epoch epoch : learner.run(examples)) {
      log.printf(
          java.util.Locale.ROOT,
          "epoch %d: loss %.4f, dev %.4f%n",
          epoch.number(),
          epoch.training(),
          epoch.dev());
    }
    return new Adapter(model, examples, images, texts, learner);
  }

  /// Labels are shown in the model's templates too; what is measured stays as it was written.
  private static Examples templated(Examples plain, Model model) {
    Set<String> once = new LinkedHashSet<>();
    Set<String> labels = new LinkedHashSet<>();
    for (List<Example> part : List.of(plain.training(), plain.dev(), plain.heldOut())) {
      for (Example example : part) {
        example.texts().stream().filter(text -> !once.add(text)).forEach(labels::add);
      }
    }
    List<String> templates = model.card().promptTemplates();
    List<Example> training = new ArrayList<>();
    for (Example example : plain.training()) {
      List<String> more = new ArrayList<>(example.texts());
      for (String text : example.texts()) {
        if (labels.contains(text)) {
          templates.forEach(template -> more.add(template.replace(PLACE, text)));
        }
      }
      training.add(new Example(example.file(), more));
    }
    return new Examples(training, plain.dev(), plain.heldOut());
  }

  private static Vectors texts(Model model, Examples examples) {
    SequencedSet<String> distinct = new LinkedHashSet<>();
    for (List<Example> part : List.of(examples.training(), examples.dev(), examples.heldOut())) {
      part.forEach(example -> distinct.addAll(example.texts()));
    }
    List<String> order = List.copyOf(distinct);
    List<Embedding> embedded =
        model.requireText().embed(order.stream().map(Input.Text::new).toList());
    Vectors vectors = new Vectors(model.space().dimension());
    for (int i = 0; i < order.size(); i++) {
      vectors.put(order.get(i), embedded.get(i));
    }
    return vectors;
  }

  /// What was gained on the pictures held out.
  public AdapterReport report() {
    return report;
  }

  /// Writes the adapted model: the files of the one it was made from, a head behind each encoder,
  /// and a card with its own name and lineage. Its space is another, so libraries of the old model
  /// refuse it until they are indexed again.
  ///
  /// @param files of the model this was trained on
  /// @param folder must be absent or empty
  public void write(ModelFiles files, Path folder, String name) {
    new AdaptedModel(model.card(), files, learner.weights(), learner.scale())
        .write(folder, name, report);
  }

  private AdapterReport measure() {
    List<Example> held = examples.heldOut();
    SequencedSet<String> distinct = new LinkedHashSet<>();
    held.forEach(example -> distinct.addAll(example.texts()));
    List<String> candidates = List.copyOf(distinct);
    float[] pictures = images.gather(held.stream().map(Example::file).toList());
    float[] said = texts.gather(candidates);
    boolean[] before = right(held, candidates, pictures, said);
    boolean[] after =
        right(held, candidates, learner.changed(true, pictures), learner.changed(false, said));
    return AdapterReport.of(before, after, candidates.size());
  }

  private boolean[] right(
      List<Example> held, List<String> candidates, float[] pictures, float[] said) {
    int width = images.dimension();
    boolean[] right = new boolean[held.size()];
    for (int i = 0; i < right.length; i++) {
      double own = Double.NEGATIVE_INFINITY;
      double other = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < candidates.size(); j++) {
        double dot = 0;
        for (int k = 0; k < width; k++) {
          dot += (double) pictures[i * width + k] * said[j * width + k];
        }
        if (held.get(i).texts().contains(candidates.get(j))) {
          own = Math.max(own, dot);
        } else {
          other = Math.max(other, dot);
        }
      }
      right[i] = own > other;
    }
    return right;
  }

  @Override
  public void close() {
    learner.close();
  }
}
