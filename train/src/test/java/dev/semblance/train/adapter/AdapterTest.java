package dev.semblance.train.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.eval.files.PairTable.Pair;
import dev.semblance.eval.files.PictureSource;
import dev.semblance.mini.MiniModel;
import dev.semblance.model.FolderFiles;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.onnx.OnnxModels;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.space.Embedding;
import dev.semblance.train.data.TextRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kinds of textures and monkeys, for which the mini model knows few words.
@Tag("slow")
class AdapterTest {
  private static final Path TRAINING = Path.of(System.getProperty("semblance.shared"), "training");
  private static final List<String> SOURCES = List.of("textures_dtd", "monkeys10");

  @TempDir Path folder;

  @Test
  void an_adapter_gains_on_pictures_held_out_and_is_a_model_like_any_other() throws IOException {
    List<Pair> pairs = pairs();
    MiniModel mini = new MiniModel();
    Path made = folder.resolve("mine");
    try (Model model = OnnxModels.open(mini.files(), OpenOptions.usual());
        Adapter adapter = Adapter.train(model, tars(), pairs, AdapterSettings.usual(), silent())) {
      assertThat(adapter.report().inWords()).isNotEmpty();
      assertThat(adapter.report().gained()).as(adapter.report().inWords()).isTrue();
      assertThat(adapter.report().pictures()).isEqualTo(pairs.size() / 5);
      adapter.write(mini.files(), made, "mine");

      try (Model adapted = OnnxModels.open(made, OpenOptions.usual())) {
        assertThat(adapted.card().name()).isEqualTo("mine");
        assertThat(adapted.card().lineage()).startsWith("mini");
        assertThat(adapted.space().sameAs(model.space())).isFalse();
        assertThat(adapted.space().dimension()).isEqualTo(model.space().dimension());
        Embedding before = model.embed(new Input.Text("a photo of a marmoset"));
        Embedding after = adapted.embed(new Input.Text("a photo of a marmoset"));
        assertThat(length(after)).isCloseTo(1, within(1e-5));
        assertThat(after.toArray()).isNotEqualTo(before.toArray());
      }
      againOn(made, pairs);
    }
    assertThat(new FolderFiles(made).list()).contains("adapted_image_head.onnx", "image.onnx");
    assertThatThrownBy(() -> writeInto(made)).hasMessageContaining("is not empty");
  }

  /// What was adapted can be adapted again: its head becomes part of the next.
  private void againOn(Path made, List<Pair> pairs) throws IOException {
    AdapterSettings usual = AdapterSettings.usual();
    AdapterSettings brief =
        new AdapterSettings(2, 16, 1, 1, usual.batch(), usual.rate(), usual.decay());
    Path second = folder.resolve("second");
    try (Model model = OnnxModels.open(made, OpenOptions.usual());
        Adapter adapter = Adapter.train(model, tars(), pairs, brief, silent())) {
      adapter.write(new FolderFiles(made), second, "second");
      try (Model twice = OnnxModels.open(second, OpenOptions.usual())) {
        assertThat(twice.card().lineage()).startsWith("mine", "mini");
        Embedding once = model.embed(new Input.Text("a monkey"));
        Embedding again = twice.embed(new Input.Text("a monkey"));
        double cosine = 0;
        for (int i = 0; i < once.toArray().length; i++) {
          cosine += (double) once.toArray()[i] * again.toArray()[i];
        }
        // One short epoch changes little; heads in the wrong order would change all.
        assertThat(cosine).isGreaterThan(0.9);
      }
    }
  }

  private void writeInto(Path full) throws IOException {
    try (Model model = OnnxModels.open(full, OpenOptions.usual());
        Adapter adapter =
            Adapter.train(
                model,
                tars(),
                pairs().subList(0, 100),
                new AdapterSettings(1, 4, 1, 1, 32, 1e-3, 0),
                silent())) {
      adapter.write(new FolderFiles(full), full, "mine");
    }
  }

  private static double length(Embedding embedding) {
    double squares = 0;
    for (float component : embedding.toArray()) {
      squares += (double) component * component;
    }
    return Math.sqrt(squares);
  }

  private static PrintStream silent() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  private static PictureSource tars() throws IOException {
    try (var files = Files.list(TRAINING)) {
      return new PictureSource(
          files
              .filter(file -> file.getFileName().toString().matches("labels-b-.*\\.tar"))
              .sorted()
              .toList());
    }
  }

  private static List<Pair> pairs() {
    Map<String, String> labels = new HashMap<>();
    for (TextRow row : TextRow.read(TRAINING.resolve("labels-b.tsv"))) {
      if (SOURCES.contains(row.source()) && row.kind().equals("label")) {
        labels.put(row.file(), row.text());
      }
    }
    List<Pair> pairs = new ArrayList<>();
    labels.forEach((file, label) -> pairs.add(new Pair(file, label)));
    pairs.sort((a, b) -> a.file().compareTo(b.file()));
    return pairs;
  }
}
