package dev.semblance.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.crawl.FoundFile;
import dev.semblance.index.Known;
import dev.semblance.ingest.InFlight.Claim;
import dev.semblance.ingest.InFlight.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The small parts that the threads of a run share.
class PartsTest {
  private static final long SEED = 20_261_124;

  @TempDir Path folder;

  // ---- a set of keys

  @Test
  void a_set_of_keys_knows_what_a_plain_set_does() {
    Random random = new Random(SEED);
    KeySet keys = new KeySet();
    Set<String> plain = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String key = "/pictures/" + random.nextInt(9000) + ".jpg";
      assertThat(keys.add(key)).as("seed %d, %s", SEED, key).isEqualTo(plain.add(key));
    }
    assertThat(keys.size()).isEqualTo(plain.size());
    for (int i = 0; i < 12_000; i++) {
      String key = "/pictures/" + i + ".jpg";
      assertThat(keys.contains(key)).as(key).isEqualTo(plain.contains(key));
    }
  }

  @Test
  void an_empty_set_holds_nothing_and_the_empty_key_is_a_key() {
    KeySet keys = new KeySet();
    assertThat(keys.contains("")).isFalse();
    assertThat(keys.add("")).isTrue();
    assertThat(keys.add("")).isFalse();
    assertThat(keys.contains("")).isTrue();
  }

  @Test
  void threads_add_each_key_once() {
    KeySet keys = new KeySet();
    AtomicLong added = new AtomicLong();
    List<CompletableFuture<Void>> threads =
        IntStream.range(0, 4)
            .mapToObj(_ ->
                CompletableFuture.runAsync(() -> {
                  for (int i = 0; i < 5000; i++) {
                    added.addAndGet(keys.add("key " + i) ? 1 : 0);
                  }
                }))
            .toList();
    threads.forEach(CompletableFuture::join);
    assertThat(added).hasValue(5000);
    assertThat(keys.size()).isEqualTo(5000);
  }

  // ---- a gate for bytes

  @ParameterizedTest
  @CsvSource({"6000, 6000", "10000, 1", "1000000000000, 1", "1, 1000000000000"})
  void no_more_bytes_are_let_through_at_a_time_than_the_gate_is_wide(long first, long second)
      throws InterruptedException {
    ByteGate gate = new ByteGate(10_000);
    AtomicBoolean through = new AtomicBoolean();
    Thread other = Thread.ofPlatform().unstarted(() -> pass(gate, second, through));
    try (var _ = gate.enter(first)) {
      other.start();
      while (other.getState() != Thread.State.WAITING && !through.get()) {
        Thread.onSpinWait();
      }
      assertThat(through).as("%d beside %d", second, first).isFalse();
    }
    other.join();
    assertThat(through).isTrue();
  }

  @Test
  void what_fits_beside_what_is_inside_need_not_wait() throws InterruptedException {
    ByteGate gate = new ByteGate(10_000);
    AtomicBoolean through = new AtomicBoolean();
    try (var _ = gate.enter(4_000)) {
      Thread other = Thread.ofPlatform().start(() -> pass(gate, 4_000, through));
      other.join();
      assertThat(through).isTrue();
    }
  }

  private static void pass(ByteGate gate, long bytes, AtomicBoolean through) {
    try (var _ = gate.enter(bytes)) {
      through.set(true);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  // ---- contents on their way

  private static Candidate candidate(String path, @Nullable Known known) {
    return new Candidate(new FoundFile(Path.of(path), path, 5, Instant.EPOCH), known);
  }

  @Test
  void the_first_of_a_content_resolves_it_for_those_that_wait_and_those_that_come() {
    InFlight inFlight = new InFlight();
    Candidate second = candidate("/b", null);
    Candidate third = candidate("/c", null);
    Resolution failed = new Resolution.Failed("CORRUPT", "broken");
    assertThat(inFlight.claim("hash", candidate("/a", null))).isInstanceOf(Claim.First.class);
    assertThat(inFlight.claim("hash", second)).isInstanceOf(Claim.Waits.class);
    assertThat(inFlight.claim("hash", third)).isInstanceOf(Claim.Waits.class);
    assertThat(inFlight.claim("other", third)).isInstanceOf(Claim.First.class);
    assertThat(inFlight.resolve("hash", failed)).containsExactly(second, third);
    assertThat(inFlight.claim("hash", candidate("/d", null))).isEqualTo(new Claim.Resolved(failed));
    inFlight.forget(List.of("hash", "nowhere"));
    assertThat(inFlight.claim("hash", candidate("/e", null))).isInstanceOf(Claim.First.class);
  }

  @Test
  void a_reason_loses_the_path_it_begins_with() {
    assertThat(Resolution.Failed.of("CORRUPT", "/a.jpg", "/a.jpg: it is broken"))
        .isEqualTo(new Resolution.Failed("CORRUPT", "it is broken"));
    assertThat(Resolution.Failed.of("CORRUPT", "/a.jpg", "it is broken").reason())
        .isEqualTo("it is broken");
    assertThat(Resolution.Failed.of("CORRUPT", "/a.jpg", null).reason()).isEqualTo("null");
  }

  @Test
  void a_candidate_is_untouched_where_size_and_time_are_as_they_were() {
    Known same = new Known("/a", 5, Instant.EPOCH, "hash", false);
    assertThat(candidate("/a", same).isUntouched()).isTrue();
    assertThat(candidate("/a", same).isItem()).isTrue();
    assertThat(candidate("/a", same).hadContent("hash")).isTrue();
    assertThat(candidate("/a", same).hadContent("other")).isFalse();
    assertThat(candidate("/a", null).isUntouched()).isFalse();
    assertThat(candidate("/a", null).isItem()).isFalse();
    assertThat(candidate("/a", new Known("/a", 6, Instant.EPOCH, "hash", false)).isUntouched())
        .isFalse();
    assertThat(
            candidate("/a", new Known("/a", 5, Instant.EPOCH.plusNanos(1), "hash", false))
                .isUntouched())
        .isFalse();
    Known failed = new Known("/a", 5, Instant.EPOCH, "", true);
    assertThat(candidate("/a", failed).isUntouched()).isTrue();
    assertThat(candidate("/a", failed).isItem()).isFalse();
  }

  // ---- bytes of a file

  @Test
  void a_file_is_read_with_its_sha_256() throws IOException {
    Path file = Files.writeString(folder.resolve("abc"), "abc");
    Content content = Content.read(file, 3);
    assertThat(content.bytes()).containsExactly('a', 'b', 'c');
    assertThat(content.hash())
        .as("FIPS 180-2, B.1")
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void a_file_of_too_many_bytes_is_not_read() throws IOException {
    Path file = Files.writeString(folder.resolve("abc"), "abc");
    assertThatThrownBy(() -> Content.read(file, 2))
        .isInstanceOf(Content.TooLargeException.class)
        .hasMessageContaining("larger than");
    assertThatThrownBy(() -> Content.read(folder.resolve("none"), 2))
        .isInstanceOf(NoSuchFileException.class);
  }

  // ---- settings

  @ParameterizedTest
  @CsvSource({
    "0, 1048576, 1, 1, 0",
    "1, 1048575, 1, 1, 0",
    "1, 1048576, 0, 1, 0",
    "1, 1048576, 1, 0, 0",
    "1, 1048576, 1, 1, -1"
  })
  void a_run_needs_something_of_everything(
      int threads, long memory, long queue, int items, long seconds) {
    assertThatThrownBy(
            () -> new Settings(threads, memory, queue, items, Duration.ofSeconds(seconds)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("an indexing run needs");
  }

  @Test
  void the_settings_of_this_machine_leave_each_thread_its_share() {
    Settings settings = Settings.forThisMachine();
    assertThat(settings.decodeThreads()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(settings.share() * settings.decodeThreads())
        .isLessThanOrEqualTo(settings.memoryBytes());
  }
}
