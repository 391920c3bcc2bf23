package dev.semblance.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlerTest {
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void make_a_folder() throws IOException {
    root = Files.createDirectories(folder.resolve("pictures"));
  }

  private Path file(String name) {
    return file(name, JPEG);
  }

  private Path file(String name, byte[] content) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path link(String name, Path target) throws IOException {
    return Files.createSymbolicLink(root.resolve(name), target);
  }

  private static Root root(Path path, String... excludes) {
    return new Root(path, Excludes.of(List.of(excludes)));
  }

  private static List<Finding> crawl(Root... roots) {
    List<Finding> findings = new ArrayList<>();
    new Crawler(List.of(roots)).crawl().forEachRemaining(findings::add);
    return findings;
  }

  /// The names of what was found, below the root; what else a crawl told is an error.
  private List<String> names(Root... roots) {
    return crawl(roots).stream()
        .map(finding -> root.relativize(((FoundFile) finding).path()).toString())
        .toList();
  }

  // ---- what is found

  @Test
  void finds_pictures_at_any_depth_in_the_order_of_names() {
    file("b.jpg");
    file("a/z.png");
    file("a/b/c/d.webp");
    file("c.jpg");
    assertThat(names(root(root))).containsExactly("a/b/c/d.webp", "a/z.png", "b.jpg", "c.jpg");
  }

  @Test
  void tells_size_and_time_and_the_key_of_a_file() throws IOException {
    Path file = file("a.jpg");
    FoundFile found = (FoundFile) crawl(root(root)).getFirst();
    assertThat(found.path()).isEqualTo(file);
    assertThat(found.key()).isEqualTo(file.toString());
    assertThat(found.sizeBytes()).isEqualTo(4);
    assertThat(found.modified()).isEqualTo(Files.getLastModifiedTime(file).toInstant());
  }

  @Test
  void goes_by_the_extension_and_by_the_first_bytes_where_that_says_nothing() {
    byte[] text = "just words".getBytes(StandardCharsets.UTF_8);
    file("broken.jpg", text);
    file("UPPER.JPEG");
    file("empty.png", new byte[0]);
    file("phone.heic", text);
    file("notes.txt", JPEG);
    file("film.mp4", JPEG);
    file("sidecar.jpg.xmp", JPEG);
    file("bare");
    file("odd.2019-05-01");
    file("words.2019-05-01", text);
    file("README", text);
    assertThat(names(root(root)))
        .containsExactly(
            "UPPER.JPEG", "bare", "broken.jpg", "empty.png", "odd.2019-05-01", "phone.heic");
  }

  @Test
  void the_first_bytes_of_every_format_are_known_and_those_of_texts_are_not() {
    for (String first :
        List.of(
            "\u0089PNG\r\n\u001A\n",
            "GIF89a",
            "II*\0",
            "MM\0*",
            "8BPS\0",
            "RIFF\1\2\3\4WEBPVP8 ",
            "\0\0\0\u0018ftypheic",
            "\0\0\0\u0018ftypavif",
            "P6 12 13 255\n",
            "P5\n# made by",
            "BM\1\1\1\1\0\0\0\0\0\0\0\0(\0\0\0")) {
      assertThat(FirstBytes.ofPicture(first.getBytes(StandardCharsets.ISO_8859_1)))
          .as(first)
          .isTrue();
    }
    for (String first :
        List.of(
            "",
            "B",
            "BM",
            "BMW is a car maker from",
            "P6",
            "P7 1",
            "RIFF\1\2\3\4WAVE",
            "II",
            "\0\0\0\u0018ftypmp42",
            "\0\0\0\u0018ftyp",
            "GIF",
            "%PDF-1.7")) {
      assertThat(FirstBytes.ofPicture(first.getBytes(StandardCharsets.ISO_8859_1)))
          .as(first)
          .isFalse();
    }
  }

  @Test
  void rubbish_is_left_out_and_what_is_named_like_it_is_not() {
    file("@eaDir/a.jpg/SYNOPHOTO_THUMB_M.jpg");
    file("web/node_modules/logo.png");
    file(".git/a.jpg");
    file(".Trash-1000/files/a.jpg");
    file(".hidden.jpg");
    file("2019/#recycle/a.jpg");
    file("my node_modules/a.jpg");
    assertThat(names(root(root))).containsExactly("my node_modules/a.jpg");
  }

  @Test
  void patterns_leave_out_files_and_folders_with_all_in_them() {
    file("a.png");
    file("b.jpg");
    file("raw/c.jpg");
    file("2019/raw/d/e.jpg");
    file("2019/f.jpg");
    assertThat(names(root(root, "raw", "*.png"))).containsExactly("2019/f.jpg", "b.jpg");
    assertThat(names(root(root, "2019/raw"))).doesNotContain("2019/raw/d/e.jpg").hasSize(4);
  }

  @Test
  void a_root_that_is_a_file_is_taken_whatever_its_name() {
    Path text = file("notes.txt");
    Path hidden = file(".hidden.jpg");
    assertThat(names(root(text), root(hidden))).containsExactly("notes.txt", ".hidden.jpg");
  }

  @Test
  void a_root_within_a_root_is_walked_once() {
    file("a/b.jpg");
    file("c.jpg");
    assertThat(names(root(root), root(root.resolve("a")))).containsExactly("a/b.jpg", "c.jpg");
    assertThat(names(root(root.resolve("a")), root(root))).containsExactly("a/b.jpg", "c.jpg");
  }

  @Test
  void a_root_is_made_absolute_and_plain() {
    file("a/b.jpg");
    Path roundabout = root.resolve("a").resolve("..").resolve("a");
    assertThat(names(root(roundabout))).containsExactly("a/b.jpg");
  }

  // ---- links

  @Test
  void links_to_files_and_folders_are_followed_and_circles_end() throws IOException {
    file("real/a.jpg");
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.write(outside.resolve("o.jpg"), JPEG);
    link("album", outside);
    link("one.jpg", outside.resolve("o.jpg"));
    link("real/up", root);
    link("real/self", root.resolve("real"));
    Files.createSymbolicLink(outside.resolve("back"), root);
    assertThat(names(root(root))).containsExactly("one.jpg", "real/a.jpg", "album/o.jpg");
  }

  @Test
  void a_folder_with_two_ways_to_it_is_found_by_its_own_name() throws IOException {
    file("z/a.jpg");
    link("a", root.resolve("z"));
    link("b", root.resolve("z"));
    assertThat(names(root(root))).containsExactly("z/a.jpg");
  }

  @Test
  void a_link_that_is_left_out_is_not_followed() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.write(outside.resolve("o.jpg"), JPEG);
    link("raw", outside);
    link(".hidden", outside);
    assertThat(names(root(root, "raw"))).isEmpty();
  }

  @Test
  void a_link_named_like_a_picture_that_leads_nowhere_is_told() throws IOException {
    link("gone.jpg", root.resolve("nothing"));
    link("gone", root.resolve("nothing"));
    link("round.png", root.resolve("round.png"));
    assertThat(crawl(root(root)))
        .extracting(finding -> ((Finding.Unreadable) finding).path().getFileName().toString())
        .containsExactly("gone.jpg", "round.png");
    assertThat(((Finding.Unreadable) crawl(root(root)).getFirst()).reason())
        .isEqualTo("the link leads to nothing");
    assertThat(crawl(root(root)))
        .allMatch(finding -> !((Finding.Unreadable) finding).folder(), "files, not folders");
  }

  // ---- what cannot be looked into

  @Test
  void a_folder_that_cannot_be_opened_is_told_and_does_not_end_the_walk() {
    file("a/1.jpg");
    file("b/2.jpg");
    file("c/3.jpg");
    List<Finding> findings = crawl(root(RefusingFiles.closed(root, "b")));
    assertThat(findings).hasSize(3);
    assertThat(findings.get(1))
        .isInstanceOfSatisfying(
            Finding.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.key()).isEqualTo(root.resolve("b").toString());
              assertThat(unreadable.folder()).isTrue();
              assertThat(unreadable.reason()).isEqualTo("permission denied");
            });
    assertThat(findings.get(0)).isInstanceOf(FoundFile.class);
    assertThat(findings.get(2)).isInstanceOf(FoundFile.class);
  }

  @Test
  void a_folder_whose_names_alone_can_be_read_is_told_once_beside_its_pictures() {
    file("a/sub/1.jpg");
    file("a/other/2.jpg");
    file("a/3.jpg");
    file("b.jpg");
    List<Finding> findings = crawl(root(RefusingFiles.hidden(root, "sub", "other", "3.jpg")));
    assertThat(findings)
        .filteredOn(Finding.Unreadable.class::isInstance)
        .extracting(finding -> (Finding.Unreadable) finding)
        .extracting(it -> root.relativize(Path.of(it.key())) + " " + it.folder())
        .containsExactlyInAnyOrder("a/3.jpg false", "a true");
    assertThat(findings).filteredOn(FoundFile.class::isInstance).hasSize(1);
  }

  @Test
  void a_picture_that_cannot_be_opened_is_found_all_the_same() {
    file("a.jpg");
    assertThat(crawl(root(RefusingFiles.closed(root, "a.jpg"))))
        .singleElement()
        .isInstanceOf(FoundFile.class);
  }

  @Test
  void a_root_that_is_not_there_is_told() {
    Path nowhere = root.resolve("nowhere");
    file("a.jpg");
    assertThat(crawl(root(nowhere), root(root)).getFirst())
        .isEqualTo(new Finding.MissingRoot(nowhere));
    assertThat(crawl(root(nowhere), root(root))).hasSize(2);
  }

  @Test
  void what_goes_away_during_the_walk_is_as_if_it_had_never_been() throws IOException {
    file("a.jpg");
    Path second = file("b.jpg");
    Path third = file("c/d.jpg");
    file("e.jpg");
    Iterator<Finding> walk = new Crawler(List.of(root(root))).crawl();
    assertThat(((FoundFile) walk.next()).path()).isEqualTo(root.resolve("a.jpg"));
    Files.delete(second);
    Files.delete(third);
    Files.delete(root.resolve("c"));
    assertThat(((FoundFile) walk.next()).path()).isEqualTo(root.resolve("e.jpg"));
    assertThat(walk.hasNext()).isFalse();
    assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
  }

  // ---- names

  @Test
  void names_in_any_encoding_are_found_and_lead_back_to_their_files() throws IOException {
    Path latin = Path.of(URI.create(root.toUri() + "caf%E9.jpg"));
    Files.write(latin, JPEG);
    file("café.jpg");
    file("cafe\u0301.jpg");
    file("日本 😀.jpg");
    file("line\nbreak.jpg");
    List<Finding> findings = crawl(root(root));
    assertThat(findings).hasSize(5).allMatch(FoundFile.class::isInstance);
    for (Finding finding : findings) {
      FoundFile found = (FoundFile) finding;
      assertThat(Location.pathOf(found.key())).isEqualTo(found.path());
      assertThat(Location.keyOf(found.path())).isEqualTo(found.key());
      assertThat(Files.exists(Location.pathOf(found.key()))).isTrue();
    }
    assertThat(findings).extracting(finding -> ((FoundFile) finding).key()).doesNotHaveDuplicates();
  }

  // ---- a part of the roots

  @Test
  void a_change_is_looked_at_as_far_as_a_root_admits_it() {
    file("a/1.jpg");
    file("a/2.txt");
    file("b/3.jpg");
    file("tmp/4.jpg");
    Crawler crawler = new Crawler(List.of(root(root, "tmp")));
    List<Path> found = new ArrayList<>();
    crawler
        .crawl(
            List.of(
                root.resolve("a"),
                root.resolve("b/3.jpg"),
                root.resolve("a/2.txt"),
                root.resolve("tmp/4.jpg"),
                root.resolve("gone.jpg"),
                folder.resolve("elsewhere.jpg")))
        .forEachRemaining(finding -> found.add(((FoundFile) finding).path()));
    assertThat(found).containsExactly(root.resolve("a/1.jpg"), root.resolve("b/3.jpg"));
  }
}
