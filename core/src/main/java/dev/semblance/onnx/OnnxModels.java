package dev.semblance.onnx;

import dev.semblance.image.Preprocessing;
import dev.semblance.model.FolderFiles;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.model.UserFolders;
import dev.semblance.onnx.encoder.JointScoring;
import dev.semblance.onnx.layout.Layouts;
import dev.semblance.onnx.layout.file.Translation;
import dev.semblance.onnx.layout.file.Translation.JointGraph;
import dev.semblance.onnx.session.NativeRuntime;
import dev.semblance.onnx.session.Networks;
import dev.semblance.onnx.session.Processor;
import dev.semblance.onnx.session.Settings;
import dev.semblance.space.EmbeddingSpace;
import dev.semblance.space.Fingerprint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Opens models whose networks are ONNX files, whatever the layout. Stateless, safe for many
/// threads.
///
/// Opening reads what the files say about themselves and takes milliseconds; a network is opened
/// when it is first run, so that searching by text never loads the picture network. Two things are
/// kept in the user's cache: hashes of large files, and copies of networks that open faster. They
/// may be deleted at any time.
///
/// The name of the space is the model's, with the variant behind it where the model has several:
/// `clip-vit-base-patch32/int8`. Variants are different spaces, and so are embeddings cut to their
/// first components: `jina-clip-v2/fp32/first-64`.
public final class OnnxModels {
  private OnnxModels() {}

  /// Opens a model from a folder.
  ///
  /// @throws ModelException when it is not understood or broken; the message says what was found
  public static Model open(Path folder, OpenOptions options) {
    return open(new FolderFiles(folder), options);
  }

  /// Opens a model from its files.
  ///
  /// @throws ModelException when it is not understood or broken; the message says what was found
  public static Model open(ModelFiles files, OpenOptions options) {
    Translation translation = Layouts.translate(files);
    ModelCard card = named(translation.card(), options.name());
    int threads = options.threads() == 0 ? Processor.cores() : options.threads();
    Settings settings = new Settings(threads, UserFolders.current().cache(), true);
    Networks networks = new Networks(card.name(), files, settings);
    VariantChoice choice = VariantChoice.of(card, options.variant());
    CardCheck.check(card, choice, networks);
    List<String> notes = new ArrayList<>(translation.notes());
    notes.addFirst(choice.reason());
    translation.textMissing().ifPresent(reason -> notes.add("no texts: " + reason));
    ModelCard scored = card.withScoring(scoring(card, translation.joint(), networks, notes));
    EmbeddingSpace space = cut(scored, space(scored, choice, networks), options.dimension());
    return new OnnxModel(
        new OnnxModel.Opening(scored, choice, List.copyOf(notes), translation.textMissing()),
        networks,
        space);
  }

  /// What a model's files say, without opening it; scale and bias may come from a table that
  /// opening would replace by the network's own.
  ///
  /// @throws ModelException when they are not understood or broken
  public static ModelCard describe(ModelFiles files) {
    return Layouts.translate(files).card();
  }

  /// Loads ONNX Runtime now, if it is not loaded yet; takes about 0.15 s of a core. A program in a
  /// hurry calls it on a thread of its own while it does something else.
  public static void loadRuntime() {
    NativeRuntime.load();
  }

  private static ModelCard named(ModelCard card, String name) {
    return name.isBlank() ? card : card.withName(name);
  }

  private static EmbeddingSpace space(ModelCard card, VariantChoice choice, Networks networks) {
    String name =
        VariantChoice.names(card).size() == 1 ? card.name() : card.name() + "/" + choice.label();
    return new EmbeddingSpace(
        name, new SpaceFingerprint(networks).of(card, choice), card.dimension());
  }

  /// The space of the first components alone, where they are wanted: another one, and named so.
  private static EmbeddingSpace cut(ModelCard card, EmbeddingSpace whole, int dimension) {
    if (dimension == OpenOptions.ALL || dimension == card.dimension()) {
      return whole;
    }
    if (!card.truncations().contains(dimension)) {
      throw new ModelException(
          card.name()
              + ": embeddings cannot be cut to "
              + dimension
              + " numbers; allowed: "
              + Stream.concat(card.truncations().stream(), Stream.of(card.dimension()))
                  .map(String::valueOf)
                  .collect(Collectors.joining(", ")));
    }
    String fingerprint =
        new Fingerprint()
            .part("of", whole.fingerprint())
            .part("first", Integer.toString(dimension))
            .hex();
    return new EmbeddingSpace(whole.name() + "/first-" + dimension, fingerprint, dimension);
  }

  private static Scoring scoring(
      ModelCard card, Optional<JointGraph> joint, Networks networks, List<String> notes) {
    if (joint.isEmpty() || card.image().isEmpty()) {
      return card.scoring();
    }
    Preprocessing size = card.image().get().preprocessing();
    try {
      ScoringCache cache = new ScoringCache(UserFolders.current().cache());
      return cache.get(
          networks.weights(joint.get().file()),
          card.scoring(),
          () ->
              JointScoring.measure(
                  networks, joint.get(), card.scoring().link(), size.height(), size.width()));
    } catch (ModelException e) {
      notes.add("scale and bias could not be read from the joint network: " + e.getMessage());
      return card.scoring();
    }
  }
}
