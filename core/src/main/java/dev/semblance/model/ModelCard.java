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
/// @param truncations the dimensions that the first components alone may be used with, as the model
///   was trained (Matryoshka); ascending, below `dimension`
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
    List<Integer> truncations,
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
    truncations = truncations.stream().distinct().sorted().toList();
    if (truncations.stream().anyMatch(shorter -> shorter < 1 || shorter >= dimension)) {
      throw new IllegalArgumentException(
          name + ": truncations must be 1 to " + (dimension - 1) + ", got " + truncations);
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
        List.of(),
        Optional.empty());
  }

  /// A card of a model that was not calibrated and may be cut.
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
      List<String> lineage,
      List<Integer> truncations) {
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
        truncations,
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
        truncations,
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
        truncations,
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
        truncations,
        calibration);
  }

  /// The same card with other files for its networks; a side without a graph here keeps its own.
  public ModelCard withGraphs(Optional<Graph> texts, Optional<Graph> images) {
    return new ModelCard(
        name,
        description,
        dimension,
        text.map(side ->
            new TextSide(
                texts.orElse(side.graph), side.tokenizerFile, side.tokenizer, side.prefix)),
        image.map(side -> new ImageSide(images.orElse(side.graph), side.preprocessing)),
        scoring,
        promptTemplates,
        licence,
        languages,
        lineage,
        truncations,
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

    /// The same network in other files.
    public Graph withFiles(List<VariantFile> other) {
      return new Graph(other, input, output, pooling, layerNorm, head);
    }
  }

  /// One precision of a network.
  ///
  /// @param variant `fp32`, `fp16`, `int8`, ...
  /// @param file relative name
  /// @param cosine the mean between its vectors and those of fp32, where somebody measured it
  public record VariantFile(String variant, String file, Optional<Double> cosine) {
    public VariantFile {
      if (cosine.isPresent() && !(Math.abs(cosine.get()) <= 1.000001)) {
        throw new IllegalArgumentException(
            variant + ": a cosine lies between -1 and 1, got " + cosine.get());
      }
    }

    /// One that nobody measured.
    public VariantFile(String variant, String file) {
      this(variant, file, Optional.empty());
    }
  }

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
