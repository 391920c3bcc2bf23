package dev.semblance.model;

import dev.semblance.calibration.Confidence;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.List;
import java.util.Optional;

/// The encoders of one space, open for use.
///
/// Holds native memory: close it. Closing twice is harmless; use after closing throws
/// [IllegalStateException] with the model's name. Safe for many threads.
public interface Model extends AutoCloseable {
  /// What describes it, as data.
  ModelCard card();

  /// The space its embeddings lie in.
  EmbeddingSpace space();

  /// The encoder of texts, where it has one.
  Optional<TextEncoder> text();

  /// The encoder of pictures, where it has one.
  Optional<ImageEncoder> image();

  /// What was decided when it was opened, one sentence each, for people who want to know: which
  /// variant runs and why comes first. A network is opened at its first run, and may add a sentence
  /// then.
  default List<String> notes() {
    return List.of();
  }

  /// How sure its scores are, where that was measured.
  default Optional<Confidence> confidence() {
    return Optional.empty();
  }

  @Override
  void close();

  /// The embedding of one thing.
  ///
  /// @throws ModelException when the model has no encoder for it, naming those it has
  default Embedding embed(Input input) {
    return switch (input) {
      case Input.Text text -> requireText().embed(List.of(text)).getFirst();
      case Input.Image image -> requireImage().embed(List.of(image)).getFirst();
    };
  }

  /// The encoder of texts.
  ///
  /// @throws ModelException when there is none
  default TextEncoder requireText() {
    return text()
        .orElseThrow(() -> new ModelException(card().name() + ": this model reads no texts"));
  }

  /// The encoder of pictures.
  ///
  /// @throws ModelException when there is none
  default ImageEncoder requireImage() {
    return image()
        .orElseThrow(() -> new ModelException(card().name() + ": this model reads no pictures"));
  }
}
