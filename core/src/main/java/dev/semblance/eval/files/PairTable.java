package dev.semblance.eval.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A table of pictures and what is said of each: `file<TAB>text`, a pair a line, in UTF-8, with or
/// without a header line that begins with `file`. Where a header has more columns, the text is in
/// the one called `text`, `caption` or `label`. Empty lines are passed over. Stateless.
public final class PairTable {
  private static final String HEADER = "file\t";
  private static final List<String> TEXT = List.of("text", "caption", "label");

  private PairTable() {}

  /// A picture and a text.
  ///
  /// @param file its name as in the folder or tar
  /// @param text a caption or a label
  public record Pair(String file, String text) {}

  /// Reads a table; other columns are passed over.
  ///
  /// @throws IllegalArgumentException naming the line that is no pair, or when there is none at all
  /// @throws UncheckedIOException when the file cannot be read
  public static List<Pair> read(Path table) {
    List<Pair> pairs = new ArrayList<>();
    int number = 0;
    int column = 1;
    for (String line : lines(table)) {
      number++;
      if (number == 1 && line.startsWith(HEADER)) {
        column = textColumn(List.of(line.split("\t")));
      } else if (!line.isBlank()) {
        pairs.add(pair(line, column, table + ", line " + number));
      }
    }
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException(table + ": holds no pair of file<TAB>text");
    }
    return pairs;
  }

  private static int textColumn(List<String> header) {
    return TEXT.stream().map(header::indexOf).filter(at -> at > 0).findFirst().orElse(1);
  }

  private static Pair pair(String line, int column, String place) {
    String[] columns = line.split("\t", -1);
    if (columns.length <= column || columns[0].isBlank() || columns[column].isBlank()) {
      throw new IllegalArgumentException(
          place + ": file<TAB>text expected, got \"" + shortened(line) + "\"");
    }
    return new Pair(columns[0].strip(), columns[column].strip());
  }

  private static String shortened(String line) {
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }

  private static List<String> lines(Path table) {
    try {
      List<String> lines = Files.readAllLines(table, StandardCharsets.UTF_8);
      if (!lines.isEmpty() && lines.getFirst().startsWith("\uFEFF")) {
        lines.set(0, lines.getFirst().substring(1));
      }
      return lines;
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(table + ": is no text in UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(table + ": cannot be read", e);
    }
  }
}
