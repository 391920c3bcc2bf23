package dev.semblance.onnx.layout.openclip;

import dev.semblance.image.Preprocessing;
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
import dev.semblance.onnx.layout.config.HuggingFaceTexts;
import dev.semblance.onnx.layout.file.Ports;
import dev.semblance.onnx.layout.file.Translation;
import dev.semblance.text.TokenizerSpec;
import dev.semblance.text.TokenizerSpec.Cleaning;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Translates a model of open_clip: one network for pictures, one for texts, and open_clip's own
/// `model_cfg`. Used once, by one thread.
///
/// Without a joint graph the scale is that of the published models: 100, and for those with
/// `init_logit_bias` (SigLIP's loss) SigLIP's.
final class OpenClipModel {
  private static final List<String> OUTPUTS =
      List.of(
          "embedding",
          "output",
          "text_embeds",
          "image_embeds",
          "text_features",
          "image_features",
          "text_embedding",
          "image_embedding");

  private final ModelFiles files;
  private final JsonFields modelConfig;
  private final Parts parts;
  private Optional<String> textMissing = Optional.empty();

  OpenClipModel(ModelFiles files, JsonFields modelConfig, Parts parts) {
    this.files = files;
    this.modelConfig = modelConfig;
    this.parts = parts;
  }

  Translation translate() {
    Optional<Graph> visual = graph(parts.visual, true);
    Optional<Graph> textual = graph(parts.textual, false);
    Optional<TextSide> texts = textual.flatMap(this::textSide);
    if (texts.isEmpty() && visual.isEmpty()) {
      throw new ModelException(files.name() + ": " + textMissing.orElseThrow());
    }
    ModelCard card =
        new ModelCard(
            files.name(),
            "open_clip by its files",
            modelConfig.integer("embed_dim"),
            texts,
            visual.map(graph -> new ImageSide(graph, parts.preprocessing)),
            scoring(),
            List.of(),
            "unknown",
            List.of(),
            List.of(),
            List.of());
    return new Translation(card, List.of(), Optional.empty(), textMissing);
  }

  private Optional<Graph> graph(List<VariantFile> variants, boolean pictures) {
    if (variants.isEmpty()) {
      return Optional.empty();
    }
    String file = variants.getFirst().file();
    String called = files.name() + "/" + file;
    OnnxGraph graph = OnnxGraph.read(files, file);
    TensorPort input =
        (pictures ? Ports.pixels(graph) : Ports.ids(graph))
            .orElseThrow(() ->
                new ModelException(
                    called
                        + ": takes no "
                        + (pictures ? "pictures" : "token ids")
                        + "; its inputs are "
                        + graph.inputs()));
    TensorPort output = Ports.output(graph, OUTPUTS, called);
    return Optional.of(
        new Graph(variants, input.name(), output.name(), Pooling.NONE, false, Optional.empty()));
  }

  private Optional<TextSide> textSide(Graph graph) {
    HuggingFaceTexts tokenizer = new HuggingFaceTexts(files, parts.tokenizer);
    Optional<String> file = tokenizer.tokenizerFile();
    if (file.isEmpty()) {
      textMissing = Optional.of(tokenizer.missing());
      return Optional.empty();
    }
    Optional<JsonFields> textConfig = modelConfig.optionalObject("text_cfg");
    int context = textConfig.flatMap(fields -> fields.optionalInteger("context_length")).orElse(77);
    boolean padToken =
        parts.padToken || textConfig.filter(fields -> fields.has("hf_tokenizer_name")).isPresent();
    int pad = padToken ? tokenizer.padToken(Optional.empty()) : 0;
    TokenizerSpec spec = new TokenizerSpec(context, true, pad, cleaning(textConfig));
    return Optional.of(new TextSide(graph, file.get(), spec, ""));
  }

  private static Cleaning cleaning(Optional<JsonFields> textConfig) {
    String clean =
        textConfig
            .flatMap(fields -> fields.optionalObject("tokenizer_kwargs"))
            .flatMap(fields -> fields.optionalString("clean"))
            .orElse("");
    return switch (clean) {
      case "canonicalize" -> Cleaning.CANONICAL;
      case "lower" -> Cleaning.LOWER;
      default -> Cleaning.NONE;
    };
  }

  private Scoring scoring() {
    if (!modelConfig.has("init_logit_bias")) {
      return new Scoring(Link.SOFTMAX, 100, 0, "family");
    }
    boolean second =
        modelConfig
            .optionalObject("text_cfg")
            .flatMap(fields -> fields.optionalString("hf_tokenizer_name"))
            .filter(name -> name.toLowerCase(Locale.ROOT).contains("siglip2"))
            .isPresent();
    return (second ? Family.SIGLIP2 : Family.SIGLIP).scoring(modelConfig);
  }

  /// Where the parts lie and what is not in `model_cfg`.
  ///
  /// @param tokenizer its folder
  /// @param padToken whether texts are padded with the tokenizer's padding token, not with 0
  record Parts(
      List<VariantFile> visual,
      List<VariantFile> textual,
      Preprocessing preprocessing,
      String tokenizer,
      boolean padToken) {}
}
