package dev.semblance.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Roots and changes that lie within one another: each file comes once, whatever leads to it.
class OverlappingRootsTest {
  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    for (String name : List.of("a/1.jpg", "a/b/2.jpg", "a/b/notes.txt", "c/.hidden.jpg", "3.jpg")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolve(".."));
      Files.writeString(file, "x");
    }
  }

  private Crawler crawler(String... roots) {
    return new Crawler(
        Stream.of(roots)
            .map(root -> new Root(folder.resolve(root), Excludes.of(List.of())))
            .toList());
  }

  private List<String> names(Iterator<Finding> findings) {
    List<String> names = new ArrayList<>();
    findings.forEachRemaining(
        finding -> names.add(folder.relativize(((FoundFile) finding).path()).toString()));
    return names;
  }

  private List<String> changed(Crawler crawler, String... paths) {
    return names(crawler.crawl(Stream.of(paths).map(folder::resolve).toList()));
  }

  @Test
  void a_file_that_is_a_root_beside_the_folder_it_lies_in_comes_once() {
    assertThat(names(crawler("", "a/1.jpg").crawl()))
        .as("where it is come upon first")
        .containsExactly("3.jpg", "a/1.jpg", "a/b/2.jpg");
    assertThat(names(crawler("a/1.jpg", "").crawl()))
        .containsExactly("a/1.jpg", "3.jpg", "a/b/2.jpg");
    assertThat(names(crawler("3.jpg", "3.jpg", "a/../3.jpg").crawl())).containsExactly("3.jpg");
  }

  @Test
  void a_file_that_only_its_own_root_admits_comes_with_it() {
    assertThat(names(crawler("c", "c/.hidden.jpg").crawl())).containsExactly("c/.hidden.jpg");
    assertThat(names(crawler("a/b/notes.txt", "a").crawl()))
        .as("a text that somebody named, and what lies beside it")
        .containsExactly("a/b/notes.txt", "a/1.jpg", "a/b/2.jpg");
  }

  @Test
  void a_folder_and_a_file_in_it_that_both_changed_are_one_change() {
    assertThat(changed(crawler(""), "a", "a/b/2.jpg", "a/b", "a/1.jpg", "a/1.jpg"))
        .containsExactlyInAnyOrder("a/1.jpg", "a/b/2.jpg");
    assertThat(changed(crawler(""), "a/b/2.jpg", "a/b/2.jpg", "a/b/notes.txt"))
        .containsExactly("a/b/2.jpg");
    assertThat(changed(crawler("c"), "c/.hidden.jpg", "a/1.jpg", "c")).isEmpty();
  }

  @Test
  void a_path_belongs_to_the_first_root_that_admits_it() {
    Root strict = new Root(folder, Excludes.of(List.of("*.jpg")));
    Root inner = new Root(folder.resolve("a/b"), Excludes.of(List.of()));
    Crawler both = new Crawler(List.of(strict, inner));
    assertThat(both.rootOf(folder.resolve("a/b/2.jpg"))).contains(inner);
    assertThat(both.rootOf(folder.resolve("a/b"))).contains(strict);
    assertThat(both.rootOf(folder.resolve("a/1.jpg"))).isEmpty();
    assertThat(changed(both, "a/1.jpg", "a/b/2.jpg")).containsExactly("a/b/2.jpg");
  }
}
