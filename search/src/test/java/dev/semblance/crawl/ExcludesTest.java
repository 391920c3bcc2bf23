package dev.semblance.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcludesTest {
  private static final Path ROOT = Path.of("/home/ann/pictures");

  private static boolean leavesOut(String pattern, String below, boolean folder) {
    return Excludes.of(List.of(pattern)).match(ROOT, ROOT.resolve(below), folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@eaDir",
        "@EADIR",
        "#recycle",
        "@Recycle",
        "$RECYCLE.BIN",
        "RECYCLER",
        "System Volume Information",
        "Trash",
        ".Trash-1000",
        ".git",
        ".thumbnails",
        "lost+found",
        "node_modules",
        "__MACOSX",
        "__pycache__",
        "@Recently-Snapshot"
      })
  void folders_that_systems_and_tools_fill_are_left_out_at_any_depth(String name) {
    Excludes usual = Excludes.of(List.of());
    assertThat(usual.match(ROOT, ROOT.resolve(name), true)).isTrue();
    assertThat(usual.match(ROOT, ROOT.resolve("2019").resolve(name), true)).isTrue();
  }

  @Test
  void a_file_of_such_a_name_is_left_out_only_if_it_is_hidden() {
    Excludes usual = Excludes.of(List.of());
    assertThat(usual.match(ROOT, ROOT.resolve("trash"), false)).isFalse();
    assertThat(usual.match(ROOT, ROOT.resolve("._IMG_1.jpg"), false)).isTrue();
    assertThat(usual.match(ROOT, ROOT.resolve("trash.jpg"), false)).isFalse();
    assertThat(usual.match(ROOT, ROOT.resolve("my trash"), true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // a name, at any depth
    "tmp, tmp, true",
    "tmp, a/b/tmp, true",
    "tmp, a/tmps, false",
    "*.png, a/b.png, true",
    "*.png, a/b.PNG, true",
    "*.png, a/b.png.jpg, false",
    "IMG_00??.jpg, x/IMG_0042.jpg, true",
    "IMG_00??.jpg, x/IMG_042.jpg, false",
    // a path from the root on
    "2019/raw, 2019/raw, true",
    "2019/raw, a/2019/raw, false",
    "./2019/raw, 2019/raw, true",
    "2019/*/raw, 2019/may/raw, true",
    "2019/*/raw, 2019/may/1/raw, false",
    "**/raw, raw, true",
    "**/raw, a/b/raw, true",
    "a/**/z, a/z, true",
    "a/**/z, a/b/c/z, true",
    "a/**/z, b/a/z, false",
    // a whole path
    "/home/ann/pictures/private, private, true",
    "/home/*/pictures/private, private, true",
    "/private, private, false",
    // sets and alternatives
    "'*.{png,gif}', a.gif, true",
    "'*.{png,gif}', a.jpg, false",
    "IMG_[0-4]*, IMG_3.jpg, true",
    "IMG_[0-4]*, IMG_5.jpg, false",
    "IMG_[!0-4]*, IMG_5.jpg, true",
    "IMG_[!0-4]*, IMG_3.jpg, false",
    // characters that mean something elsewhere
    "a+b(1).jpg, a+b(1).jpg, true",
    "a+b(1).jpg, aab1.jpg, false",
    "a.b, axb, false",
    "'a,b', 'a,b', true",
    "a}b, a}b, true",
    // one letter in two forms
    "été*, e\u0301te\u0301 2024, true",
    "ÉTÉ*, été 2024, true"
  })
  void a_pattern_leaves_out_what_it_says(String pattern, String below, boolean out) {
    assertThat(leavesOut(pattern, below, false)).as("%s on %s", pattern, below).isEqualTo(out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tmp/", "tmp/**", "./tmp/", "**/tmp/", "/home/ann/pictures/tmp/"})
  void a_pattern_that_ends_like_a_folder_means_folders_only(String pattern) {
    assertThat(leavesOut(pattern, "tmp", true)).isTrue();
    assertThat(leavesOut(pattern, "tmp", false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "./", "/**"})
  void a_pattern_that_names_nothing_is_refused(String pattern) {
    assertThatThrownBy(() -> Excludes.of(List.of(pattern)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("exclude pattern \"" + pattern + "\"")
        .hasMessageContaining("names nothing");
  }

  @ParameterizedTest
  @CsvSource({"IMG_[0-9, [", "a[]b, [", "'*.{png,gif', {"})
  void a_bracket_that_is_not_closed_is_refused(String pattern, String bracket) {
    assertThatThrownBy(() -> Excludes.of(List.of(pattern)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(pattern)
        .hasMessageContaining("opens a " + bracket + " and does not close it");
  }

  @Test
  void a_root_admits_what_neither_itself_nor_a_folder_above_it_is_left_out() {
    Root root = new Root(ROOT, Excludes.of(List.of("tmp")));
    assertThat(root.admits(ROOT, true)).isTrue();
    assertThat(root.admits(ROOT.resolve("a/b.jpg"), false)).isTrue();
    assertThat(root.admits(ROOT.resolve("tmp/a/b.jpg"), false)).isFalse();
    assertThat(root.admits(ROOT.resolve(".git/b.jpg"), false)).isFalse();
    assertThat(root.admits(ROOT.resolve("a/../tmp/b.jpg"), false)).isFalse();
    assertThat(root.admits(Path.of("/home/ann/pictures2/b.jpg"), false)).isFalse();
    assertThat(root.admits(Path.of("/home/ann"), true)).isFalse();
  }

  @Test
  void a_root_that_is_itself_hidden_is_wanted() {
    Root root = new Root(ROOT.resolve(".hidden"), Excludes.of(List.of()));
    assertThat(root.admits(ROOT.resolve(".hidden/a.jpg"), false)).isTrue();
    assertThat(root.admits(ROOT.resolve(".hidden/.b/a.jpg"), false)).isFalse();
  }

  @Test
  void of_two_roots_of_one_path_the_later_counts() {
    Root before = new Root(ROOT, Excludes.of(List.of("a")));
    Root other = new Root(Path.of("/b"), Excludes.of(List.of()));
    Root after = new Root(ROOT, Excludes.of(List.of("c")));
    assertThat(Root.merged(List.of(before, other), List.of(after))).containsExactly(other, after);
    assertThat(Root.without(List.of(other, after), Path.of("/home"))).containsExactly(other);
    assertThat(before.and(List.of("d")).excludes().patterns()).containsExactly("a", "d");
  }
}
