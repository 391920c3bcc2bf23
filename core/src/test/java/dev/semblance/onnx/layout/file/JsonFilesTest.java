package dev.semblance.onnx.layout.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelException;
import org.junit.jupiter.api.Test;

/// A model's JSON files are read under the names that complaints about them use.
class JsonFilesTest {
  private final MemoryFiles files =
      new MemoryFiles("clip")
          .with("sub/config.json", "{\"embed_dim\": \"many\"}")
          .with("broken.json", "{\n\"embed_dim\": ");

  @Test
  void a_file_is_found_or_not() {
    assertThat(JsonFiles.find(files, "config.json")).isEmpty();
    assertThat(JsonFiles.find(files, "sub/config.json").orElseThrow().names())
        .containsExactly("embed_dim");
  }

  @Test
  void complaints_name_model_folder_and_file() {
    assertThatThrownBy(() -> JsonFiles.read(files, "sub/config.json").integer("embed_dim"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("clip/sub/config.json: field embed_dim is many; allowed:");
    assertThatThrownBy(() -> JsonFiles.find(files, "broken.json"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("clip/broken.json: not valid JSON at line 2");
  }

  @Test
  void one_that_must_be_there_and_is_not_is_named_with_what_to_do() {
    assertThatThrownBy(() -> JsonFiles.read(files, "preprocessor_config.json"))
        .isInstanceOf(ModelException.class)
        .hasMessage("clip/preprocessor_config.json: is missing; fetch it too");
  }
}
