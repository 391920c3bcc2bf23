package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.golden.Golden;
import dev.semblance.model.FolderFiles;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people are told about `golden/models/broken`, and about bytes that are broken at random.
class BrokenModelsTest {
  private static final Input.Text TEXT = new Input.Text("a photo of a cat");

  @TempDir Path folder;

  private static Model open(String broken) {
    return OnnxModels.open(
        Golden.path("models/broken/" + broken), OpenOptions.usual().withVariant("fp32"));
  }

  private static Input.Image picture() {
    return GoldenModel.picture("CLIP.png");
  }

  @Test
  void the_unspoiled_one_embeds() {
    try (Model model = open("good")) {
      assertThat(model.embed(TEXT).space()).isEqualTo(model.embed(picture()).space());
    }
  }

  @Test
  void towers_of_two_dimensions_are_refused_with_both() {
    assertThatThrownBy(() -> open("dimension-mismatch"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("16")
        .hasMessageContaining("24")
        .hasMessageContaining("both must be of one dimension");
  }

  @Test
  void weights_that_are_not_there_are_named() {
    assertThatThrownBy(() -> open("missing-external-data"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("vision_model.onnx: its weights lie in onnx/vision_model.onnx_data")
        .hasMessageContaining("missing");
  }

  @Test
  void vectors_that_are_no_numbers_are_refused_with_the_picture_s_name() {
    try (Model model = open("nan-weights")) {
      assertThatThrownBy(() -> model.embed(picture()))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("CLIP.png");
      assertThat(model.embed(TEXT).toArray()).hasSize(model.card().dimension());
    }
  }

  @Test
  void without_a_tokenizer_pictures_work_and_texts_say_which_file_is_missing() {
    try (Model model = open("no-tokenizer")) {
      assertThat(model.embed(picture()).toArray()).hasSize(model.card().dimension());
      assertThat(model.text()).isEmpty();
      assertThatThrownBy(() -> model.embed(TEXT))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("tokenizer.json is missing");
      assertThat(model.notes()).anyMatch(note -> note.contains("no texts: tokenizer.json"));
    }
  }

  @Test
  void a_network_cut_short_is_refused() {
    assertThatThrownBy(() -> open("truncated"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("onnx/vision_model.onnx: the file is cut short");
  }

  @Test
  void a_tokenizer_of_another_model_is_found_out_at_the_first_id_that_is_too_large() {
    try (Model model = open("vocabulary-too-big")) {
      Input.Text text = new Input.Text("a photo of a catastrophe in antarctica");
      assertThatThrownBy(() -> model.embed(text))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("a photo of a catastrophe")
          .hasMessageContaining("they belong to two models");
    }
  }

  @Test
  void states_instead_of_a_vector_are_refused_with_their_shape() {
    assertThatThrownBy(() -> open("wrong-rank"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("image_embeds float [?, ?, 16]")
        .hasMessageContaining("it must be [batch, dimension]");
  }

  @Test
  void a_folder_of_something_else_says_what_was_found_and_what_is_understood() throws IOException {
    Files.writeString(folder.resolve("holiday.jpg"), "x");
    assertThatThrownBy(() -> OnnxModels.open(folder, OpenOptions.usual()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("found holiday.jpg")
        .hasMessageContaining("semblance.json")
        .hasMessageContaining("open_clip_config.json")
        .hasMessageContaining("immich");
  }

  @Test
  void bytes_broken_at_random_give_a_model_or_a_sentence_and_nothing_else() throws IOException {
    Path from = Golden.path("models/broken/good");
    copyTree(from, folder);
    byte[] whole = Files.readAllBytes(from.resolve("onnx/text_model.onnx"));
    for (int round = 0; round < 150; round++) {
      long seed = 20261124L + round;
      Files.write(folder.resolve("onnx/text_model.onnx"), broken(whole, new Random(seed)));
      try {
        OnnxModels.describe(new FolderFiles(folder));
      } catch (ModelException e) {
        assertThat(e).as("seed " + seed).hasMessageContaining(folder.getFileName().toString());
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + e, e);
      }
    }
  }

  private static byte[] broken(byte[] whole, Random random) {
    byte[] bytes = Arrays.copyOf(whole, whole.length);
    // Most of the file are weights, which are stepped over; its ends say what it is.
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      int at = random.nextBoolean() ? random.nextInt(4000) : whole.length - 1 - random.nextInt(400);
      bytes[at] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : List.copyOf(files.toList())) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
