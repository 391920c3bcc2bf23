package dev.semblance.text.unicode;

import java.nio.charset.StandardCharsets;

/// GPT-2's reversible alphabet: a visible character for each of the 256 bytes, so that a vocabulary
/// of byte strings can be kept as text (`bytes_to_unicode` of GPT-2's `encoder.py`, also of
/// OpenAI's CLIP).
public final class ByteAlphabet {
  private static final int BYTES = 256;

  private static final String IN_VOCABULARY_ORDER = inVocabularyOrder();
  private static final char[] CHARACTERS = characters();

  private ByteAlphabet() {}

  /// The UTF-8 bytes of a text, each as its character. A lone surrogate becomes a question mark.
  public static String encode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    char[] result = new char[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      result[i] = CHARACTERS[Byte.toUnsignedInt(bytes[i])];
    }
    return new String(result);
  }

  /// The 256 characters in the order in which they open CLIP's and GPT-2's vocabulary: first the
  /// bytes that stand for themselves, then the rest.
  public static String vocabularyOrder() {
    return IN_VOCABULARY_ORDER;
  }

  private static boolean standsForItself(int value) {
    return (value >= '!' && value <= '~')
        || (value >= 0xA1 && value <= 0xAC)
        || (value >= 0xAE && value <= 0xFF);
  }

  private static char[] characters() {
    char[] result = new char[BYTES];
    int others = 0;
    for (int value = 0; value < BYTES; value++) {
      result[value] = (char) (standsForItself(value) ? value : BYTES + others++);
    }
    return result;
  }

  private static String inVocabularyOrder() {
    StringBuilder plain = new StringBuilder();
    StringBuilder others = new StringBuilder();
    for (int value = 0; value < BYTES; value++) {
      if (standsForItself(value)) {
        plain.append((char) value);
      } else {
        others.append((char) (BYTES + others.length()));
      }
    }
    return plain.append(others).toString();
  }
}
