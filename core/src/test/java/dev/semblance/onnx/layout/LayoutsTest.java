package dev.semblance.onnx.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.CardJson;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.onnx.layout.file.NetworkSketch;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Which layout a folder is taken for, and what is said of one that is none.
class LayoutsTest {
  private static final String CARD =
      """
      {"semblance": 1, "name": "ours", "dimension": 8,
       "image": {
         "graph": {"files": {"fp32": "i.onnx"}, "input": "i", "output": "o"},
         "preprocessing": {"fit": "squash", "width": 8, "height": 8, "filter": "bicubic",
                           "mean": [0, 0, 0], "std": [1, 1, 1]}}}
      """;

  private final MemoryFiles files = new MemoryFiles("m");

  private String description() {
    return Layouts.translate(files).card().description();
  }

  private void addHuggingFace() {
    files
        .with("config.json", "{\"model_type\": \"clip\", \"embed_dim\": 16}")
        .with("preprocessor_config.json", "{}")
        .with("onnx/vision_model.onnx", NetworkSketch.pictures(16));
  }

  private void addOpenClip() {
    files
        .with(
            "open_clip_config.json",
            "{\"model_cfg\": {\"embed_dim\": 16}, \"preprocess_cfg\": {\"size\": 8}}")
        .with("onnx/visual.onnx", NetworkSketch.pictures(16));
  }

  @Test
  void our_own_card_comes_first_then_what_tells_more_surely() {
    addHuggingFace();
    assertThat(description()).isEqualTo("clip by its files");
    addOpenClip();
    assertThat(description()).isEqualTo("open_clip by its files");
    files
        .with("visual/preprocess_cfg.json", "{\"size\": 64}")
        .with("visual/model.onnx", NetworkSketch.pictures(16));
    var image = Layouts.translate(files).card().image().orElseThrow();
    assertThat(image.graph().files().getFirst().file()).as("immich's").startsWith("visual/");
    files.with(CardJson.FILE, CARD);
    assertThat(Layouts.translate(files).card().name()).isEqualTo("ours");
  }

  @Test
  void a_configuration_without_its_networks_leaves_the_folder_to_the_next_layout() {
    addHuggingFace();
    addOpenClip();
    files.without("onnx/visual.onnx").without("onnx/vision_model.onnx");
    files.with("onnx/model.onnx", NetworkSketch.pictures(16));
    assertThat(description()).isEqualTo("clip by its files");
  }

  @Test
  void a_broken_card_is_not_passed_over_for_another_layout() {
    addHuggingFace();
    files.with(CardJson.FILE, CARD.replace("\"dimension\": 8", "\"dimension\": 0"));
    assertThatThrownBy(() -> Layouts.translate(files))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("m/semblance.json: ");
  }

  @Test
  void nothing_is_no_model() {
    assertThatThrownBy(() -> Layouts.translate(files))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("m: this is no model that can be read here: found no files;");
  }

  @Test
  void of_many_files_a_dozen_is_shown_and_the_others_are_counted() {
    for (int i = 0; i < 12; i++) {
      files.with(String.format(Locale.ROOT, "%02d.jpg", i), "");
    }
    assertThatThrownBy(() -> Layouts.translate(files))
        .hasMessageContaining("10.jpg, 11.jpg; understood are a card semblance.json");
    files.with("12.jpg", "").with("13.jpg", "");
    assertThatThrownBy(() -> Layouts.translate(files))
        .hasMessageContaining("10.jpg, 11.jpg and 2 more; understood")
        .hasMessageNotContaining("12.jpg");
  }

  @Test
  void a_number_that_no_card_can_hold_is_a_complaint_about_the_model() {
    addOpenClip();
    files.with(
        "open_clip_config.json",
        "{\"model_cfg\": {\"embed_dim\": 0}, \"preprocess_cfg\": {\"size\": 8}}");
    assertThatThrownBy(() -> Layouts.translate(files))
        .isInstanceOf(ModelException.class)
        .hasMessage("m: its files say what cannot be: m: dimension must be at least 1, got 0");
  }
}
