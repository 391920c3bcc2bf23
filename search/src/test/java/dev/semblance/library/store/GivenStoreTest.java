package dev.semblance.library.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.crawl.Excludes;
import dev.semblance.crawl.Root;
import dev.semblance.index.Filter;
import dev.semblance.index.FlatIndex;
import dev.semblance.index.Items;
import dev.semblance.index.LibraryException;
import dev.semblance.library.store.Store.Maker;
import dev.semblance.library.store.Store.Writing;
import dev.semblance.space.EmbeddingSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A store over an index of the caller's.
class GivenStoreTest {
  private static final EmbeddingSpace SPACE = Items.space("given", 4);
  private static final Maker MAKER = new Maker("given", SPACE);
  private static final Filter EVERYTHING = new Filter.Everything();

  private final FlatIndex index = new FlatIndex(SPACE);
  private final GivenStore store = new GivenStore(index, "given");

  @AfterEach
  void close() {
    index.close();
  }

  private static Root root(String path) {
    return new Root(Path.of(path), Excludes.of(List.of()));
  }

  @Test
  void roots_are_remembered_as_long_as_it_lives_and_forgotten_with_all_below() {
    try (Writing writing = store.write("index", Optional.of(MAKER))) {
      writing.indexed(List.of(root("/a"), root("/a/b"), root("/ab")));
      writing.indexed(List.of(root("/a")));
    }
    assertThat(store.about().roots())
        .extracting(root -> root.path().toString())
        .containsExactly("/a/b", "/ab", "/a");
    try (Writing writing = store.write("forget", Optional.empty())) {
      writing.forgotten(Path.of("/a"));
    }
    assertThat(store.roots()).extracting(Root::path).containsExactly(Path.of("/ab"));
  }

  @Test
  void what_is_written_is_read_after_its_commit() {
    try (Writing writing = store.write("add", Optional.of(MAKER))) {
      writing.index().put(List.of(Items.embedded(SPACE, "/a")));
      assertThat(store.<Long>read(it -> it.count(EVERYTHING))).isZero();
      writing.index().commit();
      assertThat(store.<Long>read(it -> it.count(EVERYTHING))).isEqualTo(1);
    }
  }

  @Test
  void a_maker_of_another_space_is_refused_and_nobody_is_kept_waiting() {
    Maker other = new Maker("other", Items.space("other", 4));
    assertThatThrownBy(() -> store.tryWrite("add", Optional.of(other)).ifPresent(Writing::close))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("holds embeddings of given (4-d")
        .hasMessageContaining("cannot be used with the model other, space other (4-d");
    CompletableFuture.runAsync(() -> store.write("add", Optional.of(MAKER)).close()).join();
  }

  @Test
  void threads_write_one_after_another_and_giving_back_twice_is_harmless() {
    AtomicBoolean over = new AtomicBoolean();
    Writing first = store.write("one", Optional.of(MAKER));
    CompletableFuture<Boolean> second =
        CompletableFuture.supplyAsync(() -> {
          try (Writing writing = store.write("two", Optional.of(MAKER))) {
            return over.get() && writing.index() == index;
          }
        });
    over.set(true);
    first.close();
    first.close();
    assertThat(second.join()).as("the second began when the first was over").isTrue();
  }

  @Test
  void closing_the_store_leaves_the_index_to_its_owner_and_ends_reading_and_writing() {
    store.close();
    store.close();
    assertThat(index.count(EVERYTHING)).isZero();
    assertThatThrownBy(() -> store.<Long>read(it -> it.count(EVERYTHING)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the library of the model given is closed");
    assertThatThrownBy(() -> store.write("add", Optional.of(MAKER)).close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed");
  }
}
