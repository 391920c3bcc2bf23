package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.semblance.golden.Golden;
import dev.semblance.image.Preprocessing.CropRounding;
import dev.semblance.image.Preprocessing.Fit;
import dev.semblance.model.Model;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.rewrite.SmallGraph;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// rclip's files: the networks of `golden/models/openclip`, which have the same ports and want the
/// same preparation, and its vocabulary in OpenAI's form, laid as in yurijmikhalevich/rclip-models.
class RclipModelTest {
  private static final double COMPONENT = 1e-4;
  private static final GoldenModel OPEN_CLIP = new GoldenModel("openclip");

  @TempDir Path folder;

  private Path networks;
  private Path vocabulary;

  @BeforeEach
  void lay_the_files() throws IOException {
    networks = Files.createDirectories(folder.resolve("ViT-B-32-tiny"));
    for (String network : List.of("visual.onnx", "textual.onnx")) {
      Files.copy(OPEN_CLIP.path().resolve(network), networks.resolve(network));
    }
    vocabulary = folder.resolve("tokenizer/bpe_simple_vocab_16e6.txt.gz");
    Files.createDirectories(vocabulary.resolveSibling(""));
    StringBuilder merges = new StringBuilder("\"bpe_simple_vocab_16e6.txt#version: 0.2\n");
    for (JsonNode merge :
        Golden.json("models/openclip/tokenizer.json").get("model").get("merges")) {
      merges.append(merge.get(0).asText()).append(' ').append(merge.get(1).asText()).append('\n');
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(vocabulary))) {
      out.write(merges.toString().getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(folder.resolve("README.md"), "rclip model artifacts");
  }

  private Model open() {
    return OnnxModels.open(folder, OpenOptions.usual());
  }

  @Test
  void embeddings_equal_those_of_pytorch() {
    try (Model model = open()) {
      double texts =
          GoldenModel.greatestDifference(
              model.requireText().embed(OPEN_CLIP.texts()), OPEN_CLIP.expectedTexts());
      double pictures =
          GoldenModel.greatestDifference(
              model.requireImage().embed(OPEN_CLIP.pictures()), OPEN_CLIP.expectedPictures());
      System.out.println("rclip: texts " + texts + ", pictures " + pictures);
      assertThat(texts).isLessThan(COMPONENT);
      assertThat(pictures).isLessThan(COMPONENT);
    }
  }

  @Test
  void the_card_says_what_rclip_s_program_does() {
    try (Model model = open()) {
      var preparation = model.requireImage().preprocessing();
      assertThat(model.card().name()).isEqualTo("ViT-B-32-tiny");
      assertThat(model.card().dimension()).isEqualTo(32);
      assertThat(preparation.fit()).isEqualTo(Fit.SHORTEST_AND_CROP);
      assertThat(preparation.resizeTo()).as("the network's own size").isEqualTo(224);
      assertThat(preparation.cropRounding()).isEqualTo(CropRounding.HALF_EVEN);
      assertThat(model.card().text().orElseThrow().tokenizer().maxLength()).isEqualTo(77);
      assertThat(model.card().text().orElseThrow().tokenizer().padId()).isZero();
      assertThat(model.notes()).anyMatch(note -> note.contains("as rclip does"));
    }
  }

  @Test
  void without_the_vocabulary_it_says_what_is_missing_and_how_to_describe_the_model()
      throws IOException {
    Files.delete(vocabulary);
    assertThatThrownBy(this::open)
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(
            folder.getFileName() + ": ViT-B-32-tiny/visual.onnx and ViT-B-32-tiny/textual.onnx")
        .hasMessageContaining("missing is open_clip_config.json with tokenizer.json")
        .hasMessageContaining("or tokenizer/bpe_simple_vocab_16e6.txt.gz (rclip")
        .hasMessageContaining("write a card semblance.json: docs/models.md shows one");
  }

  @Test
  void the_networks_folder_alone_is_told_to_be_opened_one_above() {
    assertThatThrownBy(() -> OnnxModels.open(networks, OpenOptions.usual()))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("ViT-B-32-tiny: visual.onnx and textual.onnx are here")
        .hasMessageContaining("whose folder is the one above the networks'");
  }

  /// The refusal points there.
  @Test
  void the_card_on_the_page_reads_the_same_networks() throws IOException {
    String page = Files.readString(Path.of(System.getProperty("semblance.root"), "docs/models.md"));
    String card = page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```"));
    Files.writeString(
        networks.resolve("semblance.json"),
        card.replace("\"dimension\": 512", "\"dimension\": 32").replace("256", "224"));
    Files.copy(OPEN_CLIP.path().resolve("tokenizer.json"), networks.resolve("tokenizer.json"));
    try (Model model = OnnxModels.open(networks, OpenOptions.usual())) {
      assertThat(
              GoldenModel.greatestDifference(
                  model.requireImage().embed(OPEN_CLIP.pictures()), OPEN_CLIP.expectedPictures()))
          .isLessThan(COMPONENT);
      assertThat(
              GoldenModel.greatestDifference(
                  model.requireText().embed(OPEN_CLIP.texts()), OPEN_CLIP.expectedTexts()))
          .isLessThan(COMPONENT);
    }
  }

  @Test
  void several_models_are_not_chosen_among() throws IOException {
    Path other = Files.createDirectories(folder.resolve("ViT-L-14"));
    Files.copy(networks.resolve("visual.onnx"), other.resolve("visual.onnx"));
    Files.copy(networks.resolve("textual.onnx"), other.resolve("textual.onnx"));
    assertThatThrownBy(this::open)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("holds several models, ViT-B-32-tiny/, ViT-L-14/");
  }

  @Test
  void a_network_that_leaves_its_size_open_needs_a_card() {
    new SmallGraph()
        .input("input", SmallGraph.FLOAT, -1, 3, -1, -1)
        .node("Identity", List.of("input"), "output")
        .output("output", SmallGraph.FLOAT, -1, 32)
        .write(networks.resolve("visual.onnx"));
    assertThatThrownBy(this::open)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("visual.onnx: its input input float [?, 3, ?, ?] leaves open")
        .hasMessageContaining("write a card semblance.json");
  }

  @Test
  void a_network_with_other_ports_is_not_rclip_s() {
    new SmallGraph()
        .input("pixels", SmallGraph.FLOAT, -1, 3, 224, 224)
        .node("Identity", List.of("pixels"), "output")
        .output("output", SmallGraph.FLOAT, -1, 32)
        .write(networks.resolve("visual.onnx"));
    assertThatThrownBy(this::open)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("visual.onnx: rclip's networks take `input`, this one [pixels float")
        .hasMessageContaining("write a card semblance.json");
  }
}
