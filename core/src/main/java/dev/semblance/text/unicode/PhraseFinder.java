package dev.semblance.text.unicode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds which of a fixed set of phrases begins at a place of a text, the longest first. Immutable
/// and safe for many threads.
public final class PhraseFinder {
  private final Map<Character, List<String>> byFirstChar = new HashMap<>();
  private final BitSet firstChars = new BitSet();

  /// @param phrases none empty
  public PhraseFinder(Iterable<String> phrases) {
    for (String phrase : phrases) {
      firstChars.set(phrase.charAt(0));
      byFirstChar.computeIfAbsent(phrase.charAt(0), first -> new ArrayList<>()).add(phrase);
    }
    byFirstChar.values().forEach(list -> list.sort((a, b) -> b.length() - a.length()));
  }

  /// Whether there are no phrases at all.
  public boolean isEmpty() {
    return byFirstChar.isEmpty();
  }

  /// The longest phrase that begins at a place of the text, or the empty string.
  public String longestAt(String text, int start) {
    char first = text.charAt(start);
    if (!firstChars.get(first)) {
      return "";
    }
    for (String phrase : byFirstChar.getOrDefault(first, List.of())) {
      if (text.startsWith(phrase, start)) {
        return phrase;
      }
    }
    return "";
  }
}
