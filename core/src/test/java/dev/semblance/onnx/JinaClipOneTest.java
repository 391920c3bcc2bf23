package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.space.Embedding;
import dev.semblance.text.Tokenizer;
import dev.semblance.text.Tokenizers;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A tiny model in the layout of jina-clip v1, whose text network takes ids alone and finds the
/// padding by itself; `jina-clip-v1/make.py` says what is known of the layout and made the numbers.
class JinaClipOneTest {
  private static final double COMPONENT = 1e-4;

  private Path folder;
  private JsonNode expected;
  private Model model;

  @BeforeEach
  void open() throws IOException, URISyntaxException {
    folder =
        Path.of(Objects.requireNonNull(getClass().getResource("jina-clip-v1/config.json")).toURI())
            .resolveSibling("");
    expected = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve("expected.json")));
    model = OnnxModels.open(folder, OpenOptions.usual());
  }

  @AfterEach
  void close() {
    model.close();
  }

  private List<Input.Text> texts() {
    List<Input.Text> texts = new ArrayList<>();
    expected.get("texts").forEach(text -> texts.add(new Input.Text(text.asText())));
    return texts;
  }

  private static double greatestDifference(List<Embedding> embeddings, JsonNode expected) {
    assertThat(embeddings).hasSize(expected.size());
    double greatest = 0;
    for (int i = 0; i < embeddings.size(); i++) {
      float[] got = embeddings.get(i).toArray();
      assertThat(got).hasSize(expected.get(i).size());
      for (int j = 0; j < got.length; j++) {
        greatest = Math.max(greatest, Math.abs(got[j] - expected.get(i).get(j).asDouble()));
      }
    }
    return greatest;
  }

  @Test
  void texts_in_one_batch_and_alone_equal_those_of_onnxruntime() {
    JsonNode wanted = expected.get("text_embeds_unit");
    double together = greatestDifference(model.requireText().embed(texts()), wanted);
    double alone =
        greatestDifference(texts().stream().map(text -> model.embed(text)).toList(), wanted);
    System.out.println("jina-clip-v1: texts " + together + " in one batch, " + alone + " alone");
    assertThat(together).isLessThan(COMPONENT);
    assertThat(alone).isLessThan(COMPONENT);
  }

  @Test
  void pictures_equal_those_of_onnxruntime() {
    List<Input.Image> pictures = new ArrayList<>();
    expected.get("pictures").forEach(name -> pictures.add(GoldenModel.picture(name.asText())));
    double difference =
        greatestDifference(model.requireImage().embed(pictures), expected.get("image_embeds_unit"));
    System.out.println("jina-clip-v1: pictures " + difference);
    assertThat(difference).isLessThan(COMPONENT);
  }

  @Test
  void ids_equal_those_of_the_reference() throws IOException {
    Tokenizer tokenizer =
        Tokenizers.read(
            Files.readAllBytes(folder.resolve("tokenizer.json")),
            model.card().text().orElseThrow().tokenizer());
    for (int i = 0; i < texts().size(); i++) {
      int[] wanted = new int[expected.get("ids").get(i).size()];
      for (int j = 0; j < wanted.length; j++) {
        wanted[j] = expected.get("ids").get(i).get(j).asInt();
      }
      assertThat(tokenizer.encode(texts().get(i).text()).ids()).isEqualTo(wanted);
    }
  }

  @Test
  void the_family_gives_scale_and_padding() {
    Scoring scoring = model.card().scoring();
    assertThat(scoring.scale()).isEqualTo(1);
    assertThat(scoring.source()).isEqualTo("family");
    assertThat(model.card().text().orElseThrow().tokenizer().padId()).isZero();
    assertThat(model.card().truncations()).as("v1 was not trained to be cut").isEmpty();
  }
}
