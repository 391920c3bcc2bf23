package dev.semblance.text;

import java.util.Locale;

/// What a model asks of its tokenizer beyond the vocabulary, as data.
///
/// @param maxLength the most ids a text may have, special tokens included; a longer text loses the
///   end of its content, never its special tokens
/// @param fixedLength whether every text is padded, at the end, to `maxLength`
/// @param padId the id that pads
/// @param cleaning what is done to a text before the tokenizer's own normaliser
public record TokenizerSpec(int maxLength, boolean fixedLength, int padId, Cleaning cleaning) {
  public TokenizerSpec {
    if (maxLength < 1) {
      throw new IllegalArgumentException("maxLength must be at least 1, got " + maxLength);
    }
    if (padId < 0) {
      throw new IllegalArgumentException("padId must not be negative, got " + padId);
    }
  }

  /// What is done to a text before the tokenizer's own normaliser.
  public enum Cleaning {
    /// Nothing.
    NONE {
      @Override
      public String clean(String text) {
        return text;
      }
    },
    /// Lower case, a sigma at a word's end as such (Python's `str.lower`).
    LOWER {
      @Override
      public String clean(String text) {
        return text.toLowerCase(Locale.ROOT);
      }
    },
    /// SigLIP's canonical form: underscores to spaces, no ASCII punctuation, lower case, single
    /// spaces, none at the ends (`canonicalize_text` of open_clip's `tokenizer.py`, after
    /// big_vision).
    ///
    /// The repairs that open_clip makes before (`ftfy.fix_text`, HTML entities) are not done. A
    /// `tokenizer.json` of SigLIP holds this form already, save that like transformers'
    /// `SiglipTokenizer` it joins words at underscores where this and open_clip part them.
    CANONICAL {
      @Override
      public String clean(String text) {
        return canonical(text);
      }
    };

    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~";

    /// The text as the tokenizer is to see it.
    public abstract String clean(String text);

    private static String canonical(String text) {
      StringBuilder kept = new StringBuilder(text.length());
      text.codePoints()
          .filter(codePoint -> PUNCTUATION.indexOf(codePoint) < 0)
          .forEach(codePoint -> kept.appendCodePoint(isSpace(codePoint) ? ' ' : codePoint));
      return kept.toString().toLowerCase(Locale.ROOT).strip().replaceAll(" +", " ");
    }

    /// What Python's `str.isspace` holds for white space, and the underscore.
    private static boolean isSpace(int codePoint) {
      return codePoint == '_'
          || (codePoint >= '\t' && codePoint <= '\r')
          || (codePoint >= 0x1c && codePoint <= 0x1f)
          || codePoint == 0x85
          || Character.isSpaceChar(codePoint);
    }
  }
}
