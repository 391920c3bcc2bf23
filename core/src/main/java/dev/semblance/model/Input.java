package dev.semblance.model;

import dev.semblance.image.Pixels;

/// A thing to embed. Immutable, safe for many threads.
public sealed interface Input permits Input.Text, Input.Image {

  /// What it is called in messages: the text itself, a path.
  String source();

  Modality modality();

  /// A text as it is, without prompt prefix.
  record Text(String text) implements Input {
    @Override
    public String source() {
      return text;
    }

    @Override
    public Modality modality() {
      return Modality.TEXT;
    }
  }

  /// A decoded picture, upright and in sRGB.
  record Image(Pixels pixels, String source) implements Input {
    @Override
    public Modality modality() {
      return Modality.IMAGE;
    }
  }
}
