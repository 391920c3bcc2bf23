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
/// without a header line that begins with `file`. Empty lines are passed over. Stateless.
public final class PairTable {
  private static final String HEADER = "file\t";

  private PairTable() {}

  /// A picture and a text.
  ///
  /// @param file its name as in the folder or tar
  /// @param text a caption or a label
  public record Pair(String file, String text) {}

  /// Reads a table; further columns are passed over.
  ///
  /// @throws IllegalArgumentException naming the line that is no pair, or when there is none at all
  /// @throws UncheckedIOException when the file cannot be read
  public static List<Pair> read(Path table) {
    List<Pair> pairs = new ArrayList<>();
    int number = 0;
    for (String line : lines(table)) {
      number++;
      boolean header = number == 1 && line.startsWith(HEADER);
      if (!line.isBlank() && !header) {
        pairs.add(pair(line, table + ", line " + number));
      }
    }
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException(table + ": holds no pair of file<TAB>text");
    }
    return pairs;
  }

  private static Pair pair(String line, String place) {
    String[] columns = line.split("\t", -1);
    if (columns.length < 2 || columns[0].isBlank() || columns[1].isBlank()) {
      throw new IllegalArgumentException(
          place + ": file<TAB>text expected, got \"" + shortened(line) + "\"");
    }
    return new Pair(columns[0].strip(), columns[1].strip());
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
