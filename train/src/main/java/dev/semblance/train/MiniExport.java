package dev.semblance.train;

import dev.semblance.image.Preprocessing;
import dev.semblance.image.ResizeFilter;
import dev.semblance.model.CardJson;
import dev.semblance.model.ModelCard;
import dev.semblance.train.data.Phrases;
import dev.semblance.train.export.NetExport;
import dev.semblance.train.export.TextHeadExport;
import dev.semblance.train.net.AveragedWeights;
import dev.semblance.train.net.NetShape;
import dev.semblance.train.net.ResidualNet;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.run.RunFolder.Outcome;
import dev.semblance.train.run.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A kept state as the files of a model: the picture net, the text head, the card.
final class MiniExport {
  static final String IMAGE = "image.onnx";
  static final String TEXT_HEAD = "text_head.onnx";

  /// The net reads pictures larger than the last ones it was trained on: those were parts of
  /// pictures, things in whole ones are smaller (Touvron et al. 2019, arXiv:1906.06423).
  private static final double LARGER = 8 / 7.0;

  /// Pictures are given larger still, so that they are resampled twice before the net, as they were
  /// in training.
  private static final double GIVEN = 9 / 8.0;

  /// The net halves a side four times.
  private static final int WHOLE_SIDES = 16;

  private MiniExport() {}

  /// How a net is to look at pictures after its training.
  ///
  /// @param trained side of the last pictures it was trained on
  static NetExport.Reading reading(int trained) {
    int read = (int) Math.round(trained * LARGER / WHOLE_SIDES) * WHOLE_SIDES;
    return new NetExport.Reading((int) Math.round(read * GIVEN), read);
  }

  /// Writes the model into a folder.
  ///
  /// @param outcome a kept state of a run with these settings
  /// @param rounded whether the picture net's weights are stored in 8 bits each
  static void write(Settings settings, Outcome outcome, Path folder, boolean rounded) {
    try (Learner learner = new Learner(settings, NetShape.mini())) {
      learner.load(outcome.state());
      Files.createDirectories(folder);
      if (outcome.averaged()) {
        try (AveragedWeights.InPlace _ = learner.averages().orElseThrow().inPlace()) {
          write(learner, settings.sides().getLast().side(), folder, rounded);
        }
      } else {
        write(learner, settings.sides().getLast().side(), folder, rounded);
      }
      TextVectors.writeTo(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": the model cannot be written", e);
    }
  }

  private static void write(Learner learner, int side, Path folder, boolean rounded)
      throws IOException {
    NetShape shape = learner.shape();
    NetExport.Reading reading = reading(side);
    Files.write(
        folder.resolve(IMAGE), new NetExport(learner.weights(), shape, rounded).toBytes(reading));
    Files.write(
        folder.resolve(TEXT_HEAD), TextHeadExport.toBytes(learner.weights(), shape.dimension()));
    double scale = Math.exp(Tensors.toFloats(learner.weights().get("pairs.scale"))[0]);
    ModelCard card = card(reading.given(), Math.min(scale, Learner.HIGHEST_SCALE), rounded);
    Files.write(folder.resolve(CardJson.FILE), CardJson.write(card));
  }

  private static ModelCard card(int side, double scale, boolean rounded) {
    ModelCard.Graph graph =
        new ModelCard.Graph(
            List.of(new ModelCard.VariantFile(rounded ? "int8" : "fp32", IMAGE)),
            "pixels",
            "embedding",
            ModelCard.Pooling.NONE,
            false,
            Optional.empty());
    return new ModelCard(
        "mini",
        "a small model of our own to try Semblance with; pull SigLIP 2 for real libraries",
        MiniData.TEXT_WIDTH,
        Optional.of(TextVectors.side(Optional.of(TEXT_HEAD))),
        Optional.of(new ModelCard.ImageSide(graph, preprocessing(side))),
        new ModelCard.Scoring(ModelCard.Link.SOFTMAX, scale, 0, "card"),
        Phrases.LABEL_TEMPLATES,
        "picture net and text head: for research, see MODEL_CARD.md; text encoder: Apache-2.0",
        List.of("en"),
        List.of("sentence-transformers/all-MiniLM-L6-v2"),
        List.of());
  }

  /// What a picture goes through before the net, as in training: squashed to a square.
  static Preprocessing preprocessing(int side) {
    return new Preprocessing(
        Preprocessing.Fit.SQUASH,
        side,
        side,
        side,
        ResizeFilter.BILINEAR,
        Preprocessing.CropRounding.DOWN,
        Preprocessing.Alpha.OVER_WHITE,
        0,
        1 / 255.0,
        Collections.nCopies(3, ResidualNet.MEAN),
        Collections.nCopies(3, ResidualNet.DEVIATION));
  }
}
