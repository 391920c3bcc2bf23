package dev.semblance.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.index.Items;
import dev.semblance.space.EmbeddingSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders of Lucene's that Semblance did not make, or made in another form, and tunings.
class ForeignIndexTest {
  private static final EmbeddingSpace SPACE = Items.space("ours", 4);

  @TempDir Path folder;

  /// An index by Lucene itself, its commit with this data.
  private void written(Map<String, String> userData) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(userData.entrySet());
      writer.commit();
    }
  }

  private List<ThrowingCallable> openings() {
    return List.of(
        () -> LuceneIndex.openForReading(folder), () -> LuceneIndex.openForWriting(folder));
  }

  @Test
  void an_index_of_another_program_is_refused_and_left_as_it_is() throws IOException {
    written(Map.of("made by", "somebody else"));
    List<String> before = names();
    for (ThrowingCallable opening : openings()) {
      assertThatThrownBy(opening)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(folder + ": the index is of format unknown (not made by Semblance)")
          .hasMessageContaining("this program reads format 1; index anew");
    }
    assertThat(names()).isEqualTo(before);
    assertThatCode(() -> written(Map.of())).as("no lock is held").doesNotThrowAnyException();
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(Path::toString).filter(name -> !name.endsWith("write.lock")).toList();
    }
  }

  @Test
  void an_index_of_a_newer_form_is_refused_with_both_forms() throws IOException {
    Map<String, String> newer = new HashMap<>(SpaceInCommit.userData(SPACE));
    newer.put("semblance.format", "2");
    written(newer);
    for (ThrowingCallable opening : openings()) {
      assertThatThrownBy(opening)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("the index is of format 2, this program reads format 1");
    }
  }

  @Test
  void the_space_of_an_index_is_read_from_its_commit_and_outlives_every_further_one()
      throws IOException {
    written(SpaceInCommit.userData(SPACE));
    for (int i = 0; i < 3; i++) {
      try (LuceneIndex index = LuceneIndex.openForWriting(folder)) {
        assertThat(index.space()).isEqualTo(SPACE);
        index.put(List.of(Items.embedded(SPACE, "/" + i)));
        index.commit();
      }
    }
    try (LuceneIndex index = LuceneIndex.openForReading(folder)) {
      assertThat(index.space()).isEqualTo(SPACE);
    }
  }

  @Test
  void a_folder_that_is_a_file_or_missing_holds_no_index() throws IOException {
    Path file = Files.writeString(folder.resolve("segments_1"), "not a folder");
    assertThat(LuceneIndex.isIn(file)).isFalse();
    assertThat(LuceneIndex.isIn(folder.resolve("nowhere"))).isFalse();
    assertThatThrownBy(() -> LuceneIndex.create(file.resolve("index"), SPACE))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.resolve("index").toString());
  }

  @Test
  void a_tuning_needs_a_width_and_no_negative_number() {
    assertThat(new Tuning(0, 1)).isEqualTo(new Tuning(0, 1));
    for (ThrowingCallable making :
        List.<ThrowingCallable>of(() -> new Tuning(-1, 1), () -> new Tuning(0, 0))) {
      assertThatThrownBy(making)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("exactItems of at least 0 and a width of at least 1, got ");
    }
  }
}
