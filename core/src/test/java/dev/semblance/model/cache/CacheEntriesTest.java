package dev.semblance.model.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheEntriesTest {
  @TempDir Path folder;

  private Path entry(String name, Duration age) throws IOException {
    Path entry = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(entry.resolve("deeper"));
    Files.writeString(entry.resolve("deeper").resolve("graph.onnx"), "weights");
    return aged(entry, age);
  }

  private static Path aged(Path entry, Duration age) throws IOException {
    return Files.setLastModifiedTime(entry, FileTime.from(Instant.now().minus(age)));
  }

  private List<String> left() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void what_was_not_used_for_90_days_goes_with_all_that_is_in_it() throws IOException {
    entry("old", Duration.ofDays(91));
    entry("younger", Duration.ofDays(89));
    entry("new", Duration.ZERO);
    aged(Files.writeString(folder.resolve("old-file"), "tables"), Duration.ofDays(400));
    Files.writeString(folder.resolve("new-file"), "tables");

    CacheEntries.sweep(folder);

    assertThat(left()).containsExactly("new", "new-file", "younger");
    assertThat(folder.resolve("younger/deeper/graph.onnx")).hasContent("weights");
  }

  @Test
  void what_is_used_stays() throws IOException {
    Path entry = entry("old", Duration.ofDays(200));
    CacheEntries.use(entry);
    CacheEntries.sweep(folder);
    assertThat(left()).containsExactly("old");
  }

  @Test
  void its_time_is_written_once_a_day() throws IOException {
    Path today = entry("today", Duration.ofHours(23));
    FileTime before = Files.getLastModifiedTime(today);
    CacheEntries.use(today);
    assertThat(Files.getLastModifiedTime(today)).isEqualTo(before);
    Path yesterday = entry("yesterday", Duration.ofHours(25));
    CacheEntries.use(yesterday);
    assertThat(Files.getLastModifiedTime(yesterday).toInstant())
        .isAfter(Instant.now().minus(Duration.ofHours(1)));
  }

  @Test
  void what_is_not_there_is_nothing_to_do_for() {
    Path absent = folder.resolve("absent");
    assertThatCode(() -> CacheEntries.use(absent)).doesNotThrowAnyException();
    assertThatCode(() -> CacheEntries.sweep(absent)).doesNotThrowAnyException();
    assertThat(absent).doesNotExist();
  }
}
