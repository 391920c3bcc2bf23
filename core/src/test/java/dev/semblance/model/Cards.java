package dev.semblance.model;

import dev.semblance.calibration.Calibration;
import dev.semblance.calibration.Curve;
import dev.semblance.image.Preprocessing;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.ImageSide;
import dev.semblance.model.ModelCard.Link;
import dev.semblance.model.ModelCard.Pooling;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.model.ModelCard.TextSide;
import dev.semblance.model.ModelCard.VariantFile;
import dev.semblance.text.TokenizerSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Model cards for tests.
final class Cards {
  private static final Scoring SCORING = new Scoring(Link.SIGMOID, 117.33, -12.93, "graph");

  private Cards() {}

  /// One with everything there is.
  static ModelCard full() {
    TokenizerSpec tokenizer = new TokenizerSpec(128, true, 3, TokenizerSpec.Cleaning.CANONICAL);
    return new ModelCard(
        "full",
        "with \"quotes\", é, 😂 and \u2028",
        256,
        Optional.of(new TextSide(graph("text"), "tokenizer.json", tokenizer, "query: ")),
        Optional.of(new ImageSide(graph("image"), Preprocessing.clip(224))),
        SCORING,
        List.of("a photo of a {}", "{}", ""),
        "Apache-2.0",
        List.of("en", "fi"),
        List.of("parent", "grandparent"),
        List.of(64, 128),
        Optional.of(calibration(true)));
  }

  /// One of pictures alone that may be cut.
  static ModelCard cut(int dimension, int... truncations) {
    return new ModelCard(
        "cut",
        "",
        dimension,
        Optional.empty(),
        Optional.of(new ImageSide(graph("image"), Preprocessing.siglip(64))),
        SCORING,
        List.of(),
        "unknown",
        List.of(),
        List.of(),
        IntStream.of(truncations).boxed().toList());
  }

  static ModelCard withoutEncoders() {
    return new ModelCard(
        "blind",
        "",
        4,
        Optional.empty(),
        Optional.empty(),
        SCORING,
        List.of(),
        "unknown",
        List.of(),
        List.of());
  }

  static Graph graph(String name) {
    return new Graph(
        List.of(
            new VariantFile("fp32", name + ".onnx"),
            new VariantFile("int8", name + "_int8.onnx", Optional.of(0.998))),
        name + "_in",
        name + "_out",
        Pooling.MEAN,
        true,
        Optional.of(name + "_head.onnx"));
  }

  static Calibration calibration(boolean measured) {
    return new Calibration(
        "788 pictures",
        new Curve(9.1, 1.2, 0.6, -7),
        new Curve(8.25, 0, 1e-3, 1 / 3.0),
        0.5,
        0.1,
        "reference.f16",
        measured
            ? Optional.of(new Calibration.Measured(788, 0.013, 0.93, 0.88))
            : Optional.empty());
  }
}
