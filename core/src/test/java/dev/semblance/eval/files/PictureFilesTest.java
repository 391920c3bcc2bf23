package dev.semblance.eval.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file\ttext\na.png\ta cat\n\nb.png\ta dog\textra\n",
        "file\tkind\ttext\na.png\tx\ta cat\nb.png\ty\ta dog\n",
        "a.png\ta cat\nb.png\ta dog"
      })
  void a_table_is_read_with_and_without_its_header(String content) throws IOException {
    Path table = Files.writeString(folder.resolve("t.tsv"), content);

    assertThat(PairTable.read(table))
        .containsExactly(
            new PairTable.Pair("a.png", "a cat"), new PairTable.Pair("b.png", "a dog"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file,caption\r\na.png,a cat\r\n\r\nb.png,\"a dog\",extra\r\n",
        "file,kind,label\na.png,\"x,y\",a cat\nb.png,,a dog",
        "\uFEFF\"a.png\", \"a cat\"\n\"b.png\",a dog\n"
      })
  void a_table_may_be_csv_by_its_ending(String content) throws IOException {
    Path table = Files.writeString(folder.resolve("t.CSV"), content);

    assertThat(PairTable.read(table))
        .containsExactly(
            new PairTable.Pair("a.png", "a cat"), new PairTable.Pair("b.png", "a dog"));
  }

  @Test
  void a_table_that_is_not_there_says_so() {
    assertThatThrownBy(() -> PairTable.read(folder.resolve("none.tsv")))
        .isInstanceOf(java.io.UncheckedIOException.class)
        .hasMessageContaining("none.tsv: does not exist");
  }

  @Test
  void quotes_of_csv_hold_commas_line_breaks_and_quotes() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("t.csv"),
            "\"a,1.png\",\"a \"\"big\"\"\ncat, asleep\"\nb.png,5\" nails\n");

    assertThat(PairTable.read(table))
        .containsExactly(
            new PairTable.Pair("a,1.png", "a \"big\"\ncat, asleep"),
            new PairTable.Pair("b.png", "5\" nails"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file,text\na.png,\"a\ncat\"\n\nb.png,\"a dog\nc.png,a bird\n",
        "file,text\na.png,\"a\ncat\"\n\nb.png,\"a\" dog\nc.png,a bird\n",
        "file,text\na.png,\"a\ncat\"\n\nb.png;a dog\nc.png,a bird\n",
        "file,text\na.png,\"a\ncat\"\n\nb.png,\nc.png,a bird\n"
      })
  void broken_csv_is_told_with_the_line_its_row_begins_on(String content) throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), content);

    assertThatThrownBy(() -> PairTable.read(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("t.csv, line 5: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "file,caption\n"})
  void a_csv_without_pairs_is_refused(String content) throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), content);

    assertThatThrownBy(() -> PairTable.read(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("t.csv: holds no pair of file,text");
  }

  @Test
  void a_line_that_is_no_pair_is_named() throws IOException {
    Path table = Files.writeString(folder.resolve("t.tsv"), "a.png\ta cat\nb.png a dog\n");

    assertThatThrownBy(() -> PairTable.read(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("b.png a dog");
  }

  @Test
  void bytes_that_are_no_text_and_tables_without_pairs_are_refused() throws IOException {
    Path bytes = Files.write(folder.resolve("b.tsv"), new byte[] {(byte) 0xFF, (byte) 0xFE, 9, 9});
    Path empty = Files.writeString(folder.resolve("e.tsv"), "file\ttext\n");

    assertThatThrownBy(() -> PairTable.read(bytes)).hasMessageContaining("no text in UTF-8");
    assertThatThrownBy(() -> PairTable.read(empty)).hasMessageContaining("no pair");
  }

  @Test
  void pictures_of_a_folder_are_named_from_there_and_what_is_missing_is_told() throws IOException {
    Files.createDirectories(folder.resolve("x"));
    Files.write(folder.resolve("x/a.png"), new byte[] {1});
    Map<String, Integer> seen = new HashMap<>();

    Set<String> missing =
        new PictureSource(List.of(folder))
            .read(Set.of("x/a.png", "b.png"), (name, bytes) -> seen.put(name, bytes.length));

    assertThat(seen).containsExactly(Map.entry("x/a.png", 1));
    assertThat(missing).containsExactly("b.png");
  }

  @Test
  void names_that_climb_out_of_the_folder_are_refused() {
    PictureSource source = new PictureSource(List.of(folder));

    assertThatThrownBy(() -> source.read(Set.of("../secret.png"), (name, bytes) -> {}))
        .hasMessageContaining("../secret.png: lies outside");
  }
}
