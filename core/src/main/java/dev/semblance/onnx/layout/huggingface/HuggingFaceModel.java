package dev.semblance.onnx.layout.huggingface;

import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.ImageSide;
import dev.semblance.model.ModelCard.Pooling;
import dev.semblance.model.ModelCard.TextSide;
import dev.semblance.model.ModelCard.VariantFile;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.graph.TensorPort;
import dev.semblance.onnx.layout.config.Family;
import dev.semblance.onnx.layout.config.HuggingFacePictures;
import dev.semblance.onnx.layout.config.HuggingFaceTexts;
import dev.semblance.onnx.layout.file.Dimensions;
import dev.semblance.onnx.layout.file.GraphFiles;
import dev.semblance.onnx.layout.file.JsonFiles;
import dev.semblance.onnx.layout.file.Ports;
import dev.semblance.onnx.layout.file.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Translates a model exported for transformers: `text_model.onnx` and `vision_model.onnx`, or both
/// in one `model.onnx`, or the two towers and the joint graph side by side.
///
/// Used once, by one thread.
final class HuggingFaceModel {
  private final ModelFiles files;
  private final Place place;
  private final JsonFields config;
  private final HuggingFaceTexts tokenizer;
  private final Family family;
  private final List<String> notes = new ArrayList<>();
  private Optional<String> textMissing = Optional.empty();

  HuggingFaceModel(ModelFiles files, Place place) {
    this.files = files;
    this.place = place;
    this.config = JsonFiles.read(files, place.config + "config.json");
    this.tokenizer = new HuggingFaceTexts(files, place.tokenizer);
    this.family = Family.of(config, tokenizer.config());
  }

  Translation translate(String name) {
    List<VariantFile> joint = GraphFiles.firstOf(files, place.bases("model"));
    Optional<Tower> text =
        tower(GraphFiles.firstOf(files, place.bases("text_model")), joint, this::textPort);
    Optional<Tower> image =
        tower(GraphFiles.firstOf(files, place.bases("vision_model")), joint, Ports::pixels);
    Optional<TensorPort> textOutput =
        text.map(tower -> output(tower, family.texts().outputs(), "text"));
    Optional<TensorPort> imageOutput =
        image.map(tower -> output(tower, family.imageOutputs(), "picture"));
    if (textOutput.isEmpty() && imageOutput.isEmpty()) {
      throw new ModelException(
          files.name()
              + ": its networks take neither token ids nor pictures; fetch another export");
    }
    Optional<TextSide> texts = text.flatMap(tower -> textSide(tower, textOutput.orElseThrow()));
    if (texts.isEmpty() && image.isEmpty()) {
      throw new ModelException(files.name() + ": " + tokenizer.missing());
    }
    int dimension = Dimensions.of(files.name(), textOutput, imageOutput, configuredDimension());
    ModelCard card =
        new ModelCard(
            name,
            family.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + " by its files",
            dimension,
            texts,
            image.map(tower -> imageSide(tower, imageOutput.orElseThrow())),
            family.scoring(config),
            List.of(),
            "unknown",
            List.of(),
            List.of(),
            truncations(dimension));
    return new Translation(card, notes, jointGraph(joint), textMissing);
  }

  /// A network for one modality: its own, else the joint one if that takes it.
  private Optional<Tower> tower(
      List<VariantFile> own,
      List<VariantFile> joint,
      java.util.function.Function<OnnxGraph, Optional<TensorPort>> input) {
    List<VariantFile> variants = own.isEmpty() ? joint : own;
    if (variants.isEmpty()) {
      return Optional.empty();
    }
    OnnxGraph graph = OnnxGraph.read(files, variants.getFirst().file());
    return input.apply(graph).map(port -> new Tower(variants, graph, port));
  }

  private Optional<TensorPort> textPort(OnnxGraph graph) {
    return Ports.ids(graph);
  }

  private TensorPort output(Tower tower, List<String> names, String what) {
    TensorPort port = Ports.output(tower.graph, names, files.name() + "/" + tower.file());
    if (port.rank() != 2) {
      throw new ModelException(
          files.name()
              + "/"
              + tower.file()
              + ": output "
              + port
              + " is not one vector a "
              + what
              + "; it must be [batch, dimension]");
    }
    return port;
  }

  private Optional<TextSide> textSide(Tower tower, TensorPort output) {
    Optional<String> file = tokenizer.tokenizerFile();
    if (file.isEmpty()) {
      textMissing = Optional.of(tokenizer.missing());
      return Optional.empty();
    }
    return Optional.of(
        new TextSide(
            tower.graph(output),
            file.get(),
            tokenizer.spec(family.texts(), config.optionalObject("text_config"), tower.input),
            ""));
  }

  private ImageSide imageSide(Tower tower, TensorPort output) {
    String file = place.config + "preprocessor_config.json";
    if (!files.has(file)) {
      throw new ModelException(
          files.name() + "/" + file + ": is missing; it says how pictures are prepared; fetch it");
    }
    return new ImageSide(
        tower.graph(output), HuggingFacePictures.read(JsonFiles.read(files, file)));
  }

  /// jina's config lists what its models were trained to be cut to.
  private List<Integer> truncations(int dimension) {
    return config.integers("matryoshka_dimensions").stream()
        .filter(shorter -> shorter < dimension)
        .toList();
  }

  private Optional<Integer> configuredDimension() {
    return config.optionalInteger("projection_dim");
  }

  private Optional<Translation.JointGraph> jointGraph(List<VariantFile> joint) {
    if (joint.isEmpty()) {
      return Optional.empty();
    }
    String file = joint.getFirst().file();
    OnnxGraph graph = OnnxGraph.read(files, file);
    Optional<TensorPort> ids = Ports.ids(graph);
    Optional<TensorPort> pixels = Ports.pixels(graph);
    if (ids.isEmpty() || pixels.isEmpty() || graph.output("logits_per_image").isEmpty()) {
      return Optional.empty();
    }
    String called = files.name() + "/" + file;
    return Optional.of(
        new Translation.JointGraph(
            file,
            ids.get().name(),
            pixels.get().name(),
            "logits_per_image",
            Ports.output(graph, family.texts().outputs(), called).name(),
            Ports.output(graph, family.imageOutputs(), called).name()));
  }

  /// Where the parts lie, each `` or with a slash at its end.
  ///
  /// @param graphs folders of networks, the likeliest first
  /// @param config folder of `config.json` and `preprocessor_config.json`
  /// @param tokenizer folder of the tokenizer
  record Place(List<String> graphs, String config, String tokenizer) {
    List<String> bases(String network) {
      return graphs.stream().map(folder -> folder + network).toList();
    }
  }

  private record Tower(List<VariantFile> variants, OnnxGraph graph, TensorPort input) {
    String file() {
      return variants.getFirst().file();
    }

    Graph graph(TensorPort output) {
      return new Graph(
          variants, input.name(), output.name(), Pooling.NONE, false, Optional.empty());
    }
  }
}
