package dev.semblance.text.normalize;

import dev.semblance.text.unicode.CodePoints;
import java.text.Normalizer.Form;

/// A Unicode normal form as the reference computes it, which is that of Unicode 9: characters
/// assigned later stay as they are and part the text.
record NormalForm(Form form) implements Normalizer {
  private static final int FIRST_COMBINING = 0x300;
  private static final int FIRST_LATER = 0x7fd;

  @Override
  public String normalize(String text) {
    int highest = text.chars().max().orElse(0);
    boolean composed = form == Form.NFC && highest < FIRST_COMBINING;
    if (composed || highest < 0x80) {
      return text;
    }
    return highest < FIRST_LATER ? java.text.Normalizer.normalize(text, form) : inParts(text);
  }

  private String inParts(String text) {
    StringBuilder result = new StringBuilder(text.length());
    int done = 0;
    int length;
    for (int i = 0; i < text.length(); i += length) {
      int codePoint = text.codePointAt(i);
      length = Character.charCount(codePoint);
      if (CodePoints.isLaterThanNormalForms(codePoint)) {
        result.append(java.text.Normalizer.normalize(text.substring(done, i), form));
        result.appendCodePoint(codePoint);
        done = i + length;
      }
    }
    return result.append(java.text.Normalizer.normalize(text.substring(done), form)).toString();
  }
}
