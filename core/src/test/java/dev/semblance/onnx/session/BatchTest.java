package dev.semblance.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import dev.semblance.onnx.graph.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tensors begin as zeros, are filled in place and are freed with their batch.
class BatchTest {
  private static OnnxTensor tensor(Batch batch, String name) {
    return Objects.requireNonNull(batch.tensors().get(name));
  }

  @ParameterizedTest
  @CsvSource({"FLOAT, 4", "INT32, 4", "INT64, 8", "FLOAT16, 2", "UINT8, 1", "INT8, 1", "BOOL, 1"})
  void a_tensor_of_every_type_has_its_bytes_and_begins_as_zeros(ElementType type, int size) {
    try (Batch batch = new Batch()) {
      ByteBuffer memory = batch.add("x", type, 2, 3, 5);
      assertThat(memory.remaining()).isEqualTo(30 * size);
      assertThat(memory.order()).isEqualTo(ByteOrder.nativeOrder());
      while (memory.hasRemaining()) {
        assertThat(memory.get()).isZero();
      }
      OnnxTensor tensor = tensor(batch, "x");
      assertThat(tensor.getInfo().getShape()).containsExactly(2, 3, 5);
      assertThat(tensor.getInfo().type).isEqualTo(NativeRuntime.javaType(type));
    }
  }

  @Test
  void what_is_put_into_the_memory_is_in_the_tensor() {
    try (Batch batch = new Batch()) {
      ByteBuffer memory = batch.add("x", ElementType.INT64, 2);
      memory.putLong(0, 7).putLong(8, Long.MIN_VALUE);
      assertThat(tensor(batch, "x").getLongBuffer().get(0)).isEqualTo(7);
      assertThat(tensor(batch, "x").getLongBuffer().get(1)).isEqualTo(Long.MIN_VALUE);
      memory.putLong(0, 8);
      assertThat(tensor(batch, "x").getLongBuffer().get(0)).isEqualTo(8);
    }
  }

  @Test
  void a_tensor_may_hold_one_number_or_none() {
    try (Batch batch = new Batch()) {
      assertThat(batch.add("one", ElementType.FLOAT).remaining()).isEqualTo(4);
      assertThat(batch.add("none", ElementType.FLOAT, 3, 0).remaining()).isZero();
      assertThat(tensor(batch, "none").getInfo().getShape()).containsExactly(3, 0);
    }
  }

  @Test
  void types_that_are_not_told_apart_cannot_be_fed() {
    try (Batch batch = new Batch()) {
      assertThatThrownBy(() -> batch.add("x", ElementType.OTHER, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cannot be fed");
      assertThat(batch.tensors()).isEmpty();
    }
  }

  @Test
  void lengths_whose_bytes_cannot_be_counted_are_refused() {
    try (Batch batch = new Batch()) {
      assertThatThrownBy(() -> batch.add("x", ElementType.FLOAT, 1L << 40, 1L << 40))
          .isInstanceOf(ArithmeticException.class);
      assertThatThrownBy(() -> batch.add("x", ElementType.FLOAT, -1, 3))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(batch.tensors()).isEmpty();
    }
  }

  @Test
  void a_second_tensor_of_a_name_takes_the_place_of_the_first_which_is_freed() {
    try (Batch batch = new Batch()) {
      batch.add("x", ElementType.FLOAT, 1);
      OnnxTensor first = tensor(batch, "x");
      batch.add("x", ElementType.FLOAT, 2);
      assertThat(batch.tensors()).hasSize(1);
      assertThat(tensor(batch, "x").getInfo().getShape()).containsExactly(2);
      assertThat(first.isClosed()).isTrue();
    }
  }

  @Test
  void closing_frees_every_tensor_and_may_be_done_twice() {
    Batch batch = new Batch();
    ByteBuffer memory = batch.add("x", ElementType.FLOAT, 4);
    batch.add("y", ElementType.INT8, 4);
    OnnxTensor x = tensor(batch, "x");
    OnnxTensor y = tensor(batch, "y");
    batch.close();
    assertThat(x.isClosed() && y.isClosed()).isTrue();
    assertThatThrownBy(() -> memory.get(0)).isInstanceOf(IllegalStateException.class);
    batch.close();
    assertThat(batch.tensors()).isEmpty();
  }
}
