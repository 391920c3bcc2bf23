package dev.semblance.onnx.layout.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.VariantFile;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.onnx.layout.file.NetworkSketch;
import org.junit.jupiter.api.Test;

/// MobileCLIP's: a folder for each size, one tokenizer above them.
class MobileClipLayoutTest {
  private final MemoryFiles files = new MemoryFiles("mobile").with("tokenizer.json", "{}");

  private void add(String size) {
    files
        .with("onnx/" + size + "/config.json", "{\"model_type\": \"clip\"}")
        .with("onnx/" + size + "/preprocessor_config.json", "{\"size\": 32}")
        .with("onnx/" + size + "/text_model.onnx", NetworkSketch.texts(77, 16))
        .with("onnx/" + size + "/vision_model.onnx", NetworkSketch.pictures(16));
  }

  @Test
  void the_size_is_part_of_the_name_and_everything_but_the_tokenizer_lies_in_its_folder() {
    add("s0");
    ModelCard card = new MobileClipLayout().translate(files).orElseThrow().card();
    assertThat(card.name()).isEqualTo("mobile-s0");
    assertThat(card.text().orElseThrow().graph().files())
        .containsExactly(new VariantFile("fp32", "onnx/s0/text_model.onnx"));
    assertThat(card.text().orElseThrow().tokenizerFile()).isEqualTo("tokenizer.json");
    assertThat(card.image().orElseThrow().preprocessing().width()).isEqualTo(32);
  }

  @Test
  void of_several_sizes_none_is_chosen() {
    add("s2");
    add("s0");
    assertThatThrownBy(() -> new MobileClipLayout().translate(files))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("mobile: holds several models, s0, s2; keep one of the folders");
  }

  @Test
  void a_folder_without_a_config_is_no_size_nor_is_one_deeper_down() {
    add("s0/deep");
    files.with("onnx/s1/vision_model.onnx", "").with("vision_model.onnx", "");
    assertThat(new MobileClipLayout().translate(files)).isEmpty();
    add("s0");
    assertThat(new MobileClipLayout().translate(files)).isPresent();
  }
}
