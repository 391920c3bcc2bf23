package dev.semblance.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DateOptionTest {
  private final DateOption option = new DateOption();

  @ParameterizedTest
  @CsvSource({
    "2024, 2024-01-01T00:00:00",
    "2024-05, 2024-05-01T00:00:00",
    "2024-05-17, 2024-05-17T00:00:00",
    "2024-02-29, 2024-02-29T00:00:00",
    "2024-05-17T18:30, 2024-05-17T18:30:00",
    "2024-05-17 18:30, 2024-05-17T18:30:00",
    "2024-05-17T18:30:15, 2024-05-17T18:30:15"
  })
  void reads_the_first_moment_of_what_people_write(String written, LocalDateTime expected) {
    assertThat(option.convert(written)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"24", "May 2024", "17.05.2024", "yesterday", "2024-5", "", "2024-05-17T18"})
  void tells_what_to_write_instead(String written) {
    assertThatThrownBy(() -> option.convert(written))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage(
            "\"" + written + "\" is no date; write 2024, 2024-05, 2024-05-17 or 2024-05-17T18:30");
  }

  @Test
  void knows_the_calendar() {
    assertThatThrownBy(() -> option.convert("2023-02-29"))
        .hasMessage("\"2023-02-29\" is not in the calendar");
  }
}
