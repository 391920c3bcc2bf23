package dev.semblance.model;

import dev.semblance.calibration.Calibration;
import dev.semblance.image.Preprocessing;
import dev.semblance.text.TokenizerSpec;
import java.util.List;
import java.util.Optional;

/// Everything about a model, as data; every layout is translated into it, and nothing past that
/// point knows a layout.
///
/// Immutable, safe for many threads. As JSON it is `semblance.json`.
///
/// @param name what people call the model
/// @param description one sentence
/// @param dimension components of an embedding
/// @param text the text side, where there is one
/// @param image the picture side, where there is one
/// @param scoring how a cosine becomes a logit and a probability
/// @param promptTemplates for zero-shot classes, `{}` for the name; may be empty
/// @param licence SPDX identifier or a sentence; `unknown` where the files say nothing
/// @param languages BCP 47 tags; empty where the files say nothing
/// @param lineage the models this one was made from, nearest first
/// @param calibration how sure its scores are, where that was measured
public record ModelCard(
    String name,
    String description,
    int dimension,
    Optional<TextSide> text,
    Optional<ImageSide> image,
    Scoring scoring,
    List<String> promptTemplates,
    String licence,
    List<String> languages,
    List<String> lineage,
    Optional<Calibration> calibration) {

  public ModelCard {
    promptTemplates = List.copyOf(promptTemplates);
    languages = List.copyOf(languages);
    lineage = List.copyOf(lineage);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a model card needs a name");
    }
    if (dimension < 1) {
      throw new IllegalArgumentException(name + ": dimension must be at least 1, got " + dimension);
    }
    if (text.isEmpty() && image.isEmpty()) {
      throw new IllegalArgumentException(name + ": a model card needs at least one encoder");
    }
  }

  /// A card of a model that was not calibrated.
  public ModelCard(
      String name,
      String description,
      int dimension,
      Optional<TextSide> text,
      Optional<ImageSide> image,
      Scoring scoring,
      List<String> promptTemplates,
      String licence,
      List<String> languages,
      List<String> lineage) {
    this(
        name,
        description,
        dimension,
        text,
        image,
        scoring,
        promptTemplates,
        licence,
        languages,
        lineage,
        Optional.empty());
  }

  /// The same card with a calibration.
  public ModelCard withCalibration(Calibration made) {
    return new ModelCard(
        name,
        description,
        dimension,
        text,
        image,
        scoring,
        promptTemplates,
        licence,
        languages,
        lineage,
        Optional.of(made));
  }

  /// The same card under another name.
  public ModelCard withName(String other) {
    return new ModelCard(
        other,
        description,
        dimension,
        text,
        image,
        scoring,
        promptTemplates,
        licence,
        languages,
        lineage,
        calibration);
  }

  /// The same card with another scoring.
  public ModelCard withScoring(Scoring other) {
    return new ModelCard(
        name,
        description,
        dimension,
        text,
        image,
        other,
        promptTemplates,
        licence,
        languages,
        lineage,
        calibration);
  }

  /// How texts are embedded.
  ///
  /// @param graph the network and where its embedding comes out
  /// @param tokenizerFile a `tokenizer.json`
  /// @param tokenizer what the model asks of it
  /// @param prefix put in front of every text; may be empty
  public record TextSide(
      Graph graph, String tokenizerFile, TokenizerSpec tokenizer, String prefix) {}

  /// How pictures are embedded.
  ///
  /// @param graph the network and where its embedding comes out
  /// @param preprocessing what is done to a picture first
  public record ImageSide(Graph graph, Preprocessing preprocessing) {}

  /// A network and how an embedding is read from it.
  ///
  /// @param files relative name by variant, at least one
  /// @param input the tensor that takes ids or pixels
  /// @param output the tensor that gives the embedding or the states it is pooled from
  /// @param pooling how states become one vector
  /// @param layerNorm whether the pooled vector is centred and scaled to unit variance
  /// @param head a second network from the pooled, unit-length vector to the embedding
  public record Graph(
      List<VariantFile> files,
      String input,
      String output,
      Pooling pooling,
      boolean layerNorm,
      Optional<String> head) {
    public Graph {
      files = List.copyOf(files);
      if (files.isEmpty()) {
        throw new IllegalArgumentException("a graph needs at least one file");
      }
    }
  }

  /// One precision of a network.
  ///
  /// @param variant `fp32`, `fp16`, `int8`, ...
  /// @param file relative name
  public record VariantFile(String variant, String file) {}

  /// How states `[n, tokens, width]` become vectors `[n, width]`.
  public enum Pooling {
    /// The output is a vector already.
    NONE,
    /// The first state.
    FIRST,
    /// The mean of those states that are no padding.
    MEAN
  }

  /// How a cosine becomes a logit, `scale * cosine + bias`, and a probability.
  ///
  /// @param source where the numbers come from: `graph`, `config`, `card`, `family`, `none`
  public record Scoring(Link link, double scale, double bias, String source) {}

  /// How logits become probabilities.
  public enum Link {
    SOFTMAX,
    SIGMOID
  }
}
