package dev.semblance.onnx.layout.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.image.Preprocessing;
import dev.semblance.image.Preprocessing.CropRounding;
import dev.semblance.image.Preprocessing.Fit;
import dev.semblance.image.ResizeFilter;
import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// open_clip's `PreprocessCfg` as JSON, with its defaults.
class OpenClipPicturesTest {
  private static JsonFields json(String fields) {
    byte[] json = ("{" + fields + "}").getBytes(StandardCharsets.UTF_8);
    return JsonFields.parse(json, "m/cfg.json");
  }

  private static Preprocessing read(String fields) {
    return OpenClipPictures.read(json(fields), CropRounding.DOWN);
  }

  @Test
  void a_size_alone_is_clip_s_preparation() {
    assertThat(read("\"size\": 224")).isEqualTo(Preprocessing.clip(224));
    assertThat(read("\"size\": [224, 224]")).isEqualTo(Preprocessing.clip(224));
    assertThat(OpenClipPictures.read(json(""), 224, 224, CropRounding.DOWN))
        .isEqualTo(Preprocessing.clip(224));
  }

  @Test
  void of_a_pair_the_height_comes_first() {
    Preprocessing rule = read("\"size\": [32, 48]");
    assertThat(rule.height()).isEqualTo(32);
    assertThat(rule.width()).isEqualTo(48);
    assertThat(rule.resizeTo()).as("the larger").isEqualTo(48);
    assertThat(OpenClipPictures.read(json(""), 32, 48, CropRounding.DOWN)).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "shortest, SHORTEST_AND_CROP",
    "squash, SQUASH",
    "longest, LONGEST_AND_PAD",
  })
  void modes_are_ways_to_fit(String mode, Fit fit) {
    assertThat(read("\"size\": 8, \"resize_mode\": \"" + mode + "\"").fit()).isEqualTo(fit);
  }

  @Test
  void filter_colour_means_and_deviations_are_as_written() {
    Preprocessing rule =
        read(
            "\"size\": 8, \"interpolation\": \"bilinear\", \"fill_color\": 127,"
                + " \"mean\": [0, 0.25, 0.5], \"std\": [1, 2, 4]");
    assertThat(rule.filter()).isEqualTo(ResizeFilter.BILINEAR);
    assertThat(rule.padding()).isEqualTo(127);
    assertThat(rule.mean()).isEqualTo(List.of(0.0, 0.25, 0.5));
    assertThat(rule.std()).isEqualTo(List.of(1.0, 2.0, 4.0));
  }

  @ParameterizedTest
  @CsvSource({"'[0, 0, 0]', 0", "'[127, 127, 127]', 127", "[255], 255"})
  void one_grey_level_may_be_written_for_each_channel(String list, int level) {
    assertThat(read("\"size\": 8, \"fill_color\": " + list).padding()).isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, 2, 3]", "[]", "256", "-1", "\"black\""})
  void other_fills_are_told(String fill) {
    assertThatThrownBy(() -> read("\"size\": 8, \"fill_color\": " + fill))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("m/cfg.json: ");
  }

  @ParameterizedTest
  @EnumSource
  void the_rounding_is_the_program_s_whose_file_it_is(CropRounding rounding) {
    assertThat(OpenClipPictures.read(json("\"size\": 8"), rounding).cropRounding())
        .isEqualTo(rounding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'size': [1, 2, 3] | m/cfg.json: field size is [1, 2, 3]; allowed: one number, or height",
        "'size': [] | m/cfg.json: field size is []; allowed: one number, or height",
        "'size': [224.5, 224] | m/cfg.json: field size is 224.5; allowed: whole numbers",
        "'size': 8, 'resize_mode': 'fit' | resize_mode is fit; allowed: shortest, squash, longest",
        "'size': 8, 'interpolation': 'random' | interpolation is random; allowed: bicubic, bilin",
      },
      quoteCharacter = '`')
  void what_open_clip_does_not_know_is_refused_with_what_it_knows(String fields, String said) {
    assertThatThrownBy(() -> read(fields.replace('\'', '"')))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"size\": 0", "\"size\": [8, -8]", "\"size\": 8, \"mean\": [1, 2]"})
  void what_cannot_be_done_is_refused_with_the_file_s_name(String fields) {
    assertThatThrownBy(() -> read(fields))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("m/cfg.json: preprocessing ");
  }
}
