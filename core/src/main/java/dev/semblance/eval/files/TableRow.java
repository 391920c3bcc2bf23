package dev.semblance.eval.files;

import java.util.List;

/// A row of a table.
///
/// @param line the line of the file that it begins on, from 1
/// @param cells at least one
record TableRow(int line, List<String> cells) {
  TableRow {
    cells = List.copyOf(cells);
  }

  /// Whether the column exists and says something.
  boolean says(int column) {
    return column < cells.size() && !cells.get(column).isBlank();
  }
}
