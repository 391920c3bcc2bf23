package dev.semblance.index;

import java.util.Comparator;

/// The order of paths and parts: by Unicode code point, which is the order of their bytes in UTF-8.
///
/// Unlike [String#compareTo], which puts what lies beyond U+FFFF before U+E000.
enum PathOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    for (int i = 0; i < shorter; i++) {
      if (one.charAt(i) != other.charAt(i)) {
        return Integer.compare(rank(one.charAt(i)), rank(other.charAt(i)));
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  /// Surrogates, which stand for code points beyond U+FFFF, come after all other characters.
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }

  /// Refuses what has no bytes in UTF-8, since two such paths could become one.
  static void requireText(String name, String value) {
    if (value
        .codePoints()
        .anyMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE)) {
      throw new IllegalArgumentException(
          "a " + name + " must be valid text, got an unpaired surrogate in \"" + value + "\"");
    }
  }
}
