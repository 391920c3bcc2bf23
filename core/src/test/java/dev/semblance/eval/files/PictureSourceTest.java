package dev.semblance.eval.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.eval.files.PairTable.Pair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures by name from several places, and the tables and texts that name them.
class PictureSourceTest {
  @TempDir private Path folder;

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private Path tar(String name, TarBytes tar) throws IOException {
    return Files.write(folder.resolve(name), tar.build());
  }

  private static Map<String, String> read(PictureSource source, Set<String> wanted) {
    Map<String, String> seen = new TreeMap<>();
    source.read(
        wanted,
        (name, bytes) ->
            assertThat(seen.put(name, new String(bytes, StandardCharsets.UTF_8))).isNull());
    return seen;
  }

  @Test
  void the_first_place_that_has_a_name_counts() throws IOException {
    Path first = tar("1.tar", new TarBytes().file("a", "tar 1").file("a", "again").file("c", "x"));
    write("pictures/a", "folder");
    write("pictures/b", "folder");
    Path second = tar("2.tar", new TarBytes().file("b", "tar 2").file("d", "tar 2"));

    PictureSource source = new PictureSource(List.of(first, folder.resolve("pictures"), second));

    assertThat(read(source, Set.of("a", "b", "d")))
        .containsExactly(
            Map.entry("a", "tar 1"), Map.entry("b", "folder"), Map.entry("d", "tar 2"));
  }

  @Test
  void what_was_found_is_not_missing_and_what_was_wanted_is_not_changed() throws IOException {
    Path tar = tar("1.tar", new TarBytes().file("a", "1"));
    Set<String> wanted = Set.of("a", "b", "c");

    Set<String> missing = new PictureSource(List.of(tar, folder)).read(wanted, (_, _) -> {});

    assertThat(missing).containsExactlyInAnyOrder("b", "c");
    assertThat(new PictureSource(List.of()).read(wanted, (_, _) -> {})).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "x/../../a", "/etc/hostname", "../pictures.png"})
  void names_outside_of_a_folder_are_refused(String name) throws IOException {
    write("a", "secret");
    write("pictures.png", "secret");
    write("pictures/x/b", "");
    PictureSource source = new PictureSource(List.of(folder.resolve("pictures")));

    assertThatThrownBy(() -> read(source, Set.of(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(name + ": lies outside of " + folder.resolve("pictures"));
  }

  @Test
  void a_name_may_go_up_and_down_within_a_folder_and_through_links() throws IOException {
    write("pictures/x/a b.png", "1");
    Files.createSymbolicLink(folder.resolve("pictures/link"), folder.resolve("pictures/x/a b.png"));

    PictureSource source = new PictureSource(List.of(folder.resolve("pictures")));

    assertThat(read(source, Set.of("x/../x/a b.png", "link", "x"))).hasSize(2).containsValue("1");
  }

  @Test
  void a_place_that_does_not_exist_is_named() {
    Path none = folder.resolve("none.tar");

    assertThatThrownBy(() -> new PictureSource(List.of(folder, none)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(none + ": does not exist; a folder or a tar file of pictures is expected");
  }

  @Test
  void files_that_are_no_pictures_have_no_captions_and_do_not_count() throws IOException {
    write("in/a.gif", "GIF89a...");
    write("in/a.txt", "a cat");
    write("in/b.pdf", "%PDF-1.7");
    write("in/b.txt", "a document");
    write("in/c.mp4", "\0\0\0\u0018ftypisom\0\0\2\0isommp41");
    write("in/c.txt", "a film");
    write("in/._a.gif", "\0\5\u0016\7\0\2\0\0Mac OS X");
    write("in/empty.jpg", "");

    CaptionFiles read = CaptionFiles.read(new PictureSource(List.of(folder.resolve("in"))));

    assertThat(read.pairs()).containsExactly(new Pair("a.gif", "a cat"));
    assertThat(read.without()).isZero();
  }

  @Test
  void pictures_of_one_name_but_for_the_ending_share_their_captions() throws IOException {
    Path tar =
        tar("1.tar", new TarBytes().file("x.txt", "a cat\n\na dog").file("x.gif", "GIF87a."));
    write("y/x.gif", "GIF89a.");
    write("y/x.webp", "RIFF....WEBP");
    write("y/x.txt", "a bird");

    List<Path> places = new ArrayList<>(List.of(folder.resolve("y")));
    assertThat(CaptionFiles.read(new PictureSource(places)).pairs())
        .containsExactly(new Pair("x.gif", "a bird"), new Pair("x.webp", "a bird"));
    assertThat(CaptionFiles.read(new PictureSource(List.of(tar))).pairs())
        .containsExactly(new Pair("x.gif", "a cat"), new Pair("x.gif", "a dog"));
  }

  @ParameterizedTest
  @CsvSource({
    "'file\tlabel\tcaption\ttext', t",
    "'file\tlabel\tcaption\tother', c",
    "'file\tx\tlabel\tother', c",
    "'file\ttext\tcaption\tlabel', l",
    "'file\tx\ty\tz', l"
  })
  void the_column_of_the_text_is_the_first_known_name(String header, String text)
      throws IOException {
    Path table = write("t.tsv", header + "\na.png\tl\tc\tt\n");

    assertThat(PairTable.read(table)).containsExactly(new Pair("a.png", text));
  }

  @Test
  void lines_may_end_in_any_way_and_cells_have_spaces_around() throws IOException {
    Path table = write("t.tsv", " a.png \t a  cat \r\nb.png\ta dog\rc.png\ta bird");

    assertThat(PairTable.read(table))
        .containsExactly(
            new Pair("a.png", "a  cat"), new Pair("b.png", "a dog"), new Pair("c.png", "a bird"));
  }

  @Test
  void a_line_without_its_column_is_named_and_cut_short() throws IOException {
    String longLine = "y".repeat(70);
    Path table = write("t.tsv", "file\tx\ttext\na.png\tx\tfine\n\n" + longLine + "\tx\n");

    assertThatThrownBy(() -> PairTable.read(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(table + ", line 4: file<TAB>text expected, got \"" + "y".repeat(60) + "…\"");
  }
}
