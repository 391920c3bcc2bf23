package dev.semblance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesTest {
  @TempDir Path folder;

  @Test
  void reads_files_by_relative_name() throws IOException {
    Files.createDirectories(folder.resolve("model/onnx"));
    Files.writeString(folder.resolve("model/onnx/a.onnx"), "abc");
    Files.writeString(folder.resolve("model/config.json"), "{}");
    FolderFiles files = new FolderFiles(folder.resolve("model"));
    assertThat(files.name()).isEqualTo("model");
    assertThat(files.has("onnx/a.onnx")).isTrue();
    assertThat(files.has("onnx")).isFalse();
    assertThat(files.has("onnx/b.onnx")).isFalse();
    assertThat(files.read("onnx/a.onnx")).containsExactly('a', 'b', 'c');
    assertThat(files.path("onnx/a.onnx")).contains(folder.resolve("model/onnx/a.onnx"));
    assertThat(files.path("onnx/b.onnx")).isEmpty();
    assertThat(files.list()).containsExactly("config.json", "onnx/a.onnx");
  }

  @Test
  void a_folder_of_more_files_than_a_model_has_is_told_and_not_read_in_part() throws IOException {
    for (int i = 0; i < 2000; i++) {
      Files.createFile(folder.resolve("f" + i));
    }
    FolderFiles files = new FolderFiles(folder);
    assertThat(files.list()).hasSize(2000).isSorted();
    Files.createFile(folder.resolve("one more"));
    assertThatThrownBy(files::list)
        .isInstanceOf(ModelException.class)
        .hasMessage(
            folder
                + ": holds more than 2000 files; a model is a folder with its ONNX files and"
                + " tokenizer");
  }

  @Test
  void refuses_names_that_leave_the_folder() throws IOException {
    Files.createDirectories(folder.resolve("model"));
    Files.writeString(folder.resolve("secret"), "s");
    FolderFiles files = new FolderFiles(folder.resolve("model"));
    for (String name : new String[] {"../secret", "a/../../secret", "/etc/passwd", "", "."}) {
      assertThatThrownBy(() -> files.read(name))
          .as(name)
          .isInstanceOf(ModelException.class)
          .hasMessageStartingWith("model: \"" + name + "\" lies outside the model's folder");
      assertThatThrownBy(() -> files.has(name)).as(name).isInstanceOf(ModelException.class);
      assertThatThrownBy(() -> files.path(name)).as(name).isInstanceOf(ModelException.class);
    }
  }

  @Test
  void names_the_file_that_cannot_be_read() {
    assertThatThrownBy(() -> new FolderFiles(folder).read("absent.onnx"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("absent.onnx");
  }

  @Test
  void says_when_there_is_no_folder() {
    assertThatThrownBy(() -> new FolderFiles(folder.resolve("absent")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no such folder");
  }

  @Test
  void takes_the_repository_s_name_from_the_hub_s_cache() throws IOException {
    Path snapshot =
        Files.createDirectories(folder.resolve("models--Xenova--clip-b32/snapshots/0a1b2c"));
    assertThat(new FolderFiles(snapshot).name()).isEqualTo("clip-b32");
  }
}
