package dev.semblance.text.unicode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The matches of a pattern in a text, one after another, as Oniguruma's iterator gives them: an
/// empty match right behind the match before it does not count. One per thread and text.
public final class PatternMatches {
  private final String text;
  private final Matcher matcher;
  private int from;
  private int lastEnd = -1;

  public PatternMatches(Pattern pattern, String text) {
    this.text = text;
    matcher = pattern.matcher(text);
  }

  /// Moves to the next match.
  ///
  /// @return whether there is one
  public boolean next() {
    while (from <= text.length() && matcher.find(from)) {
      if (matcher.start() < matcher.end() || matcher.start() != lastEnd) {
        from = matcher.end();
        lastEnd = from;
        return true;
      }
      from = lastEnd < text.length() ? text.offsetByCodePoints(lastEnd, 1) : lastEnd + 1;
    }
    return false;
  }

  /// Where the match begins, in chars.
  public int start() {
    return matcher.start();
  }

  /// Where the match ends, in chars.
  public int end() {
    return matcher.end();
  }
}
