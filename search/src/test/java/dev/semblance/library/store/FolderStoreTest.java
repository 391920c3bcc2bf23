package dev.semblance.library.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.crawl.Excludes;
import dev.semblance.crawl.Root;
import dev.semblance.index.Filter;
import dev.semblance.index.ItemIndex;
import dev.semblance.index.Items;
import dev.semblance.index.LibraryException;
import dev.semblance.library.store.FolderStore.Rebuilding;
import dev.semblance.library.store.Store.Maker;
import dev.semblance.library.store.Store.Writing;
import dev.semblance.space.EmbeddingSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Generations of an index in a folder: made, read, exchanged under readers, tidied, closed.
class FolderStoreTest {
  private static final EmbeddingSpace SPACE = Items.space("first", 4);
  private static final Maker FIRST = new Maker("first", SPACE);
  private static final Maker SECOND = new Maker("second", Items.space("second", 3));
  private static final Filter EVERYTHING = new Filter.Everything();

  @TempDir Path folder;
  private Path place = Path.of("");
  private FolderStore store = new FolderStore(place);

  @BeforeEach
  void begin() {
    place = folder.resolve("a/library");
    store = new FolderStore(place);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static void put(Writing writing, Maker maker, String... paths) {
    for (String path : paths) {
      writing.index().put(List.of(Items.embedded(maker.space(), path)));
    }
    writing.index().commit();
  }

  private void make(String... paths) {
    try (Writing writing = store.write("add", Optional.of(FIRST))) {
      put(writing, FIRST, paths);
    }
  }

  private void exchange(String... paths) {
    try (Rebuilding next = store.rebuild("again", SECOND)) {
      put(next, SECOND, paths);
      next.finish();
    }
  }

  private static long count(ItemIndex index) {
    return index.count(EVERYTHING);
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_first_writing_makes_it_and_its_last_close_leaves_a_file_an_index_and_a_free_lock() {
    assertThat(store.exists()).isFalse();
    assertThat(store.roots()).isEmpty();
    assertThatThrownBy(() -> store.write("forget", Optional.empty()).close())
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining(place + ": there is no library yet");
    assertThat(folder).as("nothing is made for what cannot be").isEmptyDirectory();
    make("/a");
    assertThat(store.exists()).isTrue();
    assertThat(store.model()).isEqualTo("first");
    assertThat(names()).containsExactly("index-1", "library.json", "writer.lock");
    assertThat(store.about().writer()).isEmpty();
    assertThat(store.<Long>read(FolderStoreTest::count)).isEqualTo(1);
  }

  @Test
  void a_writer_of_another_model_is_refused_and_leaves_the_lock_free() {
    make("/a");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> store.write("add", Optional.of(SECOND)).close())
          .isInstanceOf(LibraryException.class)
          .hasMessageContaining("was made with the model first, space first (4-d")
          .hasMessageContaining("cannot be used with second, space second (3-d");
    }
    CompletableFuture.runAsync(() -> make("/b")).join();
    assertThat(store.<Long>read(FolderStoreTest::count)).isEqualTo(2);
  }

  @Test
  void while_one_writes_another_store_is_told_who_and_gets_in_afterwards() {
    try (FolderStore other = new FolderStore(place.resolve("../library"))) {
      try (Writing writing = store.write("index /pictures", Optional.of(FIRST))) {
        put(writing, FIRST, "/a");
        assertThat(other.tryWrite("forget", Optional.empty())).isEmpty();
        assertThatThrownBy(() -> other.rebuild("again", SECOND).close())
            .isInstanceOf(LibraryException.class)
            .hasMessageContaining(place + " is being written to by process ")
            .hasMessageContaining("(index /pictures); wait until it is done, or end it");
        assertThat(other.<Long>read(FolderStoreTest::count)).isEqualTo(1);
      }
      other.write("forget", Optional.empty()).close();
    }
  }

  @Test
  void roots_outlive_the_store_with_what_was_left_out_of_them() {
    try (Writing writing = store.write("index", Optional.of(FIRST))) {
      writing.indexed(List.of(new Root(Path.of("/a"), Excludes.of(List.of("x", "*.y")))));
      writing.indexed(List.of(new Root(Path.of("/b/c"), Excludes.of(List.of()))));
      writing.forgotten(Path.of("/b"));
    }
    try (FolderStore later = new FolderStore(place)) {
      assertThat(later.roots()).extracting(Root::path).containsExactly(Path.of("/a"));
      assertThat(later.roots().getFirst().excludes().patterns()).containsExactly("x", "*.y");
    }
  }

  // ---- exchanged

  @Test
  void who_reads_while_the_index_is_exchanged_reads_the_old_one_to_its_end() {
    make("/a", "/b");
    List<ItemIndex> seen = new ArrayList<>();
    long counted =
        store.read(old -> {
          seen.add(old);
          exchange("/c");
          assertThat(store.<Long>read(FolderStoreTest::count)).as("who comes later").isEqualTo(1);
          List<String> paths = new ArrayList<>();
          old.forEach(EVERYTHING, item -> paths.add(item.path()));
          assertThat(paths).containsExactly("/a", "/b");
          return count(old);
        });
    assertThat(counted).isEqualTo(2);
    assertThatThrownBy(() -> count(seen.getFirst()))
        .as("the last reader closed it")
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.<EmbeddingSpace>read(ItemIndex::space)).isEqualTo(SECOND.space());
    assertThat(names()).containsExactly("index-2", "library.json", "writer.lock");
  }

  @Test
  void an_action_that_fails_does_not_keep_the_index_open() {
    make("/a");
    List<ItemIndex> seen = new ArrayList<>();
    assertThatThrownBy(() ->
            store.read(index -> {
              seen.add(index);
              throw new UnsupportedOperationException("in a test");
            }))
        .isInstanceOf(UnsupportedOperationException.class);
    store.close();
    assertThatThrownBy(() -> count(seen.getFirst())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_rebuilding_that_is_given_up_leaves_the_old_index_serving_and_is_found_again() {
    make("/a", "/b");
    try (Rebuilding next = store.rebuild("again", SECOND)) {
      put(next, SECOND, "/c");
    }
    assertThat(store.<Long>read(FolderStoreTest::count)).isEqualTo(2);
    assertThat(store.model()).isEqualTo("first");
    make("/d");
    assertThat(names()).as("a writer between lets it be").contains("index-1", "index-2");
    try (Rebuilding next = store.rebuild("again", SECOND)) {
      assertThat(count(next.index())).as("what it had is still there").isEqualTo(1);
      next.finish();
    }
    assertThat(store.<Long>read(FolderStoreTest::count)).isEqualTo(1);
  }

  @Test
  void generations_are_numbered_on_and_what_lies_beside_them_is_left_alone() throws IOException {
    make("/a");
    Path mine = Files.createDirectories(place.resolve("index-mine"));
    Files.writeString(mine.resolve("_0.cfs"), "mine");
    Files.createDirectories(place.resolve("index-7"));
    Files.writeString(place.resolve("index-7/segments_1"), "of a generation long gone");
    for (int i = 0; i < 3; i++) {
      exchange("/a");
    }
    assertThat(names()).containsExactly("index-4", "index-mine", "library.json", "writer.lock");
    assertThat(mine.resolve("_0.cfs")).hasContent("mine");
  }

  // ---- closed

  @Test
  void a_store_that_is_closed_neither_reads_nor_writes_and_says_so() {
    make("/a");
    ItemIndex[] during = new ItemIndex[1];
    long counted =
        store.read(index -> {
          during[0] = index;
          store.close();
          return count(index);
        });
    assertThat(counted).as("who is in it goes on").isEqualTo(1);
    assertThatThrownBy(() -> count(during[0])).isInstanceOf(IllegalStateException.class);
    assertThatCode(store::close).doesNotThrowAnyException();
    for (Runnable use :
        List.<Runnable>of(
            () -> store.<Long>read(FolderStoreTest::count),
            () -> store.write("forget", Optional.empty()).close(),
            () -> store.rebuild("again", SECOND).close())) {
      assertThatThrownBy(use::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the library in " + place + " is closed");
    }
    try (FolderStore other = new FolderStore(place)) {
      other.write("forget", Optional.empty()).close();
    }
  }
}
