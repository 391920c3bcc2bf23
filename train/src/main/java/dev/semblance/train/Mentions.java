package dev.semblance.train;

import dev.semblance.train.data.TextRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which pictures' texts name a thing: what people type is mostly shorter than a caption, and many
/// pictures answer it. A name is found as whole words, also in the plural. Stateless.
///
/// What a text leaves out the picture may still show, so names that very many texts mention are not
/// taken: they are what texts leave out most (`person`, `sky`).
final class Mentions {
  private static final int SHORTEST = 3;

  private Mentions() {}

  /// The names of things in rows that hold such: labels, groups, lists of objects.
  static Set<String> names(List<TextRow> rows) {
    Set<String> names = new TreeSet<>();
    for (TextRow row : rows) {
      switch (row.kind()) {
        case "label", "group" -> names.add(words(row.text()));
        case "objects", "synonyms" -> {
          for (String name : row.text().split(",")) {
            names.add(words(name));
          }
        }
        default -> {}
      }
    }
    names.removeIf(name -> name.length() < SHORTEST);
    return names;
  }

  /// The files that mention each name, for names that some mention and not too many.
  ///
  /// @param rows captions; several rows may be of one file
  /// @param fewest files that must mention a name
  /// @param most files that may
  static Map<String, Set<String>> of(
      Collection<String> names, List<TextRow> rows, int fewest, int most) {
    Map<String, List<String>> byFirstWord = new HashMap<>();
    for (String name : names) {
      byFirstWord.computeIfAbsent(stem(name.split(" ")[0]), _ -> new ArrayList<>()).add(name);
    }
    Map<String, Set<String>> found = new LinkedHashMap<>();
    names.forEach(name -> found.put(name, new LinkedHashSet<>()));
    for (TextRow row : rows) {
      String text = " " + words(row.text()) + " ";
      for (String word : new LinkedHashSet<>(List.of(text.strip().split(" ")))) {
        for (String name : byFirstWord.getOrDefault(stem(word), List.of())) {
          if (mentions(text, name)) {
            found.getOrDefault(name, new LinkedHashSet<>()).add(row.file());
          }
        }
      }
    }
    found.values().removeIf(files -> files.size() < fewest || files.size() > most);
    return found;
  }

  private static boolean mentions(String text, String name) {
    return text.contains(" " + name + " ")
        || text.contains(" " + name + "s ")
        || text.contains(" " + name + "es ");
  }

  private static String stem(String word) {
    return word.length() <= SHORTEST ? word : word.substring(0, SHORTEST);
  }

  /// Words in lower case, one space between.
  static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
