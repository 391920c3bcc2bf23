package dev.semblance.onnx.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.FolderFiles;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.MemoryFiles;
import dev.semblance.onnx.proto.Bytes;
import dev.semblance.onnx.proto.ProtobufReader;
import dev.semblance.onnx.proto.ProtobufWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A constant's numbers are the same bytes however its tensor writes them.
class WeightTest {
  private static final int DOUBLE = 11;
  private static final int UINT64 = 13;

  @TempDir Path folder;

  private static ProtobufWriter tensor(int type, long... shape) {
    ProtobufWriter tensor = new ProtobufWriter();
    for (long length : shape) {
      tensor.number(1, length);
    }
    return tensor.number(2, type).text(8, "w");
  }

  private static byte[] little(int sizeBytes, long... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long number : numbers) {
      bytes.putLong(bytes.position(), number).position(bytes.position() + sizeBytes);
    }
    byte[] all = new byte[sizeBytes * numbers.length];
    bytes.get(0, all);
    return all;
  }

  private static byte[] numbers(ProtobufWriter tensor) {
    byte[] network =
        new ProtobufWriter().message(7, new ProtobufWriter().message(5, tensor)).toBytes();
    MemoryFiles files = new MemoryFiles(Map.of("n.onnx", network));
    try (EditableModel model = EditableModel.open(files, "n.onnx")) {
      return model.numbers(model.weight("w").orElseThrow());
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 5", "3, 1, 5", "10, 2, 5", "16, 2, 5", "6, 4, 5", "7, 8, 7", "13, 8, 11"})
  void whole_numbers_listed_packed_or_as_bytes_are_one_thing(int type, int size, int field) {
    long[] numbers = {0, 1, 200, -5};
    ProtobufWriter listed = tensor(type, 4);
    ProtobufWriter packed = new ProtobufWriter();
    for (long number : numbers) {
      listed.number(field, number);
      // A number without its tag, as packed fields have them.
      byte[] tagged = new ProtobufWriter().number(1, number).toBytes();
      packed.bytes(field, Arrays.copyOfRange(tagged, 1, tagged.length));
    }
    byte[] expected = little(size, numbers);
    assertThat(numbers(listed)).isEqualTo(expected);
    assertThat(numbers(joined(tensor(type, 4), packed))).isEqualTo(expected);
    assertThat(numbers(tensor(type, 4).bytes(9, expected))).isEqualTo(expected);
  }

  private static ProtobufWriter joined(ProtobufWriter head, ProtobufWriter rest) {
    ProtobufReader fields = new ProtobufReader(Bytes.of(rest.toBytes()));
    while (fields.next()) {
      head.bytes(fields.field(), fields.bytes());
    }
    return head;
  }

  @Test
  void floats_listed_packed_or_as_bytes_are_one_thing() {
    byte[] expected = little(4, Float.floatToIntBits(1.5f), Float.floatToIntBits(-2));
    assertThat(numbers(tensor(Weight.FLOAT, 2).real(4, 1.5f).real(4, -2))).isEqualTo(expected);
    assertThat(numbers(tensor(Weight.FLOAT, 2).bytes(4, expected))).isEqualTo(expected);
    byte[] doubles = little(8, Double.doubleToLongBits(.1));
    assertThat(numbers(tensor(DOUBLE, 1).bytes(10, doubles))).isEqualTo(doubles);
  }

  @Test
  void a_single_number_and_an_empty_tensor_are_tensors() {
    assertThat(numbers(tensor(Weight.INT8).number(5, -1))).containsExactly(-1);
    assertThat(numbers(tensor(Weight.FLOAT, 3, 0))).isEmpty();
    assertThat(numbers(tensor(Weight.FLOAT, 3, 0).bytes(9, new byte[0]))).isEmpty();
  }

  @Test
  void numbers_that_are_too_few_or_too_many_for_the_shape_are_refused() {
    for (int bytes : new int[] {0, 15, 17}) {
      assertThatThrownBy(() -> numbers(tensor(Weight.FLOAT, 2, 2).bytes(9, new byte[bytes])))
          .isInstanceOf(ModelException.class)
          .hasMessage(
              "memory/n.onnx: weight w of shape [2, 2] has "
                  + bytes
                  + " bytes; fetch the model again");
    }
    assertThat(numbers(tensor(UINT64, 9).bytes(9, new byte[5])))
        .as("types that are never changed are not looked at")
        .hasSize(5);
  }

  private byte[] outside(long length, String... entries) throws IOException {
    Files.write(folder.resolve("w.bin"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    ProtobufWriter tensor = tensor(Weight.UINT8, length);
    tensor.message(13, new ProtobufWriter().text(1, "location").text(2, "w.bin"));
    for (int i = 0; i < entries.length; i += 2) {
      tensor.message(13, new ProtobufWriter().text(1, entries[i]).text(2, entries[i + 1]));
    }
    byte[] graph = new ProtobufWriter().message(5, tensor).toBytes();
    Files.write(folder.resolve("n.onnx"), new ProtobufWriter().bytes(7, graph).toBytes());
    try (EditableModel model = EditableModel.open(new FolderFiles(folder), "n.onnx")) {
      return model.numbers(model.weight("w").orElseThrow());
    }
  }

  @Test
  void numbers_beside_the_network_begin_and_end_where_the_tensor_says() throws IOException {
    assertThat(outside(3)).containsExactly(1, 2, 3);
    assertThat(outside(3, "offset", "4")).containsExactly(5, 6, 7);
    assertThat(outside(3, "offset", "7", "length", "3")).containsExactly(8, 9, 10);
    assertThat(outside(0, "offset", "7")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"offset, 8", "offset, 100", "length, 2", "offset, -1", "offset, x", "length, 1e1"})
  void places_that_do_not_hold_the_shape_s_numbers_are_refused(String key, String value) {
    assertThatThrownBy(() -> outside(3, key, value)).isInstanceOf(ModelException.class);
  }

  @Test
  void a_new_weight_is_announced_with_all_its_bytes() {
    for (int length : List.of(0, 1, 200, 20_000)) {
      byte[] numbers = new byte[length];
      NewWeight weight =
          new NewWeight("w", Weight.UINT8, List.of(1L, (long) length), () -> numbers);
      ProtobufWriter expected =
          new ProtobufWriter().message(5, tensor(Weight.UINT8, 1, length).bytes(9, numbers));
      byte[] head = weight.head();
      byte[] whole = Arrays.copyOf(head, head.length + length);
      assertThat(whole).isEqualTo(expected.toBytes());
    }
  }
}
