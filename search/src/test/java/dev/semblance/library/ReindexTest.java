package dev.semblance.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.index.Filter;
import dev.semblance.index.LibraryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything is embedded again beside the index that serves, which is left at any moment.
class ReindexTest {
  private static final int COUNT = 30;

  @TempDir Path folder;
  private Path pictures;
  private Path place;
  private final ColourModel before = ColourModel.create();
  private final ColourModel after = ColourModel.named("better colours");
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeEach
  void index_with_the_first_model() throws IOException {
    pictures = Files.createDirectories(folder.resolve("pictures"));
    place = folder.resolve("library");
    for (int i = 0; i < COUNT; i++) {
      Drawn.write(pictures.resolve(i + ".png"), i % 2 == 0 ? 0xff0000 : 0x0000ff, i);
    }
    try (Library library = Library.open(place, before)) {
      library.index(pictures);
    }
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private Library opened(Path where, ColourModel model) {
    Library library = Library.open(where, model);
    open.add(library);
    return library;
  }

  private static long items(Library library) {
    long[] count = {0};
    library.forEach(new Filter.Everything(), _ -> count[0]++);
    return count[0];
  }

  private static List<String> generations(Path library) {
    try (Stream<Path> names = Files.list(library)) {
      return names
          .map(name -> name.getFileName().toString())
          .filter(name -> name.startsWith("index-"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The library as a crash at this moment would leave it, somewhere else.
  private Path crashed(String name) {
    Path copy = folder.resolve("crashed " + name);
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.toList()) {
        Path to = copy.resolve(place.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- whole

  @Test
  void the_old_index_serves_until_the_new_one_takes_its_place_at_once() {
    Library reader = opened(place, before);
    List<Long> seen = new ArrayList<>();
    Recorded recorded =
        new Recorded() {
          @Override
          public void done(long files, long embedded) {
            super.done(files, embedded);
            seen.add(items(reader));
            assertThat(reader.search(Query.text("red"))).hasSize(20);
            assertThat(generations(place)).containsExactly("index-1", "index-2");
          }
        };
    IndexReport report;
    try (Library library = Library.openToReindex(place, after)) {
      report = library.reindex(IndexOptions.usual().withProgress(recorded));
      assertThat(library.search(Query.text("red")).getFirst().score()).isGreaterThan(0.9);
    }
    assertThat(report.embedded()).isEqualTo(COUNT);
    assertThat(seen).isNotEmpty().containsOnly((long) COUNT);
    assertThat(generations(place)).containsExactly("index-2");
    assertThat(opened(place, after).status().model()).isEqualTo("better colours");
    assertThat(items(reader)).as("the reader goes on with the new index").isEqualTo(COUNT);
    assertThatThrownBy(() -> reader.search(Query.text("red")))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("better colours")
        .hasMessageContaining("open the library again");
  }

  @Test
  void another_model_is_refused_with_both_names_and_the_command() {
    assertThatThrownBy(() -> Library.open(place, after))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining(place.toString())
        .hasMessageContaining("made with the model colours")
        .hasMessageContaining("cannot be used with better colours")
        .hasMessageContaining("semblance index --force --model better colours");
    try (Library library = Library.openToReindex(place, after)) {
      assertThat(items(library)).as("what needs no model is answered").isEqualTo(COUNT);
    }
  }

  @Test
  void a_picture_that_left_and_one_that_came_are_as_they_are_now() throws IOException {
    Files.delete(pictures.resolve("0.png"));
    Drawn.write(pictures.resolve("new.png"), 0x00ff00, 1);
    Drawn.write(pictures.resolve("broken.png"), new byte[] {1});
    try (Library library = Library.openToReindex(place, after)) {
      library.reindex(IndexOptions.usual());
    }
    Library library = opened(place, after);
    assertThat(items(library)).isEqualTo(COUNT);
    assertThat(library.search(Query.text("green").top(1)).getFirst().item().path())
        .isEqualTo(pictures.resolve("new.png").toString());
    assertThat(library.status().failures()).isEqualTo(1);
  }

  @Test
  void a_dry_run_changes_nothing() {
    try (Library library = Library.openToReindex(place, after)) {
      IndexReport report = library.reindex(IndexOptions.usual().withDryRun(true));
      assertThat(report.added()).isEqualTo(COUNT);
    }
    assertThat(generations(place)).containsExactly("index-1");
    assertThat(opened(place, before).status().items()).isEqualTo(COUNT);
  }

  @Test
  void a_folder_that_is_not_there_stops_it_before_anything_is_lost() throws IOException {
    Files.move(pictures, folder.resolve("unplugged"));
    try (Library library = Library.openToReindex(place, after)) {
      assertThatThrownBy(() -> library.reindex(IndexOptions.usual()))
          .isInstanceOf(LibraryException.class)
          .hasMessageContaining(pictures + " is not there or empty")
          .hasMessageContaining("semblance forget " + pictures);
    }
    assertThat(items(opened(place, before))).isEqualTo(COUNT);
  }

  @Test
  void where_there_is_no_library_there_is_nothing_to_embed_again() {
    Path nowhere = folder.resolve("nowhere");
    try (Library library = Library.openToReindex(nowhere, after)) {
      for (boolean dry : new boolean[] {true, false}) {
        assertThatThrownBy(() -> library.reindex(IndexOptions.usual().withDryRun(dry)))
            .isInstanceOf(LibraryException.class)
            .hasMessageContaining(nowhere + ": there is no library yet");
      }
    }
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void what_was_given_stays_in_the_same_space_and_leaves_with_another() {
    try (Library library = Library.open(place, before)) {
      library.add(LibraryContract.item("/elsewhere/1.jpg", 1), new float[] {0, 1, 0, 0, 0, 0, 0});
      library.reindex(IndexOptions.usual());
      assertThat(library.search(Query.text("green").top(1)).getFirst().item().path())
          .isEqualTo("/elsewhere/1.jpg");
    }
    Recorded recorded = new Recorded();
    try (Library library = Library.openToReindex(place, after)) {
      library.reindex(IndexOptions.usual().withProgress(recorded));
    }
    assertThat(recorded.notices)
        .singleElement()
        .asString()
        .contains("1 items were added with embeddings of the old model and have no file");
    assertThat(items(opened(place, after))).isEqualTo(COUNT);
  }

  // ---- left on the way

  @Test
  void one_that_was_stopped_leaves_the_old_index_and_is_taken_up_again() {
    Recorded recorded = new Recorded();
    IndexOptions stopping =
        IndexOptions.usual().withProgress(recorded).withStop(() -> recorded.embedded >= 8);
    try (Library library = Library.openToReindex(place, after)) {
      assertThat(library.reindex(stopping).interrupted()).isTrue();
    }
    assertThat(items(opened(place, before))).as("the old one serves").isEqualTo(COUNT);
    assertThat(generations(place)).containsExactly("index-1", "index-2");
    try (Library library = Library.openToReindex(place, after)) {
      assertThat(library.reindex(IndexOptions.usual()).interrupted()).isFalse();
    }
    assertThat(after.embedded()).as("none is embedded twice").isEqualTo(COUNT);
    assertThat(items(opened(place, after))).isEqualTo(COUNT);
  }

  @Test
  void one_that_was_stopped_is_begun_anew_with_a_third_model() {
    Recorded recorded = new Recorded();
    try (Library library = Library.openToReindex(place, after)) {
      library.reindex(
          IndexOptions.usual().withProgress(recorded).withStop(() -> recorded.embedded >= 8));
    }
    ColourModel third = ColourModel.named("third");
    try (Library library = Library.openToReindex(place, third)) {
      library.reindex(IndexOptions.usual());
    }
    assertThat(third.embedded()).isEqualTo(COUNT);
    assertThat(generations(place)).containsExactly("index-3");
  }

  @Test
  @Tag("slow")
  void a_crash_at_any_step_leaves_one_whole_index_and_the_next_run_ends_it() {
    List<Path> crashes = new ArrayList<>();
    Path untouched = crashed("before it began");
    Recorded recorded =
        new Recorded() {
          @Override
          public void found(long files, boolean all) {
            super.found(files, all);
            crashes.add(crashed("with nothing embedded " + crashes.size()));
          }

          @Override
          public void done(long files, long embedded) {
            super.done(files, embedded);
            if (files == COUNT / 2 || files == COUNT) {
              crashes.add(crashed("with " + files + " embedded"));
            }
          }
        };
    try (Library library = Library.openToReindex(place, after)) {
      library.reindex(IndexOptions.usual().withProgress(recorded));
    }
    assertThat(crashes).hasSizeGreaterThanOrEqualTo(3);
    for (Path crash : crashes) {
      Library reader = opened(crash, before);
      assertThat(items(reader)).as("%s", crash).isEqualTo(COUNT);
      try (Library library = Library.openToReindex(crash, after)) {
        library.reindex(IndexOptions.usual());
      }
      assertThat(generations(crash)).as("%s", crash).containsExactly("index-2");
      assertThat(items(opened(crash, after))).isEqualTo(COUNT);
    }
    assertThat(items(opened(untouched, before))).isEqualTo(COUNT);
  }

  @Test
  void a_crash_between_taking_its_place_and_tidying_up_is_tidied_by_the_next_writer()
      throws IOException {
    Path old = crashed("with the old index");
    try (Library library = Library.openToReindex(place, after)) {
      library.reindex(IndexOptions.usual());
    }
    Files.move(old.resolve("index-1"), place.resolve("index-1"));
    Files.writeString(place.resolve("index-1").resolve("letter.txt"), "not ours");
    Library library = opened(place, after);
    assertThat(items(library)).isEqualTo(COUNT);
    assertThat(generations(place)).containsExactly("index-1", "index-2");
    library.index(pictures);
    assertThat(place.resolve("index-1").toFile().list()).containsExactly("letter.txt");
    assertThat(items(library)).isEqualTo(COUNT);
  }

  @Test
  void a_first_run_that_crashed_before_its_index_was_made_is_begun_again() throws IOException {
    Path copy = crashed("before the first index");
    try (Stream<Path> files = Files.list(copy.resolve("index-1"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(copy.resolve("index-1"));
    assertThat(Library.exists(copy)).isFalse();
    Library library = opened(copy, before);
    assertThatThrownBy(() -> library.search(Query.text("red")))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("there is no library yet");
    assertThat(library.index(pictures).added()).isEqualTo(COUNT);
    assertThat(items(library)).isEqualTo(COUNT);
  }
}
