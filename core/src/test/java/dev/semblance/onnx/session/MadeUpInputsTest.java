package dev.semblance.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.graph.TensorPort;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Inputs for a network of which only the ports are known fit these ports and differ from run to
/// run.
class MadeUpInputsTest {
  private static final long FREE = TensorPort.FREE;

  private static Batch batch(int number, TensorPort... ports) {
    OnnxGraph graph = new OnnxGraph(List.of(ports), List.of(), Set.of(), Map.of());
    return MadeUpInputs.batch(graph, number, 224);
  }

  private static TensorPort port(String name, ElementType type, Long... shape) {
    return new TensorPort(name, type, List.of(shape));
  }

  private static long[] shape(TensorPort port) {
    try (Batch batch = batch(0, port)) {
      return tensor(batch, port).getInfo().getShape();
    }
  }

  private static OnnxTensor tensor(Batch batch, TensorPort port) {
    return Objects.requireNonNull(batch.tensors().get(port.name()));
  }

  private static long[] wholes(String name, int number) {
    TensorPort port = port(name, ElementType.INT64, 1L, 20L);
    try (Batch batch = batch(number, port)) {
      LongBuffer numbers = tensor(batch, port).getLongBuffer();
      long[] all = new long[numbers.remaining()];
      numbers.get(all);
      return all;
    }
  }

  @Test
  void lengths_left_open_are_one_picture_of_three_colours_or_a_few_words() {
    assertThat(shape(port("pixels", ElementType.FLOAT, FREE, FREE, FREE, FREE)))
        .containsExactly(1, 3, 224, 224);
    assertThat(shape(port("pixels", ElementType.FLOAT, FREE, 3L, 256L, FREE)))
        .containsExactly(1, 3, 256, 224);
    assertThat(shape(port("ids", ElementType.INT64, FREE, FREE))).containsExactly(1, 8);
    assertThat(shape(port("ids", ElementType.INT64, 2L, 77L))).containsExactly(2, 77);
    assertThat(shape(port("flag", ElementType.BOOL))).isEmpty();
    assertThat(shape(port("unknown", ElementType.INT32, 0L, 0L))).containsExactly(1, 8);
  }

  @Test
  void ids_are_small_and_differ_and_masks_types_and_places_are_what_they_must_be() {
    assertThat(wholes("input_ids", 0)).doesNotHaveDuplicates();
    for (long id : wholes("input_ids", 3)) {
      assertThat(id).isBetween(3L, 91L);
    }
    assertThat(wholes("input_ids", 1)).isNotEqualTo(wholes("input_ids", 0));
    assertThat(wholes("attention_mask", 2)).containsOnly(1);
    assertThat(wholes("token_type_ids", 2)).containsOnly(0);
    assertThat(wholes("position_ids", 2)).startsWith(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void waves_are_the_same_in_every_precision_and_others_in_every_run() {
    TensorPort single = port("single", ElementType.FLOAT, 50L);
    TensorPort half = port("half", ElementType.FLOAT16, 50L);
    try (Batch one = batch(1, single, half);
        Batch two = batch(2, single)) {
      FloatBuffer floats = tensor(one, single).getFloatBuffer();
      FloatBuffer halves = tensor(one, half).getFloatBuffer();
      for (int i = 0; i < 50; i++) {
        float rounded = Float.float16ToFloat(Float.floatToFloat16(floats.get(i)));
        assertThat(halves.get(i)).isEqualTo(rounded).isBetween(-2f, 2f);
      }
      assertThat(tensor(two, single).getFloatBuffer()).isNotEqualTo(floats);
    }
  }

  @Test
  void bytes_of_pictures_are_waves_too_and_truths_are_true() {
    TensorPort bytes = port("bytes", ElementType.UINT8, 100L);
    TensorPort truths = port("truths", ElementType.BOOL, 5L);
    try (Batch batch = batch(0, bytes, truths)) {
      ByteBuffer values = tensor(batch, bytes).getByteBuffer();
      assertThat(IntStream.range(0, 100).map(values::get).distinct().count()).isGreaterThan(30);
      assertThat(tensor(batch, truths).getByteBuffer().get(4)).isEqualTo((byte) 1);
    }
  }

  @Test
  void an_input_that_is_not_told_apart_cannot_be_made_up() {
    assertThatThrownBy(() -> batch(0, port("words", ElementType.OTHER, 1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
