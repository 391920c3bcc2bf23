package dev.semblance.hub.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.hub.HubServer;
import dev.semblance.hub.HubServer.Asked;
import dev.semblance.hub.http.HubClient;
import dev.semblance.hub.http.HubSettings;
import dev.semblance.hub.source.Place;
import dev.semblance.model.ModelException;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPullTest {
  private static final String REPOSITORY = "org/small-clip";
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String LATER = "89abcdef0123456789abcdef0123456789abcdef";
  private static final int LARGE = 50_000;

  @TempDir Path home;
  private final Map<String, byte[]> files = files(1);
  private final HubServer hub = new HubServer().with(REPOSITORY, COMMIT, files);
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private Optional<String> token = Optional.empty();
  private boolean offline;
  private Consumer<Path> check = _ -> {};

  @AfterEach
  void stop_the_hub() {
    hub.close();
  }

  @Test
  void pulls_what_a_model_needs_and_pins_the_commit() throws IOException {
    PullReport report = pull();
    assertThat(report.folder()).isEqualTo(home.resolve("models/small-clip"));
    assertThat(contents(report.folder()))
        .containsOnlyKeys(
            "config.json",
            "tokenizer.json",
            "onnx/text_model_quantized.onnx",
            "onnx/vision_model_quantized.onnx",
            Origin.FILE)
        .containsEntry(
            "onnx/vision_model_quantized.onnx", text(files, "onnx/vision_model_quantized.onnx"))
        .containsEntry("config.json", text(files, "config.json"));
    Origin origin = Origin.of(report.folder()).orElseThrow();
    assertThat(origin.sources()).hasSize(1);
    assertThat(origin.sources().getFirst().commit()).isEqualTo(COMMIT);
    assertThat(origin.sources().getFirst().revision()).isEqualTo("main");
    assertThat(origin.differences(report.folder())).isEmpty();
    assertThat(hidden()).isEmpty();
  }

  @Test
  void the_origin_tells_of_files_that_changed_since() throws IOException {
    Path folder = pull().folder();
    Origin origin = Origin.of(folder).orElseThrow();
    Files.writeString(folder.resolve("config.json"), "{}");
    Files.delete(folder.resolve("tokenizer.json"));
    byte[] weights = Files.readAllBytes(folder.resolve("onnx/text_model_quantized.onnx"));
    weights[777] ^= 1;
    Files.write(folder.resolve("onnx/text_model_quantized.onnx"), weights);
    assertThat(origin.differences(folder))
        .hasSize(3)
        .anyMatch(it -> it.contains("config.json has 2 bytes"))
        .anyMatch(it -> it.contains("tokenizer.json is no longer there"))
        .anyMatch(it -> it.contains("text_model_quantized.onnx has another content"));
  }

  @Test
  void the_token_reaches_the_hub_and_no_other_host() {
    token = Optional.of("hf_secret");
    hub.onlyWith("hf_secret");
    pull();
    assertThat(hub.asked()).filteredOn(it -> it.from().equals("hub")).isNotEmpty();
    assertThat(hub.asked())
        .filteredOn(it -> it.from().equals("hub"))
        .allMatch(it -> it.token().equals("hf_secret"));
    assertThat(hub.asked()).filteredOn(it -> it.from().equals("storage")).isNotEmpty();
    assertThat(hub.asked())
        .filteredOn(it -> it.from().equals("storage"))
        .allMatch(it -> it.token().isEmpty());
  }

  @Test
  void a_repository_that_needs_a_token_says_so() {
    hub.onlyWith("hf_secret");
    assertThatThrownBy(this::pull)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(REPOSITORY)
        .hasMessageContaining("401")
        .hasMessageContaining("HF_TOKEN");
    token = Optional.of("hf_old");
    assertThatThrownBy(this::pull).hasMessageContaining("does not accept the token");
    assertThat(home.resolve("models/small-clip")).doesNotExist();
  }

  @Test
  void a_repository_behind_terms_says_so() {
    hub.failing("hub", "vision_model", 403, Map.of("X-Error-Code", "GatedRepo"));
    assertThatThrownBy(this::pull).hasMessageContaining("terms").hasMessageContaining("403");
  }

  @Test
  void what_is_not_there_says_so() {
    assertThatThrownBy(() -> pull(repository("org/other", "main")))
        .hasMessageContaining("org/other")
        .hasMessageContaining("nothing of that name (404)");
    assertThatThrownBy(() -> pull(repository(REPOSITORY, "v9")))
        .hasMessageContaining("no such revision (404)");
  }

  @Test
  void waits_as_long_as_a_busy_hub_asks() {
    hub.failing("hub", "/api/models", 429, Map.of("Retry-After", "7"));
    pull();
    assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    assertThat(notices).singleElement().asString().contains("429").contains("trying again");
  }

  @Test
  void does_not_wait_for_an_hour() {
    hub.failing("hub", "/api/models", 429, Map.of("Retry-After", "3600"));
    assertThatThrownBy(this::pull).hasMessageContaining("3600 seconds");
    assertThat(pauses).isEmpty();
  }

  @Test
  void gives_up_on_a_server_in_trouble_after_five_attempts_with_growing_pauses() {
    for (int i = 0; i < 5; i++) {
      hub.failing("storage", "vision_model", 503, Map.of());
    }
    assertThatThrownBy(this::pull).hasMessageContaining("503").hasMessageContaining("5 times");
    assertThat(pauses)
        .containsExactly(
            Duration.ofMillis(500),
            Duration.ofMillis(1000),
            Duration.ofMillis(2000),
            Duration.ofMillis(4000));
    assertThat(home.resolve("models/small-clip")).doesNotExist();
    assertThat(pull().alreadyThere()).isFalse();
  }

  @Test
  void an_address_of_the_storage_that_ran_out_is_asked_for_anew() {
    hub.failing("storage", "vision_model", 403, Map.of());
    pull();
    assertThat(pauses).hasSize(1);
  }

  @Test
  void goes_on_where_a_cut_connection_left_off() throws IOException {
    hub.cuttingAfter(LARGE / 2, () -> {});
    Path folder = pull().folder();
    assertThat(contents(folder))
        .containsEntry(
            "onnx/text_model_quantized.onnx", text(files, "onnx/text_model_quantized.onnx"));
    assertThat(hub.asked()).filteredOn(it -> !it.range().isEmpty()).isNotEmpty();
    long needed =
        2L * LARGE + text(files, "config.json").length() + text(files, "tokenizer.json").length();
    assertThat(hub.sent()).as("bytes sent by the hub").isEqualTo(needed);
  }

  @Test
  void refuses_a_wrong_hash_and_nothing_stays() throws IOException {
    byte[] other = content(files, "onnx/vision_model_quantized.onnx").clone();
    other[12_345] ^= 4;
    hub.spoiling("onnx/vision_model_quantized.onnx", other);
    assertThatThrownBy(this::pull)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("onnx/vision_model_quantized.onnx")
        .hasMessageContaining("hash");
    assertThat(home.resolve("models/small-clip")).doesNotExist();
    assertThat(hidden()).isEmpty();
  }

  @Test
  void refuses_a_small_file_whose_git_hash_is_wrong() {
    byte[] other = content(files, "config.json").clone();
    other[3] ^= 4;
    hub.spoiling("config.json", other);
    assertThatThrownBy(this::pull).hasMessageContaining("config.json").hasMessageContaining("hash");
  }

  @Test
  void refuses_a_file_that_is_longer_than_announced() {
    hub.spoiling("onnx/vision_model_quantized.onnx", new byte[LARGE + 1]);
    assertThatThrownBy(this::pull).hasMessageContaining("more than the " + LARGE + " bytes");
    assertThat(home.resolve("models/small-clip")).doesNotExist();
  }

  @Test
  void a_spoiled_beginning_is_fetched_again_from_its_first_byte() throws IOException {
    breakOff(LARGE / 4);
    Path begun =
        hidden().stream().filter(it -> it.toString().endsWith(".part")).findFirst().orElseThrow();
    byte[] part = Files.readAllBytes(begun);
    part[5] ^= 1;
    Files.write(begun, part);
    assertThat(contents(pull().folder()))
        .containsEntry(
            "onnx/text_model_quantized.onnx", text(files, "onnx/text_model_quantized.onnx"))
        .containsEntry(
            "onnx/vision_model_quantized.onnx", text(files, "onnx/vision_model_quantized.onnx"));
  }

  @Test
  void broken_off_anywhere_it_is_absent_and_the_next_pull_ends_whole() throws IOException {
    for (int at = 1; at < 2 * LARGE; at += 7_919) {
      Path models = home.resolve("models");
      breakOff(at);
      assertThat(models.resolve("small-clip")).as("broken off at byte " + at).doesNotExist();
      Path folder = pull().folder();
      assertThat(Origin.of(folder).orElseThrow().differences(folder))
          .as("after byte " + at)
          .isEmpty();
      assertThat(hidden()).as("after byte " + at).isEmpty();
      Folders.delete(folder);
    }
  }

  @Test
  void what_was_begun_at_another_commit_is_not_mixed_in() throws IOException {
    breakOff(LARGE + LARGE / 2);
    Map<String, byte[]> later = files(2);
    hub.with(REPOSITORY, LATER, later);
    Path folder = pull().folder();
    assertThat(contents(folder)).containsEntry("config.json", text(later, "config.json"));
    assertThat(Origin.of(folder).orElseThrow().sources().getFirst().commit()).isEqualTo(LATER);
    assertThat(hidden()).isEmpty();
  }

  @Test
  void pulling_again_changes_nothing() {
    pull();
    assertThat(pull().alreadyThere()).isTrue();
  }

  @Test
  void another_model_of_the_same_name_is_not_overwritten() {
    pull();
    hub.with(REPOSITORY, LATER, files(2));
    assertThatThrownBy(this::pull)
        .hasMessageContaining("another model of this name")
        .hasMessageContaining("semblance model remove small-clip");
  }

  @Test
  void a_model_that_cannot_be_used_does_not_stay() throws IOException {
    check =
        folder -> {
          throw new ModelException(folder.getFileName() + ": of no known layout");
        };
    assertThatThrownBy(this::pull).hasMessage("small-clip: of no known layout");
    assertThat(home.resolve("models/small-clip")).doesNotExist();
    assertThat(hidden()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../evil.json",
        "/etc/evil.json",
        "..\\evil.json",
        "C:/evil.json",
        "onnx/../../evil.json",
        "a/./b.json",
        "a//b.json",
        "nul.json",
        "evil.json."
      })
  void names_that_climb_out_of_the_folder_are_refused(String name) {
    Map<String, byte[]> evil = new HashMap<>(files);
    evil.put(name, "{}".getBytes(StandardCharsets.UTF_8));
    hub.with(REPOSITORY, COMMIT, evil);
    assertThatThrownBy(this::pull)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("outside");
    assertThat(home.resolve("models/small-clip")).doesNotExist();
  }

  @Test
  void takes_from_the_cache_on_disk_what_it_has() throws IOException {
    cache();
    pull();
    assertThat(hub.asked()).filteredOn(it -> it.from().equals("storage")).isEmpty();
    assertThat(hub.asked()).extracting(Asked::method).containsOnlyOnce("GET");
  }

  @Test
  void a_spoiled_cache_is_passed_over() throws IOException {
    Path blobs = cache();
    Path blob = blobs.resolve(HubServer.sha256(content(files, "onnx/text_model_quantized.onnx")));
    byte[] content = Files.readAllBytes(blob);
    content[9] ^= 1;
    Files.write(blob, content);
    Path folder = pull().folder();
    assertThat(Origin.of(folder).orElseThrow().differences(folder)).isEmpty();
  }

  @Test
  void offline_only_the_cache_is_used() throws IOException {
    offline = true;
    assertThatThrownBy(this::pull)
        .hasMessageContaining("not in the hub's cache")
        .hasMessageContaining("HF_HUB_OFFLINE");
    cache();
    Path folder = pull().folder();
    assertThat(Origin.of(folder).orElseThrow().sources().getFirst().commit()).isEqualTo(COMMIT);
    assertThat(hub.asked()).isEmpty();
  }

  @Test
  void takes_a_folder_and_a_mirror_on_disk() throws IOException {
    Path mirror = home.resolve("mirror");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = mirror.resolve(REPOSITORY).resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Path folder =
        pull(Place.parse(mirror.resolve(REPOSITORY).toString(), "", hub.endpoint(), home)).folder();
    assertThat(Origin.of(folder).orElseThrow().differences(folder)).isEmpty();
    Folders.delete(folder);
    Place inMirror =
        Place.parse(REPOSITORY, "", HubSettings.endpoint(mirror.toUri().toString()), home);
    assertThat(contents(pull(inMirror).folder()))
        .containsEntry("config.json", text(files, "config.json"));
    assertThat(hub.asked()).isEmpty();
  }

  @Test
  void one_model_is_pulled_by_one_at_a_time() throws IOException {
    try (PullFolder held = PullFolder.take(home.resolve("models"), "small-clip")) {
      assertThat(held.target()).doesNotExist();
      assertThatThrownBy(this::pull).hasMessageContaining("pulled by another process");
    }
    pull();
  }

  @Test
  void progress_ends_at_the_whole() {
    List<Long> done = new ArrayList<>();
    long[] planned = {0};
    pull(
        repository(REPOSITORY, "main"),
        new PullListener() {
          @Override
          public void planned(int count, long bytes) {
            planned[0] = bytes;
          }

          @Override
          public void progressed(String file, long bytes, long total) {
            done.add(bytes);
          }
        });
    assertThat(done).isSorted();
    assertThat(done.getLast()).isEqualTo(planned[0]).isGreaterThan(2 * LARGE);
  }

  /// Ends the pull when so many bytes have come, as a kill would.
  private void breakOff(long at) {
    PullListener killer =
        new PullListener() {
          @Override
          public void progressed(String file, long done, long total) {
            if (done >= at) {
              throw new IllegalStateException("killed");
            }
          }
        };
    assertThatThrownBy(() -> pull(repository(REPOSITORY, "main"), killer)).hasMessage("killed");
  }

  private PullReport pull() {
    return pull(repository(REPOSITORY, "main"));
  }

  private PullReport pull(Place place) {
    return pull(
        place,
        new PullListener() {
          @Override
          public void notice(String sentence) {
            notices.add(sentence);
          }
        });
  }

  private PullReport pull(Place place, PullListener listener) {
    HubSettings settings =
        new HubSettings(
            hub.endpoint(), token, home.resolve("cache"), offline, ProxySelector.of(null));
    try (HubClient client = new HubClient(settings, listener::notice, pauses::add)) {
      return new ModelPull(settings, home.resolve("models"), check)
          .pull(PullRequest.of(place, FileSelection.USUAL), listener, client);
    }
  }

  private Place repository(String id, String revision) {
    return new Place.Repository(hub.endpoint(), id, revision);
  }

  /// The hub's cache as huggingface_hub would leave it; its folder of blobs.
  private Path cache() throws IOException {
    Path models = home.resolve("cache/models--org--small-clip");
    Path blobs = Files.createDirectories(models.resolve("blobs"));
    Path snapshot = models.resolve("snapshots").resolve(COMMIT);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      byte[] content = file.getValue();
      String name = content.length < 1_000 ? HubServer.gitBlob(content) : HubServer.sha256(content);
      Path blob = Files.write(blobs.resolve(name), content);
      Path link = snapshot.resolve(file.getKey());
      Path in = Files.createDirectories(Objects.requireNonNull(link.getParent()));
      Files.createSymbolicLink(link, in.relativize(blob));
    }
    Files.createDirectories(models.resolve("refs"));
    Files.writeString(models.resolve("refs/main"), COMMIT);
    return blobs;
  }

  private List<Path> hidden() throws IOException {
    try (Stream<Path> all = Files.walk(home.resolve("models/.pull"))) {
      return all.filter(it -> !it.endsWith(".pull") && !it.toString().endsWith(".lock")).toList();
    }
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        contents.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  private static byte[] content(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(content(files, name), StandardCharsets.ISO_8859_1);
  }

  private static Map<String, byte[]> files(long seed) {
    Random random = new Random(seed);
    Map<String, byte[]> files = new HashMap<>();
    for (String side : List.of("text", "vision")) {
      for (String ending : List.of("", "_quantized")) {
        byte[] weights = new byte[ending.isEmpty() ? 2 * LARGE : LARGE];
        random.nextBytes(weights);
        files.put("onnx/" + side + "_model" + ending + ".onnx", weights);
      }
    }
    files.put("config.json", ("{\"seed\": " + seed + "}").getBytes(StandardCharsets.UTF_8));
    files.put("tokenizer.json", "{\"model\": {}}".getBytes(StandardCharsets.UTF_8));
    files.put("README.md", "# A model".getBytes(StandardCharsets.UTF_8));
    files.put("pytorch_model.bin", new byte[3_000]);
    return files;
  }
}
