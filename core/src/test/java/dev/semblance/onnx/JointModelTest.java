package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.model.Model;
import dev.semblance.model.ModelCard.Link;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.onnx.encoder.TinyNetworks;
import dev.semblance.onnx.layout.file.MemoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model whose network gives logits is scored as that network scores, found out once.
class JointModelTest {
  private static final String CACHE = "semblance.cache";

  private final Optional<String> cacheBefore = Optional.ofNullable(System.getProperty(CACHE));
  private final MemoryFiles files =
      new MemoryFiles("joint")
          .with("config.json", "{\"model_type\": \"siglip\"}")
          .with(
              "preprocessor_config.json",
              "{\"size\": {\"height\": 2, \"width\": 2}, \"do_rescale\": false}")
          .with("vocab.txt", "[UNK]\n[CLS]\n[SEP]\na\n");

  @TempDir Path cache;

  @BeforeEach
  void keep_apart() {
    System.setProperty(CACHE, cache.toString());
  }

  @AfterEach
  void forget_the_cache() {
    System.clearProperty(CACHE);
    cacheBefore.ifPresent(before -> System.setProperty(CACHE, before));
  }

  private Scoring scoring(byte[] network) {
    files.with("onnx/model.onnx", network);
    try (Model model = OnnxModels.open(files, OpenOptions.usual())) {
      return model.card().scoring();
    }
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> all = Files.walk(cache.resolve("scoring"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void its_own_scale_takes_the_place_of_the_family_s() {
    Scoring scoring = scoring(TinyNetworks.joint(50, -8, 4));
    assertThat(scoring.link()).isEqualTo(Link.SIGMOID);
    assertThat(scoring.scale()).isCloseTo(50, within(1e-3));
    assertThat(scoring.bias()).isCloseTo(-8, within(1e-3));
    assertThat(scoring.source()).isEqualTo("graph");
  }

  @Test
  void it_is_found_out_once_for_each_content_of_the_network() throws IOException {
    Scoring first = scoring(TinyNetworks.joint(50, -8, 4));
    assertThat(kept()).hasSize(1);
    Files.writeString(kept().getFirst(), "51.5 -7.5");
    assertThat(scoring(TinyNetworks.joint(50, -8, 4)))
        .as("as it was kept, not as it is")
        .isEqualTo(new Scoring(first.link(), 51.5, -7.5, "graph"));
    assertThat(scoring(TinyNetworks.joint(60, -8, 4)).scale()).isCloseTo(60, within(1e-3));
    assertThat(kept()).hasSize(2);
  }

  @Test
  void a_network_that_cannot_be_asked_leaves_the_family_s_scale_and_a_note() {
    files.with("onnx/model.onnx", TinyNetworks.joint(50, -8, 5));
    try (Model model = OnnxModels.open(files, OpenOptions.usual())) {
      assertThat(model.card().scoring()).isEqualTo(OnnxModels.describe(files).scoring());
      assertThat(model.card().scoring().source()).isEqualTo("family");
      assertThat(model.notes())
          .hasSize(2)
          .anyMatch(note -> note.startsWith("scale and bias could not be read from the joint"));
    }
    assertThat(cache.resolve("scoring")).doesNotExist();
  }
}
