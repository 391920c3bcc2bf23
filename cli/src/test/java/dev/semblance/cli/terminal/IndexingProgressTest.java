package dev.semblance.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IndexingProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long nanos;

  @Test
  void draws_a_bar_with_count_rate_time_left_and_failures() {
    IndexingProgress progress = progress(true, settings(100));
    progress.found(1_000, true);
    progress.failed("/a.jpg", "broken");
    pass(Duration.ofSeconds(5));
    progress.done(250, 240);
    assertThat(written())
        .isEqualTo(
            "\r\u001b[K[######------------------] 25 %  250 of 1,000 files  50/s  0:15 left"
                + "  240 embedded  1 failed");
  }

  @Test
  void promises_no_end_before_all_files_are_found() {
    IndexingProgress progress = progress(true, settings(100));
    progress.found(1_000, false);
    pass(Duration.ofSeconds(1));
    progress.done(50, 50);
    assertThat(written()).isEqualTo("\r\u001b[K50 of 1,000+ files  50/s  50 embedded");
  }

  @Test
  void begins_to_count_anew_when_a_watched_folder_changes() {
    IndexingProgress progress = progress(true, settings(100));
    progress.found(60, true);
    progress.done(60, 60);
    pass(Duration.ofSeconds(1));
    progress.found(3, false);
    assertThat(written()).isEqualTo("\r\u001b[K0 of 3+ files");
  }

  @Test
  void never_draws_past_the_edge() {
    IndexingProgress progress = progress(true, settings(40));
    progress.found(1_000, true);
    pass(Duration.ofSeconds(5));
    progress.done(250, 240);
    assertThat(written().replace("\r\u001b[K", "")).hasSize(39);
  }

  @Test
  void redraws_at_most_ten_times_a_second() {
    IndexingProgress progress = progress(true, settings(100));
    progress.found(1_000, true);
    for (int i = 0; i < 1_000; i++) {
      pass(Duration.ofMillis(1));
      progress.done(i, i);
    }
    assertThat(written().chars().filter(c -> c == '\r').count()).isBetween(9L, 10L);
  }

  @Test
  void takes_the_bar_away_at_the_end() {
    IndexingProgress progress = progress(true, settings(100));
    progress.found(10, true);
    pass(Duration.ofSeconds(1));
    progress.done(5, 5);
    progress.close();
    assertThat(written()).endsWith("\r\u001b[K");
  }

  @Test
  void puts_notices_above_the_bar() {
    IndexingProgress progress = progress(true, settings(100));
    progress.found(10, true);
    pass(Duration.ofSeconds(1));
    progress.done(5, 5);
    bytes.reset();
    progress.notice("one text was cut");
    assertThat(written()).isEqualTo("\r\u001b[Ksemblance: one text was cut\n");
  }

  @Test
  void writes_a_line_now_and_then_where_nobody_sits() {
    IndexingProgress progress = progress(false, settings(100));
    progress.found(1_000, true);
    for (int second = 1; second <= 25; second++) {
      pass(Duration.ofSeconds(1));
      progress.done(second * 10L, second * 10L);
    }
    assertThat(written().lines())
        .containsExactly(
            "semblance: 10 %  100 of 1,000 files  10/s  1:30 left  100 embedded",
            "semblance: 20 %  200 of 1,000 files  10/s  1:20 left  200 embedded");
  }

  @Test
  void is_silent_when_asked_but_for_notices() {
    IndexingProgress progress = progress(true, new IndexingProgress.Settings(100, true, false));
    progress.found(1_000, true);
    pass(Duration.ofSeconds(5));
    progress.done(250, 240);
    progress.failed("/a.jpg", "broken");
    progress.notice("stopping");
    assertThat(written()).isEqualTo("semblance: stopping\n");
  }

  @Test
  void tells_each_failure_when_asked() {
    IndexingProgress progress = progress(false, new IndexingProgress.Settings(100, false, true));
    progress.failed("/a\nb.jpg", "it ends too early");
    assertThat(written()).isEqualTo("semblance: failed: /a\\nb.jpg: it ends too early\n");
  }

  @Test
  void a_stretch_of_unchanged_files_does_not_promise_an_early_end() {
    Pace pace = new Pace(0);
    for (int second = 1; second <= 10; second++) {
      pace.update(second * 1_000_000_000L, second * 1_000L);
    }
    for (int second = 11; second <= 70; second++) {
      pace.update(second * 1_000_000_000L, 10_000 + (second - 10) * 10L);
    }
    assertThat(pace.perSecond()).isBetween(10.0, 40.0);
  }

  @Test
  void says_times_as_people_read_them() {
    Pace pace = new Pace(0);
    assertThat(pace.timeFor(10)).as("nothing known").isEmpty();
    pace.update(1_000_000_000L, 1);
    assertThat(pace.timeFor(65)).isEqualTo("1:05");
    assertThat(pace.timeFor(2 * 3600 + 3 * 60 + 9)).isEqualTo("2:03:09");
    assertThat(pace.timeFor(10_000_000)).isEqualTo("days");
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private IndexingProgress progress(boolean terminal, IndexingProgress.Settings settings) {
    return new IndexingProgress(new Output(bytes, terminal, Style.PLAIN), settings, () -> nanos);
  }

  private static IndexingProgress.Settings settings(int columns) {
    return new IndexingProgress.Settings(columns, false, false);
  }
}
