package dev.semblance.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerritoryTest {
  @TempDir Path folder;

  private static Root root(Path path) {
    return new Root(path, Excludes.of(List.of()));
  }

  @Test
  void a_root_that_is_missing_or_empty_is_absent() throws IOException {
    Path there = Files.createDirectories(folder.resolve("there"));
    assertThat(Territory.isAbsent(there)).as("an empty folder").isTrue();
    Files.createFile(there.resolve("a.txt"));
    assertThat(Territory.isAbsent(there)).isFalse();
    assertThat(Territory.isAbsent(folder.resolve("nowhere"))).isTrue();
  }

  @Test
  void a_deleted_picture_whose_folder_is_there_is_gone_and_not_absent() {
    assertThat(Territory.isAbsent(folder.resolve("a.jpg"))).isFalse();
    assertThat(Territory.isAbsent(folder.resolve("unplugged/a.jpg"))).isTrue();
  }

  @Test
  void what_lies_below_an_absent_root_is_spared_and_what_lies_beside_is_not() throws IOException {
    Path here = Files.createDirectories(folder.resolve("here"));
    Files.createFile(here.resolve("a.txt"));
    Path unplugged = folder.resolve("unplugged");
    Territory territory = new Territory(List.of(root(here), root(unplugged)), List.of(root(here)));
    assertThat(territory.absent(unplugged.resolve("a.jpg"))).isTrue();
    assertThat(territory.spared(unplugged.resolve("a.jpg"))).isTrue();
    assertThat(territory.spared(here.resolve("a.jpg"))).isFalse();
    assertThat(territory.absent(here.resolve("a.jpg"))).isFalse();
  }

  @Test
  void a_root_that_this_crawl_leaves_out_keeps_what_it_has() throws IOException {
    Path inner = Files.createDirectories(folder.resolve(".hidden"));
    Files.createFile(inner.resolve("x"));
    Territory territory = new Territory(List.of(root(folder), root(inner)), List.of(root(folder)));
    assertThat(territory.spared(inner.resolve("a.jpg"))).isTrue();
    assertThat(territory.spared(folder.resolve("a.jpg"))).isFalse();
    Territory both = new Territory(List.of(root(inner)), List.of(root(folder), root(inner)));
    assertThat(both.spared(inner.resolve("a.jpg"))).isFalse();
  }
}
