package dev.semblance.text.subword;

/// Cuts a piece of text into known subwords. Implementations are immutable and safe for many
/// threads.
public interface SubwordModel {
  /// Adds the ids of a piece, which is not empty.
  void encode(String piece, IdList out);

  /// The id of one entry of the vocabulary, or -1.
  int idOf(String token);

  /// How many entries the vocabulary has.
  int size();
}
