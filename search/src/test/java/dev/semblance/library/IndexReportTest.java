package dev.semblance.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IndexReportTest {
  private static final IndexReport FIRST =
      new IndexReport(1, 2, 3, 4, 5, 6, Duration.ofSeconds(2), false);
  private static final IndexReport LATER =
      new IndexReport(10, 20, 30, 40, 50, 60, Duration.ofSeconds(20), true);

  @Test
  void two_runs_over_different_files_add_up() {
    assertThat(FIRST.plus(LATER))
        .isEqualTo(new IndexReport(11, 22, 33, 44, 55, 66, Duration.ofSeconds(22), true));
  }

  @Test
  void of_two_runs_over_the_same_files_the_later_one_knows_what_is_there() {
    assertThat(FIRST.then(LATER))
        .isEqualTo(new IndexReport(11, 22, 30, 44, 50, 66, Duration.ofSeconds(22), true));
  }
}
