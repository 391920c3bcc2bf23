package dev.semblance.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.semblance.crawl.FolderWatcher.Changes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatcherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private Path root = Path.of("");
  private FolderWatcher watcher = new FolderWatcher(new Crawler(List.of()));

  @BeforeEach
  void watch() throws IOException {
    root = folder.resolve("pictures");
    Files.createDirectories(root.resolve("old"));
    watcher.close();
    watcher = new FolderWatcher(new Crawler(List.of(new Root(root, Excludes.of(List.of("tmp"))))));
  }

  @AfterEach
  void close() {
    watcher.close();
  }

  /// Waits until a path is among the changes.
  private Set<Path> changedUntil(Path wanted) throws InterruptedException {
    Changes changes = Changes.NONE;
    long begun = System.nanoTime();
    while (!changes.paths().contains(wanted) && System.nanoTime() - begun < PATIENCE.toNanos()) {
      changes = changes.and(watcher.await(PATIENCE));
    }
    assertThat(changes.paths()).contains(wanted);
    assertThat(changes.everything()).isFalse();
    return changes.paths();
  }

  @Test
  void files_that_come_change_and_go_are_told() throws Exception {
    Path file = Files.createFile(root.resolve("old/a.jpg"));
    changedUntil(file);
    Files.writeString(file, "more");
    changedUntil(file);
    Files.delete(file);
    changedUntil(file);
  }

  @Test
  void a_folder_that_comes_with_files_is_told_and_watched_from_then_on() throws Exception {
    Path outside = Files.createDirectories(folder.resolve("outside/deep"));
    Files.createFile(outside.resolve("a.jpg"));
    Path moved = root.resolve("new");
    Files.move(folder.resolve("outside"), moved);
    changedUntil(moved);
    Path later = Files.createFile(moved.resolve("deep/b.jpg"));
    changedUntil(later);
  }

  @Test
  void what_is_left_out_is_not_told() throws Exception {
    Files.createFile(root.resolve(".hidden.jpg"));
    Files.createDirectories(root.resolve("tmp"));
    Files.createFile(root.resolve("tmp/a.jpg"));
    Files.createDirectories(root.resolve("@eaDir"));
    Path seen = Files.createFile(root.resolve("b.jpg"));
    assertThat(changedUntil(seen)).containsExactly(seen);
  }

  @Test
  void a_folder_that_was_moved_away_is_told_and_no_longer_watched() throws Exception {
    Path gone = root.resolve("old");
    Files.move(gone, folder.resolve("elsewhere"));
    changedUntil(gone);
    Files.createFile(folder.resolve("elsewhere/a.jpg"));
    Path seen = Files.createFile(root.resolve("b.jpg"));
    assertThat(changedUntil(seen)).containsExactly(seen);
  }

  @Test
  void a_root_that_is_a_file_is_watched_and_its_neighbours_are_not_told() throws Exception {
    Path file = Files.createFile(folder.resolve("single.jpg"));
    try (FolderWatcher single =
        new FolderWatcher(new Crawler(List.of(new Root(file, Excludes.of(List.of())))))) {
      Files.createFile(folder.resolve("neighbour.jpg"));
      Files.writeString(file, "changed");
      Changes changes = single.await(PATIENCE);
      assertThat(changes.paths()).containsExactly(file);
    }
  }

  @Test
  void when_nothing_happens_nothing_is_told() throws Exception {
    assertThat(watcher.await(Duration.ofMillis(1)).none()).isTrue();
    assertThat(watcher.limitation()).isEmpty();
  }

  @Test
  void closing_twice_is_harmless() {
    watcher.close();
    assertThatCode(watcher::close).doesNotThrowAnyException();
  }
}
