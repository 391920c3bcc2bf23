package dev.semblance.cli.options;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The first moment of a date as people write it: a year, a month, a day, a time of day.
public final class DateOption implements ITypeConverter<LocalDateTime> {
  @Override
  public LocalDateTime convert(String text) {
    for (Form form : Form.ALL) {
      if (text.matches(form.pattern())) {
        try {
          return form.reading().apply(text);
        } catch (DateTimeException _) {
          throw new TypeConversionException("\"" + text + "\" is not in the calendar");
        }
      }
    }
    throw new TypeConversionException(
        "\"" + text + "\" is no date; write 2024, 2024-05, 2024-05-17 or 2024-05-17T18:30");
  }

  /// A way to write a date.
  private record Form(String pattern, Function<String, LocalDateTime> reading) {
    static final List<Form> ALL =
        List.of(
            new Form("\\d{4}", text -> Year.parse(text).atDay(1).atStartOfDay()),
            new Form("\\d{4}-\\d\\d", text -> YearMonth.parse(text).atDay(1).atStartOfDay()),
            new Form("\\d{4}-\\d\\d-\\d\\d", text -> LocalDate.parse(text).atStartOfDay()),
            new Form(
                "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d)?",
                text -> LocalDateTime.parse(text.replace(' ', 'T'))));
  }
}
