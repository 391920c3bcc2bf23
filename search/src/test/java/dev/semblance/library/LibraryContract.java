package dev.semblance.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Failure;
import dev.semblance.index.Filter;
import dev.semblance.index.Item;
import dev.semblance.index.LibraryException;
import dev.semblance.space.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every library does, wherever its index is kept.
abstract class LibraryContract {
  static final int RED = 0xff0000;
  static final int GREEN = 0x00ff00;
  static final int BLUE = 0x0000ff;

  @TempDir Path folder;
  Path pictures;
  ColourModel model;
  Library library;

  /// An empty library.
  abstract Library open(Path folder, ColourModel with);

  @BeforeEach
  void begin() throws IOException {
    pictures = Files.createDirectories(folder.resolve("pictures"));
    model = ColourModel.create();
    library = open(folder.resolve("library"), model);
  }

  @AfterEach
  void end() {
    library.close();
  }

  Path draw(String name, int rgb, int mark) {
    return Drawn.write(pictures.resolve(name), rgb, mark);
  }

  List<Path> found() {
    List<Path> paths = new ArrayList<>();
    library.forEach(new Filter.Everything(), item -> paths.add(Path.of(item.path())));
    return paths;
  }

  List<Failure> failures() {
    List<Failure> failures = new ArrayList<>();
    library.forEachFailure(failures::add);
    return failures;
  }

  /// Moves a file's time on, so that a change within the clock's tick is seen.
  static void touch(Path file) throws IOException {
    Instant later = Files.getLastModifiedTime(file).toInstant().plusSeconds(10);
    Files.setLastModifiedTime(file, FileTime.from(later));
  }

  /// Added, moved, unchanged, removed, failed, embedded.
  static List<Long> counts(IndexReport report) {
    return List.of(
        report.added(),
        report.moved(),
        report.unchanged(),
        report.removed(),
        report.failed(),
        report.embedded());
  }

  // ---- searching

  @Test
  void finds_pictures_by_what_they_show() {
    Path red = draw("a.png", RED, 1);
    draw("b.png", GREEN, 1);
    draw("c.png", BLUE, 1);
    library.index(pictures);

    List<Hit> hits = library.search(Query.text("something red").top(2));

    assertThat(hits).hasSize(2);
    assertThat(hits.getFirst().item().path()).isEqualTo(red.toString());
    assertThat(hits.getFirst().rank()).isEqualTo(1);
    assertThat(hits.getFirst().score()).isGreaterThan(hits.get(1).score());
    assertThat(hits.getFirst().item().width()).isEqualTo(24);
    assertThat(hits.getFirst().item().sizeBytes()).isEqualTo(red.toFile().length());
  }

  @Test
  void finds_the_same_when_it_was_warmed_up_before() {
    draw("a.png", RED, 1);
    draw("b.png", GREEN, 1);
    library.index(pictures);
    List<Hit> cold = library.search(Query.text("green"));

    library.warmUp();

    assertThat(library.search(Query.text("green"))).isEqualTo(cold);
  }

  @Test
  void finds_pictures_like_a_file_an_item_pixels_or_a_point() {
    Path green = draw("b.png", GREEN, 1);
    draw("a.png", RED, 1);
    library.index(pictures);
    Path outside = Drawn.write(folder.resolve("outside.png"), GREEN, 2);

    for (Query query :
        List.of(
            Query.picture(outside),
            Query.picture(green),
            Query.item(green.toString()),
            Query.embedding(library.embed(Query.text("green")), "green"))) {
      Hit first = library.search(query).getFirst();
      assertThat(first.item().path()).isEqualTo(green.toString());
      assertThat(first.score()).isCloseTo(1, within(1e-3));
    }
  }

  @Test
  void adds_and_takes_away_and_says_what_each_term_gave() {
    draw("red.png", RED, 1);
    draw("green.png", GREEN, 1);
    draw("blue.png", BLUE, 1);
    library.index(pictures);

    List<Hit> hits =
        library.search(
            Query.text("red").times(2).plus(Query.text("green")).minus(Query.text("blue")));

    assertThat(hits)
        .extracting(hit -> Path.of(hit.item().path()).getFileName().toString())
        .containsExactly("red.png", "green.png", "blue.png");
    assertThat(hits.getFirst().score()).isCloseTo(2 / Math.sqrt(6), within(1e-6));
    assertThat(hits.getFirst().explanation())
        .extracting(Hit.Part::term)
        .containsExactly("\"red\"", "\"green\"", "\"blue\"");
    assertThat(hits.getFirst().explanation())
        .extracting(Hit.Part::weight)
        .containsExactly(2.0, 1.0, -1.0);
    for (Hit hit : hits) {
      double sum = hit.explanation().stream().mapToDouble(Hit.Part::share).sum();
      assertThat(sum).isCloseTo(hit.score(), within(1e-6));
    }
  }

  @Test
  void one_term_explains_itself_whatever_its_weight() {
    draw("red.png", RED, 1);
    library.index(pictures);

    Hit hit = library.search(Query.text("red").times(-3)).getFirst();

    assertThat(hit.score()).isCloseTo(-1, within(1e-6));
    assertThat(hit.explanation().getFirst().cosine()).isCloseTo(1, within(1e-6));
    assertThat(hit.explanation().getFirst().share()).isCloseTo(-1, within(1e-6));
  }

  @Test
  void leaves_out_what_is_below_the_least_score_or_not_in_the_filter() {
    draw("in/red.png", RED, 1);
    draw("out/red.png", RED, 2);
    draw("in/blue.png", BLUE, 1);
    library.index(pictures);

    List<Hit> hits =
        library.search(
            Query.text("red")
                .where(new Filter.InFolder(pictures.resolve("in").toString()))
                .minScore(0.5));

    assertThat(hits)
        .extracting(hit -> hit.item().path())
        .containsExactly(pictures.resolve("in/red.png").toString());
  }

  @Test
  void a_picture_to_search_with_must_be_there_and_readable() {
    draw("a.png", RED, 1);
    library.index(pictures);
    Path none = folder.resolve("none.png");
    Path broken = Drawn.write(folder.resolve("broken.png"), new byte[] {1, 2, 3});

    assertThatThrownBy(() -> library.search(Query.picture(none)))
        .isInstanceOf(java.io.UncheckedIOException.class)
        .hasMessageContaining("none.png");
    assertThatThrownBy(() -> library.search(Query.picture(broken)))
        .isInstanceOf(dev.semblance.image.UnreadablePictureException.class)
        .hasMessageContaining("broken.png");
    assertThatThrownBy(() -> library.search(Query.item("/nowhere.png")))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("/nowhere.png is not in the library");
  }

  @Test
  void a_given_point_of_another_space_is_refused() {
    draw("a.png", RED, 1);
    library.index(pictures);
    ColourModel other = ColourModel.named("others");
    Embedding strange = Embedding.of(other.space(), new float[] {1, 0, 0, 0, 0, 0, 0}, "x");

    assertThatThrownBy(() -> library.search(Query.embedding(strange, "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colours")
        .hasMessageContaining("others");
  }

  @Test
  void tells_which_texts_are_cut() {
    String longText = "red ".repeat(30).strip();
    assertThat(library.cutTexts(Query.text(longText).plus(Query.text("blue"))))
        .containsExactly(longText);
  }

  // ---- keeping up with files

  @Test
  void unchanged_files_are_not_looked_into() {
    draw("a.png", RED, 1);
    draw("b.png", BLUE, 1);
    assertThat(counts(library.index(pictures))).containsExactly(2L, 0L, 0L, 0L, 0L, 2L);

    assertThat(counts(library.index(pictures))).containsExactly(0L, 0L, 2L, 0L, 0L, 0L);
    assertThat(model.embedded()).isEqualTo(2);
  }

  @Test
  void a_touched_file_is_not_embedded_again() throws IOException {
    Path file = draw("a.png", RED, 1);
    library.index(pictures);
    touch(file);

    assertThat(counts(library.index(pictures))).containsExactly(0L, 0L, 1L, 0L, 0L, 0L);

    assertThat(model.embedded()).isEqualTo(1);
    library.forEach(
        new Filter.Everything(),
        item -> assertThat(FileTime.from(item.modified())).isEqualTo(modified(file)));
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void a_changed_file_is_embedded_again() throws IOException {
    Path file = draw("a.png", RED, 1);
    library.index(pictures);
    draw("a.png", BLUE, 1);
    touch(file);

    assertThat(counts(library.index(pictures))).containsExactly(1L, 0L, 0L, 0L, 0L, 1L);

    assertThat(library.search(Query.text("blue")).getFirst().score()).isGreaterThan(0.9);
    assertThat(found()).containsExactly(file);
  }

  @Test
  void a_moved_file_keeps_its_embedding() throws IOException {
    Path before = draw("a.png", RED, 1);
    library.index(pictures);
    Path after = pictures.resolve("sub/z.png");
    Files.createDirectories(pictures.resolve("sub"));
    Files.move(before, after);

    assertThat(counts(library.index(pictures))).containsExactly(0L, 1L, 0L, 0L, 0L, 0L);

    assertThat(found()).containsExactly(after);
    assertThat(model.embedded()).isEqualTo(1);
  }

  @Test
  void a_file_moved_onto_another_takes_its_place() throws IOException {
    Path before = draw("a.png", RED, 1);
    Path onto = draw("b.png", BLUE, 1);
    library.index(pictures);
    Files.move(before, onto, StandardCopyOption.REPLACE_EXISTING);
    touch(onto);

    assertThat(counts(library.index(pictures))).containsExactly(0L, 1L, 0L, 0L, 0L, 0L);

    assertThat(found()).containsExactly(onto);
    assertThat(library.search(Query.text("red")).getFirst().score()).isGreaterThan(0.9);
  }

  @Test
  void a_renamed_folder_keeps_its_embeddings() throws IOException {
    for (int i = 0; i < 20; i++) {
      draw("old/" + i + ".png", RED, i);
    }
    library.index(pictures);
    Files.move(pictures.resolve("old"), pictures.resolve("new"));

    assertThat(counts(library.index(pictures))).containsExactly(0L, 20L, 0L, 0L, 0L, 0L);

    assertThat(found()).hasSize(20).allMatch(path -> path.startsWith(pictures.resolve("new")));
    assertThat(model.embedded()).isEqualTo(20);
  }

  @Test
  void copies_are_embedded_once_though_both_are_new() {
    for (int i = 0; i < 10; i++) {
      draw("a/" + i + ".png", RED, 1);
    }
    draw("b.png", BLUE, 1);

    assertThat(counts(library.index(pictures))).containsExactly(11L, 0L, 0L, 0L, 0L, 2L);

    assertThat(found()).hasSize(11);
    assertThat(model.embedded()).isEqualTo(2);
  }

  @Test
  void a_copy_of_a_known_file_is_not_embedded() throws IOException {
    Path file = draw("a.png", RED, 1);
    library.index(pictures);
    Files.copy(file, pictures.resolve("copy.png"));

    assertThat(counts(library.index(pictures))).containsExactly(1L, 0L, 1L, 0L, 0L, 0L);
    assertThat(found()).hasSize(2);
  }

  @Test
  void swapped_files_are_not_embedded_again() throws IOException {
    Path one = draw("a.png", RED, 1);
    Path other = draw("b.png", BLUE, 1);
    library.index(pictures);
    Files.move(one, pictures.resolve("t.png"));
    Files.move(other, one);
    Files.move(pictures.resolve("t.png"), other);
    touch(one);
    Files.setLastModifiedTime(other, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

    IndexReport report = library.index(pictures);

    assertThat(report.embedded()).isZero();
    assertThat(library.search(Query.text("blue")).getFirst().item().path())
        .isEqualTo(one.toString());
    assertThat(library.search(Query.text("red")).getFirst().item().path())
        .isEqualTo(other.toString());
  }

  @Test
  void deleted_files_leave() throws IOException {
    Path file = draw("a.png", RED, 1);
    Path stays = draw("b.png", BLUE, 1);
    library.index(pictures);
    Files.delete(file);

    assertThat(counts(library.index(pictures))).containsExactly(0L, 0L, 1L, 1L, 0L, 0L);
    assertThat(found()).containsExactly(stays);
  }

  @Test
  void files_elsewhere_stay_when_another_folder_is_indexed() {
    Path file = draw("a.png", RED, 1);
    library.index(pictures);
    Path elsewhere = Drawn.write(folder.resolve("elsewhere/x.png"), BLUE, 1);

    assertThat(counts(library.index(folder.resolve("elsewhere"))))
        .containsExactly(1L, 0L, 0L, 0L, 0L, 1L);
    assertThat(found()).containsExactlyInAnyOrder(file, elsewhere);
  }

  @Test
  void files_excluded_later_leave_and_come_back() {
    draw("a.png", RED, 1);
    draw("tmp/b.png", BLUE, 1);
    library.index(pictures);
    IndexOptions without = IndexOptions.usual().withExcludes(List.of("tmp"));

    assertThat(counts(library.index(List.of(pictures), without)))
        .containsExactly(0L, 0L, 1L, 1L, 0L, 0L);
    assertThat(counts(library.index(pictures))).containsExactly(1L, 0L, 1L, 0L, 0L, 1L);
  }

  @Test
  void a_folder_that_another_root_leaves_out_stays() {
    draw("a.png", RED, 1);
    draw(".hidden/b.png", BLUE, 1);
    library.index(pictures.resolve(".hidden"));

    assertThat(counts(library.index(pictures))).containsExactly(1L, 0L, 0L, 0L, 0L, 1L);
    assertThat(found()).hasSize(2);
  }

  @Test
  void force_embeds_everything_again() {
    draw("a.png", RED, 1);
    library.index(pictures);

    IndexReport report = library.index(List.of(pictures), IndexOptions.usual().withForce(true));

    assertThat(counts(report)).containsExactly(1L, 0L, 0L, 0L, 0L, 1L);
    assertThat(found()).hasSize(1);
  }

  @Test
  void a_dry_run_counts_the_same_and_writes_nothing() throws IOException {
    draw("a.png", RED, 1);
    Path moved = draw("b.png", BLUE, 1);
    Path deleted = draw("c.png", GREEN, 1);
    library.index(pictures);
    Files.move(moved, pictures.resolve("moved.png"));
    Files.delete(deleted);
    draw("new.png", GREEN, 2);
    draw("copy.png", GREEN, 2);
    Drawn.write(pictures.resolve("broken.png"), new byte[] {1, 2, 3});
    List<Path> before = found();
    long embedded = model.embedded();

    IndexReport dry = library.index(List.of(pictures), IndexOptions.usual().withDryRun(true));

    assertThat(found()).isEqualTo(before);
    assertThat(failures()).isEmpty();
    assertThat(model.embedded()).isEqualTo(embedded);
    assertThat(counts(dry)).containsExactly(2L, 1L, 1L, 1L, 1L, 1L);
    assertThat(counts(library.index(pictures))).isEqualTo(counts(dry));
  }

  @Test
  void a_root_that_is_not_there_keeps_what_was_found_in_it() throws IOException {
    draw("a.png", RED, 1);
    library.index(pictures);
    Path gone = folder.resolve("unplugged");
    Files.move(pictures, gone);
    Recorded recorded = new Recorded();

    IndexReport report =
        library.index(List.of(pictures), IndexOptions.usual().withProgress(recorded));

    assertThat(counts(report)).containsExactly(0L, 0L, 0L, 0L, 0L, 0L);
    assertThat(recorded.notices).singleElement().asString().contains("is not there", "1 pictures");
    assertThat(found()).hasSize(1);

    Files.createDirectory(pictures);
    assertThat(counts(library.index(pictures)))
        .as("an empty mount point")
        .containsExactly(0L, 0L, 0L, 0L, 0L, 0L);
    assertThat(found()).hasSize(1);
  }

  @Test
  void a_picture_of_an_absent_disk_does_not_move_to_its_copy() throws IOException {
    Path original = draw("a.png", RED, 1);
    library.index(pictures);
    Path copy = folder.resolve("copies/a.png");
    Files.createDirectories(folder.resolve("copies"));
    Files.copy(original, copy);
    Files.move(pictures, folder.resolve("unplugged"));

    assertThat(counts(library.index(folder.resolve("copies"))))
        .containsExactly(1L, 0L, 0L, 0L, 0L, 0L);
    assertThat(found()).containsExactlyInAnyOrder(original, copy);
  }

  @Test
  void a_root_that_never_was_is_an_error() {
    assertThatThrownBy(() -> library.index(folder.resolve("typo")))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("typo: there is no such file or folder");
  }

  // ---- failures

  @Test
  void a_failure_is_kept_and_not_tried_again_until_asked_or_changed() throws IOException {
    Path broken = Drawn.write(pictures.resolve("broken.png"), new byte[] {1, 2, 3});
    draw("a.png", RED, 1);
    Recorded recorded = new Recorded();

    assertThat(
            counts(library.index(List.of(pictures), IndexOptions.usual().withProgress(recorded))))
        .containsExactly(1L, 0L, 0L, 0L, 1L, 1L);
    assertThat(recorded.failed).containsExactly(broken.toString());
    assertThat(failures())
        .singleElement()
        .satisfies(failure -> {
          assertThat(failure.path()).isEqualTo(broken.toString());
          assertThat(failure.kind()).isEqualTo("NOT_A_PICTURE");
          assertThat(failure.reason()).doesNotContain(broken.toString());
        });

    Recorded second = new Recorded();
    assertThat(counts(library.index(List.of(pictures), IndexOptions.usual().withProgress(second))))
        .containsExactly(0L, 0L, 1L, 0L, 1L, 0L);
    assertThat(second.failed).isEmpty();

    Recorded retried = new Recorded();
    library.index(
        List.of(pictures), IndexOptions.usual().withRetryFailures(true).withProgress(retried));
    assertThat(retried.failed).containsExactly(broken.toString());

    draw("broken.png", GREEN, 1);
    touch(broken);
    assertThat(counts(library.index(pictures))).containsExactly(1L, 0L, 1L, 0L, 0L, 1L);
    assertThat(failures()).isEmpty();
  }

  @Test
  void a_failure_leaves_with_its_file() throws IOException {
    Path broken = Drawn.write(pictures.resolve("broken.png"), new byte[] {1, 2, 3});
    draw("a.png", RED, 1);
    library.index(pictures);
    Files.delete(broken);

    assertThat(counts(library.index(pictures))).containsExactly(0L, 0L, 1L, 0L, 0L, 0L);
    assertThat(failures()).isEmpty();
  }

  @Test
  void a_picture_the_model_cannot_embed_does_not_spoil_its_batch() {
    for (int i = 0; i < 20; i++) {
      draw(i + ".png", RED, i);
    }
    Path cursed = draw("5x.png", ColourModel.CURSED, 1);

    IndexReport report = library.index(pictures);

    assertThat(counts(report)).containsExactly(20L, 0L, 0L, 0L, 1L, 20L);
    assertThat(failures())
        .singleElement()
        .satisfies(failure -> {
          assertThat(failure.path()).isEqualTo(cursed.toString());
          assertThat(failure.kind()).isEqualTo("MODEL");
          assertThat(failure.reason()).isEqualTo("the picture is cursed");
        });
  }

  @Test
  void a_broken_model_ends_the_run() {
    draw("a.png", ColourModel.CURSED, 1);
    draw("b.png", ColourModel.CURSED, 2);

    assertThatThrownBy(() -> library.index(pictures))
        .isInstanceOf(dev.semblance.model.ModelException.class);
    assertThat(failures()).isEmpty();
  }

  // ---- embeddings made elsewhere

  static Item item(String path, int hash) {
    return new Item(
        path,
        "",
        10,
        Instant.parse("2024-05-01T10:00:00Z"),
        String.format(java.util.Locale.ROOT, "%064x", hash),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void embeddings_made_elsewhere_are_found_of_any_length() {
    library.add(item("/photos/1.jpg", 1), new float[] {10, 0, 0, 0, 0, 0, 0});
    library.add(
        List.of(
            new EmbeddedItem(
                item("/photos/2.jpg", 2),
                Embedding.of(library.space(), new float[] {0, 0, 3, 0, 0, 0, 0}, "2"))));

    assertThat(library.search(Query.text("blue")))
        .extracting(hit -> hit.item().path())
        .containsExactly("/photos/2.jpg", "/photos/1.jpg");
    assertThat(library.search(Query.text("blue")).getFirst().score()).isCloseTo(1, within(1e-6));
  }

  @Test
  void embeddings_that_do_not_fit_are_refused() {
    assertThatThrownBy(() -> library.add(item("/photos/1.jpg", 1), new float[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/photos/1.jpg")
        .hasMessageContaining("2 components");
    assertThatThrownBy(() -> library.add(item("/photos/1.jpg", 1), new float[7]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("zero");
    ColourModel other = ColourModel.named("others");
    Embedding strange = Embedding.of(other.space(), new float[] {1, 0, 0, 0, 0, 0, 0}, "x");
    assertThatThrownBy(() -> library.add(List.of(new EmbeddedItem(item("/x.jpg", 1), strange))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("others");
    assertThat(library.search(Query.text("blue"))).isEmpty();
  }

  // ---- forgetting

  @Test
  void forgets_a_file_or_a_folder_and_leaves_the_files() {
    Path file = draw("a/1.png", RED, 1);
    draw("a/2.png", RED, 2);
    Path stays = draw("b/3.png", BLUE, 1);
    Drawn.write(pictures.resolve("a/broken.png"), new byte[] {1, 2, 3});
    library.index(pictures);

    assertThat(library.forget(file)).isEqualTo(1);
    assertThat(library.forget(pictures.resolve("a"))).isEqualTo(1);
    assertThat(library.forget(pictures.resolve("none"))).isZero();

    assertThat(found()).containsExactly(stays);
    assertThat(failures()).isEmpty();
    assertThat(file).exists();
  }

  // ---- the rest

  @Test
  void tells_how_a_run_goes() {
    for (int i = 0; i < 10; i++) {
      draw(i + ".png", RED, i);
    }
    Drawn.write(pictures.resolve("broken.png"), new byte[] {1, 2, 3});
    Recorded recorded = new Recorded();

    library.index(List.of(pictures), IndexOptions.usual().withProgress(recorded));

    assertThat(recorded.found).isEqualTo(11);
    assertThat(recorded.foundAll).isTrue();
    assertThat(recorded.done).isEqualTo(11);
    assertThat(recorded.embedded).isEqualTo(10);
    assertThat(recorded.threads).hasSize(1);
  }

  @Test
  void ends_early_when_asked_and_goes_on_the_next_time() {
    for (int i = 0; i < 60; i++) {
      draw(i + ".png", RED, i);
    }
    Recorded recorded = new Recorded();
    IndexOptions options =
        IndexOptions.usual().withProgress(recorded).withStop(() -> recorded.embedded >= 8);

    IndexReport first = library.index(List.of(pictures), options);
    assertThat(first.interrupted()).isTrue();
    assertThat(first.removed()).isZero();
    assertThat(found()).hasSize((int) first.added());

    IndexReport second = library.index(pictures);
    assertThat(second.interrupted()).isFalse();
    assertThat(found()).hasSize(60);
    assertThat(model.embedded()).isEqualTo(60);
  }

  @Test
  void fills_batches_across_files() {
    for (int i = 0; i < 40; i++) {
      draw(i + ".png", RED, i);
    }
    library.index(pictures);
    assertThat(model.largestBatch()).isEqualTo(8);
  }

  @Test
  void says_what_it_holds() {
    draw("a.png", RED, 1);
    Drawn.write(pictures.resolve("broken.png"), new byte[] {1, 2, 3});
    Instant before = Instant.now();
    library.index(pictures);

    Status status = library.status();

    assertThat(status.items()).isEqualTo(1);
    assertThat(status.failures()).isEqualTo(1);
    assertThat(status.model()).isEqualTo("colours");
    assertThat(status.space()).isEqualTo(model.space());
    assertThat(status.roots()).containsExactly(pictures);
    assertThat(status.indexed()).isBetween(before, Instant.now());
    assertThat(status.writer()).isEmpty();
  }

  @Test
  void an_index_and_a_model_given_are_left_open() {
    library.close();
    library.close();
    assertThat(model.isClosed()).isFalse();
    assertThatThrownBy(() -> library.search(Query.text("red")))
        .isInstanceOf(IllegalStateException.class);
  }
}
