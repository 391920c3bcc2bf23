package dev.semblance.cli.options;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/// A way to write a date.
///
/// It does not stand inside of [DateOption]: Java 25 breaks down when it writes a start-up cache
/// where lambdas belong to a class inside of one that the cache cannot hold, and it can hold none
/// that implements an interface of the parser (`ArchiveBuilder::get_buffered_addr`).
///
/// @param pattern the regular expression that such dates match
/// @param reading gives the first moment
record DateForm(String pattern, Function<String, LocalDateTime> reading) {
  static final List<DateForm> ALL =
      List.of(
          new DateForm("\\d{4}", text -> Year.parse(text).atDay(1).atStartOfDay()),
          new DateForm("\\d{4}-\\d\\d", text -> YearMonth.parse(text).atDay(1).atStartOfDay()),
          new DateForm("\\d{4}-\\d\\d-\\d\\d", text -> LocalDate.parse(text).atStartOfDay()),
          new DateForm(
              "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d)?",
              text -> LocalDateTime.parse(text.replace(' ', 'T'))));

  boolean fits(String text) {
    return text.matches(pattern);
  }

  /// @throws java.time.DateTimeException when there is no such day or time
  LocalDateTime read(String text) {
    return reading.apply(text);
  }
}
