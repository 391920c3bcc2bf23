package dev.semblance.onnx.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelException;
import dev.semblance.onnx.proto.Bytes;
import dev.semblance.onnx.proto.MalformedGraphException;
import dev.semblance.onnx.proto.ProtobufReader;
import dev.semblance.onnx.proto.ProtobufWriter;
import dev.semblance.onnx.rewrite.SmallGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which file a tensor's numbers lie in, how long it must be, and which names leave the folder.
class ExternalDataTest {
  private static ProtobufWriter tensor(int type, long... shape) {
    ProtobufWriter tensor = new ProtobufWriter();
    for (long length : shape) {
      tensor.number(1, length);
    }
    return tensor.number(2, type);
  }

  private static ProtobufWriter entry(String key, String value) {
    return new ProtobufWriter().text(1, key).text(2, value);
  }

  private static ProtobufWriter lying(ProtobufWriter tensor, String... entries) {
    tensor.message(13, entry("location", "w.bin"));
    for (int i = 0; i < entries.length; i += 2) {
      tensor.message(13, entry(entries[i], entries[i + 1]));
    }
    return tensor;
  }

  private static Optional<ExternalData> read(ProtobufWriter tensor) {
    return ExternalData.read(new ProtobufReader(Bytes.of(tensor.toBytes())));
  }

  private static long end(ProtobufWriter tensor) {
    return read(tensor).orElseThrow().end();
  }

  @ParameterizedTest
  @CsvSource({"1, 24", "2, 6", "3, 6", "6, 24", "7, 48", "9, 6", "10, 12", "11, 0", "16, 0"})
  void without_a_length_shape_and_type_say_how_many_bytes_there_must_be(int type, long bytes) {
    assertThat(end(lying(tensor(type, 2, 3)))).isEqualTo(bytes);
    assertThat(end(lying(tensor(type, 2, 3), "offset", "4096"))).isEqualTo(4096 + bytes);
  }

  @Test
  void a_length_that_is_written_counts_more_than_the_shape() {
    assertThat(end(lying(tensor(1, 2, 3), "length", "20", "offset", "7"))).isEqualTo(27);
  }

  @Test
  void a_single_number_has_no_shape_and_an_empty_tensor_has_no_bytes() {
    assertThat(end(lying(tensor(7)))).isEqualTo(8);
    assertThat(end(lying(tensor(7, 5, 0, 3)))).isZero();
  }

  @Test
  void offsets_of_many_gigabytes_are_reckoned_whole() {
    ProtobufWriter tensor = lying(tensor(1, 70_000, 70_000), "offset", "100000000000");
    assertThat(end(tensor)).isEqualTo(100_000_000_000L + 4L * 70_000 * 70_000);
  }

  @Test
  void numbers_in_the_network_s_own_file_need_no_other() {
    assertThat(read(tensor(1, 2).bytes(9, new byte[8]))).isEmpty();
    assertThat(read(tensor(1, 2).message(13, entry("checksum", "00")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "offset, -1",
    "offset, x",
    "offset, ''",
    "length, -9",
    "length, 1e3",
    "length, 9223372036854775808"
  })
  void numbers_that_are_none_are_refused_with_the_tensor_s_shape(String key, String value) {
    ProtobufWriter tensor = lying(tensor(1, 2, 3), key, value);
    assertThatExceptionOfType(MalformedGraphException.class)
        .isThrownBy(() -> read(tensor))
        .withMessageContaining("shape [2, 3]")
        .withMessageContaining(key + "=" + value);
  }

  @Test
  void shapes_that_no_file_can_hold_are_refused() {
    for (long[] shape : new long[][] {{1L << 40, 1L << 40}, {-1, 5}, {1L << 61}}) {
      assertThatThrownBy(() -> read(lying(tensor(1, shape))))
          .isInstanceOf(MalformedGraphException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "../w",
        "a/../w",
        "a/..",
        "a\\..\\w",
        "..\\w",
        "/w",
        "\\w",
        "C:\\w",
        "c:w",
        "C:",
        "\\\\server\\w",
        "a\n/../w"
      })
  void names_that_leave_the_folder_are_known(String name) {
    assertThat(ExternalData.isOutside(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "w", "a/w", "./w", "..w", "w..", "a/..w", "a../w", "...", "w.bin", "w/b c", "ab:w"
      })
  void names_that_stay_in_it_are_known_too(String name) {
    assertThat(ExternalData.isOutside(name)).isFalse();
  }

  private static OnnxGraph graph(ProtobufWriter part, Map<String, byte[]> beside) {
    byte[] outputs = new ProtobufWriter().message(12, new ProtobufWriter().text(1, "y")).toBytes();
    byte[] network = new ProtobufWriter().message(7, part).bytes(7, outputs).toBytes();
    Map<String, byte[]> files = new HashMap<>(beside);
    files.put("n.onnx", network);
    return OnnxGraph.read(new MemoryFiles(files), "n.onnx");
  }

  private static ProtobufWriter in(int field, ProtobufWriter message) {
    return new ProtobufWriter().message(field, message);
  }

  @Test
  void files_are_found_wherever_a_tensor_stands() {
    ProtobufWriter tensor = lying(tensor(2, 5));
    ProtobufWriter sparse = in(2, tensor);
    List<ProtobufWriter> graphs =
        List.of(
            in(5, tensor),
            in(15, in(1, tensor)),
            in(15, sparse),
            in(1, in(5, in(5, tensor))),
            in(1, in(5, in(10, tensor))),
            in(1, in(5, in(22, sparse))),
            in(1, in(5, in(23, sparse))),
            in(1, in(5, in(6, in(5, tensor)))),
            in(1, in(5, in(11, in(1, in(5, in(5, tensor)))))));
    for (ProtobufWriter graph : graphs) {
      assertThat(graph(graph, Map.of("w.bin", new byte[5])).externalFiles())
          .as("graph " + graphs.indexOf(graph))
          .containsExactly(Map.entry("w.bin", 5L));
      assertThatThrownBy(() -> graph(graph, Map.of()))
          .isInstanceOf(ModelException.class)
          .hasMessage(
              "memory/n.onnx: its weights lie in w.bin, which is missing; fetch that file too");
    }
  }

  @Test
  void of_many_tensors_in_one_file_the_last_byte_counts_whatever_their_order() {
    SmallGraph network =
        new SmallGraph()
            .outside("a", SmallGraph.UINT8, "w.bin", 10, 5, 5)
            .outside("b", SmallGraph.UINT8, "w.bin", 100, 50, 50)
            .outside("c", SmallGraph.UINT8, "w.bin", 20, 5, 5)
            .outside("d", SmallGraph.UINT8, "v.bin", 0, 1, 1)
            .output("y", SmallGraph.FLOAT, 1);
    Map<String, byte[]> files =
        Map.of("n.onnx", network.toBytes(), "w.bin", new byte[150], "v.bin", new byte[1]);
    assertThat(OnnxGraph.read(new MemoryFiles(files), "n.onnx").externalFiles())
        .containsOnly(Map.entry("w.bin", 150L), Map.entry("v.bin", 1L));
  }
}
