package dev.semblance.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.index.Failure;
import dev.semblance.index.Filter;
import dev.semblance.model.CardJson;
import dev.semblance.model.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What released versions wrote is opened, searched and written to: formats are API.
class ReleasedTest {
  private static final Path RELEASED = Path.of("src/test/resources/released");

  @TempDir Path folder;

  private Path copyOf(String version) throws IOException {
    Path from = RELEASED.resolve(version).resolve("library");
    Path to = folder.resolve(version);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  @Test
  void a_library_of_version_0_1_is_searched_and_grows() throws IOException {
    try (ColourModel model = ColourModel.create();
        Library library = Library.open(copyOf("0.1"), model)) {
      Status status = library.status();
      assertThat(status.items()).isEqualTo(13);
      assertThat(status.failures()).isEqualTo(1);
      assertThat(status.model()).isEqualTo("colours");
      assertThat(status.roots()).containsExactly(ReleasedFile.PICTURES);

      List<Hit> hits = library.search(Query.text("blue").top(3));
      assertThat(hits).extracting(hit -> hit.item().path()).allMatch(path -> path.contains("été"));
      assertThat(hits.getFirst().score()).isGreaterThan(0.9);

      Hit given = library.search(Query.text("white").top(1)).getFirst();
      assertThat(given.item()).isEqualTo(ReleasedFile.given());
      assertThat(given.score()).isCloseTo(0.6, within(1e-6));
      Filter then =
          new Filter.Dated(
              LocalDateTime.of(1999, 12, 31, 0, 0), LocalDateTime.of(2000, 1, 1, 0, 0));
      assertThat(library.search(Query.text("red").where(then))).hasSize(1);
      assertThat(library.search(Query.text("red").where(new Filter.InFolder("/photos"))))
          .hasSize(1);

      List<Failure> failures = new ArrayList<>();
      library.forEachFailure(failures::add);
      assertThat(failures.getFirst().kind()).isEqualTo("NOT_A_PICTURE");

      Path pictures = Files.createDirectories(folder.resolve("more"));
      Drawn.write(pictures.resolve("new.png"), 0x0000ff, 5);
      assertThat(library.index(pictures).added()).isEqualTo(1);
      assertThat(library.status().items()).isEqualTo(14);
      assertThat(library.forget(ReleasedFile.PICTURES)).isEqualTo(12);
      assertThat(library.status().items()).isEqualTo(2);
    }
  }

  @Test
  void a_model_card_of_version_0_1_is_read_whole() throws IOException {
    byte[] json = Files.readAllBytes(RELEASED.resolve("0.1").resolve(CardJson.FILE));
    ModelCard card = CardJson.read(json, "a released card");
    assertThat(card.name()).isEqualTo("mini");
    assertThat(card.text()).isPresent();
    assertThat(card.image()).isPresent();
    assertThat(CardJson.read(CardJson.write(card), "the card written again")).isEqualTo(card);
  }
}
