package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.model.ModelCard;
import dev.semblance.onnx.encoder.TinyNetworks;
import dev.semblance.onnx.rewrite.SmallGraph;
import dev.semblance.onnx.session.Networks;
import dev.semblance.onnx.session.Settings;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever decides where a thing lands is in the fingerprint of a space, and nothing else is.
class SpaceFingerprintTest {
  /// Old; new.
  private static final String[][] PLACES = {
    {"\"dimension\": 3", "\"dimension\": 4"},
    {"\"input_ids\"", "\"attention_mask\""},
    {"\"output\": \"vector\",", "\"output\": \"other\","},
    {"\"none\", \"layerNorm\"", "\"mean\", \"layerNorm\""},
    {"\"none\", \"layerNorm\"", "\"first\", \"layerNorm\""},
    {"\"layerNorm\": false", "\"layerNorm\": true"},
    {", \"head\": \"head.onnx\"", ""},
    {"\"maxLength\": 16", "\"maxLength\": 17"},
    {"\"fixedLength\": false", "\"fixedLength\": true"},
    {"\"padId\": 0", "\"padId\": 1"},
    {"\"cleaning\": \"none\"", "\"cleaning\": \"lower\""},
    {"\"prefix\": \"\"", "\"prefix\": \" \""},
    {"\"input\": \"pixels\"", "\"input\": \"pixels2\""},
    {"\"squash\"", "\"longest-and-pad\""},
    {"\"width\": 2", "\"width\": 3"},
    {"\"height\": 2", "\"height\": 3"},
    {"\"resizeTo\": 2", "\"resizeTo\": 3"},
    {"\"bicubic\"", "\"lanczos\""},
    {"\"down\"", "\"half-even\""},
    {"\"drop\"", "\"over-white\""},
    {"\"padding\": 0", "\"padding\": 127"},
    {"\"scale\": 1,", "\"scale\": 0.5,"},
    {"[0, 0, 0.5]", "[0.5, 0, 0]"},
    {"[0, 0, 0.5]", "[0, 0.5, 0]"},
    {"[0, 0, 0.5]", "[0, 0, 0.25]"},
    {"[1, 1, 2]", "[1, 1, 4]"},
    {"[1, 1, 2]", "[2, 1, 1]"},
    {"[1, 1, 2]", "[1, 2, 1]"},
  };

  private static String fingerprint(TinyModel model) {
    return fingerprint(model, model.card(), OpenOptions.AUTO);
  }

  private static String fingerprint(TinyModel model, ModelCard card, String variant) {
    Settings settings = new Settings(1, Path.of("unused"), false);
    try (Networks networks = new Networks("m", model.files(), settings)) {
      return new SpaceFingerprint(networks).of(card, VariantChoice.of(card, variant));
    }
  }

  @Test
  void every_place_of_the_card_that_moves_things_gives_a_space_of_its_own() {
    Set<String> all = new HashSet<>(Set.of(fingerprint(new TinyModel())));
    for (String[] place : PLACES) {
      TinyModel changed = new TinyModel().changed(place[0], place[1]);
      assertThat(all.add(fingerprint(changed))).as(place[1]).isTrue();
    }
  }

  @Test
  void other_weights_tokens_or_sides_give_a_space_of_their_own() {
    Set<String> all = new HashSet<>(Set.of(fingerprint(new TinyModel())));
    byte[] texts = TinyNetworks.maskedTexts(-1, 16);
    byte[] pictures = TinyNetworks.colours(SmallGraph.UINT8, -1, 3, 2, 2);
    assertThat(all.add(fingerprint(new TinyModel().with(TinyModel.TEXTS, texts)))).isTrue();
    assertThat(all.add(fingerprint(new TinyModel().with(TinyModel.PICTURES, pictures)))).isTrue();
    assertThat(all.add(fingerprint(new TinyModel().with(TinyModel.HEAD, texts)))).isTrue();
    assertThat(all.add(fingerprint(new TinyModel().with(TinyModel.TOKENIZER, "[PAD]")))).isTrue();
    TinyModel noTexts = new TinyModel().changed("\"text\": {", "\"x-text\": {");
    TinyModel noPictures = new TinyModel().changed("\"image\": {", "\"x-image\": {");
    assertThat(all.add(fingerprint(noTexts))).isTrue();
    assertThat(all.add(fingerprint(noPictures))).isTrue();
  }

  @Test
  void of_a_tokenizer_in_two_files_both_count() {
    Set<String> all = new HashSet<>();
    for (String vocabulary : List.of("{\"a\": 0}", "{\"a\": 1}")) {
      for (String merges : List.of("a b", "b a")) {
        TinyModel model =
            new TinyModel()
                .changed("\"vocab.txt\"", "\"text/merges.txt\"")
                .with("text/merges.txt", merges)
                .with("text/vocab.json", vocabulary);
        assertThat(all.add(fingerprint(model))).as(vocabulary + ", " + merges).isTrue();
      }
    }
  }

  @Test
  void the_files_that_were_chosen_count_and_not_those_that_might_have_been() {
    TinyModel both =
        new TinyModel()
            .changed("{\"fp32\": \"image.onnx\"}", "{\"fp32\": \"image.onnx\", \"int8\": \"i8\"}")
            .with("i8", TinyNetworks.colours(SmallGraph.UINT8, -1, 3, 2, 2));
    String whole = fingerprint(new TinyModel());
    assertThat(fingerprint(both, both.card(), "fp32")).isEqualTo(whole);
    assertThat(fingerprint(both, both.card(), "int8")).isNotEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"tiny\" | \"other\"",
        "adds up | sums",
        "Apache-2.0 | MIT",
        "[\"en\"] | [\"de\", \"fr\"]",
        "\"lineage\": [] | \"lineage\": [\"clip\"]",
        "\"promptTemplates\": [] | \"promptTemplates\": [\"a {}\"]",
        "\"scale\": 100, \"bias\": 0 | \"scale\": 10, \"bias\": -3",
        "\"softmax\" | \"sigmoid\"",
        "\"dimension\": 3 | \"dimension\": 3, \"truncations\": [2]",
        "{\"fp32\": \"image.onnx\"} | {\"int8\": \"image.onnx\"}",
      })
  void what_moves_nothing_leaves_the_space_as_it_was(String from, String to) {
    assertThat(fingerprint(new TinyModel().changed(from, to)))
        .isEqualTo(fingerprint(new TinyModel()));
  }

  @Test
  void files_go_by_their_content_and_not_by_their_names() {
    TinyModel moved =
        new TinyModel()
            .changed("\"text.onnx\"", "\"onnx/texts.onnx\"")
            .changed("\"vocab.txt\"", "\"text/vocab.txt\"")
            .with("onnx/texts.onnx", TinyNetworks.maskedTexts(-1, -1))
            .with("text/vocab.txt", new TinyModel().files().read(TinyModel.TOKENIZER));
    assertThat(fingerprint(moved)).isEqualTo(fingerprint(new TinyModel()));
  }
}
