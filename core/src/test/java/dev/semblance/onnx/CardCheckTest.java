package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.Model;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.encoder.TinyNetworks;
import dev.semblance.onnx.rewrite.SmallGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A card that says of a network what is not so is refused when the model is opened.
class CardCheckTest {
  private static final int INT64 = 7;

  private final TinyModel tiny = new TinyModel();

  private static Model open(TinyModel model) {
    return OnnxModels.open(model.files(), OpenOptions.usual());
  }

  private static void assertOpens(TinyModel model) {
    try (Model opened = open(model)) {
      assertThat(opened.card().name()).isEqualTo("tiny");
    }
  }

  private static void assertRefused(TinyModel model, String sentence) {
    assertThatThrownBy(() -> open(model).close())
        .isInstanceOf(ModelException.class)
        .hasMessage(sentence);
  }

  private static byte[] pictures(String output, long... shape) {
    return new SmallGraph()
        .input("pixels", SmallGraph.FLOAT, -1, 3, 2, 2)
        .node("Identity", List.of("pixels"), output)
        .output(output, SmallGraph.FLOAT, shape)
        .toBytes();
  }

  private static byte[] texts(long... ids) {
    return new SmallGraph()
        .input("input_ids", INT64, ids)
        .output("vector", SmallGraph.FLOAT, -1, 2)
        .toBytes();
  }

  @Test
  void a_card_that_is_right_opens() {
    assertOpens(tiny);
  }

  @Test
  void an_input_or_output_that_is_not_there_is_told_with_those_that_are() {
    assertRefused(
        new TinyModel().changed("\"input_ids\"", "\"ids\""),
        "tiny/text.onnx: has no input ids; its inputs are input_ids int64 [?, ?], attention_mask"
            + " int64 [?, ?]");
    assertRefused(
        tiny.with(TinyModel.PICTURES, pictures("embedding", -1, 3)),
        "tiny/image.onnx: has no output vector; its outputs are embedding float [?, 3]");
  }

  @Test
  void states_are_pooled_and_vectors_are_not() {
    assertRefused(
        new TinyModel().changed("\"none\", \"layerNorm\"", "\"mean\", \"layerNorm\""),
        "tiny/text.onnx: output vector float [?, 2] must be [batch, tokens, dimension]");
    assertRefused(
        tiny.with(TinyModel.PICTURES, pictures("vector", -1, -1, 3)),
        "tiny/image.onnx: output vector float [?, ?, 3] must be [batch, dimension]");
  }

  @Test
  void a_network_that_gives_another_dimension_is_told_what_was_promised() {
    assertRefused(
        tiny.with(TinyModel.PICTURES, pictures("vector", -1, 5)),
        "tiny/image.onnx: output vector float [?, 5] does not give the 3 numbers that the card"
            + " promises");
  }

  @Test
  void behind_a_head_the_head_s_dimension_counts() {
    assertRefused(
        new TinyModel().changed(", \"head\": \"head.onnx\"", ""),
        "tiny/text.onnx: output vector float [?, 2] does not give the 3 numbers that the card"
            + " promises");
    byte[] wide =
        new SmallGraph()
            .input("x", SmallGraph.FLOAT, -1, 2)
            .output("y", SmallGraph.FLOAT, -1, 7)
            .toBytes();
    assertRefused(
        tiny.with(TinyModel.HEAD, wide),
        "tiny/text.onnx: output y float [?, 7] does not give the 3 numbers that the card promises");
  }

  @Test
  void what_a_network_leaves_open_is_believed() {
    assertOpens(new TinyModel().with(TinyModel.PICTURES, pictures("vector", -1, -1)));
    assertOpens(tiny.with(TinyModel.PICTURES, pictures("vector")));
  }

  @Test
  void a_text_must_not_have_more_ids_than_its_network_takes() {
    assertOpens(new TinyModel().with(TinyModel.TEXTS, TinyNetworks.maskedTexts(-1, 16)));
    assertOpens(new TinyModel().with(TinyModel.TEXTS, TinyNetworks.maskedTexts(-1, 77)));
    assertRefused(
        tiny.with(TinyModel.TEXTS, TinyNetworks.maskedTexts(-1, 15)),
        "tiny/text.onnx: input input_ids int64 [?, 15] takes 15 ids, and texts may have 16;"
            + " maxLength must be at most 15");
  }

  @Test
  void ids_are_a_table() {
    assertRefused(
        new TinyModel().with(TinyModel.TEXTS, texts(-1)),
        "tiny/text.onnx: input input_ids int64 [?] must be [batch, ids]");
    assertRefused(
        tiny.with(TinyModel.TEXTS, texts(-1, 1, -1)),
        "tiny/text.onnx: input input_ids int64 [?, 1, ?] must be [batch, ids]");
  }

  @Test
  void only_the_precision_that_runs_is_looked_at() {
    tiny.changed("{\"fp32\": \"image.onnx\"}", "{\"fp32\": \"image.onnx\", \"q4\": \"q4.onnx\"}")
        .with("q4.onnx", pictures("vector", -1, 5));
    assertOpens(tiny);
    OpenOptions q4 = OpenOptions.usual().withVariant("q4");
    assertThatThrownBy(() -> OnnxModels.open(tiny.files(), q4).close())
        .hasMessageStartingWith("tiny/q4.onnx: output vector float [?, 5] does not give");
  }
}
