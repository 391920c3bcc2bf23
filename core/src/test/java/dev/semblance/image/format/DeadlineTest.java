package dev.semblance.image.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When the work on one picture has to be over.
class DeadlineTest {
  @Test
  void a_time_to_come_leaves_at_most_itself() {
    Deadline deadline = Deadline.in(Duration.ofHours(1));

    assertThat(deadline.passed()).isFalse();
    assertThat(deadline.left())
        .isLessThanOrEqualTo(Duration.ofHours(1))
        .isGreaterThan(Duration.ofMinutes(50));
    assertThatCode(deadline::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-0.000000001S", "PT-1H", "PT-2000000H"})
  void a_time_that_is_over_leaves_nothing(String time) {
    Deadline deadline = Deadline.in(Duration.parse(time));

    assertThat(deadline.passed()).isTrue();
    assertThat(deadline.left()).isZero();
    assertThatThrownBy(deadline::check)
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("the time for a picture is over");
  }

  @Test
  void a_time_longer_than_any_clock_counts_never_passes() {
    Deadline deadline = Deadline.in(ChronoUnit.FOREVER.getDuration());

    assertThat(deadline.passed()).isFalse();
    assertThat(deadline.left()).isGreaterThan(Duration.ofDays(365));
  }
}
