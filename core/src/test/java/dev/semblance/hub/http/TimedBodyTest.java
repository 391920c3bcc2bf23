package dev.semblance.hub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

/// A body that arrives in pieces: nothing is lost or asked for too early, and waiting has an end.
class TimedBodyTest {
  private final Sender sender = new Sender();

  @Test
  void reads_what_came_in_order_whatever_the_sizes_of_pieces_and_buffer() throws IOException {
    for (long seed = 1; seed <= 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      try (TimedBody body = new TimedBody(Duration.ofSeconds(20))) {
        StringBuilder sent = new StringBuilder();
        body.onSubscribe(new Sender());
        for (int event = random.nextInt(6); event > 0; event--) {
          body.onNext(pieces(random, sent));
        }
        body.onComplete();
        assertThat(all(body, 1 + random.nextInt(9))).as("seed " + seed).isEqualTo(sent.toString());
      }
    }
  }

  @Test
  void the_end_stays_the_end() throws IOException {
    try (TimedBody body = subscribed(Duration.ofSeconds(20))) {
      body.onComplete();
      assertThat(body.read(new byte[1])).isEqualTo(-1);
      assertThat(body.read(new byte[1])).isEqualTo(-1);
    }
  }

  @Test
  void more_is_asked_for_only_when_all_that_came_was_read() throws IOException {
    try (TimedBody body = subscribed(Duration.ofSeconds(20))) {
      assertThat(sender.requested).isEqualTo(1);
      body.onNext(List.of(bytes("ab"), bytes("cd")));
      assertThat(body.read(new byte[2])).isEqualTo(2);
      assertThat(body.read(new byte[1])).isEqualTo(1);
      assertThat(sender.requested).as("one byte is left").isEqualTo(1);
      assertThat(body.read(new byte[9])).isEqualTo(1);
      assertThat(sender.requested).isEqualTo(2);
    }
  }

  @Test
  void a_piece_without_bytes_is_no_end_and_more_is_asked_for() throws IOException {
    try (TimedBody body = subscribed(Duration.ofSeconds(20))) {
      sender.next = () -> body.onNext(List.of(bytes("x")));
      body.onNext(List.of(bytes(""), bytes("")));
      assertThat(body.read(new byte[4])).isEqualTo(1);
    }
  }

  @Test
  void gives_up_when_nothing_comes() {
    try (TimedBody body = subscribed(Duration.ofMillis(20))) {
      assertThatThrownBy(() -> body.read(new byte[1]))
          .isInstanceOf(HttpTimeoutException.class)
          .hasMessage("nothing came for 0 seconds");
    }
  }

  @Test
  void what_came_before_the_connection_was_cut_is_read_first() throws IOException {
    try (TimedBody body = subscribed(Duration.ofSeconds(20))) {
      body.onNext(List.of(bytes("ab")));
      body.onError(new IOException("reset"));
      assertThat(body.read(new byte[4])).isEqualTo(2);
      assertThatThrownBy(() -> body.read(new byte[4]))
          .isInstanceOf(IOException.class)
          .hasMessage("the connection was cut")
          .hasRootCauseMessage("reset");
    }
  }

  @Test
  void closing_ends_the_subscription_also_one_that_comes_later() {
    TimedBody early = subscribed(Duration.ofSeconds(20));
    early.close();
    assertThat(sender.cancelled).isTrue();
    Sender late = new Sender();
    TimedBody body = new TimedBody(Duration.ofSeconds(20));
    body.close();
    body.onSubscribe(late);
    assertThat(late.cancelled).isTrue();
    assertThat(late.requested).isZero();
  }

  @Test
  void an_interrupted_reader_stops_and_stays_interrupted() {
    try (TimedBody body = subscribed(Duration.ofSeconds(20))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> body.read(new byte[1]))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    }
  }

  private TimedBody subscribed(Duration patience) {
    TimedBody body = new TimedBody(patience);
    body.onSubscribe(sender);
    return body;
  }

  private static List<ByteBuffer> pieces(SplittableRandom random, StringBuilder sent) {
    List<ByteBuffer> pieces = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String piece = "abcdefghijkl".substring(random.nextInt(13));
      sent.append(piece);
      pieces.add(bytes(piece));
    }
    return pieces;
  }

  private static String all(TimedBody body, int size) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[size];
    for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      all.write(buffer, 0, count);
    }
    return all.toString(StandardCharsets.US_ASCII);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  /// Counts what is asked of it; from the second time on it answers.
  private static final class Sender implements Subscription {
    private long requested;
    private boolean cancelled;
    private Runnable next = () -> {};

    @Override
    public void request(long count) {
      requested += count;
      if (requested > 1) {
        next.run();
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
