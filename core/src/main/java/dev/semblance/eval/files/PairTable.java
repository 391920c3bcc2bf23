package dev.semblance.eval.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A table of pictures and what is said of each, a pair a row, in UTF-8: `file<TAB>text`, or by RFC
/// 4180 `file,text` where the table's name ends in `.csv`.
///
/// With or without a header that begins with `file`. Where a header has more columns, the text is
/// in the one called `text`, `caption` or `label`. Empty lines are passed over. Stateless.
public final class PairTable {
  private static final String FILE = "file";
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
  /// @throws java.io.UncheckedIOException when the file cannot be read
  public static List<Pair> read(Path table) {
    boolean commas = table.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    String form = commas ? "file,text" : "file<TAB>text";
    String text = TextFiles.read(table, "a table");
    List<TableRow> rows = commas ? CsvRows.of(text, table) : tabbed(text);
    int column = 1;
    if (!rows.isEmpty() && isHeader(rows.getFirst())) {
      column = textColumn(rows.getFirst().cells());
      rows = rows.subList(1, rows.size());
    }
    List<Pair> pairs = new ArrayList<>();
    for (TableRow row : rows) {
      if (!row.says(0) || !row.says(column)) {
        throw new IllegalArgumentException(
            table
                + ", line "
                + row.line()
                + ": "
                + form
                + " expected, got \""
                + shortened(String.join(commas ? "," : "\t", row.cells()))
                + "\"");
      }
      pairs.add(new Pair(row.cells().getFirst().strip(), row.cells().get(column).strip()));
    }
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException(table + ": holds no pair of " + form);
    }
    return pairs;
  }

  private static boolean isHeader(TableRow row) {
    return row.cells().size() > 1 && row.cells().getFirst().equals(FILE);
  }

  private static int textColumn(List<String> header) {
    return TEXT.stream().map(header::indexOf).filter(at -> at > 0).findFirst().orElse(1);
  }

  private static List<TableRow> tabbed(String text) {
    List<TableRow> rows = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        rows.add(new TableRow(number, List.of(line.split("\t", -1))));
      }
    }
    return rows;
  }

  private static String shortened(String line) {
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }
}
