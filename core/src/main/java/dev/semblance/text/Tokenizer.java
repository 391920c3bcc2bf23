package dev.semblance.text;

/// Turns a text into token ids. Implementations are immutable and safe for many threads.
public interface Tokenizer {
  /// The ids of one text, cut and padded as the tokenizer's [TokenizerSpec] says. The empty text is
  /// its special tokens alone. A lone surrogate counts as U+FFFD.
  TokenIds encode(String text);
}
