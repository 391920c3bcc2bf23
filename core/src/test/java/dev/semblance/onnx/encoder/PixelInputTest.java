package dev.semblance.onnx.encoder;

import static dev.semblance.onnx.encoder.Echo.port;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.image.Preprocessing;
import dev.semblance.image.Preprocessing.Alpha;
import dev.semblance.image.Preprocessing.CropRounding;
import dev.semblance.image.Preprocessing.Fit;
import dev.semblance.image.ResizeFilter;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.graph.TensorPort;
import dev.semblance.onnx.session.Batch;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Pictures in the type and order that a network takes, seen through one that gives them back.
class PixelInputTest {
  private static final int HEIGHT = 2;
  private static final int WIDTH = 4;
  private static final int LENGTH = 3 * HEIGHT * WIDTH;
  private static final Preprocessing RULE =
      new Preprocessing(
          Fit.SQUASH,
          WIDTH,
          HEIGHT,
          WIDTH,
          ResizeFilter.BICUBIC,
          CropRounding.DOWN,
          Alpha.DROP,
          0,
          1,
          List.of(0.0, 0.0, 0.0),
          List.of(1.0, 1.0, 1.0));

  private static TensorPort planar(ElementType type, long batch) {
    return port("x", type, batch, 3, HEIGHT, WIDTH);
  }

  private static float[] fed(TensorPort port, float[]... pictures) {
    try (Echo echo = new Echo(port);
        Batch batch = new Batch()) {
      new PixelInput(port, RULE, "m/net.onnx").add(batch, List.of(pictures));
      return echo.back(batch, "x").values();
    }
  }

  private static float[] counted(int from) {
    float[] picture = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      picture[i] = from + i;
    }
    return picture;
  }

  /// The pictures pixel by pixel, written down as slowly as can be.
  private static float[] interleaved(float[]... pictures) {
    float[] all = new float[pictures.length * LENGTH];
    int at = 0;
    for (float[] picture : pictures) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          for (int channel = 0; channel < 3; channel++) {
            all[at++] = picture[(channel * HEIGHT + y) * WIDTH + x];
          }
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "FLOAT16", "UINT8"})
  void whole_numbers_arrive_in_every_type_channel_by_channel(ElementType type) {
    float[] both = new float[2 * LENGTH];
    for (int i = 0; i < both.length; i++) {
      both[i] = 100 + i;
    }
    assertThat(fed(planar(type, -1), counted(100), counted(100 + LENGTH))).isEqualTo(both);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "FLOAT16", "UINT8"})
  void a_network_may_want_them_pixel_by_pixel(ElementType type) {
    TensorPort port = port("x", type, -1, HEIGHT, WIDTH, 3);
    float[] one = counted(0);
    float[] other = counted(50);
    assertThat(fed(port, one, other)).isEqualTo(interleaved(one, other));
  }

  @Test
  void a_network_of_a_fixed_batch_gets_the_last_picture_again() {
    float[] fed = fed(planar(ElementType.FLOAT, 3), counted(0), counted(50));
    assertThat(fed).hasSize(3 * LENGTH);
    assertThat(List.of(fed[0], fed[LENGTH], fed[2 * LENGTH])).containsExactly(0f, 50f, 50f);
  }

  @Test
  void bytes_are_rounded_and_what_does_not_fit_is_cut_off() {
    float[] picture = new float[LENGTH];
    float[] some = {-3, -.4f, .4f, .5f, 127.6f, 254.4f, 255.4f, 300, Float.POSITIVE_INFINITY};
    System.arraycopy(some, 0, picture, 0, some.length);
    assertThat(fed(planar(ElementType.UINT8, -1), picture))
        .startsWith(0, 0, 0, 1, 128, 254, 255, 255, 255);
  }

  @Test
  void halves_are_the_nearest_that_there_are() {
    Random random = new Random(13);
    float[] picture = new float[LENGTH];
    float[] nearest = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      picture[i] = (float) random.nextGaussian();
      nearest[i] = Float.float16ToFloat(Float.floatToFloat16(picture[i]));
    }
    assertThat(fed(planar(ElementType.FLOAT16, -1), picture)).as("seed 13").isEqualTo(nearest);
  }

  @Test
  void sides_that_a_network_leaves_open_are_the_preparation_s() {
    assertThat(fed(port("x", ElementType.FLOAT, -1, -1, -1, -1), counted(0))).isEqualTo(counted(0));
    assertThat(fed(port("x", ElementType.FLOAT, -1, -1, -1, 3), counted(0)))
        .isEqualTo(interleaved(counted(0)));
  }

  static Stream<TensorPort> wrong() {
    return Stream.of(
        port("x", ElementType.FLOAT, -1, 3, WIDTH, HEIGHT),
        port("x", ElementType.FLOAT, -1, WIDTH, HEIGHT, 3),
        port("x", ElementType.FLOAT, -1, 3, HEIGHT, WIDTH + 1),
        port("x", ElementType.FLOAT, -1, 3, HEIGHT + 1, WIDTH),
        port("x", ElementType.FLOAT, -1, 1, HEIGHT, WIDTH),
        port("x", ElementType.FLOAT, -1, HEIGHT, WIDTH, 4),
        port("x", ElementType.FLOAT, 3, HEIGHT, WIDTH),
        port("x", ElementType.FLOAT, -1, 1, 3, HEIGHT, WIDTH),
        port("x", ElementType.INT8, -1, 3, HEIGHT, WIDTH),
        port("x", ElementType.INT64, -1, 3, HEIGHT, WIDTH),
        port("x", ElementType.OTHER, -1, 3, HEIGHT, WIDTH));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void pictures_of_another_kind_or_size_are_refused_with_what_they_must_be(TensorPort port) {
    assertThatThrownBy(() -> new PixelInput(port, RULE, "m/net.onnx"))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "m/net.onnx: input "
                + port
                + " does not take pictures of 4 x 2; it must be float, float16 or uint8 [batch, 3,"
                + " 2, 4]");
  }
}
