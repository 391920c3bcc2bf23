package dev.semblance.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.index.Filter;
import dev.semblance.index.LibraryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One writes, others are told who, all read; and what a library does on disk.
class WritersTest {
  private static final Filter EVERYTHING = new Filter.Everything();

  @TempDir Path folder;
  private Path pictures;
  private Path place;
  private final ColourModel model = ColourModel.create();

  @BeforeEach
  void draw() throws IOException {
    pictures = Files.createDirectories(folder.resolve("pictures"));
    place = folder.resolve("library");
    for (int i = 0; i < 20; i++) {
      Drawn.write(pictures.resolve(i + ".png"), 0xff0000, i);
    }
  }

  private static List<String> items(Library library) {
    List<String> names = new ArrayList<>();
    library.forEach(EVERYTHING, item -> names.add(Path.of(item.path()).getFileName().toString()));
    return names;
  }

  /// Indexes, and does something in the middle of it.
  private void duringIndexing(Runnable action) {
    AtomicBoolean acted = new AtomicBoolean();
    Recorded recorded =
        new Recorded() {
          @Override
          public void done(long files, long embedded) {
            super.done(files, embedded);
            if (embedded > 0 && acted.compareAndSet(false, true)) {
              action.run();
            }
          }
        };
    try (Library library = Library.open(place, model)) {
      library.index(List.of(pictures), IndexOptions.usual().withProgress(recorded));
    }
    assertThat(acted).isTrue();
  }

  @Test
  void a_second_writer_is_told_who_writes_and_what_and_a_reader_is_let_in() {
    try (Library library = Library.open(place, model)) {
      library.index(pictures.resolve("0.png"));
    }
    duringIndexing(() -> {
      try (Library second = Library.open(place, model)) {
        for (Runnable writing :
            List.<Runnable>of(
                () -> second.index(pictures),
                () -> second.forget(pictures),
                () -> second.reindex(IndexOptions.usual()),
                () ->
                    second.add(LibraryContract.item("/x", 1), new float[] {1, 0, 0, 0, 0, 0, 0}))) {
          assertThatThrownBy(writing::run)
              .isInstanceOf(LibraryException.class)
              .hasMessageContaining(place + " is being written to by process ")
              .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()))
              .hasMessageContaining("(index [" + pictures)
              .hasMessageContaining("wait until it is done, or end it");
        }
        assertThat(items(second)).contains("0.png");
        assertThat(second.search(Query.text("red"))).isNotEmpty();
        assertThat(second.status().writer().orElseThrow())
            .contains("process " + ProcessHandle.current().pid());
        assertThat(second.index(List.of(pictures), IndexOptions.usual().withDryRun(true)))
            .as("a dry run writes nothing and needs no lock")
            .isNotNull();
      }
    });
    try (Library library = Library.open(place, model)) {
      assertThat(items(library)).hasSize(20);
      assertThat(library.status().writer()).isEmpty();
      assertThat(library.forget(pictures)).isEqualTo(20);
    }
  }

  @Test
  void threads_of_one_library_write_one_after_another() {
    try (Library library = Library.open(place, model)) {
      List<CompletableFuture<IndexReport>> runs = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        runs.add(CompletableFuture.supplyAsync(() -> library.index(pictures)));
      }
      long added = runs.stream().map(CompletableFuture::join).mapToLong(IndexReport::added).sum();
      assertThat(added).isEqualTo(20);
      assertThat(items(library)).hasSize(20);
    }
    assertThat(model.embedded()).isEqualTo(20);
  }

  @Test
  void opening_and_reading_writes_nothing() throws IOException {
    try (Library library = Library.open(place, model)) {
      assertThatThrownBy(library::status).hasMessageContaining("there is no library yet");
      assertThatThrownBy(() -> library.search(Query.text("red")))
          .hasMessageContaining("semblance index PATH");
      assertThatThrownBy(() -> library.forget(pictures))
          .hasMessageContaining("there is no library yet");
      assertThatThrownBy(() -> library.index(IndexOptions.usual()))
          .hasMessageContaining("no folder was indexed yet");
      assertThat(library.index(List.of(pictures), IndexOptions.usual().withDryRun(true)).added())
          .isEqualTo(20);
      assertThat(place).doesNotExist();
    }
  }

  @Test
  void a_library_of_a_newer_format_or_a_damaged_one_is_refused_and_left_alone() throws IOException {
    try (Library library = Library.open(place, model)) {
      library.index(pictures);
    }
    Path file = place.resolve("library.json");
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"format\" : 1", "\"format\" : 2"));
    assertThatThrownBy(() -> Library.open(place, model))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("has format 2, this version of Semblance reads up to 1");
    for (String damage : List.of("", "{", "[]", "{\"format\": 1}", text.replace("indexed", "x"))) {
      Files.writeString(file, damage);
      assertThatThrownBy(() -> Library.open(place, model))
          .as(damage)
          .isInstanceOf(LibraryException.class)
          .hasMessageContaining(file + " is damaged")
          .hasMessageContaining("index into a new folder");
    }
    Files.writeString(file, text);
    try (Library library = Library.open(place, model)) {
      assertThat(items(library)).hasSize(20);
    }
  }

  @Test
  void roots_are_kept_with_what_was_left_out_and_gone_through_again() throws IOException {
    Files.createDirectories(folder.resolve("more"));
    Drawn.write(folder.resolve("more/x.png"), 0x00ff00, 1);
    Drawn.write(folder.resolve("more/raw/y.png"), 0x00ff00, 2);
    try (Library library = Library.open(place, model)) {
      library.index(pictures);
      library.index(
          List.of(folder.resolve("more")), IndexOptions.usual().withExcludes(List.of("raw")));
    }
    try (Library library = Library.open(place, model)) {
      assertThat(library.status().roots()).containsExactly(pictures, folder.resolve("more"));
      Drawn.write(folder.resolve("more/z.png"), 0x00ff00, 3);
      IndexReport report = library.index(IndexOptions.usual());
      assertThat(report.added()).isEqualTo(1);
      assertThat(report.unchanged()).isEqualTo(21);
      assertThat(items(library)).contains("z.png").doesNotContain("y.png");
      library.forget(folder.resolve("more"));
      assertThat(library.status().roots()).containsExactly(pictures);
    }
  }

  @Test
  void a_folder_that_is_no_library_is_not_taken_for_one() throws IOException {
    Files.createDirectories(place);
    Files.write(place.resolve("library.txt"), "x".getBytes(StandardCharsets.UTF_8));
    assertThat(Library.exists(place)).isFalse();
    Files.createDirectory(place.resolve("library.json"));
    assertThat(Library.exists(place)).isFalse();
  }

  // ---- watching

  /// Follows a folder, each step waiting for what the one before changed.
  private IndexReport watch(Library library, List<Step> steps) {
    long patience = System.nanoTime() + 120_000_000_000L;
    int[] next = {0};
    BooleanSupplier stop =
        () -> {
          while (next[0] < steps.size() && steps.get(next[0]).until().getAsBoolean()) {
            steps.get(next[0]++).then().run();
          }
          return next[0] == steps.size() || System.nanoTime() > patience;
        };
    IndexReport report = library.watch(List.of(pictures), IndexOptions.usual().withStop(stop));
    assertThat(next[0]).as("steps that came true").isEqualTo(steps.size());
    return report;
  }

  private record Step(BooleanSupplier until, Runnable then) {}

  private boolean holds(Library library, String name) {
    return Library.exists(place) && items(library).contains(name);
  }

  @Test
  @Tag("slow")
  void watching_follows_what_comes_changes_moves_and_goes() {
    try (Library library = Library.open(place, model)) {
      watch(
          library,
          List.of(
              new Step(
                  () -> holds(library, "9.png"),
                  () -> Drawn.write(pictures.resolve("sub/new.png"), 0x00ff00, 1)),
              new Step(
                  () -> holds(library, "new.png"),
                  () -> move(pictures.resolve("sub"), pictures.resolve("other"))),
              new Step(
                  () ->
                      library
                          .search(Query.text("green").top(1))
                          .getFirst()
                          .item()
                          .path()
                          .equals(pictures.resolve("other/new.png").toString()),
                  () -> Drawn.write(pictures.resolve("0.png"), 0x0000ff, 77)),
              new Step(
                  () -> library.search(Query.text("blue").top(1)).getFirst().score() > 0.9,
                  () -> delete(pictures.resolve("1.png"))),
              new Step(() -> !holds(library, "1.png"), () -> {})));
      assertThat(model.embedded()).as("20, the new one, the changed one").isEqualTo(22);
      assertThat(items(library)).hasSize(20);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  @Tag("slow")
  void watching_lets_others_write_while_nothing_changes() {
    try (Library library = Library.open(place, model)) {
      watch(
          library,
          List.of(
              new Step(() -> holds(library, "9.png"), () -> {}),
              new Step(() -> library.status().writer().isEmpty(), () -> addFromElsewhere()),
              new Step(() -> holds(library, "given.jpg"), () -> {})));
    }
  }

  private void addFromElsewhere() {
    try (Library other = Library.open(place, model)) {
      other.add(LibraryContract.item("/given.jpg", 1), new float[] {1, 0, 0, 0, 0, 0, 0});
    }
  }

  @Test
  void watching_has_no_dry_run() {
    try (Library library = Library.open(place, model)) {
      assertThatThrownBy(
              () -> library.watch(List.of(pictures), IndexOptions.usual().withDryRun(true)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no dry run");
    }
  }
}
