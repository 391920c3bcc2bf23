package dev.semblance.text.normalize;

import dev.semblance.text.unicode.ByteAlphabet;
import dev.semblance.text.unicode.CodePoints;
import dev.semblance.text.unicode.PatternMatches;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// The normalisers of `tokenizer.json` that need no state of their own, after
/// `tokenizers/src/normalizers` of Hugging Face tokenizers. [BertNormalizer],
/// [PrecompiledNormalizer] and [SentencePieceNormalizer] stand beside.
public final class Normalizers {
  private static final int CAPITAL_I_WITH_DOT = 0x130;

  private Normalizers() {}

  /// Changes nothing.
  public static Normalizer none() {
    return text -> text;
  }

  /// One after another.
  public static Normalizer sequence(List<Normalizer> steps) {
    List<Normalizer> copy = List.copyOf(steps);
    return text -> {
      String result = text;
      for (Normalizer step : copy) {
        result = step.normalize(result);
      }
      return result;
    };
  }

  /// A Unicode normal form.
  public static Normalizer form(Form form) {
    return new NormalForm(form);
  }

  /// Lower case, each character for itself: a final sigma is a plain one.
  public static Normalizer lowercase() {
    return Normalizers::lowercase;
  }

  /// Drops white space at the ends.
  public static Normalizer strip(boolean left, boolean right) {
    return text -> strip(text, left, right);
  }

  /// Drops marks; the text should be decomposed before.
  public static Normalizer stripAccents() {
    return text -> drop(text, CodePoints::isMark);
  }

  /// Puts a text in the place of each match.
  public static Normalizer replace(Pattern pattern, String content) {
    return text -> replace(text, pattern, content);
  }

  /// Puts a text in front, but of the empty text.
  public static Normalizer prepend(String prefix) {
    return text -> text.isEmpty() ? text : prefix + text;
  }

  /// The cleaning of machine translation: some control characters go, some become spaces.
  public static Normalizer nmt() {
    return Normalizers::nmt;
  }

  /// The UTF-8 bytes in GPT-2's alphabet.
  public static Normalizer byteLevel() {
    return ByteAlphabet::encode;
  }

  static String lowercase(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .forEach(codePoint -> {
          if (codePoint == CAPITAL_I_WITH_DOT) {
            result.append("i\u0307");
          } else {
            result.appendCodePoint(Character.toLowerCase(codePoint));
          }
        });
    return result.toString();
  }

  static String drop(String text, IntPredicate what) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().filter(what.negate()).forEach(result::appendCodePoint);
    return result.toString();
  }

  private static String strip(String text, boolean left, boolean right) {
    int from = 0;
    int to = text.length();
    while (left && from < to && CodePoints.isWhiteSpace(text.charAt(from))) {
      from++;
    }
    while (right && to > from && CodePoints.isWhiteSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static String replace(String text, Pattern pattern, String content) {
    PatternMatches matches = new PatternMatches(pattern, text);
    if (!matches.next()) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    int done = 0;
    do {
      result.append(text, done, matches.start()).append(content);
      done = matches.end();
    } while (matches.next());
    return result.append(text, done, text.length()).toString();
  }

  private static String nmt(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '\t', '\n', '\f', '\r', 0x1680, 0x2028, 0x2029, 0x2581, 0xFEFF, 0xFFFD ->
            result.append(' ');
        case 0x200B, 0x200C, 0x200D, 0x200E, 0x200F -> result.append(' ');
        default -> {
          if (!isDroppedByNmt(character)) {
            result.append(character);
          }
        }
      }
    }
    return result.toString();
  }

  private static boolean isDroppedByNmt(char character) {
    return (character >= 0x01 && character <= 0x08)
        || character == 0x0B
        || (character >= 0x0E && character <= 0x1F)
        || character == 0x7F
        || character == 0x8F
        || character == 0x9F;
  }
}
