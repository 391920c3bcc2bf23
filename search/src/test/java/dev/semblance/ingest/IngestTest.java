package dev.semblance.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.crawl.Finding;
import dev.semblance.crawl.FoundFile;
import dev.semblance.index.Filter;
import dev.semblance.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestTest {
  @TempDir Path folder;
  private Stage stage;

  @BeforeEach
  void begin() {
    stage = new Stage(folder);
  }

  @AfterEach
  void no_thread_outlives_its_run() {
    assertThat(Stage.threads()).isEmpty();
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  // ---- side by side

  @Test
  void files_are_decoded_while_a_batch_is_encoded() {
    stage.writeMany(12);
    CountDownLatch beyondTheBatch = new CountDownLatch(Stage.BATCH + 2);
    AtomicBoolean overlapped = new AtomicBoolean(true);
    stage.beforeDecoding = beyondTheBatch::countDown;
    stage.beforeEncoding = () -> overlapped.compareAndSet(true, comes(beyondTheBatch));
    assertThat(stage.run()).isTrue();
    assertThat(overlapped).as("the next files were decoded during the first batch").isTrue();
    assertThat(stage.items()).hasSize(12);
  }

  @Test
  void a_batch_is_encoded_while_a_file_is_decoded() {
    stage.writeMany(Stage.BATCH + 1);
    CountDownLatch encoding = new CountDownLatch(1);
    AtomicInteger decoded = new AtomicInteger();
    AtomicBoolean overlapped = new AtomicBoolean(true);
    stage.beforeDecoding =
        () -> {
          if (decoded.incrementAndGet() == Stage.BATCH + 1) {
            overlapped.set(comes(encoding));
          }
        };
    stage.beforeEncoding = encoding::countDown;
    assertThat(stage.run()).isTrue();
    assertThat(overlapped).as("the first batch did not wait for the last file").isTrue();
  }

  private static boolean comes(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void batches_are_filled_across_files_and_the_rest_goes_out_at_the_end() {
    stage.writeMany(10);
    stage.run();
    assertThat(stage.batches.stream().mapToInt(List::size).sum()).isEqualTo(10);
    assertThat(stage.batches).allMatch(batch -> batch.size() <= Stage.BATCH);
    assertThat(stage.batches.stream().flatMap(List::stream)).doesNotHaveDuplicates();
  }

  // ---- files that fail

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void a_file_that_fails_spoils_no_batch_wherever_it_stands(int position) {
    for (String fault : List.of("broken", "cursed", "out of memory", "decoder fails")) {
      Stage each = new Stage(subfolder(fault));
      each.writeMany(2 * Stage.BATCH);
      each.write("000" + (Stage.BATCH + position) + ".jpg", fault);
      assertThat(each.run()).isTrue();
      assertThat(each.items()).as(fault).hasSize(2 * Stage.BATCH - 1);
      assertThat(each.failures())
          .as(fault)
          .containsOnlyKeys("000" + (Stage.BATCH + position) + ".jpg");
    }
  }

  private Path subfolder(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void a_failure_has_its_kind_and_a_reason_without_the_path() {
    stage.write("a.jpg", "broken");
    stage.write("b.jpg", "decoder fails");
    stage.write("c.jpg", "out of memory");
    stage.write("d.jpg", "cursed");
    stage.write("e.jpg", "fine");
    stage.write("f.jpg", "x".repeat((1 << 20) + 1));
    stage.run();
    assertThat(stage.failures())
        .containsEntry("a.jpg", "CORRUPT the picture is broken")
        .containsEntry("c.jpg", "TOO_LARGE there is not enough memory to decode it")
        .containsEntry("d.jpg", "MODEL the picture is cursed")
        .containsEntry("f.jpg", "TOO_LARGE the file is larger than the 1 MiB that are read at most")
        .hasEntrySatisfying(
            "b.jpg", reason -> assertThat(reason).startsWith("CORRUPT its decoder failed"))
        .hasSize(5);
    assertThat(stage.items()).containsExactly("e.jpg");
  }

  @Test
  void copies_of_a_broken_file_fail_each_and_are_tried_once() {
    AtomicInteger decoded = new AtomicInteger();
    stage.beforeDecoding = decoded::incrementAndGet;
    for (String name : List.of("a.jpg", "b.jpg", "c.jpg")) {
      stage.write(name, "broken");
    }
    stage.run();
    assertThat(stage.failures().values())
        .hasSize(3)
        .allMatch("CORRUPT the picture is broken"::equals);
    assertThat(decoded).hasValue(1);
  }

  @Test
  void a_model_that_embeds_nothing_ends_the_run_and_blames_no_file() {
    stage.write("a.jpg", "cursed 1");
    stage.write("b.jpg", "cursed 2");
    assertThatThrownBy(stage::run)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("cursed");
    assertThat(stage.failures()).isEmpty();
  }

  @Test
  void an_error_of_the_encoder_ends_the_run_and_keeps_what_was_done() {
    stage.writeMany(40);
    AtomicInteger batches = new AtomicInteger();
    stage.beforeEncoding =
        () -> {
          if (batches.incrementAndGet() == 4) {
            throw new IllegalStateException("the network is gone");
          }
        };
    assertThatThrownBy(stage::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the network is gone");
    assertThat(stage.items()).hasSize(stage.told(Event.Added.class).size()).hasSize(12);
    stage.beforeEncoding = () -> {};
    assertThat(stage.run()).isTrue();
    assertThat(stage.items()).hasSize(40);
  }

  @Test
  void a_listener_that_fails_ends_the_run() {
    stage.writeMany(600);
    stage.afterEvent =
        () -> {
          throw new IllegalStateException("the terminal is gone");
        };
    assertThatThrownBy(stage::run).hasMessage("the terminal is gone");
  }

  @Test
  void a_crawl_that_fails_ends_the_run() {
    assertThatThrownBy(() ->
            stage.run(
                Stream.<Finding>generate(
                        () -> {
                          throw new IllegalStateException("the walk broke");
                        })
                    .iterator()))
        .hasMessage("the walk broke");
  }

  // ---- stopping

  @Test
  void a_run_that_is_stopped_keeps_what_it_told_and_takes_nothing_out() {
    stage.write("aaa.jpg", "to be deleted");
    stage.run();
    stage.events.clear();
    assertThat(file("aaa.jpg").toFile().delete()).isTrue();
    stage.writeMany(200);
    stage.stop = () -> !stage.told(Event.Added.class).isEmpty();
    assertThat(stage.run()).isFalse();
    int added = stage.told(Event.Added.class).size();
    assertThat(added).isBetween(1, 199);
    assertThat(stage.items()).hasSize(added + 1).contains("aaa.jpg");
    assertThat(stage.told(Event.Removed.class)).isEmpty();
    stage.stop = () -> false;
    assertThat(stage.run()).isTrue();
    assertThat(stage.items()).hasSize(200).doesNotContain("aaa.jpg");
  }

  @Test
  void an_interrupt_stops_a_run_and_is_passed_on() {
    stage.writeMany(200);
    Thread.currentThread().interrupt();
    boolean whole = stage.run();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(whole).isFalse();
    assertThat(stage.items()).hasSize(stage.told(Event.Added.class).size());
  }

  // ---- what is told

  @Test
  void every_file_is_told_once_and_the_count_of_the_found_grows_to_the_end() throws IOException {
    stage.writeMany(300);
    stage.write("0007.jpg", "broken");
    stage.write("0008.jpg", "picture 9");
    stage.run();
    assertThat(stage.told(Event.Added.class)).hasSize(299);
    assertThat(stage.told(Event.Added.class).stream().filter(Event.Added::embedded)).hasSize(298);
    assertThat(stage.told(Event.Failed.class)).hasSize(1);
    List<Event.Found> found = stage.told(Event.Found.class);
    assertThat(found.getLast()).isEqualTo(new Event.Found(300, true));
    assertThat(found).isSortedAccordingTo((a, b) -> Long.compare(a.files(), b.files()));

    stage.events.clear();
    Files.delete(file("0000.jpg"));
    Files.move(file("0001.jpg"), file("moved.jpg"));
    stage.run();
    assertThat(sum(Event.Unchanged.class)).isEqualTo(297);
    assertThat(sum(Event.StillFailed.class)).isEqualTo(1);
    assertThat(stage.told(Event.Moved.class))
        .containsExactly(
            new Event.Moved(file("0001.jpg").toString(), file("moved.jpg").toString()));
    assertThat(stage.told(Event.Removed.class))
        .containsExactly(new Event.Removed(file("0000.jpg").toString()));
    assertThat(stage.told(Event.Added.class)).isEmpty();
  }

  private long sum(Class<? extends Event> type) {
    return stage.told(type).stream()
        .mapToLong(event ->
            switch (event) {
              case Event.Unchanged(long files) -> files;
              case Event.StillFailed(long files) -> files;
              default -> 0;
            })
        .sum();
  }

  @Test
  void a_file_that_goes_away_before_it_is_read_is_told_and_kept_nowhere() {
    Path gone = file("gone.jpg");
    stage.write("a.jpg", "here");
    stage.run(
        List.<Finding>of(
                found(file("a.jpg")), new FoundFile(gone, gone.toString(), 5, Instant.EPOCH))
            .iterator());
    assertThat(stage.told(Event.Vanished.class))
        .containsExactly(new Event.Vanished(gone.toString()));
    assertThat(stage.items()).containsExactly("a.jpg");
    assertThat(stage.failures()).isEmpty();
  }

  private static FoundFile found(Path file) {
    try {
      return new FoundFile(
          file, file.toString(), Files.size(file), Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void what_was_done_is_seen_by_readers_before_the_run_ends() {
    stage.writeMany(100);
    AtomicInteger most = new AtomicInteger();
    stage.afterEvent =
        () -> most.accumulateAndGet((int) stage.index.count(new Filter.Everything()), Math::max);
    stage.run();
    assertThat(most.get()).as("items seen during the run").isBetween(8, 99);
  }

  // ---- what could not be looked into

  @Test
  void items_below_a_folder_that_cannot_be_read_stay_and_the_folder_is_kept_as_failure() {
    Path sub = subfolder("sub");
    stage.write("a.jpg", "one");
    stage.write("sub/b.jpg", "two");
    stage.run();
    stage.run(
        List.<Finding>of(
                found(file("a.jpg")),
                new Finding.Unreadable(sub, sub.toString(), true, "permission denied"))
            .iterator());
    assertThat(stage.items()).containsExactlyInAnyOrder("a.jpg", "b.jpg");
    assertThat(stage.failures()).containsEntry("sub", "UNREADABLE permission denied");
    stage.run();
    assertThat(stage.failures()).as("when it can be read again").isEmpty();
  }

  @Test
  void a_picture_that_cannot_be_looked_at_for_now_stays_and_is_told() {
    Path file = stage.write("a.jpg", "one");
    stage.run();
    stage.run(
        List.<Finding>of(new Finding.Unreadable(file, file.toString(), false, "permission denied"))
            .iterator());
    assertThat(stage.items()).containsExactly("a.jpg");
    assertThat(stage.failures()).isEmpty();
    assertThat(stage.told(Event.Failed.class))
        .containsExactly(new Event.Failed(file.toString(), false, "permission denied"));
  }

  @Test
  void a_new_picture_that_cannot_be_looked_at_is_kept_as_failure_and_tried_the_next_time() {
    Path file = stage.write("a.jpg", "one");
    stage.run(
        List.<Finding>of(new Finding.Unreadable(file, file.toString(), false, "permission denied"))
            .iterator());
    assertThat(stage.failures()).containsEntry("a.jpg", "UNREADABLE permission denied");
    stage.run();
    assertThat(stage.failures()).isEmpty();
    assertThat(stage.items()).containsExactly("a.jpg");
  }
}
