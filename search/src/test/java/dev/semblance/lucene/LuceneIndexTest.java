package dev.semblance.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Filter;
import dev.semblance.index.ItemIndex;
import dev.semblance.index.ItemIndexContract;
import dev.semblance.index.Items;
import dev.semblance.index.LockedIndexException;
import dev.semblance.space.EmbeddingSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest extends ItemIndexContract {
  private static final Filter EVERYTHING = new Filter.Everything();
  private static final EmbeddingSpace FOUR = Items.space("four", 4);

  @TempDir Path folder;
  private int made;

  @Override
  protected ItemIndex create(EmbeddingSpace space) {
    return LuceneIndex.create(folder.resolve("index" + made++), space);
  }

  @Override
  protected String name() {
    return folder.resolve("index0").toString();
  }

  @Test
  void what_was_committed_is_there_when_opened_again_and_nothing_else() {
    Path here = folder.resolve("new/deep");
    assertThat(LuceneIndex.isIn(here)).isFalse();
    try (LuceneIndex index = LuceneIndex.create(here, FOUR)) {
      assertThat(LuceneIndex.isIn(here)).isTrue();
      put(index, "/a");
      index.commit();
      put(index, "/b");
    }
    try (LuceneIndex index = LuceneIndex.openForWriting(here)) {
      assertThat(index.space()).isEqualTo(FOUR);
      assertThat(index.known(List.of("/a", "/b"))).containsOnlyKeys("/a");
      put(index, "/b");
      index.commit();
    }
    try (LuceneIndex index = LuceneIndex.openForReading(here)) {
      assertThat(index.space()).isEqualTo(FOUR);
      assertThat(index.known(List.of("/a", "/b"))).containsOnlyKeys("/a", "/b");
    }
  }

  private static void put(ItemIndex index, String path) {
    index.put(List.of(Items.embedded(index.space(), path)));
  }

  @Test
  void a_reader_sees_each_commit_of_a_writer_that_came_later() {
    Path here = folder.resolve("shared");
    LuceneIndex.create(here, FOUR).close();
    try (LuceneIndex reader = LuceneIndex.openForReading(here);
        LuceneIndex writer = LuceneIndex.openForWriting(here)) {
      for (int i = 0; i < 15; i++) {
        put(writer, "/" + i);
        assertThat(reader.count(EVERYTHING)).isEqualTo(i);
        writer.commit();
        if (i % 3 == 0) {
          put(writer, "/" + i);
          writer.commit();
        }
        assertThat(reader.count(EVERYTHING)).isEqualTo(i + 1);
      }
    }
  }

  @Test
  void a_second_writer_is_told_where_and_readers_are_let_in() {
    Path here = folder.resolve("held");
    try (LuceneIndex writer = LuceneIndex.create(here, FOUR)) {
      put(writer, "/a");
      writer.commit();
      assertThatThrownBy(() -> LuceneIndex.openForWriting(here))
          .isInstanceOfSatisfying(
              LockedIndexException.class, e -> assertThat(e.folder()).isEqualTo(here))
          .hasMessageContaining(here.toString())
          .hasMessageContaining("writing");
      assertThatThrownBy(() -> LuceneIndex.create(here, FOUR))
          .isInstanceOf(LockedIndexException.class);
      try (LuceneIndex reader = LuceneIndex.openForReading(here)) {
        assertThat(reader.count(EVERYTHING)).isEqualTo(1);
      }
    }
    LuceneIndex.openForWriting(here).close();
  }

  @Test
  void an_index_is_not_made_over_another() {
    Path here = folder.resolve("there");
    try (LuceneIndex index = LuceneIndex.create(here, FOUR)) {
      put(index, "/a");
      index.commit();
    }
    assertThatThrownBy(() -> LuceneIndex.create(here, FOUR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(here + ": there is an index already");
    try (LuceneIndex index = LuceneIndex.openForReading(here)) {
      assertThat(index.count(EVERYTHING)).isEqualTo(1);
    }
  }

  @Test
  void a_folder_without_an_index_is_refused_and_left_alone() {
    Path here = folder.resolve("nothing");
    for (Runnable opening :
        List.<Runnable>of(
            () -> LuceneIndex.openForReading(here), () -> LuceneIndex.openForWriting(here))) {
      assertThatThrownBy(opening::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(here + ": there is no index here");
    }
    assertThat(here).doesNotExist();
  }

  @Test
  void an_index_open_for_reading_is_not_written_to() {
    Path here = folder.resolve("read");
    LuceneIndex.create(here, FOUR).close();
    try (LuceneIndex reader = LuceneIndex.openForReading(here)) {
      for (Runnable writing :
          List.<Runnable>of(
              () -> put(reader, "/a"), reader::commit, () -> reader.remove(List.of("/a")))) {
        assertThatThrownBy(writing::run)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining(here + ": the index is open for reading");
      }
    }
  }

  @Test
  void an_index_exchanged_for_one_of_another_space_is_noticed() throws IOException {
    Path here = folder.resolve("exchanged");
    LuceneIndex.create(here, FOUR).close();
    try (LuceneIndex reader = LuceneIndex.openForReading(here)) {
      delete(here);
      try (LuceneIndex other = LuceneIndex.create(here, Items.space("foreign", 4))) {
        put(other, "/a");
        other.commit();
      }
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> reader.count(EVERYTHING))
            .isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining("foreign")
            .hasMessageContaining("four")
            .hasMessageContaining("open it again");
      }
    }
  }

  @Test
  void a_reader_whose_folder_was_deleted_goes_on_with_what_it_has() throws IOException {
    Path here = folder.resolve("deleted");
    try (LuceneIndex index = LuceneIndex.create(here, FOUR)) {
      put(index, "/a");
      index.commit();
    }
    try (LuceneIndex reader = LuceneIndex.openForReading(here)) {
      delete(here);
      EmbeddedItem item = Items.embedded(FOUR, "/a");
      assertThat(reader.nearest(item.embedding(), 5, EVERYTHING)).hasSize(1);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Test
  void a_damaged_index_is_an_error_that_names_the_folder() throws IOException {
    Path here = folder.resolve("damaged");
    try (LuceneIndex index = LuceneIndex.create(here, FOUR)) {
      put(index, "/a");
      index.commit();
    }
    try (Stream<Path> files = Files.list(here)) {
      for (Path file : files.filter(it -> it.toString().contains("segments_")).toList()) {
        Files.write(file, new byte[100]);
      }
    }
    assertThatThrownBy(() -> LuceneIndex.openForReading(here))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(here.toString());
    assertThatThrownBy(() -> LuceneIndex.openForWriting(here))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(here.toString());
  }

  @Test
  void vectors_of_thousands_of_dimensions_are_kept() {
    EmbeddingSpace wide = Items.space("wide", 4096);
    try (ItemIndex index = create(wide)) {
      put(index, "/a");
      index.commit();
      EmbeddedItem item = Items.embedded(wide, "/a");
      assertThat(index.nearest(item.embedding(), 1, EVERYTHING).getFirst().score())
          .isEqualTo(item.embedding().cosine(item.embedding()));
    }
  }

  @Test
  void many_small_runs_do_not_leave_many_segments() throws IOException {
    Path here = folder.resolve("daily");
    LuceneIndex.create(here, FOUR).close();
    for (int i = 0; i < 30; i++) {
      try (LuceneIndex index = LuceneIndex.openForWriting(here)) {
        put(index, "/" + i);
        index.commit();
      }
    }
    try (LuceneIndex index = LuceneIndex.openForReading(here);
        Stream<Path> files = Files.list(here)) {
      assertThat(index.count(EVERYTHING)).isEqualTo(30);
      assertThat(files.filter(it -> it.toString().endsWith(".si")).count()).isLessThan(15);
    }
  }
}
