package dev.semblance.hub.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileSelectionTest {
  private static final List<String> XENOVA =
      List.of(
          ".gitattributes",
          "README.md",
          "config.json",
          "merges.txt",
          "onnx/model.onnx",
          "onnx/model_quantized.onnx",
          "onnx/text_model.onnx",
          "onnx/text_model_fp16.onnx",
          "onnx/text_model_quantized.onnx",
          "onnx/vision_model.onnx",
          "onnx/vision_model_fp16.onnx",
          "onnx/vision_model_quantized.onnx",
          "preprocessor_config.json",
          "tokenizer.json");

  @Test
  void takes_int8_towers_and_small_files_where_nothing_is_said() {
    assertThat(FileSelection.USUAL.of(XENOVA, "x"))
        .containsExactly(
            "config.json",
            "merges.txt",
            "onnx/text_model_quantized.onnx",
            "onnx/vision_model_quantized.onnx",
            "preprocessor_config.json",
            "tokenizer.json");
  }

  @Test
  void takes_the_variants_that_are_named() {
    assertThat(variants("fp32", "int8").of(XENOVA, "x"))
        .filteredOn(name -> name.endsWith(".onnx"))
        .containsExactly(
            "onnx/text_model.onnx",
            "onnx/text_model_quantized.onnx",
            "onnx/vision_model.onnx",
            "onnx/vision_model_quantized.onnx");
    assertThat(variants("all").of(XENOVA, "x"))
        .filteredOn(name -> name.endsWith(".onnx"))
        .hasSize(6)
        .doesNotContain("onnx/model.onnx");
    assertThatThrownBy(() -> variants("q4").of(XENOVA, "org/x"))
        .hasMessage("org/x: has no variant q4; there are fp16, fp32, quantized");
  }

  @Test
  void takes_the_joint_network_where_there_are_no_towers_with_the_data_beside_it() {
    List<String> jina =
        List.of(
            "config.json",
            "onnx/model.onnx",
            "onnx/model.onnx_data",
            "onnx/model_fp16.onnx",
            "onnx/model_fp16.onnx_data",
            "other/notes.json",
            "tokenizer.json");
    assertThat(FileSelection.USUAL.of(jina, "x"))
        .containsExactly(
            "config.json", "onnx/model.onnx", "onnx/model.onnx_data", "tokenizer.json");
  }

  @Test
  void takes_configurations_beside_networks_in_folders() {
    List<String> immich =
        List.of(
            "README.md",
            "config.json",
            "textual/fp16/model.armnn",
            "textual/model.onnx",
            "textual/tokenizer.json",
            "visual/model.onnx",
            "visual/preprocess_cfg.json");
    assertThat(FileSelection.USUAL.of(immich, "x"))
        .containsExactly(
            "config.json",
            "textual/model.onnx",
            "textual/tokenizer.json",
            "visual/model.onnx",
            "visual/preprocess_cfg.json");
  }

  @Test
  void patterns_narrow_what_is_looked_at() {
    List<String> sizes =
        List.of(
            "onnx/s0/config.json",
            "onnx/s0/text_model.onnx",
            "onnx/s0/vision_model.onnx",
            "onnx/s2/config.json",
            "onnx/s2/text_model.onnx",
            "onnx/s2/vision_model.onnx",
            "tokenizer.json");
    FileSelection small = new FileSelection(List.of("*", "onnx/s0/**"), List.of("auto"));
    assertThat(small.of(sizes, "x"))
        .containsExactly(
            "onnx/s0/config.json",
            "onnx/s0/text_model.onnx",
            "onnx/s0/vision_model.onnx",
            "tokenizer.json");
  }

  @Test
  void says_what_was_found_where_there_is_no_network() {
    assertThatThrownBy(
            () -> FileSelection.USUAL.of(List.of("config.json", "model.safetensors"), "org/x"))
        .hasMessageContaining("org/x")
        .hasMessageContaining("config.json, model.safetensors")
        .hasMessageContaining("look for an export");
  }

  private static FileSelection variants(String... names) {
    return FileSelection.USUAL.withVariants(List.of(names));
  }
}
