package dev.semblance.cli.options;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The first moment of a date as people write it: a year, a month, a day, a time of day.
public final class DateOption implements ITypeConverter<LocalDateTime> {
  @Override
  public LocalDateTime convert(String text) {
    for (DateForm form : DateForm.ALL) {
      if (form.fits(text)) {
        try {
          return form.read(text);
        } catch (DateTimeException _) {
          throw new TypeConversionException("\"" + text + "\" is not in the calendar");
        }
      }
    }
    throw new TypeConversionException(
        "\"" + text + "\" is no date; write 2024, 2024-05, 2024-05-17 or 2024-05-17T18:30");
  }
}
