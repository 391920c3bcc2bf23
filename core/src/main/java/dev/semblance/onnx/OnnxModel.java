package dev.semblance.onnx;

import dev.semblance.calibration.Calibration;
import dev.semblance.calibration.Confidence;
import dev.semblance.calibration.Reference;
import dev.semblance.model.ImageEncoder;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelException;
import dev.semblance.model.TextEncoder;
import dev.semblance.onnx.encoder.OnnxImageEncoder;
import dev.semblance.onnx.encoder.OnnxTextEncoder;
import dev.semblance.onnx.encoder.Tower;
import dev.semblance.onnx.session.Networks;
import dev.semblance.space.EmbeddingSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A model whose networks are ONNX files. A network is opened when it is first run.
final class OnnxModel implements Model {
  private final ModelCard card;
  private final EmbeddingSpace space;
  private final Networks networks;
  private final List<String> notes;
  private final Optional<String> textMissing;
  private final Optional<TextEncoder> text;
  private final Optional<ImageEncoder> image;
  private @Nullable Confidence confidence;

  OnnxModel(Opening opening, Networks networks, EmbeddingSpace space) {
    this.card = opening.card();
    this.space = space;
    this.networks = networks;
    this.notes = opening.notes();
    this.textMissing = opening.textMissing();
    this.text =
        card.text()
            .map(side -> {
              String file = opening.choice().text().orElseThrow().file();
              Tower tower = new Tower(networks, side.graph(), file, card.dimension());
              return new OnnxTextEncoder(space, networks, side, tower);
            });
    this.image =
        card.image()
            .map(side -> {
              String file = opening.choice().image().orElseThrow().file();
              Tower tower = new Tower(networks, side.graph(), file, card.dimension());
              return new OnnxImageEncoder(space, side.preprocessing(), tower);
            });
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public EmbeddingSpace space() {
    return space;
  }

  @Override
  public Optional<TextEncoder> text() {
    return text;
  }

  @Override
  public Optional<ImageEncoder> image() {
    return image;
  }

  @Override
  public List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    all.addAll(networks.notes());
    return List.copyOf(all);
  }

  @Override
  public synchronized Optional<Confidence> confidence() {
    if (confidence == null && card.calibration().isPresent()) {
      Calibration calibration = card.calibration().get();
      String file = calibration.reference();
      String called = networks.called(file);
      try {
        Reference reference = Reference.read(space, networks.files().read(file), called);
        confidence = new Confidence(calibration, reference);
      } catch (IllegalArgumentException e) {
        throw new ModelException(String.valueOf(e.getMessage()), e);
      }
    }
    return Optional.ofNullable(confidence);
  }

  @Override
  public TextEncoder requireText() {
    return text.orElseThrow(() ->
        new ModelException(card.name() + ": " + textMissing.orElse("this model reads no texts")));
  }

  @Override
  public void close() {
    networks.close();
  }

  @Override
  public String toString() {
    return space.describe();
  }

  /// What was decided before the networks.
  ///
  /// @param notes for people
  /// @param textMissing why a model made for texts reads none
  record Opening(
      ModelCard card, VariantChoice choice, List<String> notes, Optional<String> textMissing) {}
}
