package dev.semblance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model's folder with links in it, odd names, and depths: what is listed, found and read.
class FolderLinksTest {
  @TempDir Path place;
  private Path folder;

  @BeforeEach
  void makeTheFolder() throws IOException {
    folder = Files.createDirectories(place.resolve("model"));
  }

  @Test
  void links_to_files_and_folders_elsewhere_are_followed() throws IOException {
    Path blobs = Files.createDirectories(place.resolve("blobs/deep"));
    Files.writeString(blobs.resolve("0a1b"), "weights");
    Files.createSymbolicLink(folder.resolve("model.onnx"), Path.of("../blobs/deep/0a1b"));
    Files.createSymbolicLink(folder.resolve("onnx"), blobs);
    FolderFiles files = new FolderFiles(folder);

    assertThat(files.list()).containsExactly("model.onnx", "onnx/0a1b");
    assertThat(files.sizeBytes("model.onnx")).isEqualTo(7);
    assertThat(files.read("onnx/0a1b")).asString(StandardCharsets.UTF_8).isEqualTo("weights");
    assertThat(files.path("model.onnx")).contains(folder.resolve("model.onnx"));
  }

  @Test
  void a_folder_that_is_a_link_itself_keeps_the_name_of_the_link() throws IOException {
    write("a.onnx");
    FolderFiles files =
        new FolderFiles(Files.createSymbolicLink(place.resolve("mine"), folder.getFileName()));

    assertThat(files.name()).isEqualTo("mine");
    assertThat(files.list()).containsExactly("a.onnx");
  }

  @Test
  void a_link_to_nothing_is_no_file() throws IOException {
    Files.createSymbolicLink(folder.resolve("gone.onnx"), place.resolve("gone"));
    FolderFiles files = new FolderFiles(folder);

    assertThat(files.list()).isEmpty();
    assertThat(files.has("gone.onnx")).isFalse();
    assertThat(files.sizeBytes("gone.onnx")).isZero();
    assertThat(files.path("gone.onnx")).isEmpty();
    assertThatThrownBy(() -> files.read("gone.onnx"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("model/gone.onnx: cannot be read");
  }

  @Test
  void links_in_a_circle_are_an_error_with_the_folder_and_no_endless_walk() throws IOException {
    write("a.onnx");
    Files.createSymbolicLink(folder.resolve("self"), folder);
    FolderFiles files = new FolderFiles(folder);

    assertThat(files.has("self/self/a.onnx")).isTrue();
    assertThatThrownBy(files::list)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(folder + ": cannot be listed");
  }

  @Test
  void every_name_that_is_listed_is_found_however_odd() throws IOException {
    List<String> odd =
        List.of(
            "a b.onnx",
            "back\\slash",
            "x/back\\slash",
            "...",
            "é",
            "%20",
            "#1",
            "x/..y",
            "-",
            "😂");
    for (String name : odd) {
      write(name);
    }
    FolderFiles files = new FolderFiles(folder);

    assertThat(files.list()).containsExactlyInAnyOrderElementsOf(odd).isSorted();
    assertThat(files.list()).allMatch(files::has);
    for (String name : odd) {
      assertThat(files.read(name)).as(name).asString(StandardCharsets.UTF_8).isEqualTo(name);
      assertThat(files.sizeBytes(name)).isEqualTo(name.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @Test
  void folders_are_listed_to_the_fourth_level_only() throws IOException {
    write("1/2/3/file");
    write("1/2/3/4/file");

    assertThat(new FolderFiles(folder).list()).containsExactly("1/2/3/file");
  }

  @Test
  void dots_within_the_folder_are_taken_and_those_that_leave_it_are_not() throws IOException {
    write("onnx/a.onnx");
    Files.writeString(place.resolve("model-secret"), "s");
    FolderFiles files = new FolderFiles(folder);

    assertThat(files.has("./onnx/../onnx/./a.onnx")).isTrue();
    assertThat(files.has("absent/../onnx/a.onnx")).isTrue();
    assertThat(files.has("../model/onnx/a.onnx")).isTrue();
    for (String name : List.of("../model-secret", "onnx/../..", "../model", folder + "-secret")) {
      assertThatThrownBy(() -> files.sizeBytes(name))
          .as(name)
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("lies outside");
    }
  }

  @Test
  void what_can_be_no_name_is_a_complaint_of_the_model() {
    assertThatThrownBy(() -> new FolderFiles(folder).has("a\0b"))
        .isInstanceOf(ModelException.class)
        .hasMessage("model: \"a\0b\" is no file name");
  }

  @Test
  void a_folder_is_no_file_and_a_file_no_folder() throws IOException {
    write("onnx/a.onnx");
    FolderFiles files = new FolderFiles(folder);

    assertThat(files.sizeBytes("onnx")).isZero();
    assertThat(files.path("onnx")).isEmpty();
    assertThatThrownBy(() -> files.read("onnx")).isInstanceOf(UncheckedIOException.class);
    Path file = folder.resolve("onnx/a.onnx");
    assertThatThrownBy(() -> new FolderFiles(file))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(file + ": no such folder");
  }

  @Test
  void the_name_is_that_of_the_folder_wherever_the_path_came_from() {
    assertThat(new FolderFiles(folder.resolve("../model/.")).name()).isEqualTo("model");
    assertThat(new FolderFiles(folder)).hasToString(folder.toString());
    assertThat(new FolderFiles(folder.getRoot()).name()).isEqualTo("model"); // it has none
  }

  @Test
  void files_that_come_and_go_are_seen() throws IOException {
    FolderFiles files = new FolderFiles(folder);
    assertThat(files.list()).isEmpty();
    write("late.onnx");
    assertThat(files.list()).containsExactly("late.onnx");
    Files.delete(folder.resolve("late.onnx"));
    assertThat(files.has("late.onnx")).isFalse();
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
  }
}
