package dev.semblance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.image.Preprocessing;
import dev.semblance.image.ResizeFilter;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.ImageSide;
import dev.semblance.model.ModelCard.Link;
import dev.semblance.model.ModelCard.Pooling;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.model.ModelCard.TextSide;
import dev.semblance.model.ModelCard.VariantFile;
import dev.semblance.text.TokenizerSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardJsonTest {
  private static final String SMALL =
      """
      {
        "semblance": 1,
        "name": "small",
        "dimension": 4,
        "image": {
          "graph": {"files": {"fp32": "image.onnx"}, "input": "pixels", "output": "embedding"},
          "preprocessing": {"fit": "squash", "width": 96, "height": 64, "filter": "bicubic",
            "mean": [0.5, 0.5, 0.5], "std": [0.25, 0.5, 1]}
        }
      }
      """;

  private static ModelCard read(String json) {
    return CardJson.read(json.getBytes(StandardCharsets.UTF_8), "small/semblance.json");
  }

  private static ModelCard full() {
    Preprocessing odd =
        new Preprocessing(
            Preprocessing.Fit.LONGEST_AND_PAD,
            640,
            384,
            700,
            ResizeFilter.LANCZOS,
            Preprocessing.CropRounding.TRUNCATED_DIFFERENCE,
            Preprocessing.Alpha.OVER_WHITE,
            114,
            1 / 127.5,
            List.of(0.1, 1 / 3.0, -2e-7),
            Preprocessing.CLIP_STD);
    Graph text =
        new Graph(
            List.of(new VariantFile("int8", "t8.onnx"), new VariantFile("fp32", "t.onnx")),
            "input_ids",
            "last_hidden_state",
            Pooling.MEAN,
            true,
            Optional.of("head.onnx"));
    Graph image =
        new Graph(
            List.of(new VariantFile("fp32", "i.onnx")),
            "pixels",
            "embedding",
            Pooling.NONE,
            false,
            Optional.empty());
    return new ModelCard(
        "full",
        "every field, with \"quotes\" and é",
        256,
        Optional.of(
            new TextSide(
                text,
                "tokenizer.json",
                new TokenizerSpec(128, true, 3, TokenizerSpec.Cleaning.CANONICAL),
                "search_query: ")),
        Optional.of(new ImageSide(image, odd)),
        new Scoring(Link.SIGMOID, 117.33, -12.93, "graph"),
        List.of("a photo of a {}", "{}"),
        "Apache-2.0",
        List.of("en", "fi"),
        List.of("parent", "grandparent"),
        List.of());
  }

  @Test
  void reads_what_it_wrote() {
    byte[] written = CardJson.write(full());
    assertThat(CardJson.read(written, "full")).isEqualTo(full());
    assertThat(CardJson.write(CardJson.read(written, "full"))).isEqualTo(written);
  }

  @Test
  void a_measured_variant_is_written_with_its_cosine_and_read_again() {
    VariantFile measured = new VariantFile("int8", "i8.onnx", Optional.of(.9987));
    Graph graph = full().image().orElseThrow().graph().withFiles(List.of(measured));
    ModelCard card = full().withGraphs(Optional.empty(), Optional.of(graph));
    byte[] json = CardJson.write(card);
    assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"cosine\" : 0.9987");
    assertThat(CardJson.read(json, "x")).isEqualTo(card);
    assertThat(CardJson.read(json, "x").text()).isEqualTo(full().text());
  }

  @Test
  void a_cosine_that_is_none_is_refused() {
    assertThatThrownBy(() -> new VariantFile("int8", "i8.onnx", Optional.of(1.5)))
        .hasMessage("int8: a cosine lies between -1 and 1, got 1.5");
    assertThatThrownBy(() -> new VariantFile("int8", "i8.onnx", Optional.of(Double.NaN)))
        .hasMessageContaining("got NaN");
  }

  @Test
  void writes_the_same_bytes_on_every_platform() {
    assertThat(new String(CardJson.write(full()), StandardCharsets.UTF_8))
        .startsWith("{\n  \"semblance\" : 1,\n  \"name\" : \"full\",\n")
        .doesNotContain("\r");
  }

  @Test
  void fills_in_what_a_short_card_leaves_out() {
    ModelCard card = read(SMALL);
    assertThat(card.text()).isEmpty();
    assertThat(card.licence()).isEqualTo("unknown");
    assertThat(card.scoring()).isEqualTo(new Scoring(Link.SOFTMAX, 1, 0, "none"));
    Graph graph = card.image().orElseThrow().graph();
    assertThat(graph.pooling()).isEqualTo(Pooling.NONE);
    assertThat(graph.head()).isEmpty();
    Preprocessing rule = card.image().orElseThrow().preprocessing();
    assertThat(rule.resizeTo()).isEqualTo(96);
    assertThat(rule.scale()).isEqualTo(1 / 255.0);
    assertThat(rule.std()).containsExactly(0.25, 0.5, 1.0);
  }

  @Test
  void refuses_a_field_nobody_knows_and_names_those_it_knows() {
    assertThatThrownBy(() -> read(SMALL.replace("\"filter\"", "\"gamma\": 2, \"filter\"")))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(
            "small/semblance.json: unknown field image.preprocessing.gamma; known here: fit, width")
        .hasMessageContaining("x-");
  }

  @Test
  void lets_free_fields_pass() {
    assertThat(read(SMALL.replace("\"dimension\"", "\"x-trained\": {\"by\": 1}, \"dimension\"")))
        .isEqualTo(read(SMALL));
  }

  @Test
  void names_file_field_got_and_allowed_for_a_wrong_choice() {
    assertThatThrownBy(() -> read(SMALL.replace("\"squash\"", "\"stretch\"")))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "small/semblance.json: field image.preprocessing.fit is stretch; allowed:"
                + " shortest-and-crop, squash, longest-and-pad");
  }

  @Test
  void names_file_field_got_and_allowed_for_a_wrong_type() {
    assertThatThrownBy(() -> read(SMALL.replace("\"dimension\": 4", "\"dimension\": 4.5")))
        .hasMessage(
            "small/semblance.json: field dimension is 4.5; allowed: a whole number up to"
                + " 2147483647");
    assertThatThrownBy(() -> read(SMALL.replace("\"dimension\": 4", "\"dimension\": \"4\"")))
        .hasMessage("small/semblance.json: field dimension is 4; allowed: a number");
    assertThatThrownBy(() -> read(SMALL.replace("[0.5, 0.5, 0.5]", "[0.5, \"a\", 0.5]")))
        .hasMessage(
            "small/semblance.json: field image.preprocessing.mean is a; allowed: a list of"
                + " numbers");
  }

  @Test
  void names_a_missing_field() {
    assertThatThrownBy(() -> read(SMALL.replace("\"input\": \"pixels\",", "")))
        .hasMessage("small/semblance.json: field image.graph.input is missing; it must be a text");
  }

  @Test
  void refuses_a_card_of_a_later_version() {
    assertThatThrownBy(() -> read(SMALL.replace("\"semblance\": 1", "\"semblance\": 2")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("field semblance is 2; allowed: 1 to 1");
  }

  @Test
  void turns_what_the_card_itself_refuses_into_a_sentence_with_the_file() {
    assertThatThrownBy(() -> read(SMALL.replace("\"dimension\": 4", "\"dimension\": 0")))
        .isInstanceOf(ModelException.class)
        .hasMessage("small/semblance.json: small: dimension must be at least 1, got 0");
    assertThatThrownBy(() -> read(SMALL.replace("0.25, 0.5, 1]", "0.25, 0.5]")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("three means and three deviations");
  }

  @Test
  void says_the_line_of_broken_json() {
    assertThatThrownBy(() -> read(SMALL.replace("\"dimension\": 4,", "\"dimension\": 4")))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("small/semblance.json: not valid JSON at line 5: ");
    assertThatThrownBy(() -> read("[]")).hasMessageContaining("must hold one JSON object");
    assertThatThrownBy(() -> read(SMALL + "{}")).hasMessageContaining("more than one");
    assertThatThrownBy(() -> read(SMALL.replace("\"name\"", "\"dimension\": 5, \"name\"")))
        .hasMessageContaining("Duplicate");
  }
}
