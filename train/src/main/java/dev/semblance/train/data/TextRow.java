package dev.semblance.train.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One text of one picture, a line of a table.
///
/// @param file the picture's name, as in its tar
/// @param source the collection it comes from
/// @param kind `caption`, `label`, `synonyms`, `objects`, `group` or `description`
/// @param text what it says
public record TextRow(String file, String source, String kind, String text) {
  private static final String HEADER = "file\tsource\tsplit\tkind\ttext";

  /// The rows of a table with the header `file source split kind text`, tabs between.
  ///
  /// @throws UncheckedIOException when it cannot be read
  /// @throws IllegalArgumentException when a line is not of this form
  public static List<TextRow> read(Path table) {
    List<TextRow> rows = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(table);
      for (int i = 0; i < lines.size(); i++) {
        if (i == 0 && lines.get(0).equals(HEADER)) {
          continue;
        }
        String[] fields = lines.get(i).split("\t", -1);
        if (fields.length != 5) {
          throw new IllegalArgumentException(
              table + ", line " + (i + 1) + ": five fields expected, got " + fields.length);
        }
        rows.add(new TextRow(fields[0], fields[1], fields[3], fields[4].strip()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(table + ": cannot be read", e);
    }
    return rows;
  }
}
