package dev.semblance.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.index.Filter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the Javadoc shows: the regions here are its snippets.
class SnippetsTest {
  @TempDir Path folder;
  private final ColourModel model = ColourModel.create();
  private Path pictures;
  private Path place;

  @BeforeEach
  void draw() {
    pictures = folder.resolve("pictures");
    place = folder.resolve("library");
    Drawn.write(pictures.resolve("bridge.png"), 0xff0000, 1);
    Drawn.write(pictures.resolve("pool.png"), 0x0000ff, 1);
  }

  @Test
  void a_folder_is_indexed_and_searched() {
    List<String> found = new ArrayList<>();
    // @start region="index-and-search"
    try (Library library = Library.open(place, model)) {
      library.index(pictures);
      for (Hit hit : library.search(Query.text("a red bridge at sunset").top(10))) {
        found.add(hit.rank() + ". " + hit.item().path());
      }
    }
    // @end
    assertThat(found.getFirst()).isEqualTo("1. " + pictures.resolve("bridge.png"));
  }

  @Test
  void a_query_is_a_sum_among_some_items() {
    Path pool = pictures.resolve("pool.png");
    // @start region="sum"
    Query query =
        Query.text("blue water")
            .times(2)
            .plus(Query.picture(pool))
            .minus(Query.text("a red boat"))
            .where(new Filter.InFolder(pictures.toString()))
            .where(new Filter.Dated(LocalDateTime.of(2020, 1, 1, 0, 0), LocalDateTime.MAX))
            .minScore(0.2)
            .top(5);
    // @end
    try (Library library = Library.open(place, model)) {
      library.index(pictures);
      assertThat(library.search(query))
          .singleElement()
          .satisfies(hit -> assertThat(hit.item().path()).isEqualTo(pool.toString()));
    }
  }
}
