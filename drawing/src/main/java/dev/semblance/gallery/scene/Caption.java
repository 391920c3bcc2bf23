package dev.semblance.gallery.scene;

import java.util.ArrayList;
import java.util.List;

/// The words that go with a picture.
///
/// @param sentence one exact English sentence, lower case, without a full stop
/// @param others the same in other words, more or less detailed
/// @param label one or two words for the kind of thing
public record Caption(String sentence, List<String> others, String label) {
  public Caption {
    others = List.copyOf(others);
  }

  public static Caption of(String label, String sentence) {
    return new Caption(tidy(sentence), List.of(), label);
  }

  /// The same with another wording at the end.
  public Caption or(String other) {
    List<String> more = new ArrayList<>(others);
    more.add(tidy(other));
    return new Caption(sentence, more, label);
  }

  private static String tidy(String text) {
    return text.replaceAll(" +", " ").replace(" ,", ",").strip();
  }
}
