package dev.semblance.text.normalize;

import dev.semblance.text.unicode.CodePoints;
import java.text.Normalizer.Form;

/// BERT's basic cleaning, in this order.
///
/// @param cleanText whether control characters go and white space becomes spaces
/// @param spaceChinese whether ideographs of Chinese stand apart
/// @param stripAccents whether the text is decomposed and loses its non-spacing marks
/// @param lowercase whether the text becomes lower case
public record BertNormalizer(
    boolean cleanText, boolean spaceChinese, boolean stripAccents, boolean lowercase)
    implements Normalizer {
  private static final NormalForm DECOMPOSED = new NormalForm(Form.NFD);
  private static final int REPLACEMENT_CHARACTER = 0xFFFD;

  /// The ranges of the reference, which begins the last but two at U+2B920 and so leaves out 256
  /// ideographs of the block before.
  private static final int[] CHINESE = {
    0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xF900, 0xFAFF, 0x20000, 0x2A6DF, 0x2A700, 0x2B73F, 0x2B740,
    0x2B81F, 0x2B920, 0x2CEAF, 0x2F800, 0x2FA1F
  };

  @Override
  public String normalize(String text) {
    String result = cleanText || spaceChinese ? cleanAndSpace(text) : text;
    if (stripAccents) {
      result = Normalizers.drop(DECOMPOSED.normalize(result), CodePoints::isNonSpacingMark);
    }
    return lowercase ? Normalizers.lowercase(result) : result;
  }

  private String cleanAndSpace(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(codePoint, result));
    return result.toString();
  }

  private void append(int codePoint, StringBuilder result) {
    if (cleanText && isDropped(codePoint)) {
      return;
    }
    if (cleanText && CodePoints.isWhiteSpace(codePoint)) {
      result.append(' ');
    } else if (spaceChinese && isChinese(codePoint)) {
      result.append(' ').appendCodePoint(codePoint).append(' ');
    } else {
      result.appendCodePoint(codePoint);
    }
  }

  private static boolean isDropped(int codePoint) {
    return codePoint == 0 || codePoint == REPLACEMENT_CHARACTER || CodePoints.isControl(codePoint);
  }

  private static boolean isChinese(int codePoint) {
    for (int i = 0; i < CHINESE.length; i += 2) {
      if (codePoint >= CHINESE[i] && codePoint <= CHINESE[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
