package dev.semblance.cli.demo;

import dev.semblance.gallery.Drawing;
import java.util.List;
import java.util.Locale;

/// A search of the demo, and how the right answer is known: by the words of the exact description
/// that every drawing carries.
///
/// @param words as on a command line; [#PICTURE] stands for a picture that is not in the gallery
/// @param right lower-case words that the description of the first picture must all contain; none
///   when nothing in the gallery is right
public record DemoSearch(List<String> words, List<String> right) {
  /// Stands for the file of the picture that is searched by.
  public static final String PICTURE = "PICTURE";

  public DemoSearch {
    words = List.copyOf(words);
    right = List.copyOf(right);
  }

  /// Whether nothing in the gallery is what is asked for.
  public boolean expectsNothing() {
    return right.isEmpty();
  }

  /// Whether a drawing is what is asked for.
  public boolean isRight(Drawing drawing) {
    String description = drawing.label() + " " + drawing.caption();
    List<String> said = List.of(description.toLowerCase(Locale.ROOT).split("[^a-z]+"));
    return !expectsNothing() && said.containsAll(right);
  }
}
