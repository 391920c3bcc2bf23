package dev.semblance.onnx.layout.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.model.ModelCard.VariantFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A network's precisions are known by the endings of its files, as the hub's exporters write them.
class GraphFilesTest {
  private static MemoryFiles files(String... names) {
    MemoryFiles files = new MemoryFiles("m");
    for (String name : names) {
      files.with(name, "");
    }
    return files;
  }

  @Test
  void every_ending_is_a_precision_and_fp32_comes_first() {
    MemoryFiles files =
        files(
            "onnx/model_bnb4.onnx",
            "onnx/model_fp16.onnx",
            "onnx/model_int8.onnx",
            "onnx/model_q4.onnx",
            "onnx/model_q4f16.onnx",
            "onnx/model_quantized.onnx",
            "onnx/model_uint8.onnx",
            "onnx/model.onnx");
    assertThat(GraphFiles.variants(files, "onnx/model"))
        .extracting(VariantFile::variant)
        .containsExactly("fp32", "fp16", "int8", "quantized", "uint8", "q4", "q4f16", "bnb4");
  }

  @Test
  void each_precision_keeps_its_file_and_nobody_measured_it() {
    assertThat(GraphFiles.variants(files("a/net_q4.onnx", "a/net.onnx"), "a/net"))
        .containsExactly(
            new VariantFile("fp32", "a/net.onnx"), new VariantFile("q4", "a/net_q4.onnx"));
  }

  @Test
  void quantized_is_int8_where_it_stands_alone() {
    assertThat(GraphFiles.variants(files("net.onnx", "net_quantized.onnx"), "net"))
        .containsExactly(
            new VariantFile("fp32", "net.onnx"), new VariantFile("int8", "net_quantized.onnx"));
  }

  @Test
  void names_that_only_begin_or_end_alike_are_other_networks() {
    MemoryFiles files =
        files(
            "onnx/my_text_model.onnx",
            "onnx/text_model.onnx_data",
            "onnx/text_model_merged.onnx",
            "onnx/text_model_INT8.onnx",
            "other/onnx/text_model.onnx");
    assertThat(GraphFiles.variants(files, "onnx/text_model")).isEmpty();
  }

  @Test
  void the_first_place_that_has_any_precision_gives_all_of_them() {
    MemoryFiles files = files("onnx/net_int8.onnx", "net.onnx", "net_fp16.onnx");
    assertThat(GraphFiles.firstOf(files, List.of("gone/net", "onnx/net", "net")))
        .as("precisions of two places are not mixed")
        .containsExactly(new VariantFile("int8", "onnx/net_int8.onnx"));
    assertThat(GraphFiles.firstOf(files, List.of("gone/net"))).isEmpty();
    assertThat(GraphFiles.firstOf(files, List.of())).isEmpty();
  }
}
