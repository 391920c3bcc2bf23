package dev.semblance.hub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How often something is tried again, after which pauses, and what is said of it.
class RetriesTest {
  private final List<String> notices = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final Retries retries = new Retries("org/x", notices::add, pauses::add);

  @Test
  void pauses_double_from_half_a_second_and_the_fifth_failure_in_a_row_is_the_end() {
    fail(4);
    assertThat(pauses).extracting(Duration::toMillis).containsExactly(500L, 1000L, 2000L, 4000L);
    IOException last = new IOException("the line is dead");
    assertThatThrownBy(() -> retries.failed(last))
        .isInstanceOf(ModelException.class)
        .hasMessage("org/x: the line is dead (tried 5 times); run the command again later")
        .hasCause(last);
    assertThat(pauses).hasSize(4);
    assertThat(notices).hasSize(4).containsOnly("org/x: the line is down; trying again");
  }

  @Test
  void whoever_makes_progress_in_between_may_fail_as_often_as_at_first() {
    for (int round = 0; round < 3; round++) {
      fail(4);
      retries.progressed();
    }
    assertThat(pauses).hasSize(12);
    assertThat(pauses.subList(8, 12)).isEqualTo(pauses.subList(0, 4));
  }

  @Test
  void waits_as_long_as_the_server_asks_instead_of_its_own_time() {
    fail(2);
    retries.failed(asking(Duration.ofSeconds(7)));
    retries.failed(asking(Duration.ZERO));
    assertThat(pauses.subList(2, 4)).containsExactly(Duration.ofSeconds(7), Duration.ZERO);
  }

  @Test
  void two_minutes_are_waited_for_and_what_is_longer_is_told_of() {
    retries.failed(asking(Duration.ofMinutes(2)));
    assertThat(pauses).containsExactly(Duration.ofMinutes(2));
    assertThatThrownBy(() -> retries.failed(asking(Duration.ofMinutes(2).plusSeconds(1))))
        .isInstanceOf(ModelException.class)
        .hasMessage("org/x: busy, and asks to wait 121 seconds; run the command again then");
    assertThat(pauses).hasSize(1);
    assertThat(notices).hasSize(1);
  }

  @Test
  void a_server_that_asks_to_wait_counts_as_a_failure_too() {
    for (int i = 0; i < 4; i++) {
      retries.failed(asking(Duration.ZERO));
    }
    assertThatThrownBy(() -> retries.failed(asking(Duration.ZERO)))
        .hasMessageContaining("tried 5 times");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void the_reason_is_in_words(IOException failure, String reason) {
    retries.failed(failure);
    assertThat(notices).containsExactly("org/x: " + reason + "; trying again");
  }

  static List<Object[]> failures() {
    IOException unresolved = new ConnectException("no");
    unresolved.initCause(new ConnectException().initCause(new UnresolvedAddressException()));
    return List.of(
        new Object[] {unresolved, "the host is not known; is there a network?"},
        new Object[] {new ConnectException(), "no connection"},
        new Object[] {new ConnectException("refused"), "no connection (refused)"},
        new Object[] {new EOFException(), "EOFException"},
        new Object[] {new IOException("reset by peer"), "reset by peer"});
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      retries.failed(new IOException("the line is down"));
    }
  }

  private static IOException asking(Duration wait) {
    return new TroubleException("busy", Optional.of(wait));
  }
}
