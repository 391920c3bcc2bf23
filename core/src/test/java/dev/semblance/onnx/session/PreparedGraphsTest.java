package dev.semblance.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.onnx.session.PreparedGraphs.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A prepared copy appears whole or not at all, and only one of a network is kept.
class PreparedGraphsTest {
  private static final String HASH = "0123";
  private static final int ENOUGH = 1000;

  @TempDir Path place;
  private Path original;
  private Path cache;
  private PreparedGraphs graphs;

  @BeforeEach
  void write() throws IOException {
    original = Files.write(place.resolve("n.onnx"), new byte[ENOUGH]);
    cache = place.resolve("cache");
    graphs = new PreparedGraphs(cache, ENOUGH);
  }

  private Slot slot() {
    return graphs.slot(HASH, original).orElseThrow();
  }

  private static Path draft(Slot slot, String content) throws IOException {
    Path draft = slot.draft().orElseThrow();
    Files.writeString(draft, content);
    Files.writeString(draft.resolveSibling("graph.onnx.data"), content + " data");
    return draft;
  }

  private List<String> folders() throws IOException {
    try (Stream<Path> files = Files.list(cache.resolve(HASH))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_small_network_is_not_prepared() throws IOException {
    Files.write(original, new byte[ENOUGH - 1]);
    assertThat(graphs.slot(HASH, original)).isEmpty();
    Files.write(original, new byte[ENOUGH]);
    assertThat(graphs.slot(HASH, original)).isPresent();
    assertThat(cache).as("asking writes nothing").doesNotExist();
  }

  @Test
  void weights_beside_a_network_count_with_it_and_other_networks_do_not() throws IOException {
    Files.write(original, new byte[1]);
    Files.write(place.resolve("other.onnx"), new byte[ENOUGH]);
    assertThat(graphs.slot(HASH, original)).isEmpty();
    Files.write(place.resolve("n.onnx_data"), new byte[ENOUGH - 1]);
    assertThat(graphs.slot(HASH, original).orElseThrow().sizeBytes()).isEqualTo(ENOUGH);
  }

  @Test
  void an_absent_network_is_not_prepared() {
    assertThat(graphs.slot(HASH, place.resolve("absent/n.onnx"))).isEmpty();
  }

  @Test
  void a_draft_is_seen_by_nobody_until_it_is_published() throws IOException {
    Slot slot = slot();
    Path draft = draft(slot, "one");
    assertThat(graphs.ready(HASH)).isEmpty();
    slot.publish(draft);
    Path ready = graphs.ready(HASH).orElseThrow().graph();
    assertThat(ready).hasContent("one");
    assertThat(ready.resolveSibling("graph.onnx.data")).hasContent("one data");
    assertThat(graphs.ready("another")).isEmpty();
    assertThat(folders()).containsExactly(slot.environment());
  }

  @Test
  void the_first_of_two_that_are_published_stays_and_the_other_leaves_nothing() throws IOException {
    Slot slot = slot();
    Path one = draft(slot, "one");
    Path two = draft(slot, "two");
    assertThat(one).isNotEqualTo(two);
    slot.publish(one);
    slot.publish(two);
    assertThat(slot.graph()).hasContent("one");
    assertThat(folders()).hasSize(1);
  }

  @Test
  void copies_for_other_processors_and_drafts_of_the_dead_go_and_drafts_of_others_stay()
      throws IOException {
    Files.createDirectories(cache.resolve(HASH).resolve("ffff/deep"));
    Files.createDirectories(cache.resolve(HASH).resolve("draft7"));
    Path left = Files.createDirectories(cache.resolve(HASH).resolve("draft8"));
    Files.writeString(left.resolve("graph.onnx"), "half");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    Slot slot = slot();
    slot.publish(draft(slot, "one"));
    assertThat(folders()).containsExactlyInAnyOrder("draft7", slot.environment());
  }

  @Test
  void a_copy_of_which_a_part_was_deleted_is_made_again() throws IOException {
    Slot slot = slot();
    slot.publish(draft(slot, "one"));
    Files.delete(slot.graph());
    assertThat(graphs.ready(HASH)).isEmpty();
    slot.publish(draft(slot, "two"));
    assertThat(graphs.ready(HASH)).isPresent();
    assertThat(slot.graph()).hasContent("two");
  }

  @Test
  void what_is_abandoned_or_discarded_leaves_nothing() throws IOException {
    Slot slot = slot();
    slot.abandon(draft(slot, "one"));
    assertThat(folders()).isEmpty();
    slot.publish(draft(slot, "two"));
    slot.discard();
    assertThat(folders()).isEmpty();
    slot.discard();
    assertThat(graphs.ready(HASH)).isEmpty();
  }

  @Test
  void copies_of_networks_that_nobody_used_for_long_go_when_one_is_made() throws IOException {
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(91)));
    for (String hash : new String[] {"unused", "used"}) {
      Slot other = graphs.slot(hash, original).orElseThrow();
      other.publish(draft(other, hash));
      Files.setLastModifiedTime(cache.resolve(hash), longAgo);
    }
    assertThat(graphs.ready("used")).isPresent();

    Slot slot = slot();
    slot.publish(draft(slot, "one"));

    assertThat(cache.resolve("unused")).doesNotExist();
    assertThat(graphs.ready("used")).isPresent();
    assertThat(slot.isReady()).isTrue();
  }

  @Test
  void there_is_no_draft_where_nothing_can_be_written_or_the_disk_is_too_small()
      throws IOException {
    Slot huge = new Slot(cache.resolve(HASH), "env", Long.MAX_VALUE / 8);
    assertThat(huge.draft()).isEmpty();
    assertThat(folders()).isEmpty();
    Path blocked = Files.writeString(place.resolve("blocked"), "a file");
    assertThat(new PreparedGraphs(blocked, 0).slot(HASH, original).orElseThrow().draft()).isEmpty();
  }

  @Test
  void the_word_for_runtime_and_processor_is_a_folder_s_name_and_stays() {
    assertThat(PreparedGraphs.environment())
        .matches("[0-9a-f]{16}")
        .isEqualTo(PreparedGraphs.environment());
  }
}
