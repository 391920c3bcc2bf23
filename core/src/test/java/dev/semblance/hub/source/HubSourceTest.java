package dev.semblance.hub.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.hub.HubServer;
import dev.semblance.hub.ScriptedServer;
import dev.semblance.hub.ScriptedServer.Answer;
import dev.semblance.hub.ScriptedServer.Asked;
import dev.semblance.hub.http.HubClient;
import dev.semblance.hub.http.HubSettings;
import dev.semblance.hub.source.Place.Repository;
import dev.semblance.model.ModelException;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A repository at one commit: how it is asked for, what of its answers is believed, and how a file
/// comes to disk whole.
class HubSourceTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String LISTING = "/api/models/org/x/revision/main";
  private static final String FILE = "/org/x/resolve/" + COMMIT + "/config.json";
  private static final String WHOLE = "0123456789";

  @TempDir Path home;
  private final ScriptedServer server = new ScriptedServer();
  private final List<Duration> pauses = new ArrayList<>();
  private final HubClient client =
      new HubClient(
          new HubSettings(
              server.at(""), Optional.empty(), Path.of("none"), false, ProxySelector.of(null)),
          _ -> {},
          pauses::add);

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void the_listing_names_the_commit_and_the_files() {
    HubSource source = source(listing(COMMIT, "config.json", "onnx/model.onnx"));
    assertThat(source.names()).containsExactly("config.json", "onnx/model.onnx");
    assertThat(source.pin()).isEqualTo(new Pin("org/x", server.at("").toString(), "main", COMMIT));
  }

  @Test
  void a_revision_with_slashes_is_one_part_of_the_address() {
    server.answering(
        "/api/models/org/x/revision/refs%2Fpr%2F1", Answer.of(200, listing(COMMIT, "a")));
    assertThat(HubSource.of(client, repository("refs/pr/1"), cache()).names()).containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"sha\": \"main\", \"siblings\": []}|field sha is main; allowed: a commit of 40",
        "{\"siblings\": []}|field sha is missing",
        "[]|must hold one JSON object",
        "<html>|not valid JSON"
      })
  void a_listing_that_is_none_is_told_with_repository_and_hub(String json, String reason) {
    assertThatThrownBy(() -> source(json))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("org/x at " + server.at(""))
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b.json", "100%.json", "what#is.json", "größe.json", "a+b&c.json"})
  void a_file_s_name_is_written_into_the_address_so_that_it_comes_back(String name)
      throws IOException {
    byte[] content = name.getBytes(StandardCharsets.UTF_8);
    try (HubServer hub = new HubServer().with("org/x", COMMIT, java.util.Map.of(name, content))) {
      Repository there = new Repository(hub.endpoint(), "org/x", "main");
      HubSource source = HubSource.of(client, there, cache());
      RemoteFile file = source.file(name);
      assertThat(file.hash().hex()).isEqualTo(HubServer.gitBlob(content));
      Path part = home.resolve("part");
      assertThat(source.fetch(file, part, _ -> {})).isTrue();
      assertThat(part).hasBinaryContent(content);
    }
  }

  @Test
  void a_file_that_is_given_from_another_commit_is_refused() {
    HubSource source = source(listing(COMMIT, "config.json"));
    String later = "f".repeat(40);
    server.answering(FILE, head().with("X-Repo-Commit", later));
    assertThatThrownBy(() -> source.file("config.json"))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "org/x/config.json: the hub gives it from commit "
                + later
                + " where "
                + COMMIT
                + " was asked for; nothing was pulled");
    server.answering(FILE, head().with("X-Repo-Commit", COMMIT));
    assertThat(source.file("config.json").sizeBytes()).isEqualTo(10);
  }

  @Test
  void a_file_without_bytes_comes_to_disk_too() throws IOException {
    Path part = home.resolve("part");
    server.answering(FILE, Answer.of(200, ""));
    assertThat(fetch(0, part)).isTrue();
    assertThat(part).isEmptyFile();
  }

  @Test
  void goes_on_behind_what_lies_there_and_says_that_not_all_is_new() throws IOException {
    Path part = Files.writeString(home.resolve("part"), "0123");
    server.answering(FILE, Answer.of(206, "456789").with("Content-Range", "bytes 4-9/10"));
    assertThat(fetch(10, part)).isFalse();
    assertThat(part).hasContent(WHOLE);
    assertThat(server.asked().getLast().range()).isEqualTo("bytes=4-");
  }

  @Test
  void begins_anew_where_the_server_sends_the_whole() throws IOException {
    Path part = Files.writeString(home.resolve("part"), "old, and");
    server.answering(FILE, Answer.of(200, WHOLE));
    assertThat(fetch(10, part)).isFalse();
    assertThat(part).hasContent(WHOLE);
  }

  @Test
  void what_is_whole_already_is_not_asked_for() throws IOException {
    Path part = Files.writeString(home.resolve("part"), WHOLE);
    assertThat(fetch(10, part)).isFalse();
    assertThat(server.asked()).extracting(Asked::path).doesNotContain(FILE);
  }

  @Test
  void more_bytes_than_announced_are_refused_before_they_are_written() throws IOException {
    Path part = home.resolve("part");
    server.answering(FILE, Answer.of(200, WHOLE + "!"));
    assertThatThrownBy(() -> fetch(10, part))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "org/x/config.json: the hub sends more than the 10 bytes it announced;"
                + " nothing was pulled");
    assertThat(Files.size(part)).isLessThanOrEqualTo(10);
    assertThat(pauses).isEmpty();
  }

  @Test
  void an_answer_that_is_too_short_is_tried_again_as_a_cut_connection() {
    server.answering(FILE, Answer.of(200, ""));
    assertThatThrownBy(() -> fetch(10, home.resolve("part")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("org/x/config.json: the connection was cut (tried 5 times)");
    assertThat(pauses).hasSize(4);
  }

  @Test
  void a_connection_that_is_cut_after_each_byte_still_ends_whole() throws IOException {
    Answer[] bytes = new Answer[10];
    for (int i = 0; i < bytes.length; i++) {
      Answer one = Answer.of(206, WHOLE.substring(i, i + 1)).cut();
      bytes[i] = one.with("Content-Range", "bytes " + i + "-9/10");
    }
    bytes[0] = Answer.of(200, "0").cut();
    server.answering(FILE, bytes);
    List<Long> progress = new ArrayList<>();
    Path part = home.resolve("part");
    source(listing(COMMIT, "config.json")).fetch(file(10), part, progress::add);
    assertThat(part).hasContent(WHOLE);
    assertThat(progress).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    assertThat(pauses).as("each cut is a first failure").containsOnly(Duration.ofMillis(500));
  }

  @Test
  void a_file_of_the_cache_is_taken_once_and_then_fetched() throws IOException {
    Path snapshot = home.resolve("models--org--x/snapshots").resolve(COMMIT);
    Files.createDirectories(snapshot);
    Files.writeString(snapshot.resolve("config.json"), "9876543210");
    server.answering(FILE, Answer.of(200, WHOLE));
    HubSource source = source(listing(COMMIT, "config.json"));
    Path part = home.resolve("part");
    assertThat(source.fetch(file(10), part, _ -> {})).as("not from the hub").isFalse();
    assertThat(part).hasContent("9876543210");
    Files.delete(part);
    assertThat(source.fetch(file(10), part, _ -> {})).isTrue();
    assertThat(part).hasContent(WHOLE);
  }

  private boolean fetch(long size, Path part) throws IOException {
    return source(listing(COMMIT, "config.json")).fetch(file(size), part, _ -> {});
  }

  private HubSource source(String listing) {
    server.answering(LISTING, Answer.of(200, listing));
    return HubSource.of(client, repository("main"), cache());
  }

  private Repository repository(String revision) {
    return new Repository(server.at(""), "org/x", revision);
  }

  private HubCache cache() {
    return new HubCache(home);
  }

  private static Answer head() {
    return Answer.of(200, "").with("ETag", "\"x\"").with("Content-Length", "10");
  }

  private static RemoteFile file(long size) {
    return new RemoteFile("config.json", size, ContentHash.ofEtag(""));
  }

  private static String listing(String commit, String... names) {
    List<String> siblings = new ArrayList<>();
    for (String name : names) {
      siblings.add("{\"rfilename\": \"" + name + "\"}");
    }
    return "{\"sha\": \"" + commit + "\", \"siblings\": [" + String.join(", ", siblings) + "]}";
  }
}
