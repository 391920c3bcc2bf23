package dev.semblance.onnx.layout.openclip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.image.Preprocessing.CropRounding;
import dev.semblance.model.ModelCard;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.onnx.layout.file.NetworkSketch;
import org.junit.jupiter.api.Test;

/// immich's folders, which differ from open_clip's in padding and rounding.
class ImmichLayoutTest {
  private final MemoryFiles files =
      new MemoryFiles("immich")
          .with("config.json", "{\"embed_dim\": 16, \"text_cfg\": {\"context_length\": 20}}")
          .with("visual/preprocess_cfg.json", "{\"size\": [32, 32]}")
          .with(
              "visual/model.onnx",
              new NetworkSketch().pixels("image", 32).gives("embedding", -1, 16).toBytes())
          .with(
              "textual/model.onnx",
              new NetworkSketch().ids("text", 20).gives("embedding", -1, 16).toBytes())
          .with("textual/tokenizer_config.json", "{\"pad_token\": \"!\"}")
          .with("textual/tokenizer.json", "{\"added_tokens\": [{\"id\": 9, \"content\": \"!\"}]}")
          .with("tokenizer.json", "{}");

  private ModelCard card() {
    return new ImmichLayout().translate(files).orElseThrow().card();
  }

  @Test
  void texts_are_padded_with_the_tokenizer_s_own_token() {
    var text = card().text().orElseThrow();
    assertThat(text.tokenizerFile()).isEqualTo("textual/tokenizer.json");
    assertThat(text.tokenizer().padId()).isEqualTo(9);
    assertThat(text.tokenizer().maxLength()).isEqualTo(20);
    assertThat(text.tokenizer().fixedLength()).isTrue();
  }

  @Test
  void pictures_are_cut_with_immich_s_rounding() {
    var rule = card().image().orElseThrow().preprocessing();
    assertThat(rule.width()).isEqualTo(32);
    assertThat(rule.cropRounding()).isEqualTo(CropRounding.TRUNCATED_DIFFERENCE);
  }

  @Test
  void each_network_alone_is_a_model_and_none_is_another_layout_s() {
    files.without("textual/model.onnx");
    assertThat(card().text()).isEmpty();
    files.without("visual/model.onnx");
    assertThat(new ImmichLayout().translate(files)).isEmpty();
  }

  @Test
  void its_two_configurations_are_what_it_is_known_by() {
    files.without("config.json");
    assertThat(new ImmichLayout().translate(files)).isEmpty();
    files.with("config.json", "{\"embed_dim\": 16}").without("visual/preprocess_cfg.json");
    assertThat(new ImmichLayout().translate(files)).isEmpty();
  }
}
