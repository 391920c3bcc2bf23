package dev.semblance.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times and names in EXIF as cameras and programs spell them.
class CameraTextTest {
  private static PictureMetadata of(int tag, String text) {
    return PictureMetadata.of(new TiffBuilder(ByteOrder.LITTLE_ENDIAN).ascii(tag, text).build());
  }

  private static Optional<LocalDateTime> time(String text) {
    return of(TiffBuilder.DATE_TIME, text).captured();
  }

  @ParameterizedTest
  @CsvSource({
    "2023:07:14 18:05:59",
    "2023-07-14 18:05:59",
    "2023/07/14 18:05:59",
    "2023.07.14 18:05:59",
    "2023-07-14T18:05:59Z",
    "2023:07:14 18:05:59.25+02:00",
    "'  2023:07:14\n18:05:59 '"
  })
  void a_time_is_read_in_many_spellings(String text) {
    assertThat(time(text)).contains(LocalDateTime.of(2023, 7, 14, 18, 5, 59));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023:07:14",
        "2023:07:14 18:05",
        "23:07:14 18:05:59",
        "2023:02:30 18:05:59",
        "2023:07:14 24:00:00",
        "    :  :     :  :  ",
        "yesterday"
      })
  void what_is_no_time_is_left_out(String text) {
    assertThat(time(text)).isEmpty();
  }

  @Test
  void a_name_is_one_line_of_a_bounded_length() {
    assertThat(of(TiffBuilder.MODEL, " Model\t5\r\nof\u0007 many ").camera())
        .contains("Model 5 of many");
    assertThat(of(TiffBuilder.MODEL, "x".repeat(5000)).camera()).contains("x".repeat(100));
  }
}
