package dev.semblance.text;

/// What a model asks of its tokenizer beyond the vocabulary, as data.
///
/// @param maxLength the most ids a text may have, special tokens included
/// @param fixedLength whether every text is padded to `maxLength`
/// @param padId the id that pads
/// @param cleaning what is done to a text before the tokenizer's own normaliser
public record TokenizerSpec(int maxLength, boolean fixedLength, int padId, Cleaning cleaning) {
  public TokenizerSpec {
    if (maxLength < 1) {
      throw new IllegalArgumentException("maxLength must be at least 1, got " + maxLength);
    }
  }

  /// What is done to a text before the tokenizer's own normaliser.
  public enum Cleaning {
    /// Nothing.
    NONE,
    /// Lower case.
    LOWER,
    /// SigLIP's canonical form: lower case, no punctuation, single spaces (`canonicalize_text` of
    /// open_clip's `tokenizer.py`, after big_vision).
    CANONICAL
  }
}
