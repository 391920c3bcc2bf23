package dev.semblance.train.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdapterReportTest {
  @Test
  void a_clear_gain_is_claimed() {
    boolean[] before = new boolean[200];
    boolean[] after = new boolean[200];
    for (int i = 0; i < 200; i++) {
      before[i] = i % 4 == 0;
      after[i] = i % 2 == 0;
    }

    AdapterReport report = AdapterReport.of(before, after, 10);

    assertThat(report.gained()).isTrue();
    assertThat(report.before()).isEqualTo(0.25);
    assertThat(report.after()).isEqualTo(0.5);
    assertThat(report.low()).isLessThan(0.25);
    assertThat(report.high()).isGreaterThan(0.25);
  }

  @Test
  void a_gain_inside_the_noise_is_not_claimed() {
    boolean[] before = new boolean[200];
    boolean[] after = new boolean[200];
    for (int i = 0; i < 200; i++) {
      before[i] = i % 2 == 0;
      after[i] = i % 2 == 0;
    }
    after[1] = true;

    AdapterReport report = AdapterReport.of(before, after, 10);

    assertThat(report.gained()).isFalse();
    assertThat(report.inWords()).contains("no gain that chance would not give");
  }
}
