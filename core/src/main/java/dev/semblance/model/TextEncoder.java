package dev.semblance.model;

/// Texts in, embeddings out. [#prepare] puts the model's prompt prefix in front and tokenises.
public non-sealed interface TextEncoder extends Encoder<Input.Text> {
  /// Whether the model would read only the beginning of this text.
  boolean cuts(String text);
}
