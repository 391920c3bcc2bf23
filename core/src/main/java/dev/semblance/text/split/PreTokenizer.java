package dev.semblance.text.split;

import java.util.function.Consumer;

/// Cuts a piece of text into smaller ones. Implementations are immutable and safe for many threads.
@FunctionalInterface
public interface PreTokenizer {
  /// Hands over the parts in order; empty ones are left out.
  void split(Piece piece, Consumer<Piece> out);
}
