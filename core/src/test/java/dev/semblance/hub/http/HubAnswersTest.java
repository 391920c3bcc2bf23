package dev.semblance.hub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.hub.ScriptedServer;
import dev.semblance.hub.ScriptedServer.Answer;
import dev.semblance.hub.ScriptedServer.Asked;
import dev.semblance.model.ModelException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What [HubClient] makes of answers: pieces of files, sizes, redirects, tokens, cut connections.
class HubAnswersTest {
  private static final String WHOLE = "0123456789";

  private final ScriptedServer server = new ScriptedServer();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final HubClient client =
      new HubClient(
          new HubSettings(
              server.at(""),
              Optional.of("hf_secret"),
              Path.of("none"),
              false,
              ProxySelector.of(null)),
          notices::add,
          pauses::add);

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void a_piece_begins_where_it_was_asked_for() throws IOException {
    server.answering("/f", piece("456789", "bytes 4-9/10"));
    try (HubBody body = client.open(server.at("/f"), "f", 4, 10)) {
      assertThat(body.start()).isEqualTo(4);
      assertThat(text(body)).isEqualTo("456789");
    }
    assertThat(server.asked()).extracting(Asked::range).containsExactly("bytes=4-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes 5-9/10",
        "bytes 4-9/11",
        "bytes 4-9/*",
        "",
        "bytes 4-9/99999999999999999999",
        "bytes 99999999999999999999-9/10"
      })
  void a_piece_of_something_else_is_not_used_and_the_whole_is_asked_for(String range)
      throws IOException {
    server.answering("/f", piece("456789", range), Answer.of(200, WHOLE));
    try (HubBody body = client.open(server.at("/f"), "f", 4, 10)) {
      assertThat(body.start()).isZero();
      assertThat(text(body)).isEqualTo(WHOLE);
    }
    assertThat(server.asked()).extracting(Asked::range).containsExactly("bytes=4-", "");
  }

  @Test
  void a_server_that_knows_no_pieces_sends_the_whole_from_the_beginning() throws IOException {
    server.answering("/f", Answer.of(200, WHOLE));
    try (HubBody body = client.open(server.at("/f"), "f", 4, 10)) {
      assertThat(body.start()).isZero();
      assertThat(text(body)).isEqualTo(WHOLE);
    }
    assertThat(server.asked()).as("asked once").hasSize(1);
  }

  @Test
  void a_piece_beyond_the_end_is_asked_for_again_from_the_beginning() throws IOException {
    server.answering("/f", Answer.of(416, ""), Answer.of(200, WHOLE));
    try (HubBody body = client.open(server.at("/f"), "f", 10, 10)) {
      assertThat(body.start()).isZero();
      assertThat(text(body)).isEqualTo(WHOLE);
    }
    server.answering("/g", Answer.of(416, ""));
    assertThatThrownBy(() -> client.open(server.at("/g"), "org/g", 10, 10).close())
        .isInstanceOf(ModelException.class)
        .hasMessage("org/g: the hub answers with 416, which nobody expects here; try again later");
  }

  @Test
  void a_body_that_was_cut_is_an_error_and_not_a_short_file() throws IOException {
    server.answering("/f", Answer.of(200, WHOLE).cut());
    try (HubBody body = client.open(server.at("/f"), "f", 0, 20)) {
      assertThatThrownBy(() -> text(body))
          .isInstanceOf(IOException.class)
          .hasMessage("the connection was cut");
    }
  }

  @Test
  void a_document_that_was_cut_is_asked_for_again_after_half_a_second() {
    server.answering("/f", Answer.of(200, "01234").cut(), Answer.of(200, WHOLE));
    assertThat(client.get(server.at("/f"), "org/x", 10)).asString().isEqualTo(WHOLE);
    assertThat(pauses).containsExactly(Duration.ofMillis(500));
    assertThat(notices).containsExactly("org/x: the connection was cut; trying again");
  }

  @Test
  void a_document_may_have_as_many_bytes_as_allowed_and_not_one_more() {
    server.answering("/f", Answer.of(200, WHOLE));
    assertThat(client.get(server.at("/f"), "org/x", 10)).hasSize(10);
    assertThatThrownBy(() -> client.get(server.at("/f"), "org/x", 9))
        .hasMessage("org/x: the hub's answer is longer than 9 bytes");
    server.answering("/empty", Answer.of(200, ""));
    assertThat(client.get(server.at("/empty"), "org/x", 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"W/\"abc\",abc", "\"abc\",abc", "abc,abc", "\"\",''"})
  void an_etag_is_read_without_its_signs(String sent, String read) {
    server.answering("/f", Answer.of(200, "").with("ETag", sent).with("Content-Length", "7"));
    assertThat(client.head(server.at("/f"), "f"))
        .isEqualTo(new FileHead(read, 7, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "-1", "1234567890123456789"})
  void a_file_whose_linked_size_is_no_size_is_followed_to_its_storage(String size) {
    server
        .answering(
            "/f",
            Answer.of(302, "")
                .with("Location", "/stored")
                .with("X-Linked-Etag", "\"abc\"")
                .with("X-Linked-Size", size))
        .answering("/stored", Answer.of(200, "").with("ETag", "x").with("Content-Length", "12"));
    assertThat(client.head(server.at("/f"), "f"))
        .isEqualTo(new FileHead("abc", 12, Optional.empty()));
  }

  @Test
  void what_the_hub_says_of_a_large_file_is_enough_and_its_storage_is_not_asked() {
    server.answering(
        "/f",
        Answer.of(302, "")
            .with("Location", "/stored")
            .with("X-Repo-Commit", "c0ffee")
            .with("X-Linked-Etag", "\"abc\"")
            .with("X-Linked-Size", "3000000000"));
    assertThat(client.head(server.at("/f"), "f"))
        .isEqualTo(new FileHead("abc", 3_000_000_000L, Optional.of("c0ffee")));
    assertThat(server.asked()).extracting(Asked::path).containsExactly("/f");
  }

  @Test
  void a_file_of_unknown_size_is_refused() {
    server.answering("/f", Answer.of(200, "").with("Transfer-Encoding", "chunked"));
    assertThatThrownBy(() -> client.head(server.at("/f"), "org/x/f"))
        .isInstanceOf(ModelException.class)
        .hasMessage("org/x/f: the hub does not say how large this is; use another mirror");
  }

  @Test
  void the_token_goes_to_every_address_of_the_hub_and_to_no_other() {
    try (ScriptedServer other = new ScriptedServer()) {
      other.answering("/b", redirect(server.at("/c").toString()));
      server
          .answering("/a", redirect(other.at("/b").toString()))
          .answering("/c", Answer.of(200, "back"));
      assertThat(client.get(server.at("/a"), "x", 10)).asString().isEqualTo("back");
      assertThat(server.asked()).extracting(Asked::token).containsOnly("Bearer hf_secret");
      assertThat(other.asked()).extracting(Asked::token).containsExactly("");
    }
  }

  @Test
  void six_redirects_are_followed_and_seven_are_not() {
    for (int i = 0; i < 7; i++) {
      server.answering("/" + i, redirect("/" + (i + 1)));
    }
    server.answering("/7", Answer.of(200, "end"));
    assertThat(client.get(server.at("/1"), "x", 10)).asString().isEqualTo("end");
    assertThatThrownBy(() -> client.get(server.at("/0"), "org/x", 10))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("org/x: the hub sends from one address to the next");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a b/", "http:///nowhere", "ftp://localhost/x"})
  void an_address_that_is_none_is_not_followed(String location) {
    server.answering("/f", redirect(location));
    assertThatThrownBy(() -> client.get(server.at("/f"), "org/x", 10))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("org/x: the hub sends on to ");
    assertThat(pauses).isEmpty();
  }

  @Test
  void a_redirect_that_says_not_where_to_is_an_unexpected_answer() {
    server.answering("/f", Answer.of(302, ""));
    assertThatThrownBy(() -> client.get(server.at("/f"), "org/x", 10))
        .hasMessageContaining("org/x: the hub answers with 302");
  }

  @Test
  void an_interrupted_thread_stops_with_a_sentence_and_stays_interrupted() {
    server.answering("/f", Answer.of(200, WHOLE));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> client.get(server.at("/f"), "x", 10))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("interrupted; the same command goes on where it was");
    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
  }

  @Test
  void closing_twice_is_harmless_and_a_closed_client_asks_nobody() {
    client.close();
    client.close();
    server.answering("/f", Answer.of(200, WHOLE));
    assertThatThrownBy(() -> client.get(server.at("/f"), "org/x", 10))
        .isInstanceOf(ModelException.class);
    assertThat(server.asked()).isEmpty();
  }

  private static Answer piece(String body, String range) {
    return Answer.of(206, body).with("Content-Range", range);
  }

  private static Answer redirect(String to) {
    return Answer.of(302, "").with("Location", to);
  }

  private static String text(HubBody body) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[3];
    for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      all.write(buffer, 0, count);
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }
}
