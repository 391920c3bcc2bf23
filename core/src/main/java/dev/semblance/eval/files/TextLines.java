package dev.semblance.eval.files;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// Texts in a file, one a line. Stateless.
public final class TextLines {
  private TextLines() {}

  /// The lines that hold something, without blanks at their ends.
  ///
  /// @param file text in UTF-8
  /// @return at least one
  /// @throws IllegalArgumentException when it holds none or is no UTF-8
  /// @throws UncheckedIOException when it cannot be read
  public static List<String> read(Path file) {
    List<String> lines =
        TextFiles.read(file, "a text, one a line,")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(file + ": holds no line");
    }
    return lines;
  }
}
