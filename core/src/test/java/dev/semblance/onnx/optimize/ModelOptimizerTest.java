package dev.semblance.onnx.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.golden.Golden;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.model.CardJson;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard.VariantFile;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.OnnxModels;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.onnx.optimize.ModelOptimizer.Outcome;
import dev.semblance.space.EmbeddingSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelOptimizerTest {
  private static final List<Input.Text> TEXTS =
      Stream.of("a red circle", "two dogs on a beach", "", "an invoice with a stamp")
          .map(Input.Text::new)
          .toList();

  @TempDir Path folder;

  private static List<Input.Image> pictures() {
    return Stream.of("CLIP.png", "coco_000000039769.png", "franz-kafka.jpg")
        .map(name -> Golden.path("preprocess-clip").resolve(name))
        .map(file ->
            new Input.Image(
                new PictureDecoder().decode(file, DecodeBounds.full()).pixels(), file.toString()))
        .toList();
  }

  private Path copy(String golden) {
    Path from = Golden.path("models/" + golden);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip-merged", "chinese-clip", "siglip2", "openclip"})
  void an_fp32_model_gets_an_int8_variant_that_lies_near(String golden) {
    Path model = copy(golden);
    EmbeddingSpace before = space(model, "fp32");
    Outcome outcome = ModelOptimizer.optimize(model, TEXTS, pictures());
    assertThat(outcome.text().orElseThrow().loss().cosine()).isGreaterThan(.99);
    assertThat(outcome.image().orElseThrow().loss().cosine()).isGreaterThan(.99);
    assertThat(outcome.image().orElseThrow().newSizeBytes())
        .isLessThan(outcome.image().orElseThrow().sizeBytes());
    assertThat(space(model, "fp32").fingerprint())
        .as("fp32 stays the same space")
        .isEqualTo(before.fingerprint());
    assertThat(space(model, "int8").fingerprint()).isNotEqualTo(before.fingerprint());
    try (Model fast = OnnxModels.open(model, OpenOptions.usual())) {
      assertThat(fast.card().image().orElseThrow().graph().files())
          .filteredOn(file -> file.variant().equals("int8"))
          .singleElement()
          .satisfies(file ->
              assertThat(file.cosine()).contains(outcome.image().orElseThrow().loss().cosine()));
      assertThat(fast.notes().getFirst()).contains("_s8.onnx");
      assertThat(fast.requireText().embed(TEXTS)).hasSize(TEXTS.size());
    }
  }

  private static EmbeddingSpace space(Path model, String variant) {
    try (Model opened = OnnxModels.open(model, OpenOptions.usual().withVariant(variant))) {
      return opened.space();
    }
  }

  @Test
  void a_second_time_gives_the_same_card() throws IOException {
    Path model = copy("clip-split");
    ModelOptimizer.optimize(model, TEXTS, pictures());
    byte[] first = Files.readAllBytes(model.resolve(CardJson.FILE));
    ModelOptimizer.optimize(model, TEXTS, pictures());
    assertThat(Files.readAllBytes(model.resolve(CardJson.FILE))).isEqualTo(first);
    Path plain = Files.createFile(folder.resolve("plain"));
    assertThat(Files.getFileAttributeView(plain, PosixFileAttributeView.class))
        .as("where files have rights, the card may be read by whom others may")
        .satisfiesAnyOf(
            view -> assertThat(view).isNull(),
            view ->
                assertThat(Files.getPosixFilePermissions(model.resolve(CardJson.FILE)))
                    .isEqualTo(view.readAttributes().permissions()));
  }

  @Test
  void what_was_called_int8_keeps_another_name() {
    Outcome outcome = ModelOptimizer.optimize(copy("clip-split"), TEXTS, pictures());
    assertThat(outcome.card().image().orElseThrow().graph().files())
        .extracting(VariantFile::variant)
        .containsExactly("fp32", "fp16", "found-int8", "int8");
  }

  @Test
  void a_network_without_products_worth_it_stays_as_it_was() {
    Outcome outcome = ModelOptimizer.optimize(copy("clip-split"), TEXTS, pictures());
    assertThat(outcome.text()).isEmpty();
    assertThat(outcome.card().text().orElseThrow().graph().files())
        .extracting(VariantFile::variant)
        .containsExactly("fp32", "fp16", "int8");
  }

  @Test
  void a_model_without_fp32_is_refused_and_stays_as_it_was() throws IOException {
    Path model = copy("clip-split");
    Files.delete(model.resolve("onnx/text_model.onnx"));
    Files.delete(model.resolve("onnx/vision_model.onnx"));
    assertThatThrownBy(() -> ModelOptimizer.optimize(model, TEXTS, pictures()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("fp32")
        .hasMessageContaining("fp16");
    assertThat(model.resolve(CardJson.FILE)).doesNotExist();
  }

  @Test
  void a_sample_of_nothing_is_refused() {
    Path model = copy("clip-split");
    assertThatThrownBy(() -> ModelOptimizer.optimize(model, TEXTS, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one input, got none");
    assertThat(model.resolve(CardJson.FILE)).doesNotExist();
  }
}
