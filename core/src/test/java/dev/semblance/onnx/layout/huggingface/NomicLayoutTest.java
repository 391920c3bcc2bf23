package dev.semblance.onnx.layout.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.ImageSide;
import dev.semblance.model.ModelCard.Pooling;
import dev.semblance.model.ModelCard.TextSide;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.onnx.layout.file.NetworkSketch;
import dev.semblance.onnx.layout.file.Translation;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// nomic's two repositories, side by side or each alone.
class NomicLayoutTest {
  private static final String CONFIG = "{\"model_type\": \"nomic_bert\"}";
  private static final byte[] TEXTS =
      new NetworkSketch().ids("input_ids", -1).gives("last_hidden_state", -1, -1, 16).toBytes();
  private static final byte[] PICTURES =
      new NetworkSketch()
          .pixels("pixel_values", -1)
          .gives("last_hidden_state", -1, -1, 16)
          .toBytes();

  private final MemoryFiles files = new MemoryFiles("nomic");

  private void addTexts(String folder) {
    files
        .with(folder + "config.json", CONFIG)
        .with(folder + "onnx/model.onnx", TEXTS)
        .with(folder + "tokenizer.json", "{}");
  }

  private void addPictures(String folder) {
    files
        .with(folder + "config.json", CONFIG)
        .with(folder + "onnx/model.onnx", PICTURES)
        .with(folder + "preprocessor_config.json", "{\"size\": 32}");
  }

  private Optional<Translation> translate() {
    return new NomicLayout().translate(files);
  }

  private ModelCard card() {
    return translate().orElseThrow().card();
  }

  @Test
  void side_by_side_they_are_one_model() {
    addPictures("vision/");
    addTexts("text/");
    assertThat(card().name()).isEqualTo("nomic");
    assertThat(card().dimension()).isEqualTo(16);
    TextSide text = card().text().orElseThrow();
    assertThat(text.prefix()).isEqualTo("search_query: ");
    assertThat(text.tokenizerFile()).isEqualTo("text/tokenizer.json");
    assertThat(text.graph().pooling()).isEqualTo(Pooling.MEAN);
    assertThat(text.graph().layerNorm()).isTrue();
    ImageSide image = card().image().orElseThrow();
    assertThat(image.graph().files().getFirst().file()).isEqualTo("vision/onnx/model.onnx");
    assertThat(image.graph().pooling()).isEqualTo(Pooling.FIRST);
    assertThat(image.graph().layerNorm()).isFalse();
  }

  @Test
  void each_alone_is_a_model_of_one_side() {
    addTexts("");
    assertThat(card().image()).isEmpty();
    assertThat(card().text()).isPresent();
    files.without("tokenizer.json");
    addPictures("");
    assertThat(card().text()).isEmpty();
    assertThat(card().image()).isPresent();
  }

  @Test
  void a_network_beside_its_config_will_do() {
    files.with("text/config.json", CONFIG).with("text/model_fp16.onnx", TEXTS);
    files.with("text/vocab.txt", "[PAD]\n");
    assertThat(card().text().orElseThrow().graph().files().getFirst().variant()).isEqualTo("fp16");
  }

  @Test
  void texts_without_a_tokenizer_say_why_not_beside_pictures_and_are_no_model_alone() {
    addTexts("text/");
    files.without("text/tokenizer.json");
    assertThatThrownBy(this::translate)
        .isInstanceOf(ModelException.class)
        .hasMessage("nomic: text/tokenizer.json is missing; fetch it too");
    addPictures("vision/");
    assertThat(card().text()).isEmpty();
    assertThat(translate().orElseThrow().textMissing())
        .contains("text/tokenizer.json is missing; fetch it too");
  }

  @Test
  void pictures_need_to_be_told_how_they_are_prepared() {
    addPictures("vision/");
    files.without("vision/preprocessor_config.json");
    assertThatThrownBy(this::translate)
        .isInstanceOf(ModelException.class)
        .hasMessage("nomic/vision/preprocessor_config.json: is missing; fetch it too");
  }

  @Test
  void other_folders_are_passed_over_whatever_their_configs_hold() {
    files
        .with("1_Pooling/config.json", "[\"not an object\"]")
        .with("config.json", "{\"model_type\": \"clip\"}")
        .with("onnx/model.onnx", TEXTS);
    assertThat(translate()).isEmpty();
    addTexts("text/");
    assertThat(card().text()).isPresent();
  }

  @Test
  void folders_further_down_are_another_s() {
    addTexts("a/b/");
    assertThat(translate()).isEmpty();
  }

  @Test
  void a_network_that_takes_neither_is_refused_with_what_it_takes() {
    addTexts("");
    files.with("onnx/model.onnx", new NetworkSketch().gives("last_hidden_state", -1).toBytes());
    assertThatThrownBy(this::translate)
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "nomic/onnx/model.onnx: takes neither token ids nor pictures; its inputs are []");
  }
}
