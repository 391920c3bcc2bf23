package dev.semblance.text.normalize;

import dev.semblance.text.unicode.PhraseFinder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What SentencePiece does to a text before it cuts it, after `src/normalizer.cc` of
/// google/sentencepiece: the longest rule at each place, user-defined symbols left alone, spaces
/// collapsed and turned into `▁`, one of them put in front.
public final class SentencePieceNormalizer implements Normalizer {
  /// The character that stands for a space in vocabularies of SentencePiece.
  public static final String SPACE = "▁";

  private final @Nullable Charsmap charsmap;
  private final PhraseFinder userDefined;
  private final Whitespace whitespace;

  /// @param charsmap the bytes of `precompiled_charsmap`; empty for no rules
  /// @param userDefined the symbols no rule may touch
  public SentencePieceNormalizer(byte[] charsmap, PhraseFinder userDefined, Whitespace whitespace) {
    this.charsmap = charsmap.length == 0 ? null : Charsmap.read(charsmap);
    this.userDefined = userDefined;
    this.whitespace = whitespace;
  }

  /// What becomes of spaces.
  ///
  /// @param dummy whether a space is added, so that a first word equals the same word later
  /// @param dummyBehind whether that space is added behind and not in front
  /// @param collapse whether spaces at the ends and double ones go
  /// @param escape whether spaces become [#SPACE]
  public record Whitespace(boolean dummy, boolean dummyBehind, boolean collapse, boolean escape) {}

  @Override
  public String normalize(String text) {
    StringBuilder body = new StringBuilder(text.length() + 1);
    if (!rewrite(text, body)) {
      return "";
    }
    String space = whitespace.escape ? SPACE : " ";
    if (whitespace.dummy && !whitespace.dummyBehind) {
      body.insert(0, space);
    }
    while (whitespace.collapse && endsWith(body, space)) {
      body.setLength(body.length() - 1);
    }
    if (whitespace.dummy && whitespace.dummyBehind) {
      body.append(space);
    }
    return body.toString();
  }

  /// Whether there is anything but spaces that go.
  private boolean rewrite(String text, StringBuilder result) {
    boolean anything = false;
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    boolean afterSpace = whitespace.collapse;
    int byteAt = 0;
    int charAt = 0;
    while (charAt < text.length()) {
      Step step = step(text, charAt, utf8, byteAt);
      anything |= !whitespace.collapse || !step.replacement.equals(" ");
      afterSpace = append(step.replacement, afterSpace, result);
      byteAt += step.bytes;
      charAt += step.chars;
    }
    return anything;
  }

  private boolean append(String replacement, boolean afterSpace, StringBuilder result) {
    int from = 0;
    while (afterSpace && replacement.startsWith(" ", from)) {
      from++;
    }
    if (from == replacement.length()) {
      return afterSpace;
    }
    String rest = replacement.substring(from);
    result.append(whitespace.escape ? rest.replace(" ", SPACE) : rest);
    return whitespace.collapse && rest.endsWith(" ");
  }

  private Step step(String text, int charAt, byte[] utf8, int byteAt) {
    String phrase = userDefined.longestAt(text, charAt);
    if (!phrase.isEmpty()) {
      return new Step(phrase, phrase.length(), utf8Length(phrase));
    }
    Charsmap.Rule rule = charsmap == null ? null : charsmap.longestAt(utf8, byteAt, utf8.length);
    if (charsmap == null || rule == null) {
      String character = Character.toString(text.codePointAt(charAt));
      return new Step(character, character.length(), utf8Length(character));
    }
    String matched = new String(utf8, byteAt, rule.length(), StandardCharsets.UTF_8);
    return new Step(charsmap.replacement(rule), matched.length(), rule.length());
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean endsWith(StringBuilder text, String end) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == end.charAt(0);
  }

  private record Step(String replacement, int chars, int bytes) {}
}
