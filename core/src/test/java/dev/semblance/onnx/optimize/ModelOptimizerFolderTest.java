package dev.semblance.onnx.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.golden.Golden;
import dev.semblance.model.CardJson;
import dev.semblance.model.FolderFiles;
import dev.semblance.model.Input;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.OnnxModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What optimising leaves in a model's folder, whether it comes to its end or not.
class ModelOptimizerFolderTest {
  private static final List<Input.Text> TEXTS = List.of(new Input.Text("a red circle"));

  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void copy() throws IOException {
    Path from = Golden.path("models/clip-merged");
    model = folder.resolve("clip-merged");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = model.resolve(from.relativize(file).toString());
        Files.createDirectories(to.resolveSibling(""));
        Files.copy(file, to);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private List<String> files() {
    return new FolderFiles(model).list();
  }

  @Test
  void a_run_cut_short_leaves_the_card_as_it_was_and_the_next_one_succeeds() {
    ModelCard before = card(new FolderFiles(model));
    assertThatThrownBy(() -> ModelOptimizer.optimize(model, TEXTS, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(files()).contains("onnx/model_s8.onnx").doesNotContain(CardJson.FILE);
    assertThat(card(new FolderFiles(model))).as("the model").isEqualTo(before);
  }

  private static ModelCard card(ModelFiles files) {
    return OnnxModels.describe(files);
  }

  @Test
  void another_card_stands_in_for_the_one_that_lies_there_and_all_else_stays() throws IOException {
    FolderFiles files = new FolderFiles(model);
    ModelCard card = card(files);
    WithCard with = new WithCard(files, card);
    assertThat(with.has(CardJson.FILE)).isTrue();
    assertThat(with.list()).contains(CardJson.FILE, "onnx/model.onnx").isSorted();
    assertThat(with.list()).hasSize(files().size() + 1);
    Files.write(model.resolve(CardJson.FILE), "no card".getBytes(StandardCharsets.UTF_8));
    assertThat(with.list()).isEqualTo(files());
    assertThat(with.path(CardJson.FILE)).as("not the one on disk").isEmpty();
    assertThat(with.read(CardJson.FILE)).isEqualTo(CardJson.write(card));
    assertThat(with.path("onnx/model.onnx")).isEqualTo(files.path("onnx/model.onnx"));
    assertThat(with.read("tokenizer.json")).isEqualTo(files.read("tokenizer.json"));
    assertThat(with.name()).isEqualTo("clip-merged");
    assertThat(with.sizeBytes("onnx/model.onnx")).isEqualTo(files.sizeBytes("onnx/model.onnx"));
  }
}
