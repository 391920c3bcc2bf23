package dev.semblance.onnx.layout.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.image.Preprocessing;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.ImageSide;
import dev.semblance.model.ModelCard.TextSide;
import dev.semblance.model.ModelCard.VariantFile;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.onnx.layout.file.NetworkSketch;
import dev.semblance.onnx.layout.file.Translation;
import dev.semblance.onnx.layout.file.Translation.JointGraph;
import dev.semblance.text.TokenizerSpec;
import dev.semblance.text.TokenizerSpec.Cleaning;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Exports for transformers: two networks, one of both modalities, or all three.
class HuggingFaceLayoutTest {
  private static final String TEXTS = "onnx/text_model.onnx";
  private static final String PICTURES = "onnx/vision_model.onnx";
  private static final String BOTH = "onnx/model.onnx";
  private static final String TOKENIZER = "tokenizer.json";

  private final MemoryFiles files =
      new MemoryFiles("tiny")
          .with("config.json", "{\"model_type\": \"clip\"}")
          .with("preprocessor_config.json", "{\"size\": 32}")
          .with(TOKENIZER, "{}")
          .with(TEXTS, NetworkSketch.texts(-1, 16))
          .with(PICTURES, NetworkSketch.pictures(16));

  private static byte[] joint(String... outputs) {
    NetworkSketch sketch = new NetworkSketch().ids("input_ids", -1).pixels("pixel_values", -1);
    for (String output : outputs) {
      sketch.gives(output, -1, output.startsWith("logits") ? -1 : 16);
    }
    return sketch.toBytes();
  }

  private Translation translate() {
    return new HuggingFaceLayout().translate(files).orElseThrow();
  }

  private TextSide text() {
    return translate().card().text().orElseThrow();
  }

  private ImageSide image() {
    return translate().card().image().orElseThrow();
  }

  private void assertRefused(String sentence) {
    assertThatThrownBy(this::translate)
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("tiny")
        .hasMessageContaining(sentence);
  }

  @Test
  void two_networks_become_a_card_of_two_sides() {
    ModelCard card = translate().card();
    assertThat(card.name()).isEqualTo("tiny");
    assertThat(card.dimension()).isEqualTo(16);
    assertThat(text().graph().input()).isEqualTo("input_ids");
    assertThat(text().graph().output()).isEqualTo("text_embeds");
    assertThat(text().tokenizerFile()).isEqualTo(TOKENIZER);
    assertThat(text().tokenizer()).isEqualTo(new TokenizerSpec(77, false, 0, Cleaning.NONE));
    assertThat(image().graph().output()).isEqualTo("image_embeds");
    assertThat(image().preprocessing()).isEqualTo(Preprocessing.clip(32));
    assertThat(translate().joint()).isEmpty();
    assertThat(translate().textMissing()).isEmpty();
  }

  @Test
  void networks_lie_in_their_folder_or_beside_the_config() {
    files.with("text_model.onnx", "never looked at").with("onnx/text_model_int8.onnx", "");
    assertThat(text().graph().files())
        .containsExactly(
            new VariantFile("fp32", TEXTS), new VariantFile("int8", "onnx/text_model_int8.onnx"));
    files.without("onnx/text_model_int8.onnx").without(TEXTS);
    files.with("text_model.onnx", NetworkSketch.texts(-1, 16));
    assertThat(text().graph().files()).containsExactly(new VariantFile("fp32", "text_model.onnx"));
  }

  @Test
  void one_network_of_both_modalities_serves_both() {
    files.without(TEXTS).without(PICTURES);
    files.with(BOTH, joint("logits_per_image", "text_embeds", "image_embeds"));
    assertThat(text().graph().files()).containsExactly(new VariantFile("fp32", BOTH));
    assertThat(image().graph().files()).isEqualTo(text().graph().files());
    assertThat(image().graph().input()).isEqualTo("pixel_values");
    assertThat(translate().joint())
        .contains(
            new JointGraph(
                BOTH,
                "input_ids",
                "pixel_values",
                "logits_per_image",
                "text_embeds",
                "image_embeds"));
  }

  @Test
  void beside_two_networks_the_one_of_both_only_tells_the_scale() {
    files.with(BOTH, joint("logits_per_image", "text_embeds", "image_embeds"));
    assertThat(text().graph().files()).containsExactly(new VariantFile("fp32", TEXTS));
    assertThat(translate().joint()).map(JointGraph::file).contains(BOTH);
    files.with(BOTH, joint("text_embeds", "image_embeds"));
    assertThat(translate().joint()).as("it gives no logits").isEmpty();
    files.with(BOTH, NetworkSketch.texts(-1, 16));
    assertThat(translate().joint()).as("it takes no pictures").isEmpty();
  }

  @Test
  void one_network_alone_is_a_model_of_one_side() {
    files.without(TEXTS);
    assertThat(translate().card().text()).isEmpty();
    assertThat(translate().textMissing()).as("nobody said it reads texts").isEmpty();
    files.with(TEXTS, NetworkSketch.texts(-1, 16)).without(PICTURES);
    files.without("preprocessor_config.json");
    assertThat(translate().card().image()).isEmpty();
  }

  @Test
  void without_a_tokenizer_pictures_remain_and_texts_say_why_not() {
    files.without(TOKENIZER);
    assertThat(translate().card().text()).isEmpty();
    assertThat(translate().textMissing()).contains("tokenizer.json is missing; fetch it too");
    assertThat(image().graph().output()).isEqualTo("image_embeds");
  }

  @Test
  void texts_alone_without_a_tokenizer_are_no_model() {
    files.without(TOKENIZER).without(PICTURES);
    assertRefused("tiny: tokenizer.json is missing; fetch it too");
  }

  @Test
  void pictures_need_to_be_told_how_they_are_prepared() {
    files.without("preprocessor_config.json");
    assertRefused("tiny/preprocessor_config.json: is missing; it says how pictures are prepared");
  }

  @Test
  void networks_that_take_neither_texts_nor_pictures_are_no_model() {
    byte[] sounds = new NetworkSketch().gives("text_embeds", -1, 16).toBytes();
    files.with(TEXTS, sounds).with(PICTURES, sounds);
    assertRefused("its networks take neither token ids nor pictures; fetch another export");
  }

  @Test
  void an_output_nobody_knows_is_refused_with_those_that_are_known() {
    files.with(TEXTS, new NetworkSketch().ids("input_ids", -1).gives("x", -1, 16).toBytes());
    assertRefused("/onnx/text_model.onnx: has no output that is an embedding; it has x float");
  }

  @Test
  void states_instead_of_a_text_s_vector_are_refused() {
    byte[] states = new NetworkSketch().ids("input_ids", -1).gives("text_embeds", -1, 8).toBytes();
    files.with(TEXTS, states).without(PICTURES);
    assertThat(translate().card().dimension()).isEqualTo(8);
    files.with(
        TEXTS, new NetworkSketch().ids("input_ids", -1).gives("text_embeds", -1, -1, 8).toBytes());
    assertRefused("output text_embeds float [?, ?, 8] is not one vector a text; it must be");
  }

  @Test
  void an_open_dimension_is_said_by_the_config_or_refused() {
    files.with(TEXTS, NetworkSketch.texts(-1, -1)).with(PICTURES, NetworkSketch.pictures(-1));
    assertRefused("neither its networks nor its config say a dimension");
    files.with("config.json", "{\"model_type\": \"clip\", \"projection_dim\": 24}");
    assertThat(translate().card().dimension()).isEqualTo(24);
  }

  @Test
  void a_model_may_be_cut_to_what_is_shorter_than_the_whole() {
    files.with(
        "config.json",
        "{\"model_type\": \"jina_clip\", \"matryoshka_dimensions\": [16, 8, 4, 32]}");
    assertThat(translate().card().truncations()).containsExactly(4, 8);
  }

  @Test
  void the_second_siglip_is_known_by_its_tokenizer() {
    files
        .with("config.json", "{\"model_type\": \"siglip\"}")
        .with("tokenizer_config.json", "{\"tokenizer_class\": \"GemmaTokenizer\"}");
    assertThat(translate().card().description()).startsWith("siglip2 ");
    assertThat(text().tokenizer()).isEqualTo(new TokenizerSpec(64, true, 0, Cleaning.LOWER));
  }

  @Test
  void without_a_config_or_a_network_it_is_another_layout() {
    files.without("config.json");
    assertThat(new HuggingFaceLayout().translate(files)).isEqualTo(Optional.empty());
    files.with("config.json", "not even JSON").without(TEXTS).without(PICTURES);
    assertThat(new HuggingFaceLayout().translate(files)).isEqualTo(Optional.empty());
  }
}
