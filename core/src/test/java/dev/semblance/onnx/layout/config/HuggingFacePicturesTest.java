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
import org.junit.jupiter.params.provider.ValueSource;

/// A `preprocessor_config.json` in the forms that transformers wrote over the years.
class HuggingFacePicturesTest {
  private static final String HALVES =
      "\"image_mean\": [0.5, 0.5, 0.5], \"image_std\": [0.5, 0.5, 0.5]";

  private static Preprocessing read(String fields) {
    byte[] json = ("{" + fields + "}").getBytes(StandardCharsets.UTF_8);
    return HuggingFacePictures.read(JsonFields.parse(json, "m/preprocessor_config.json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "'size': 224, 'crop_size': 224, 'do_center_crop': true",
        "'size': 224",
        "'size': {'shortest_edge': 224}, 'crop_size': {'height': 224, 'width': 224}",
        "'size': {'shortest_edge': 224}, 'crop_size': 224, 'resample': 3,"
            + " 'rescale_factor': 0.00392156862745098, 'do_rescale': true",
      })
  void clip_s_preparation_was_written_in_many_ways(String fields) {
    assertThat(read(fields.replace('\'', '"'))).isEqualTo(Preprocessing.clip(224));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'size': {'height': 96, 'width': 96}, 'crop_size': 7, ",
        "'size': {'height': 96, 'width': 96}, 'do_center_crop': false, 'crop_size': 7, ",
        "'size': 96, 'do_center_crop': false, "
      })
  void siglip_s_squashes(String fields) {
    assertThat(read(fields.replace('\'', '"') + HALVES)).isEqualTo(Preprocessing.siglip(96));
  }

  @Test
  void height_and_width_are_not_taken_for_each_other() {
    Preprocessing rule = read("\"size\": {\"height\": 32, \"width\": 48}");
    assertThat(rule.height()).isEqualTo(32);
    assertThat(rule.width()).isEqualTo(48);
    assertThat(rule.resizeTo()).as("the larger").isEqualTo(48);
  }

  @Test
  void a_crop_may_be_smaller_than_the_shorter_side() {
    Preprocessing rule =
        read(
            "\"size\": {\"shortest_edge\": 256}, \"crop_size\": {\"height\": 224, \"width\": 200}");
    assertThat(rule.fit()).isEqualTo(Fit.SHORTEST_AND_CROP);
    assertThat(rule.resizeTo()).isEqualTo(256);
    assertThat(rule.height()).isEqualTo(224);
    assertThat(rule.width()).isEqualTo(200);
  }

  @Test
  void a_shorter_side_without_a_crop_gives_no_fixed_size() {
    assertThatThrownBy(() -> read("\"size\": {\"shortest_edge\": 224}, \"do_center_crop\": false"))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "m/preprocessor_config.json: field size is a shortest edge without centre crop;"
                + " allowed: height and width, or a centre crop");
  }

  /// transformers would squash to 256 and then cut 224 out of the middle.
  @Test
  void a_crop_out_of_what_was_squashed_is_not_passed_over() {
    String size = "\"size\": {\"height\": 256, \"width\": 256}, \"do_center_crop\": true";
    assertThatThrownBy(() -> read(size + ", \"crop_size\": 224"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("m/preprocessor_config.json: field crop_size is 224 x 224");
    assertThat(read(size + ", \"crop_size\": 256").fit()).as("cuts nothing").isEqualTo(Fit.SQUASH);
    assertThat(read(size).width()).as("no size of a crop").isEqualTo(256);
  }

  @ParameterizedTest
  @CsvSource({"0, NEAREST", "1, LANCZOS", "2, BILINEAR", "3, BICUBIC", "4, BOX", "5, HAMMING"})
  void filters_are_counted_as_pillow_does(int number, ResizeFilter filter) {
    assertThat(read("\"resample\": " + number).filter()).isEqualTo(filter);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 6})
  void a_filter_that_pillow_has_not_is_refused(int number) {
    assertThatThrownBy(() -> read("\"resample\": " + number))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("field resample is " + number + "; allowed: 0 to 5");
  }

  @Test
  void what_is_not_done_leaves_the_numbers_as_they_are() {
    Preprocessing plain = read(HALVES + ", \"do_normalize\": false");
    assertThat(plain.mean()).isEqualTo(List.of(0.0, 0.0, 0.0));
    assertThat(plain.std()).isEqualTo(List.of(1.0, 1.0, 1.0));
    assertThat(plain.scale()).isEqualTo(1 / 255.0);
    Preprocessing bytes = read("\"do_rescale\": false, \"rescale_factor\": 0.5");
    assertThat(bytes.scale()).isEqualTo(1);
    assertThat(bytes.mean()).isEqualTo(Preprocessing.CLIP_MEAN);
    assertThat(read("\"rescale_factor\": 0.0078125").scale()).isEqualTo(1 / 128.0);
  }

  @Test
  void jina_s_own_form_is_open_clip_s_with_transformers_rounding() {
    Preprocessing rule =
        read("\"size\": 64, \"resize_mode\": \"shortest\", \"interpolation\": \"bicubic\"");
    assertThat(rule).isEqualTo(Preprocessing.clip(64));
    assertThat(rule.cropRounding()).isEqualTo(CropRounding.DOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"size\": 0",
        "\"crop_size\": {\"height\": -3, \"width\": 8}",
        "\"image_mean\": [0.5]",
        "\"image_std\": [0.5, 0, 0.5]",
        "\"image_std\": [1, 1, 1, 1]",
        "\"size\": {\"longest_edge\": 224}",
        "\"size\": \"224\"",
        "\"resize_mode\": \"squash\", \"size\": 64, \"std\": [0, 0, 0]",
      })
  void what_cannot_be_done_is_refused_with_the_file_s_name(String fields) {
    assertThatThrownBy(() -> read(fields))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("m/preprocessor_config.json: ");
  }
}
