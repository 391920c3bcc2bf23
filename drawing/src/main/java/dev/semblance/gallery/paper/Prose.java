package dev.semblance.gallery.paper;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Lettering;
import java.util.List;

/// Plausible words without much meaning.
final class Prose {
  private static final List<String> WORDS =
      List.of(
          "the",
          "of",
          "and",
          "a",
          "to",
          "in",
          "was",
          "that",
          "for",
          "with",
          "river",
          "house",
          "early",
          "morning",
          "letter",
          "we",
          "they",
          "had",
          "walked",
          "along",
          "garden",
          "market",
          "people",
          "town",
          "council",
          "said",
          "new",
          "school",
          "bridge",
          "after",
          "years",
          "winter",
          "light",
          "meeting",
          "would",
          "be",
          "open",
          "again",
          "from",
          "next",
          "week",
          "weather",
          "train",
          "station",
          "line",
          "old",
          "harbour",
          "music",
          "evening",
          "children",
          "road",
          "north",
          "small",
          "first",
          "found",
          "about",
          "under",
          "while",
          "story",
          "small",
          "field",
          "green",
          "window",
          "street",
          "paper");

  private Prose() {}

  /// Words up to about a width.
  static String line(Art art, Lettering how, double width) {
    StringBuilder line = new StringBuilder();
    while (true) {
      String word = art.dice().pick(WORDS);
      String longer = line.isEmpty() ? word : line + " " + word;
      if (art.measure(longer, how) > width) {
        return line.toString();
      }
      line.setLength(0);
      line.append(longer);
    }
  }

  static String word(Dice dice) {
    return dice.pick(WORDS);
  }
}
