package dev.semblance.train.data;

import java.util.ArrayList;
import java.util.List;

/// The sentences that a row of a table may be shown as.
public final class Phrases {
  /// The sentences that a label is put into, `{}` for its name.
  public static final List<String> LABEL_TEMPLATES =
      List.of("{}", "a photo of a {}", "a picture of {}", "this is {}");

  private Phrases() {}

  /// All sentences for this row: a caption is itself, a name is put into several templates, a list
  /// of things is told whole and in parts.
  ///
  /// @throws IllegalArgumentException when the kind is unknown
  public static List<String> of(TextRow row) {
    return switch (row.kind()) {
      case "caption", "description" -> List.of(row.text());
      case "label", "group" -> labels(row.text());
      case "synonyms" -> synonyms(row.text());
      case "objects" -> objects(row.text());
      default ->
          throw new IllegalArgumentException(
              row.file()
                  + ": kind \""
                  + row.kind()
                  + "\" is unknown; known are caption, description, label, group, synonyms,"
                  + " objects");
    };
  }

  /// The sentence by which a class is asked for.
  public static String classPrompt(String name) {
    return "a photo of a " + name;
  }

  private static List<String> labels(String name) {
    return LABEL_TEMPLATES.stream().map(template -> template.replace("{}", name)).toList();
  }

  private static List<String> synonyms(String names) {
    List<String> phrases = new ArrayList<>();
    for (String name : names.split(",")) {
      phrases.add(name.strip());
      phrases.add(classPrompt(name.strip()));
    }
    return phrases;
  }

  private static List<String> objects(String list) {
    List<String> names = List.of(list.split("\\s*,\\s*"));
    List<String> phrases = new ArrayList<>();
    phrases.add("a room with " + String.join(", ", names));
    for (int from = 0; from < names.size(); from += 3) {
      phrases.add(
          "a room with "
              + String.join(", ", names.subList(from, Math.min(from + 3, names.size()))));
    }
    return phrases;
  }
}
