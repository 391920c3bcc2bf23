package dev.semblance.library.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.crawl.Excludes;
import dev.semblance.crawl.Root;
import dev.semblance.index.Items;
import dev.semblance.index.LibraryException;
import dev.semblance.library.store.LibraryFile.Generation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `library.json` written, read, and read after every kind of damage.
class LibraryFileTest {
  private static final long SEED = 20_261_128;
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00.000000001Z");
  private static final Generation FIRST =
      new Generation(1, "mini", Items.space("mini/int8 \"é\"", 384));
  private static final Generation SECOND =
      new Generation(2, "/models/a b", Items.space("other", 1));

  @TempDir Path folder;

  private static LibraryFile full() {
    Path latin = Path.of(URI.create("file:///caf%E9/a"));
    return new LibraryFile(
        FIRST,
        Optional.of(SECOND),
        List.of(
            new Root(Path.of("/home/ann/日本 😀"), Excludes.of(List.of("*.png", "a,b", "**/é/**"))),
            new Root(latin, Excludes.of(List.of()))),
        NOW);
  }

  private byte[] written(LibraryFile file) throws IOException {
    file.write(folder);
    return Files.readAllBytes(folder.resolve(LibraryFile.NAME));
  }

  private static void assertSame(LibraryFile one, LibraryFile other) {
    assertThat(one.current()).isEqualTo(other.current());
    assertThat(one.next()).isEqualTo(other.next());
    assertThat(one.indexed()).isEqualTo(other.indexed());
    assertThat(one.roots()).extracting(Root::path).isEqualTo(paths(other));
    assertThat(one.roots())
        .extracting(root -> root.excludes().patterns())
        .isEqualTo(other.roots().stream().map(root -> root.excludes().patterns()).toList());
  }

  private static List<Path> paths(LibraryFile file) {
    return file.roots().stream().map(Root::path).toList();
  }

  @Test
  void what_was_written_is_read_back_with_odd_names_and_nanoseconds() throws IOException {
    LibraryFile file = full();
    byte[] bytes = written(file);
    assertSame(LibraryFile.read(folder), file);
    assertThat(written(LibraryFile.read(folder))).as("written again").isEqualTo(bytes);
    assertThat(folder.toFile().list()).containsExactly("library.json");
  }

  @Test
  void a_file_that_ends_early_anywhere_is_damaged() throws IOException {
    byte[] whole = written(full());
    for (int length = 0; length < whole.length; length++) {
      Files.write(folder.resolve(LibraryFile.NAME), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> LibraryFile.read(folder))
          .as("%d bytes", length)
          .isInstanceOf(LibraryException.class)
          .hasMessageStartingWith(folder.resolve(LibraryFile.NAME) + " is damaged: ")
          .hasMessageEndingWith("; restore it, or index into a new folder");
    }
  }

  @Test
  void a_file_with_bytes_changed_by_chance_is_read_or_refused_and_never_an_error_of_ours()
      throws IOException {
    byte[] whole = written(full());
    Random random = new Random(SEED);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] changed = whole.clone();
      for (int bytes = random.nextInt(3); bytes >= 0; bytes--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      Files.write(folder.resolve(LibraryFile.NAME), changed);
      refused += isRefused(changed) ? 1 : 0;
    }
    assertThat(refused).as("seed %d", SEED).isBetween(100, 2999);
  }

  private boolean isRefused(byte[] changed) {
    try {
      LibraryFile.read(folder);
      return false;
    } catch (LibraryException e) {
      return true;
    } catch (RuntimeException e) {
      throw new AssertionError(new String(changed, StandardCharsets.UTF_8), e);
    }
  }

  @Test
  void values_that_make_no_sense_are_damage_that_is_told() throws IOException {
    String text = new String(written(full()), StandardCharsets.UTF_8);
    for (List<String> change :
        List.of(
            List.of("\"dimension\" : 384", "\"dimension\" : 0", "dimension must be at least 1"),
            List.of(Items.hash("other"), "abc", "64 hexadecimal digits"),
            List.of("**/é/**", "[a", "opens a [ and does not close it"),
            List.of("2026-11-28T10", "yesterday", "yesterday"),
            List.of("\"generation\" : 1", "\"generation\" : \"one\"", "generation"))) {
      String damaged = text.replace(change.get(0), change.get(1));
      assertThat(damaged).isNotEqualTo(text);
      Files.writeString(folder.resolve(LibraryFile.NAME), damaged);
      assertThatThrownBy(() -> LibraryFile.read(folder))
          .isInstanceOf(LibraryException.class)
          .hasMessageContaining("is damaged: ")
          .hasMessageContaining(change.get(2));
    }
  }

  @Test
  void a_newer_format_is_told_though_nothing_else_of_it_is_understood() throws IOException {
    Files.writeString(folder.resolve(LibraryFile.NAME), "{\"format\": 7, \"current\": \"new\"}");
    assertThatThrownBy(() -> LibraryFile.read(folder))
        .isInstanceOf(LibraryException.class)
        .hasMessage(
            folder.resolve(LibraryFile.NAME)
                + " has format 7, this version of Semblance reads up to 1; use a newer Semblance");
  }

  @Test
  void the_next_generation_takes_the_place_of_the_first_with_the_same_roots() {
    LibraryFile advanced = full().advanced();
    assertThat(advanced.current()).isEqualTo(SECOND);
    assertThat(advanced.next()).isEmpty();
    assertThat(paths(advanced)).isEqualTo(paths(full()));
    assertThat(advanced.indexed()).as("now").isNotEqualTo(NOW);
    LibraryFile without = full().withNext(Optional.empty());
    assertThat(without.indexed()).as("an index that grows is none that was written").isEqualTo(NOW);
    LibraryFile rooted = full().withRoots(List.of());
    assertThat(rooted.next()).contains(SECOND);
    assertThat(rooted.indexed()).isNotEqualTo(NOW);
  }

  @Test
  void a_folder_without_one_says_how_to_make_a_library_and_one_that_is_gone_cannot_be_written_to() {
    assertThat(LibraryFile.isIn(folder)).isFalse();
    assertThatThrownBy(() -> LibraryFile.inside(folder))
        .isInstanceOf(LibraryException.class)
        .hasMessage(folder + ": there is no library yet; make one with: semblance index PATH");
    assertThatThrownBy(() -> full().write(folder.resolve("gone")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("library.json cannot be written: it is not there any more");
  }
}
