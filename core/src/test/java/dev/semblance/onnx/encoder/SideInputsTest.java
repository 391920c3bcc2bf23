package dev.semblance.onnx.encoder;

import static dev.semblance.onnx.encoder.Echo.port;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.graph.TensorPort;
import dev.semblance.onnx.session.Batch;
import dev.semblance.onnx.session.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/// What a network is fed with beside ids or pixels, seen through a network that gives it back.
class SideInputsTest {
  private static final TensorPort IDS = port("input_ids", ElementType.INT64, -1, -1);
  private static final TensorPort MASK = port("attention_mask", ElementType.INT64, -1, -1);
  private static final TensorPort TYPES = port("token_type_ids", ElementType.INT64, -1, -1);
  private static final TensorPort POSITIONS = port("position_ids", ElementType.INT32, -1, -1);
  private static final TensorPort PIXELS = port("pixel_values", ElementType.FLOAT, -1, 3, -1, -1);

  private static SideInputs sides(Echo echo, String main) {
    return new SideInputs(echo.graph(), main, "m/net.onnx");
  }

  /// What stands in `name` beside texts of these lengths.
  private static Tensor withTexts(TensorPort side, int columns, int... lengths) {
    try (Echo echo = new Echo(IDS, side);
        Batch batch = new Batch()) {
      sides(echo, "input_ids").addForTexts(batch, lengths, columns);
      batch.add("input_ids", ElementType.INT64, lengths.length, columns);
      return echo.back(batch, side.name());
    }
  }

  /// What stands in `name` beside pictures.
  private static Tensor withPictures(TensorPort... sides) {
    List<TensorPort> inputs = new ArrayList<>(List.of(sides));
    inputs.add(PIXELS);
    try (Echo echo = new Echo(inputs.toArray(TensorPort[]::new));
        Batch batch = new Batch()) {
      sides(echo, "pixel_values").addForPictures(batch);
      batch.add("pixel_values", ElementType.FLOAT, 2, 3, 1, 1);
      return echo.back(batch, sides[0].name());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OTHER")
  void a_mask_is_one_where_a_text_is_and_zero_where_padding_is(ElementType type) {
    TensorPort mask = port("attention_mask", type, -1, -1);
    assertThat(withTexts(mask, 3, 2, 0, 3).values()).containsExactly(1, 1, 0, 0, 0, 0, 1, 1, 1);
  }

  @Test
  void types_are_zero_and_positions_are_counted_in_every_row() {
    assertThat(withTexts(TYPES, 3, 2, 3).values()).containsExactly(0, 0, 0, 0, 0, 0);
    assertThat(withTexts(POSITIONS, 3, 2, 3).values()).containsExactly(0, 1, 2, 0, 1, 2);
  }

  @Test
  void beside_texts_stands_a_batch_of_no_pictures_of_the_network_s_size_or_the_usual() {
    assertThat(withTexts(PIXELS, 1, 1)).hasToString("[0, 3, 224, 224]");
    assertThat(withTexts(port("image", ElementType.UINT8, -1, 8, 9, 3), 1, 1))
        .hasToString("[0, 8, 9, 3]");
  }

  @Test
  void a_network_of_a_fixed_batch_of_pictures_gets_that_many_grey_ones() {
    Tensor pictures = withTexts(port("image", ElementType.FLOAT, 2, 3, 1, 1), 1, 1);
    assertThat(pictures).hasToString("[2, 3, 1, 1]");
    assertThat(pictures.values()).containsOnly(0);
  }

  @Test
  void one_picture_is_really_there_once_a_batch_of_none_has_failed() {
    try (Echo echo = new Echo(IDS, PIXELS);
        Batch batch = new Batch()) {
      SideInputs sides = sides(echo, "input_ids");
      assertThat(sides.feedsNoPicture()).isTrue();
      sides.fallBackToOnePicture();
      assertThat(sides.feedsNoPicture()).as("it is not tried a third time").isFalse();
      sides.addForTexts(batch, new int[] {1}, 1);
      batch.add("input_ids", ElementType.INT64, 1, 1);
      assertThat(echo.back(batch, "pixel_values")).hasToString("[1, 3, 224, 224]");
    }
    try (Echo echo = new Echo(IDS, MASK)) {
      assertThat(sides(echo, "input_ids").feedsNoPicture()).as("it takes none").isFalse();
    }
  }

  @Test
  void beside_pictures_stands_a_text_of_one_token() {
    for (TensorPort one : List.of(IDS, MASK)) {
      assertThat(withPictures(one)).hasToString("[1, 1]");
      assertThat(withPictures(one).values()).containsExactly(1);
    }
    for (TensorPort zero : List.of(TYPES, POSITIONS)) {
      assertThat(withPictures(zero)).hasToString("[1, 1]");
      assertThat(withPictures(zero).values()).containsExactly(0);
    }
  }

  @Test
  void a_stand_in_text_has_the_shape_that_the_network_fixes() {
    for (String name : List.of("input_ids", "text_attention_mask", "token_type_ids")) {
      TensorPort fixed = port(name, ElementType.INT64, 2, 5);
      assertThat(withPictures(fixed)).as(name).hasToString("[2, 5]");
    }
  }

  @Test
  void only_a_mask_tells_a_network_where_padding_is() {
    try (Echo masked = new Echo(IDS, port("text_attention_mask", ElementType.INT64, -1, -1));
        Echo unmasked = new Echo(IDS, TYPES, POSITIONS)) {
      assertThat(sides(masked, "input_ids").masked()).isTrue();
      assertThat(sides(unmasked, "input_ids").masked()).isFalse();
    }
  }

  static Stream<TensorPort> unknown() {
    return Stream.of(
        port("sound", ElementType.FLOAT, -1, 80),
        port("token_type_ids", ElementType.FLOAT, -1, -1),
        port("use_cache", ElementType.BOOL),
        port("past", ElementType.FLOAT, -1, 8, -1, 64, 2));
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void an_input_that_nobody_can_fill_is_refused_before_anything_runs(TensorPort input) {
    try (Echo echo = new Echo(IDS, input)) {
      assertThatThrownBy(() -> sides(echo, "input_ids"))
          .isInstanceOf(ModelException.class)
          .hasMessageStartingWith("m/net.onnx: the network wants an input " + input + " that");
      assertThat(echo.input(input.name())).isEqualTo(input);
    }
  }

  /// The main input needs no kind: it is whatever the card says.
  @Test
  void the_main_input_is_left_to_its_owner() {
    try (Echo echo = new Echo(port("sound", ElementType.FLOAT, -1, 80))) {
      assertThat(sides(echo, "sound").masked()).isFalse();
    }
  }
}
