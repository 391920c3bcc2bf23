package dev.semblance.onnx.layout.huggingface;

import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.ImageSide;
import dev.semblance.model.ModelCard.Link;
import dev.semblance.model.ModelCard.Pooling;
import dev.semblance.model.ModelCard.Scoring;
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
import dev.semblance.onnx.layout.file.Layout;
import dev.semblance.onnx.layout.file.Ports;
import dev.semblance.onnx.layout.file.Translation;
import dev.semblance.text.TokenizerSpec.Cleaning;
import java.util.List;
import java.util.Optional;

/// nomic's pair: nomic-embed-vision and nomic-embed-text, two repositories of one space, side by
/// side in one folder; each also alone.
///
/// Pictures are the first state; texts, behind the prefix `search_query: `, are the mean of the
/// states, centred and scaled (the models' own cards).
public final class NomicLayout implements Layout {
  private static final String STATES = "last_hidden_state";
  private static final Family.Texts TEXTS =
      new Family.Texts(List.of(STATES), 8192, false, Family.Padding.TOKEN, Cleaning.NONE);

  @Override
  public String description() {
    return "folders of nomic-embed-vision and nomic-embed-text side by side";
  }

  @Override
  public Optional<Translation> translate(ModelFiles files) {
    List<Part> parts =
        files.list().stream()
            .filter(file -> file.equals("config.json") || file.matches("[^/]+/config.json"))
            .map(file -> file.substring(0, file.length() - "config.json".length()))
            .flatMap(folder -> part(files, folder).stream())
            .toList();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Optional<Part> text = parts.stream().filter(part -> !part.pictures).findFirst();
    Optional<Part> image = parts.stream().filter(part -> part.pictures).findFirst();
    int dimension =
        Dimensions.of(
            files.name(), text.map(Part::output), image.map(Part::output), Optional.empty());
    Optional<HuggingFaceTexts> tokenizer =
        text.map(part -> new HuggingFaceTexts(files, part.folder));
    Optional<String> missing =
        tokenizer.filter(found -> found.tokenizerFile().isEmpty()).map(HuggingFaceTexts::missing);
    if (missing.isPresent() && image.isEmpty()) {
      throw new ModelException(files.name() + ": " + missing.get());
    }
    ModelCard card =
        new ModelCard(
            files.name(),
            "nomic-embed by its files",
            dimension,
            text.flatMap(part -> part.textSide(tokenizer.orElseThrow())),
            image.map(part -> part.imageSide(files)),
            new Scoring(Link.SOFTMAX, 1, 0, "family"),
            List.of(),
            "unknown",
            List.of(),
            List.of(),
            List.of());
    return Optional.of(new Translation(card, List.of(), Optional.empty(), missing));
  }

  private static Optional<Part> part(ModelFiles files, String folder) {
    List<VariantFile> variants =
        GraphFiles.firstOf(files, List.of(folder + "onnx/model", folder + "model"));
    if (variants.isEmpty()) {
      return Optional.empty();
    }
    JsonFields config = JsonFiles.read(files, folder + "config.json");
    if (!config.optionalString("model_type").equals(Optional.of("nomic_bert"))) {
      return Optional.empty();
    }
    String file = variants.getFirst().file();
    OnnxGraph graph = OnnxGraph.read(files, file);
    TensorPort output = Ports.output(graph, List.of(STATES), files.name() + "/" + file);
    Optional<TensorPort> pixels = Ports.pixels(graph);
    TensorPort input =
        pixels
            .or(() -> Ports.ids(graph))
            .orElseThrow(() ->
                new ModelException(
                    files.name()
                        + "/"
                        + file
                        + ": takes neither token ids nor pictures; its inputs are "
                        + graph.inputs()));
    return Optional.of(new Part(folder, config, variants, input, output, pixels.isPresent()));
  }

  private record Part(
      String folder,
      JsonFields config,
      List<VariantFile> variants,
      TensorPort input,
      TensorPort output,
      boolean pictures) {

    Optional<TextSide> textSide(HuggingFaceTexts tokenizer) {
      return tokenizer
          .tokenizerFile()
          .map(file ->
              new TextSide(
                  graph(Pooling.MEAN, true),
                  file,
                  tokenizer.spec(TEXTS, Optional.of(config), input),
                  "search_query: "));
    }

    ImageSide imageSide(ModelFiles files) {
      JsonFields rule = JsonFiles.read(files, folder + "preprocessor_config.json");
      return new ImageSide(graph(Pooling.FIRST, false), HuggingFacePictures.read(rule));
    }

    private Graph graph(Pooling pooling, boolean layerNorm) {
      return new Graph(variants, input.name(), output.name(), pooling, layerNorm, Optional.empty());
    }
  }
}
