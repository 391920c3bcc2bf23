package dev.semblance.onnx.layout.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.image.Preprocessing;
import dev.semblance.image.Preprocessing.CropRounding;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.Link;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.onnx.layout.file.NetworkSketch;
import dev.semblance.onnx.layout.file.Translation;
import dev.semblance.text.TokenizerSpec;
import dev.semblance.text.TokenizerSpec.Cleaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// open_clip's own configuration with exported networks beside it.
class OpenClipLayoutTest {
  private static final byte[] TEXTS =
      new NetworkSketch().ids("text", -1).gives("text_features", -1, 16).toBytes();
  private static final byte[] PICTURES =
      new NetworkSketch().pixels("image", -1).gives("image_features", -1, 16).toBytes();

  private static final String SIZE = "'size': 8";

  private final MemoryFiles files =
      new MemoryFiles("oc")
          .with("visual.onnx", PICTURES)
          .with("textual.onnx", TEXTS)
          .with("tokenizer_config.json", "{\"pad_token\": \"<pad>\"}")
          .with("tokenizer.json", "{\"added_tokens\": [{\"id\": 9, \"content\": \"<pad>\"}]}");

  private Translation translate(String model, String preprocess) {
    files.with(
        "open_clip_config.json",
        ("{'model_cfg': {'embed_dim': 16" + model + "}, 'preprocess_cfg': {" + preprocess + "}}")
            .replace('\'', '"'));
    return new OpenClipLayout().translate(files).orElseThrow();
  }

  private TokenizerSpec tokenizer(String model) {
    return translate(model, SIZE).card().text().orElseThrow().tokenizer();
  }

  private Preprocessing preprocessing(String model, String preprocess) {
    return translate(model, preprocess).card().image().orElseThrow().preprocessing();
  }

  @Test
  void ports_go_by_open_clip_s_names() {
    ModelCard card = translate("", SIZE).card();
    assertThat(card.text().orElseThrow().graph().input()).isEqualTo("text");
    assertThat(card.text().orElseThrow().graph().output()).isEqualTo("text_features");
    assertThat(card.image().orElseThrow().graph().output()).isEqualTo("image_features");
    assertThat(card.dimension()).isEqualTo(16);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 77 | 0 | NONE",
        "`, 'text_cfg': {'context_length': 52}` | 52 | 0 | NONE",
        "`, 'text_cfg': {'hf_tokenizer_name': 'x'}` | 77 | 9 | NONE",
        "`, 'text_cfg': {'tokenizer_kwargs': {'clean': 'canonicalize'}}` | 77 | 0 | CANONICAL",
        "`, 'text_cfg': {'tokenizer_kwargs': {'clean': 'lower'}}` | 77 | 0 | LOWER",
        "`, 'text_cfg': {'tokenizer_kwargs': {'clean': 'whitespace'}}` | 77 | 0 | NONE",
      })
  void every_text_is_filled_up_as_its_configuration_says(
      String model, int length, int padId, Cleaning cleaning) {
    assertThat(tokenizer(model)).isEqualTo(new TokenizerSpec(length, true, padId, cleaning));
  }

  @Test
  void the_size_is_the_preparation_s_or_the_network_s_or_224() {
    assertThat(preprocessing("", "'size': 8").width()).isEqualTo(8);
    String vision = ", 'vision_cfg': {'image_size': 32}";
    assertThat(preprocessing(vision, "'size': 8").width()).isEqualTo(8);
    assertThat(preprocessing(vision, "").width()).isEqualTo(32);
    assertThat(preprocessing(vision, "").height()).isEqualTo(32);
    assertThat(preprocessing(", 'vision_cfg': {}", "").width()).isEqualTo(224);
    assertThat(preprocessing(vision, "").cropRounding()).isEqualTo(CropRounding.HALF_EVEN);
    assertThat(preprocessing("", "'size': 8").cropRounding()).isEqualTo(CropRounding.HALF_EVEN);
  }

  @Test
  void a_bias_in_the_configuration_tells_siglip_s_loss_and_the_tokenizer_which_one() {
    assertThat(translate("", SIZE).card().scoring().link()).isEqualTo(Link.SOFTMAX);
    String bias = ", 'init_logit_bias': -10";
    double first = translate(bias, SIZE).card().scoring().bias();
    String second = bias + ", 'text_cfg': {'hf_tokenizer_name': 'timm/ViT-B-16-SigLIP2'}";
    assertThat(first).isEqualTo(-12.932);
    assertThat(translate(second, SIZE).card().scoring().bias()).isEqualTo(-16.772);
    assertThat(translate(second, SIZE).card().scoring().link()).isEqualTo(Link.SIGMOID);
  }

  @Test
  void other_programs_names_of_networks_are_found_too() {
    files.without("visual.onnx").without("textual.onnx");
    files.with("onnx/vision_model_int8.onnx", PICTURES).with("text_encoder.onnx", TEXTS);
    ModelCard card = translate("", SIZE).card();
    assertThat(card.image().orElseThrow().graph().files().getFirst().variant()).isEqualTo("int8");
    assertThat(card.text()).isPresent();
  }

  @Test
  void without_a_tokenizer_pictures_remain_and_texts_alone_are_no_model() {
    files.without("tokenizer.json");
    assertThat(translate("", SIZE).card().text()).isEmpty();
    assertThat(translate("", SIZE).textMissing())
        .contains("tokenizer.json is missing; fetch it too");
    files.without("visual.onnx");
    assertThatThrownBy(() -> translate("", SIZE))
        .isInstanceOf(ModelException.class)
        .hasMessage("oc: tokenizer.json is missing; fetch it too");
  }

  @Test
  void networks_taken_for_each_other_are_refused_with_what_they_take() {
    files.with("visual.onnx", TEXTS);
    assertThatThrownBy(() -> translate("", SIZE))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("oc/visual.onnx: takes no pictures; its inputs are [text ");
    files.with("visual.onnx", PICTURES).with("textual.onnx", PICTURES);
    assertThatThrownBy(() -> translate("", SIZE))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("oc/textual.onnx: takes no token ids; its inputs are [image ");
  }

  @Test
  void a_configuration_without_networks_is_another_layout_s() {
    assertThat(new OpenClipLayout().translate(files)).as("no configuration").isEmpty();
    translate("", SIZE);
    files.without("visual.onnx").without("textual.onnx");
    assertThat(new OpenClipLayout().translate(files)).as("no networks").isEmpty();
  }
}
