package dev.semblance.hub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.model.ModelException;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which answers of a hub are worth another attempt, and what the others say in one sentence.
class RefusalsTest {
  private static final URI HUB = URI.create("https://hub.example.org");
  private static final URI FILE = HUB.resolve("/org/x/resolve/main/f");
  private static final URI STORAGE = URI.create("https://storage.example.org/f?signature=secret");

  @ParameterizedTest
  @CsvSource({
    "429, the server is asked too often (429)",
    "408, the server has trouble (408)",
    "500, the server has trouble (500)",
    "503, the server has trouble (503)",
    "599, the server has trouble (599)"
  })
  void trouble_may_be_over_in_a_moment_at_the_hub_and_at_its_storage(int status, String reason) {
    for (URI at : List.of(FILE, STORAGE)) {
      assertThat(refusals(false).of(status, headers(Map.of()), "org/x", at))
          .isInstanceOf(TroubleException.class)
          .hasMessage(reason);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void an_address_of_the_storage_that_refuses_may_be_had_anew_and_is_not_shown(int status) {
    IOException trouble = refusals(true).of(status, headers(Map.of()), "org/x", STORAGE);
    assertThat(trouble)
        .isInstanceOf(TroubleException.class)
        .hasMessage("storage.example.org, where the hub sends on to, refuses (" + status + ")");
    assertThat(((TroubleException) trouble).waiting()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "404, RevisionNotFound, no such revision (404); leave out --revision",
    "404, EntryNotFound, the hub has no such file there (404)",
    "404, RepoNotFound, nothing of that name (404); check it at https://hub.example.org",
    "404, '', nothing of that name (404); check it at https://hub.example.org",
    "418, '', the hub answers with 418",
    "301, '', the hub answers with 301"
  })
  void the_header_x_error_code_tells_reasons_apart(int status, String code, String reason) {
    for (boolean token : new boolean[] {true, false}) {
      assertThat(refused(status, code, token)).startsWith("org/x: ").contains(reason);
    }
  }

  @Test
  void terms_that_were_not_accepted_are_told_by_status_or_by_code() {
    String without = refused(403, "", false);
    assertThat(without)
        .isEqualTo(
            "org/x: the hub keeps this for those who accepted its terms (403); accept them at"
                + " https://hub.example.org and set HF_TOKEN to a token of that account");
    assertThat(refused(401, "GatedRepo", false)).isEqualTo(without.replace("403", "401"));
    assertThat(refused(403, "", true)).endsWith("with the account that the token belongs to");
  }

  @Test
  void who_is_not_known_is_told_to_set_a_token_or_to_make_a_new_one() {
    assertThat(refused(401, "RepoNotFound", false))
        .contains("the name is wrong, or it is private; check the name, or set HF_TOKEN");
    assertThat(refused(401, "RepoNotFound", true))
        .isEqualTo(
            "org/x: the hub does not accept the token (401); make a new one and set HF_TOKEN");
  }

  @Test
  void a_server_may_ask_to_wait_for_seconds() {
    assertThat(waiting("0")).contains(Duration.ZERO);
    assertThat(waiting(" 17 ")).contains(Duration.ofSeconds(17));
    assertThat(waiting("999999999")).contains(Duration.ofSeconds(999_999_999));
  }

  @Test
  void a_server_may_ask_to_wait_until_a_date() {
    ZonedDateTime then = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(90);
    Duration left = waiting(DateTimeFormatter.RFC_1123_DATE_TIME.format(then)).orElseThrow();
    assertThat(left.toMillis()).isCloseTo(90_000, within(30_000L));
    // the example of RFC 9110, 10.2.3, long past
    assertThat(waiting("Fri, 31 Dec 1999 23:59:59 GMT")).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "1.5", "soon", "9999999999999999999999", "Fri, 31 Dec 1999", "1e3"})
  void what_is_neither_seconds_nor_a_date_asks_for_nothing(String written) {
    assertThat(waiting(written)).isEmpty();
  }

  private static Optional<Duration> waiting(String written) {
    IOException trouble =
        refusals(false).of(429, headers(Map.of("Retry-After", written)), "org/x", FILE);
    return ((TroubleException) trouble).waiting();
  }

  private static String refused(int status, String code, boolean token) {
    String[] message = {""};
    HttpHeaders headers = headers(code.isEmpty() ? Map.of() : Map.of("X-Error-Code", code));
    assertThatThrownBy(() -> refusals(token).of(status, headers, "org/x", FILE))
        .isInstanceOf(ModelException.class)
        .satisfies(e -> message[0] = String.valueOf(e.getMessage()));
    return message[0];
  }

  private static Refusals refusals(boolean token) {
    Optional<String> given = token ? Optional.of("hf_secret") : Optional.empty();
    return new Refusals(
        new HubSettings(HUB, given, Path.of("none"), false, ProxySelector.of(null)));
  }

  private static HttpHeaders headers(Map<String, String> given) {
    Map<String, List<String>> lists = new java.util.HashMap<>();
    given.forEach((name, value) -> lists.put(name, List.of(value)));
    return HttpHeaders.of(lists, (_, _) -> true);
  }
}
