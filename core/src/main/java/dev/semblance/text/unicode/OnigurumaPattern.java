package dev.semblance.text.unicode;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Translates a regular expression of a tokenizer file (Oniguruma, Ruby's syntax, Unicode) into
/// [Pattern].
///
/// Translated: `\h`, `\v`, `\w`, POSIX brackets, script and long category names of `\p`, `{,n}`, a
/// literal `{`, the flag `m`, comments; `^`, `$` and `.` know `\n` alone as a line end. What
/// differs still: `\b` counts the joiners U+200C and U+200D as word characters, and without regard
/// to case no character equals several (`ß` and `ss`). Refused: `\K`, `\g`, `\y`, `\N`, `\O`, `\Q`,
/// `\V`, a backslash with two digits, `(?~…)`, conditions, a `+` behind braces, a `?` behind `{n}`,
/// braces behind another quantifier, and what [Pattern] refuses.
public final class OnigurumaPattern {
  private static final int FLAGS =
      Pattern.UNICODE_CHARACTER_CLASS | Pattern.MULTILINE | Pattern.UNIX_LINES;
  private static final String HEX_DIGITS = "0-9a-fA-F";
  private static final Pattern QUANTIFIER = Pattern.compile("\\{(\\d*)(,?)(\\d*)\\}");
  private static final Pattern FLAG_GROUP = Pattern.compile("\\(\\?([imx]*(?:-[imx]*)?)[:)]");

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int classDepth;
  private int behindQuantifier;

  private OnigurumaPattern(String source) {
    this.source = source;
  }

  /// Compiles an Oniguruma expression.
  ///
  /// @throws IllegalArgumentException if it holds something that has no translation
  public static Pattern compile(String expression) {
    String translated = new OnigurumaPattern(expression).translate();
    try {
      return Pattern.compile(translated, FLAGS);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "the tokenizer's regular expression "
              + expression
              + " is not understood: "
              + e.getDescription(),
          e);
    }
  }

  private String translate() {
    while (at < source.length()) {
      switch (source.charAt(at)) {
        case '\\' -> escape();
        case '[' -> openBracket();
        case ']' -> closeBracket();
        case '(' -> openGroup();
        case '{' -> openBrace();
        case '*', '+', '?' -> quantifier();
        default -> copy(1);
      }
    }
    return out.toString();
  }

  private void copy(int chars) {
    out.append(source, at, at + chars);
    at += chars;
  }

  private void replace(int chars, String replacement) {
    out.append(replacement);
    at += chars;
  }

  private void escape() {
    if (at + 1 == source.length()) {
      throw refused("a backslash at the end");
    }
    switch (source.charAt(at + 1)) {
      case 'h' -> replace(2, "[" + HEX_DIGITS + "]");
      case 'H' -> replace(2, "[^" + HEX_DIGITS + "]");
      case 'v' -> replace(2, "\\x0B");
      case 'w' -> replace(2, "[" + word() + "]");
      case 'W' -> replace(2, "[^" + word() + "]");
      case 'p', 'P' -> property();
      case 'K', 'g', 'y', 'Y', 'N', 'O', 'Q', 'V', 'c', 'C', 'M' ->
          throw refused(source.substring(at, at + 2));
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> backReference();
      default -> copy(2);
    }
  }

  /// With two digits it may be an octal number, or count differently.
  private void backReference() {
    if (at + 2 < source.length() && Character.isDigit(source.charAt(at + 2))) {
      throw refused(source.substring(at, at + 3));
    }
    copy(2);
  }

  private String word() {
    return classDepth == 0 ? PropertyNames.LONE_WORD : PropertyNames.WORD;
  }

  private void property() {
    int close = source.indexOf('}', at);
    if (at + 2 >= source.length() || source.charAt(at + 2) != '{' || close < 0) {
      throw refused("\\p without a name in braces");
    }
    String name = source.substring(at + 3, close);
    boolean negated = source.charAt(at + 1) == 'P';
    if (name.startsWith("^")) {
      negated = !negated;
      name = name.substring(1);
    }
    String known = PropertyNames.translate(name);
    replace(close + 1 - at, (negated ? "\\P{" : "\\p{") + known + "}");
  }

  private void openBracket() {
    if (classDepth > 0 && source.startsWith("[:", at)) {
      int close = source.indexOf(":]", at);
      if (close < 0) {
        throw refused("[: without :]");
      }
      replace(close + 2 - at, PropertyNames.posix(source.substring(at + 2, close)));
    } else {
      classDepth++;
      copy(source.startsWith("[^", at) ? 2 : 1);
    }
  }

  private void closeBracket() {
    if (classDepth == 0) {
      replace(1, "\\]");
    } else {
      classDepth--;
      copy(1);
    }
  }

  private void openGroup() {
    var flags = FLAG_GROUP.matcher(source).region(at, source.length());
    if (classDepth > 0) {
      copy(1);
    } else if (source.startsWith("(?#", at)) {
      int close = source.indexOf(')', at);
      replace((close < 0 ? source.length() : close + 1) - at, "");
    } else if (source.startsWith("(?~", at) || source.startsWith("(?(", at)) {
      throw refused(source.substring(at, at + 3));
    } else if (flags.lookingAt()) {
      String translated = flags.group().replace('m', 's');
      replace(translated.length(), translated);
    } else {
      copy(1);
    }
  }

  private void openBrace() {
    var quantifier = QUANTIFIER.matcher(source).region(at, source.length());
    boolean counts =
        quantifier.lookingAt()
            && (!quantifier.group(1).isEmpty() || !quantifier.group(3).isEmpty());
    if (classDepth > 0 || !counts) {
      replace(1, "\\{");
    } else if (source.startsWith("+", quantifier.end())) {
      throw refused(quantifier.group() + "+");
    } else if (quantifier.group(2).isEmpty() && source.startsWith("?", quantifier.end())) {
      throw refused(quantifier.group() + "?");
    } else if (at > 0 && at == behindQuantifier) {
      throw refused(quantifier.group() + " behind a quantifier");
    } else {
      String least = quantifier.group(1).isEmpty() ? "0" : quantifier.group(1);
      String text = "{" + least + quantifier.group(2) + quantifier.group(3) + "}";
      replace(quantifier.group().length(), text);
      behindQuantifier = at;
    }
  }

  private void quantifier() {
    copy(1);
    behindQuantifier = at;
  }

  private IllegalArgumentException refused(String what) {
    return new IllegalArgumentException(
        "the tokenizer's regular expression " + source + " uses " + what + ", not understood here");
  }
}
