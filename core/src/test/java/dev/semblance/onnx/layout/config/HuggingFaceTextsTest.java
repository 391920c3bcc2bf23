package dev.semblance.onnx.layout.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.graph.TensorPort;
import dev.semblance.onnx.layout.config.Family.Padding;
import dev.semblance.onnx.layout.config.Family.Texts;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.text.TokenizerSpec;
import dev.semblance.text.TokenizerSpec.Cleaning;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A model's tokenizer, its longest text and its padding, as transformers' files tell them.
class HuggingFaceTextsTest {
  private static final String CONFIG = "tokenizer_config.json";
  private static final Texts OPEN =
      new Texts(List.of("text_embeds"), 77, false, Padding.TOKEN, Cleaning.LOWER);

  private final MemoryFiles files = new MemoryFiles("m");
  private final HuggingFaceTexts texts = new HuggingFaceTexts(files, "");

  private static TensorPort ids(long columns) {
    return new TensorPort("input_ids", ElementType.INT64, List.of(TensorPort.FREE, columns));
  }

  private static Optional<JsonFields> json(String json) {
    return Optional.of(JsonFields.parse(json.getBytes(StandardCharsets.UTF_8), "m/config.json"));
  }

  private int padToken() {
    return texts.padToken(json("{\"pad_token_id\": 99}"));
  }

  @Test
  void the_most_telling_tokenizer_is_taken() {
    for (String file : List.of("merges.txt", "vocab.txt", "spiece.model", "tokenizer.json")) {
      files.with(file, "");
      assertThat(texts.tokenizerFile()).as("the last added tells most").contains(file);
    }
  }

  @Test
  void it_is_looked_for_in_its_folder_alone() {
    HuggingFaceTexts below = new HuggingFaceTexts(files, "textual/");
    files.with("tokenizer.json", "").with(CONFIG, "{}");
    assertThat(below.tokenizerFile()).isEmpty();
    assertThat(below.config()).isEmpty();
    assertThat(below.missing()).isEqualTo("textual/tokenizer.json is missing; fetch it too");
    files.with("textual/vocab.txt", "");
    assertThat(below.tokenizerFile()).contains("textual/vocab.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "{}, {}, 77",
    "{\"model_max_length\": 64}, {}, 64",
    "{\"model_max_length\": 64}, {\"max_position_embeddings\": 50}, 50",
    "{\"model_max_length\": 512}, {\"max_position_embeddings\": 512}, 77",
    "{\"model_max_length\": 1000000000000000019884624838656}, {}, 77",
    "{}, {\"max_position_embeddings\": 52}, 52",
  })
  void a_text_has_the_fewest_ids_that_anybody_allows(String written, String config, int longest) {
    files.with(CONFIG, written);
    TokenizerSpec spec = texts.spec(OPEN, json(config), ids(TensorPort.FREE));
    assertThat(spec.maxLength()).isEqualTo(longest);
    assertThat(spec.fixedLength()).isFalse();
    assertThat(spec.cleaning()).isEqualTo(Cleaning.LOWER);
  }

  @Test
  void a_network_of_fixed_length_overrules_them_and_wants_every_text_filled_up() {
    files.with(CONFIG, "{\"model_max_length\": 32}");
    TokenizerSpec spec = texts.spec(OPEN, json("{\"max_position_embeddings\": 40}"), ids(64));
    assertThat(spec.maxLength()).isEqualTo(64);
    assertThat(spec.fixedLength()).isTrue();
  }

  @Test
  void a_family_of_fixed_length_fills_up_though_the_network_is_open() {
    Texts fixed = new Texts(List.of(), 64, true, Padding.TOKEN, Cleaning.NONE);
    TokenizerSpec spec = texts.spec(fixed, Optional.empty(), ids(TensorPort.FREE));
    assertThat(spec.maxLength()).isEqualTo(64);
    assertThat(spec.fixedLength()).isTrue();
  }

  @Test
  void a_family_that_pads_with_zero_does_so_whatever_the_padding_token_is() {
    files.with(CONFIG, "{\"pad_token\": \"<pad>\"}").with("vocab.txt", "a\n<pad>\n");
    Texts zero = new Texts(List.of(), 77, false, Padding.ZERO, Cleaning.NONE);
    assertThat(texts.spec(zero, Optional.empty(), ids(77)).padId()).isZero();
    assertThat(texts.spec(OPEN, Optional.empty(), ids(77)).padId()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"<pad>\"", "{\"content\": \"<pad>\", \"lstrip\": false}"})
  void the_padding_token_is_a_text_or_an_object_that_holds_one(String written) {
    files
        .with(
            CONFIG,
            "{\"added_tokens_decoder\": {\"5\": {\"content\": \"<s>\"}, \"7\": {\"content\":"
                + " \"<pad>\"}}, \"pad_token\": "
                + written
                + "}")
        .with("tokenizer.json", "{\"added_tokens\": [{\"id\": 8, \"content\": \"<pad>\"}]}");
    assertThat(padToken()).as("the config comes before the tokenizer").isEqualTo(7);
  }

  @Test
  void its_id_stands_among_the_added_tokens_of_the_tokenizer() {
    files
        .with(CONFIG, "{\"pad_token\": \"<pad>\"}")
        .with(
            "tokenizer.json",
            """
            {"version": "1.0", "truncation": {"deep": [1, {"added_tokens": []}]},
             "added_tokens": [
               {"id": 3, "content": "<s>", "special": true},
               {"content": "<pad>", "special": true, "id": 4},
               {"id": 5, "content": "</s>"}],
             "model": {}}
            """)
        .with("vocab.txt", "<pad>\n");
    assertThat(padToken()).isEqualTo(4);
  }

  /// A tokenizer of a large vocabulary has 30 MB behind its added tokens.
  @Test
  void nothing_behind_the_added_tokens_is_read() {
    String begin = "{\"added_tokens\": [{\"id\": 4, \"content\": \"<pad>\"}";
    files.with(CONFIG, "{\"pad_token\": \"<pad>\"}").with("tokenizer.json", begin + "], spoiled");
    assertThat(padToken()).isEqualTo(4);
    files.with("tokenizer.json", "spoiled" + begin);
    assertThatThrownBy(this::padToken)
        .isInstanceOf(ModelException.class)
        .hasMessage("m/tokenizer.json: not valid JSON");
  }

  @Test
  void in_a_list_of_words_its_line_is_its_id() {
    files.with(CONFIG, "{\"pad_token\": \"[PAD]\"}").with("vocab.txt", "a\r\nb\r\n[PAD]\r\nc");
    assertThat(padToken()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"pad_token\": null}", "{\"pad_token\": \"<other>\"}"})
  void without_a_token_or_its_id_the_model_s_config_says_it_or_it_is_zero(String config) {
    files
        .with(CONFIG, config)
        .with("tokenizer.json", "{\"added_tokens\": [{\"id\": 4, \"content\": \"<pad>\"}]}");
    assertThat(padToken()).isEqualTo(99);
    assertThat(texts.padToken(json("{}"))).isZero();
    assertThat(texts.padToken(Optional.empty())).isZero();
  }
}
