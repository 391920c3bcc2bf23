package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.calibration.Confidence;
import dev.semblance.image.Pixels;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.encoder.TinyNetworks;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.onnx.layout.file.NetworkSketch;
import dev.semblance.onnx.rewrite.SmallGraph;
import dev.semblance.space.EmbeddingSpace;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A model opened from files in memory, from its names and notes to its vectors.
class OnnxModelsTest {
  private static final String CALIBRATION =
      """
      "x-free": 1, "calibration": {"source": "made up",
        "text": {"score": 9, "standing": 1, "size": 1, "offset": -7},
        "picture": {"score": 9, "standing": 1, "size": 1, "offset": -7},
        "likely": 0.5, "least": 0.1, "reference": "reference.f16"}, "licence":
      """;

  private final TinyModel tiny = new TinyModel();

  private static Model open(TinyModel model, OpenOptions options) {
    return OnnxModels.open(model.files(), options);
  }

  private static EmbeddingSpace space(TinyModel model, OpenOptions options) {
    try (Model opened = open(model, options)) {
      return opened.space();
    }
  }

  private TinyModel calibrated(byte[] reference) {
    return tiny.changed("\"licence\":", CALIBRATION).with("reference.f16", reference);
  }

  @Test
  void texts_and_pictures_become_the_vectors_that_can_be_told_by_hand() {
    byte[] grey = new byte[3 * 3 * 3];
    Arrays.fill(grey, (byte) 3);
    try (Model model = open(tiny, OpenOptions.usual().withThreads(2))) {
      float[] text = model.embed(new Input.Text("a dog")).toArray();
      assertThat(text[1] / text[0]).as("4 ids of the sum 14").isCloseTo(4f / 14, within(1e-6f));
      double head = 2 * 14 + Math.hypot(14, 4);
      assertThat(text[2] / text[0]).as("the head").isCloseTo((float) head / 14, within(1e-6f));
      float[] picture = model.embed(new Input.Image(new Pixels(3, 3, 3, grey), "g")).toArray();
      assertThat(picture[1]).isEqualTo(picture[0]);
      assertThat(picture[2] / picture[0])
          .as("(3 - 0.5) / 2 of 3")
          .isCloseTo(1.25f / 3, within(1e-6f));
    }
  }

  @Test
  void a_model_of_one_precision_needs_no_variant_in_its_space_s_name() {
    assertThat(space(tiny, OpenOptions.usual()).name()).isEqualTo("tiny");
    assertThat(space(tiny, OpenOptions.usual().withVariant("fp32")).name()).isEqualTo("tiny");
  }

  @Test
  void of_several_precisions_each_is_a_space_with_its_own_name() {
    tiny.changed("{\"fp32\": \"image.onnx\"}", "{\"fp32\": \"image.onnx\", \"q4\": \"q4\"}")
        .with("q4", TinyNetworks.colours(SmallGraph.UINT8, -1, 3, 2, 2));
    EmbeddingSpace whole = space(tiny, OpenOptions.usual());
    EmbeddingSpace mixed = space(tiny, OpenOptions.usual().withVariant("q4"));
    assertThat(whole.name()).isEqualTo("tiny/fp32");
    assertThat(mixed.name()).isEqualTo("tiny/fp32+q4");
    assertThat(mixed.sameAs(whole)).isFalse();
    assertThat(space(new TinyModel(), OpenOptions.usual()).sameAs(whole))
        .as("only the name differs")
        .isTrue();
  }

  @Test
  void another_name_is_used_everywhere_and_changes_no_space() {
    OpenOptions options = OpenOptions.usual().withName("mine");
    try (Model model = open(tiny, options)) {
      assertThat(model.card().name()).isEqualTo("mine");
      assertThat(model.space().name()).isEqualTo("mine");
      assertThat(model.space().sameAs(space(tiny, OpenOptions.usual()))).isTrue();
      assertThat(model).hasToString(model.space().describe());
    }
    tiny.with(TinyModel.PICTURES, new NetworkSketch().gives("vector", -1, 3).toBytes());
    assertThatThrownBy(() -> open(tiny, options).close())
        .hasMessageStartingWith("mine/image.onnx: has no input pixels");
    try (Model model = open(new TinyModel(), OpenOptions.usual().withName(" \t"))) {
      assertThat(model.card().name()).isEqualTo("tiny");
    }
  }

  @Test
  void a_space_may_be_cut_only_to_what_the_card_lists() {
    tiny.changed("\"languages\"", "\"truncations\": [2], \"languages\"");
    EmbeddingSpace cut = space(tiny, OpenOptions.usual().withDimension(2));
    assertThat(cut.name()).isEqualTo("tiny/first-2");
    assertThat(cut.dimension()).isEqualTo(2);
    assertThatThrownBy(() -> space(tiny, OpenOptions.usual().withDimension(1)))
        .isInstanceOf(ModelException.class)
        .hasMessage("tiny: embeddings cannot be cut to 1 numbers; allowed: 2, 3");
  }

  @Test
  void a_network_is_opened_when_it_is_first_run_and_not_before() {
    byte[] unknown =
        new SmallGraph()
            .input("pixels", SmallGraph.FLOAT, -1, 3, 2, 2)
            .node("NoSuchOperator", List.of("pixels"), "vector")
            .output("vector", SmallGraph.FLOAT, -1, 3)
            .toBytes();
    try (Model model = open(tiny.with(TinyModel.PICTURES, unknown), OpenOptions.usual())) {
      assertThat(model.embed(new Input.Text("a")).toArray()).hasSize(3);
      Input picture = new Input.Image(new Pixels(1, 1, 3, new byte[] {1, 2, 3}), "p.png");
      assertThatThrownBy(() -> model.embed(picture))
          .isInstanceOf(ModelException.class)
          .hasMessageStartingWith("p.png: tiny/image.onnx: the network cannot be opened: ")
          .hasMessageContaining("NoSuchOperator");
    }
  }

  @Test
  void describing_a_card_needs_none_of_its_networks() {
    MemoryFiles files = tiny.files();
    files.without(TinyModel.TEXTS).without(TinyModel.PICTURES).without(TinyModel.HEAD);
    assertThat(OnnxModels.describe(files)).isEqualTo(tiny.card());
    assertThatThrownBy(() -> OnnxModels.open(files, OpenOptions.usual()).close())
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("this network is missing; fetch the model again");
  }

  @Test
  void the_first_note_says_what_runs() {
    try (Model model = open(tiny, OpenOptions.usual().withVariant("fp32"))) {
      assertThat(model.notes())
          .containsExactly(
              "texts by fp32 (text.onnx), pictures by fp32 (image.onnx): fp32 was asked for");
    }
  }

  @Test
  void what_was_made_of_the_files_comes_behind_it() {
    MemoryFiles files =
        new MemoryFiles("rclip")
            .with(
                "visual.onnx",
                new NetworkSketch().pixels("input", 8).gives("output", -1, 4).toBytes())
            .with(
                "textual.onnx",
                new NetworkSketch().ids("input", 8).gives("output", -1, 4).toBytes())
            .with("tokenizer/bpe_simple_vocab_16e6.txt.gz", "");
    try (Model model = OnnxModels.open(files, OpenOptions.usual())) {
      assertThat(model.notes()).hasSize(2);
      assertThat(model.notes().getFirst()).startsWith("texts by fp32 (textual.onnx), pictures");
      assertThat(model.notes().getLast()).startsWith("no file says how pictures and texts");
    }
  }

  @Test
  void a_model_of_one_side_says_that_it_has_not_the_other() {
    try (Model pictures =
            open(new TinyModel().changed("\"text\":", "\"x-text\":"), OpenOptions.usual());
        Model texts =
            open(new TinyModel().changed("\"image\":", "\"x-image\":"), OpenOptions.usual())) {
      assertThatThrownBy(pictures::requireText)
          .isInstanceOf(ModelException.class)
          .hasMessage("tiny: this model reads no texts");
      assertThatThrownBy(texts::requireImage)
          .isInstanceOf(ModelException.class)
          .hasMessage("tiny: this model reads no pictures");
    }
  }

  @Test
  void how_sure_scores_are_is_read_once_where_it_was_measured() {
    try (Model model = open(new TinyModel(), OpenOptions.usual())) {
      assertThat(model.confidence()).isEmpty();
    }
    byte[] rows = new byte[8 * 3 * 2];
    for (int i = 0; i < 8; i++) {
      rows[6 * i + 1 + 2 * (i % 3)] = 0x3c; // 1.0
    }
    try (Model model = open(calibrated(rows), OpenOptions.usual())) {
      Confidence first = model.confidence().orElseThrow();
      assertThat(model.confidence().orElseThrow()).isSameAs(first);
    }
  }

  @Test
  void a_reference_that_is_broken_or_gone_is_named_and_spoils_nothing_else() {
    try (Model model = open(calibrated(new byte[7]), OpenOptions.usual())) {
      assertThatThrownBy(model::confidence)
          .isInstanceOf(ModelException.class)
          .hasMessageStartingWith("tiny/reference.f16: 7 bytes are no whole rows of 3");
      assertThat(model.embed(new Input.Text("a")).toArray()).hasSize(3);
    }
    MemoryFiles files = tiny.files().without("reference.f16");
    try (Model model = OnnxModels.open(files, OpenOptions.usual())) {
      assertThatThrownBy(model::confidence)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("reference.f16");
    }
  }
}
