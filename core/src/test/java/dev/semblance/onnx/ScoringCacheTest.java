package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.model.ModelCard.Link;
import dev.semblance.model.ModelCard.Scoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was found out about a network is not found out again, and what is spoiled is.
class ScoringCacheTest {
  private static final String HASH = "0123abcd";
  private static final Scoring KNOWN = new Scoring(Link.SIGMOID, 1, 2, "family");
  private static final Scoring MEASURED = new Scoring(Link.SIGMOID, 117.33, -12.932, "graph");
  @TempDir Path place;

  private ScoringCache cache;

  @BeforeEach
  void open() {
    cache = new ScoringCache(place.resolve("cache"));
  }

  private static Optional<Scoring> never() {
    throw new AssertionError("it was known already");
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void it_is_found_out_once_for_all_to_come() {
    assertThat(cache.get(HASH, KNOWN, () -> Optional.of(MEASURED))).isEqualTo(MEASURED);
    assertThat(cache.get(HASH, KNOWN, ScoringCacheTest::never)).isEqualTo(MEASURED);
    assertThat(new ScoringCache(place.resolve("cache")).get(HASH, KNOWN, ScoringCacheTest::never))
        .isEqualTo(MEASURED);
  }

  @Test
  void another_network_or_another_link_is_another_matter() {
    assertThat(cache.get(HASH, KNOWN, () -> Optional.of(MEASURED))).isEqualTo(MEASURED);
    Scoring other = new Scoring(Link.SIGMOID, 5, 6, "graph");
    assertThat(cache.get("ffff", KNOWN, () -> Optional.of(other))).isEqualTo(other);
    Scoring softmax = new Scoring(Link.SOFTMAX, 100, 0, "graph");
    Scoring known = new Scoring(Link.SOFTMAX, 1, 0, "family");
    assertThat(cache.get(HASH, known, () -> Optional.of(softmax))).isEqualTo(softmax);
    assertThat(cache.get(HASH, KNOWN, ScoringCacheTest::never)).isEqualTo(MEASURED);
  }

  @Test
  void what_cannot_be_told_is_as_it_was_known_and_is_asked_again() throws IOException {
    assertThat(cache.get(HASH, KNOWN, Optional::empty)).isEqualTo(KNOWN);
    assertThat(kept()).isEmpty();
    assertThat(cache.get(HASH, KNOWN, () -> Optional.of(MEASURED))).isEqualTo(MEASURED);
  }

  @Test
  void every_number_comes_back_as_it_was() {
    Random random = new Random(17);
    for (int i = 0; i < 100; i++) {
      double scale = random.nextGaussian() * Math.pow(10, random.nextInt(-30, 30));
      Scoring exact = new Scoring(Link.SIGMOID, scale, -random.nextDouble(), "graph");
      assertThat(cache.get("hash" + i, KNOWN, () -> Optional.of(exact))).isEqualTo(exact);
      assertThat(cache.get("hash" + i, KNOWN, ScoringCacheTest::never))
          .as("seed 17")
          .isEqualTo(exact);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "117.33", "scale bias", "117.33 ", "NaN 0", "1 Infinity", "\0"})
  void what_is_spoiled_is_found_out_and_kept_anew(String spoiled) throws IOException {
    assertThat(cache.get(HASH, KNOWN, () -> Optional.of(MEASURED))).isEqualTo(MEASURED);
    Path file = kept().getFirst();
    Files.writeString(file, spoiled);
    Scoring again = new Scoring(Link.SIGMOID, 3, 4, "graph");
    assertThat(cache.get(HASH, KNOWN, () -> Optional.of(again))).isEqualTo(again);
    assertThat(cache.get(HASH, KNOWN, ScoringCacheTest::never)).isEqualTo(again);
  }

  @Test
  void where_nothing_can_be_kept_it_is_found_out_each_time() throws IOException {
    Files.writeString(place.resolve("cache"), "a file in the way");
    Scoring other = new Scoring(Link.SIGMOID, 5, 6, "graph");
    assertThat(cache.get(HASH, KNOWN, () -> Optional.of(MEASURED))).isEqualTo(MEASURED);
    assertThat(cache.get(HASH, KNOWN, () -> Optional.of(other))).isEqualTo(other);
    assertThat(place.resolve("cache")).hasContent("a file in the way");
  }

  @Test
  void many_threads_leave_one_whole_file_behind() throws Exception {
    Callable<Scoring> get = () -> cache.get(HASH, KNOWN, () -> Optional.of(MEASURED));
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Scoring> one : threads.invokeAll(Collections.nCopies(64, get))) {
        assertThat(one.get()).isEqualTo(MEASURED);
      }
    }
    assertThat(kept()).hasSize(1);
    assertThat(cache.get(HASH, KNOWN, ScoringCacheTest::never)).isEqualTo(MEASURED);
  }
}
