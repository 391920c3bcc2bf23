package dev.semblance.eval.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Comma-separated values by RFC 4180: a cell in quotes may hold commas, line breaks and doubled
/// quotes. Empty lines are passed over, and so are spaces about a cell. Stateless.
final class CsvRows {
  private static final ObjectReader CSV =
      new CsvMapper()
          .readerFor(String[].class)
          .with(CsvParser.Feature.WRAP_AS_ARRAY)
          .with(CsvParser.Feature.SKIP_EMPTY_LINES)
          .with(CsvParser.Feature.TRIM_SPACES);

  private CsvRows() {}

  /// The rows of a text, each with the line that it begins on.
  ///
  /// @param table named in complaints
  /// @throws IllegalArgumentException naming the line of a row that is broken
  static List<TableRow> of(String text, Object table) {
    List<TableRow> rows = new ArrayList<>();
    int line = 1;
    try (MappingIterator<String[]> cells = CSV.readValues(text)) {
      while (cells.hasNextValue()) {
        // Empty lines are behind the parser now, the row is not.
        line = cells.getParser().currentLocation().getLineNr();
        rows.add(new TableRow(line, List.of(cells.nextValue())));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          table + ", line " + line + ": is broken CSV: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(table + ": cannot be read", e);
    }
    return rows;
  }
}
