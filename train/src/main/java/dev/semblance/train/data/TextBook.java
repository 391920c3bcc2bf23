package dev.semblance.train.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// The distinct texts of a run, each with a number: the row of its vector.
///
/// Immutable, safe for many threads.
public final class TextBook {
  private final List<String> texts;
  private final Map<String, Integer> numbers;

  private TextBook(List<String> texts) {
    this.texts = List.copyOf(texts);
    this.numbers = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      numbers.put(texts.get(i), i);
    }
  }

  /// A book of these texts; repeats are kept once, in the order first seen.
  public static TextBook of(Collection<String> texts) {
    return new TextBook(new ArrayList<>(new LinkedHashSet<>(texts)));
  }

  /// The book in a file, a text a line.
  public static TextBook read(Path file) {
    try {
      return new TextBook(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  /// Writes the book, a text a line.
  public void write(Path file) {
    try {
      Files.write(file, texts);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  public List<String> texts() {
    return Collections.unmodifiableList(texts);
  }

  /// The number of a text.
  ///
  /// @throws IllegalArgumentException when it is not in the book
  public int number(String text) {
    Integer number = numbers.get(text);
    if (number == null) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not among the " + texts.size() + " prepared texts; prepare anew");
    }
    return number;
  }
}
