package dev.semblance.model;

import dev.semblance.image.Preprocessing;

/// Pictures in, embeddings out. [#prepare] resizes, crops and normalises.
public non-sealed interface ImageEncoder extends Encoder<Input.Image> {
  /// What is done to a picture; decoders take from it how much of a large picture is needed.
  Preprocessing preprocessing();
}
