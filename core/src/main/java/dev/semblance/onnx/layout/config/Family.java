package dev.semblance.onnx.layout.config;

import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelCard.Link;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.text.TokenizerSpec.Cleaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a family of models leaves unsaid in its files.
///
/// Sources: transformers' classes of the same names, open_clip `pretrained.py` and `tokenizer.py`,
/// and, for the scales, the weights of the published models as other programs quote them.
public enum Family {
  /// OpenAI's and what was trained like it. Text attends only backwards, so padding changes
  /// nothing; MobileCLIP in the same files attends everywhere and was trained with 0 as padding.
  CLIP(
      List.of(
          "clip",
          "clip_text_model",
          "clip_vision_model",
          "clip_text_model_with_projection",
          "clip_vision_model_with_projection"),
      new Texts(List.of("text_embeds", "text_embeddings"), 77, false, Padding.ZERO, Cleaning.NONE),
      List.of("image_embeds", "image_embeddings"),
      new Scoring(Link.SOFTMAX, 100, 0, "family")),

  /// SigLIP pools the last of 64 positions, so every text has all of them.
  SIGLIP(
      List.of("siglip", "siglip_text_model", "siglip_vision_model"),
      new Texts(
          List.of("text_embeds", "pooler_output"), 64, true, Padding.TOKEN, Cleaning.CANONICAL),
      List.of("image_embeds", "pooler_output"),
      new Scoring(Link.SIGMOID, 117.33, -12.932, "family")),

  /// SigLIP 2 with a fixed resolution; in its files it calls itself `siglip` and is known by
  /// Gemma's tokenizer.
  SIGLIP2(
      List.of("siglip2"),
      new Texts(List.of("text_embeds", "pooler_output"), 64, true, Padding.TOKEN, Cleaning.LOWER),
      List.of("image_embeds", "pooler_output"),
      new Scoring(Link.SIGMOID, 112.7, -16.772, "family")),

  CHINESE_CLIP(
      List.of("chinese_clip"),
      new Texts(List.of("text_embeds"), 52, false, Padding.TOKEN, Cleaning.NONE),
      List.of("image_embeds"),
      new Scoring(Link.SOFTMAX, 100, 0, "family")),

  /// jina-clip v1 and v2; a plain dot product is how its makers compare.
  JINA_CLIP(
      List.of("jina_clip"),
      new Texts(
          List.of("text_embeddings", "text_embeds"), 8192, false, Padding.TOKEN, Cleaning.NONE),
      List.of("image_embeddings", "image_embeds"),
      new Scoring(Link.SOFTMAX, 1, 0, "family"));

  private final List<String> modelTypes;
  private final Texts texts;
  private final List<String> imageOutputs;
  private final Scoring scoring;

  Family(List<String> modelTypes, Texts texts, List<String> imageOutputs, Scoring scoring) {
    this.modelTypes = modelTypes;
    this.texts = texts;
    this.imageOutputs = imageOutputs;
    this.scoring = scoring;
  }

  /// The family that a `config.json` and a `tokenizer_config.json` tell of.
  public static Family of(JsonFields config, Optional<JsonFields> tokenizerConfig) {
    String type = config.string("model_type");
    Family named =
        Arrays.stream(values())
            .filter(family -> family.modelTypes.contains(type))
            .findFirst()
            .orElseThrow(() -> config.wrong("model_type", type, known()));
    boolean gemma =
        tokenizerConfig
            .flatMap(fields -> fields.optionalString("tokenizer_class"))
            .filter(name -> name.startsWith("Gemma"))
            .isPresent();
    return named == SIGLIP && gemma ? SIGLIP2 : named;
  }

  private static String known() {
    List<String> types = new ArrayList<>();
    for (Family family : values()) {
      types.addAll(family.modelTypes);
    }
    return String.join(", ", types);
  }

  /// How it reads texts.
  public Texts texts() {
    return texts;
  }

  /// The outputs that may be a picture's embedding, the best first.
  public List<String> imageOutputs() {
    return imageOutputs;
  }

  /// How cosines become logits where no joint graph tells.
  ///
  /// A CLIP's `config.json` repeats only what training began with, 1/0.07; the published ones, all
  /// of 512 dimensions or more, ended at 100, where training holds it (section 2.5 of the CLIP
  /// paper).
  public Scoring scoring(JsonFields config) {
    Optional<Double> initial = config.optionalNumber("logit_scale_init_value");
    boolean published = config.optionalInteger("projection_dim").orElse(512) >= 512;
    return this != CLIP || published || initial.isEmpty()
        ? scoring
        : new Scoring(Link.SOFTMAX, Math.exp(initial.get()), 0, "config");
  }

  /// How a family reads texts.
  ///
  /// @param outputs the outputs that may be a text's embedding, the best first
  /// @param context the most ids a text may have
  /// @param fixedLength whether every text is padded to the context
  public record Texts(
      List<String> outputs, int context, boolean fixedLength, Padding padding, Cleaning cleaning) {}

  /// What fills up a text.
  public enum Padding {
    /// The id 0.
    ZERO,
    /// The tokenizer's own padding token.
    TOKEN
  }
}
