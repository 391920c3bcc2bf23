package dev.semblance.hub.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.hub.source.ContentHash;
import dev.semblance.hub.source.Pin;
import dev.semblance.hub.source.RemoteFile;
import dev.semblance.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The hidden place where a model grows: one holder at a time, nothing of two commits together,
/// visible in one step.
class PullFolderTest {
  private static final List<Pin> ONE = List.of(new Pin("org/x", "hub", "main", "1"));
  private static final List<Pin> TWO = List.of(new Pin("org/x", "hub", "main", "2"));

  @TempDir Path models;

  @Test
  void held_by_one_at_a_time_by_name() throws IOException {
    try (PullFolder held = PullFolder.take(models, "a");
        PullFolder other = PullFolder.take(models, "b")) {
      assertThat(held.target()).isEqualTo(models.resolve("a"));
      assertThat(other.target()).isEqualTo(models.resolve("b"));
      assertThatThrownBy(() -> PullFolder.take(models, "a").close())
          .isInstanceOf(ModelException.class)
          .hasMessage("a: is being pulled by another process; wait for it");
    }
    PullFolder.take(models, "a").close();
  }

  @Test
  void all_that_grows_is_hidden() throws IOException {
    try (PullFolder folder = PullFolder.take(models, "a")) {
      Files.writeString(folder.growing(ONE).resolve("config.json"), "{}");
      Files.writeString(folder.part(ONE, file("model.onnx", 3, "")), "abc");
      try (Stream<Path> seen = Files.list(models)) {
        assertThat(seen).allMatch(it -> it.getFileName().toString().startsWith("."));
      }
      assertThat(folder.growing(ONE).getFileName()).hasToString("a");
    }
  }

  @Test
  void another_commit_name_size_or_hash_has_another_place() throws IOException {
    try (PullFolder folder = PullFolder.take(models, "a")) {
      assertThat(folder.growing(ONE)).isNotEqualTo(folder.growing(TWO));
      Set<Path> parts = new HashSet<>();
      for (List<Pin> sources : List.of(ONE, TWO)) {
        for (String hash : List.of("", "a".repeat(40), "a".repeat(64))) {
          parts.add(folder.part(sources, file("x", 1, hash)));
          parts.add(folder.part(sources, file("x", 2, hash)));
          parts.add(folder.part(sources, file("sub/x", 1, hash)));
        }
      }
      assertThat(parts).hasSize(18);
      assertThat(folder.part(ONE, file("x", 1, ""))).isIn(parts);
    }
  }

  @Test
  void where_it_left_off_is_found_again_by_the_next_holder() throws IOException {
    try (PullFolder folder = PullFolder.take(models, "a")) {
      Files.writeString(folder.growing(ONE).resolve("done"), "x");
      Files.writeString(folder.part(ONE, file("begun", 9, "")), "be");
    }
    try (PullFolder folder = PullFolder.take(models, "a")) {
      assertThat(folder.growing(ONE).resolve("done")).hasContent("x");
      assertThat(folder.part(ONE, file("begun", 9, ""))).hasContent("be");
    }
  }

  @Test
  void finished_it_is_there_with_what_was_wanted_and_all_that_was_begun_is_gone()
      throws IOException {
    try (PullFolder folder = PullFolder.take(models, "a")) {
      Path growing = folder.growing(ONE);
      write(growing.resolve("onnx/model.onnx"));
      write(growing.resolve("onnx/model_fp16.onnx"));
      write(growing.resolve("config.json"));
      write(folder.growing(TWO).resolve("config.json"));
      write(folder.part(TWO, file("x", 1, "")));
      folder.finish(ONE, Set.of("onnx/model.onnx", "config.json"));
      assertThat(files(folder.target()))
          .containsExactlyInAnyOrder("onnx/model.onnx", "config.json");
      assertThat(files(models.resolve(".pull"))).containsExactly("a.lock");
    }
  }

  @Test
  void finishing_over_a_model_that_is_there_leaves_that_as_it_is() throws IOException {
    write(models.resolve("a/mine"));
    try (PullFolder folder = PullFolder.take(models, "a")) {
      write(folder.growing(ONE).resolve("config.json"));
      assertThatThrownBy(() -> folder.finish(ONE, Set.of("config.json")))
          .isInstanceOf(IOException.class);
    }
    assertThat(files(models.resolve("a"))).containsExactly("mine");
  }

  @Test
  void dropping_takes_what_was_begun_for_this_model_and_for_no_other() throws IOException {
    List<String> others = List.of("b", "x.a", "a.x", "aa");
    for (String name : others) {
      try (PullFolder folder = PullFolder.take(models, name)) {
        write(folder.growing(ONE).resolve("kept"));
      }
    }
    try (PullFolder folder = PullFolder.take(models, "a")) {
      write(folder.growing(ONE).resolve("gone"));
      write(folder.growing(TWO).resolve("gone"));
      folder.drop();
    }
    assertThat(files(models))
        .filteredOn(name -> !name.endsWith(".lock"))
        .hasSize(others.size())
        .allMatch(name -> name.endsWith("/kept"));
  }

  private static RemoteFile file(String name, long size, String etag) {
    return new RemoteFile(name, size, ContentHash.ofEtag(etag));
  }

  private static void write(Path file) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, "x");
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList();
    }
  }
}
