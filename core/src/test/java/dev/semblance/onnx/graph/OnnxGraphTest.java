package dev.semblance.onnx.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.semblance.model.FolderFiles;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.proto.Bytes;
import dev.semblance.onnx.proto.ProtobufReader;
import dev.semblance.onnx.proto.ProtobufWriter;
import dev.semblance.onnx.rewrite.SmallGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A network's file tells its ports and operators wherever they stand in it, and a file that is
/// none is refused with its name.
class OnnxGraphTest {
  private static final String FILE = "onnx/n.onnx";
  private static final int INT64 = 7;

  @TempDir Path folder;

  private static OnnxGraph read(byte[] network) {
    return OnnxGraph.read(files(network), FILE);
  }

  private static ModelFiles files(byte[] network) {
    return new MemoryFiles(Map.of(FILE, network));
  }

  private static String refusal(byte[] network) {
    ModelException refused =
        assertThatExceptionOfType(ModelException.class).isThrownBy(() -> read(network)).actual();
    return String.valueOf(refused.getMessage());
  }

  private static SmallGraph small() {
    return new SmallGraph()
        .input("x", SmallGraph.FLOAT, -1, 3)
        .constant("w", SmallGraph.FLOAT, new byte[36], 3, 3)
        .node("MatMul", List.of("x", "w"), "y")
        .output("y", SmallGraph.FLOAT, -1, 3);
  }

  private static ProtobufWriter node(String operator) {
    return new ProtobufWriter().text(2, operator + "_out").text(4, operator);
  }

  private static ProtobufWriter attribute(String name, int field, ProtobufWriter value) {
    return new ProtobufWriter().text(1, name).message(field, value);
  }

  @Test
  void ports_come_with_type_and_shape_in_the_order_of_the_file() {
    OnnxGraph graph =
        read(
            new SmallGraph()
                .input("ids", INT64, -1, -1)
                .input("pixels", 10, 1, 3, 224, 224)
                .input("flag", 9)
                .output("b", SmallGraph.FLOAT, -1, 512)
                .output("a", 11, 0)
                .toBytes());
    assertThat(graph.inputs())
        .extracting(TensorPort::toString)
        .containsExactly("ids int64 [?, ?]", "pixels float16 [1, 3, 224, 224]", "flag bool []");
    assertThat(graph.outputs())
        .extracting(TensorPort::toString)
        .containsExactly("b float [?, 512]", "a other [0]");
    TensorPort ids = graph.input("ids").orElseThrow();
    assertThat(ids.rank()).isEqualTo(2);
    assertThat(ids.length(1)).isEqualTo(TensorPort.FREE);
    assertThat(graph.output("b").orElseThrow().lastLength()).isEqualTo(512);
    assertThat(graph.input("flag").orElseThrow().lastLength()).isEqualTo(TensorPort.FREE);
    assertThat(graph.input("b")).as("an output").isEmpty();
    assertThat(graph.output("ids")).as("an input").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, FLOAT", "2, UINT8", "3, INT8", "6, INT32", "7, INT64", "9, BOOL", "10, FLOAT16"})
  void types_have_the_codes_of_the_schema(int code, ElementType type) {
    OnnxGraph graph = read(small().input("port", code, 1).toBytes());
    assertThat(graph.input("port").orElseThrow().type()).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 5, 8, 11, 16, 99, -1})
  void every_other_type_is_told_as_other(int code) {
    OnnxGraph graph = read(small().input("port", code, 1).toBytes());
    assertThat(graph.input("port").orElseThrow().type()).isEqualTo(ElementType.OTHER);
  }

  @Test
  void weights_listed_among_the_inputs_as_older_exporters_do_need_not_be_fed() {
    OnnxGraph graph = read(small().input("w", SmallGraph.FLOAT, 3, 3).toBytes());
    assertThat(graph.inputs()).extracting(TensorPort::name).containsExactly("x");
  }

  @Test
  void operators_are_found_in_branches_loops_and_functions() {
    ProtobufWriter scan = new ProtobufWriter().message(1, node("Erf"));
    ProtobufWriter loop = node("Loop").message(5, attribute("body", 6, scan));
    ProtobufWriter then =
        new ProtobufWriter().message(1, loop).message(11, new ProtobufWriter().text(1, "inner"));
    ProtobufWriter several =
        new ProtobufWriter()
            .text(1, "graphs")
            .message(11, new ProtobufWriter().message(1, node("Tanh")))
            .message(11, new ProtobufWriter().message(1, node("Relu")));
    byte[] network =
        new ProtobufWriter()
            .bytes(7, graphOf(small().toBytes()))
            .message(7, new ProtobufWriter().message(1, node("If").message(5, several)))
            .message(
                7, new ProtobufWriter().message(1, node("If").message(5, attribute("t", 6, then))))
            .message(25, new ProtobufWriter().text(1, "Gelu").message(7, node("Sqrt")))
            .toBytes();
    OnnxGraph graph = read(network);
    assertThat(graph.operators())
        .containsExactlyInAnyOrder("MatMul", "If", "Loop", "Erf", "Tanh", "Relu", "Sqrt");
    assertThat(graph.inputs()).as("not those of branches").hasSize(1);
  }

  private static byte[] graphOf(byte[] model) {
    ProtobufReader fields = new ProtobufReader(Bytes.of(model));
    while (fields.next()) {
      if (fields.field() == 7) {
        return fields.bytes();
      }
    }
    throw new AssertionError("no graph");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DynamicQuantizeLinear", "DynamicQuantizeMatMul", "DynamicQuantizeLSTM"})
  void networks_that_quantise_while_they_run_are_known_by_their_operators(String operator) {
    assertThat(read(small().toBytes()).quantisesWhileRunning()).isFalse();
    byte[] network = small().node(operator, List.of("x"), "q").toBytes();
    assertThat(read(network).quantisesWhileRunning()).isTrue();
  }

  @Test
  void one_that_is_cut_anywhere_is_refused_by_name_with_its_size() {
    byte[] network = small().toBytes();
    int whole = new ProtobufWriter().number(1, 8).text(2, "test").toBytes().length;
    byte[] graph = new ProtobufWriter().bytes(7, graphOf(network)).toBytes();
    // What stands behind the graph are operator sets, whose lack is not seen here.
    for (int length = 0; length < whole + graph.length; length++) {
      assertThat(refusal(Arrays.copyOf(network, length)))
          .as("cut at " + length)
          .startsWith("memory/onnx/n.onnx: the file is cut short or is no ONNX network (" + length)
          .endsWith("; fetch it again");
    }
    assertThat(read(Arrays.copyOf(network, whole + graph.length)).outputs()).hasSize(1);
  }

  @Test
  void bytes_of_something_else_give_a_sentence_and_no_other_error() {
    for (int round = 0; round < 2000; round++) {
      long seed = 20261128L + round;
      Random random = new Random(seed);
      byte[] bytes = small().toBytes();
      for (int i = 0; i <= random.nextInt(6); i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(read(bytes).outputs()).as("seed " + seed).isNotEmpty();
      } catch (ModelException e) {
        assertThat(e).as("seed " + seed).hasMessageStartingWith("memory/onnx/n.onnx: ");
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  @Test
  void graphs_nested_without_end_are_refused_and_not_followed() {
    byte[] graph = new ProtobufWriter().message(1, node("Relu")).toBytes();
    for (int i = 0; i < 3000; i++) {
      byte[] attribute = new ProtobufWriter().text(1, "body").bytes(6, graph).toBytes();
      byte[] node = new ProtobufWriter().text(4, "Loop").bytes(5, attribute).toBytes();
      graph = new ProtobufWriter().bytes(1, node).toBytes();
    }
    assertThat(refusal(new ProtobufWriter().bytes(7, graph).toBytes()))
        .contains("more than 100 deep");
  }

  @Test
  void a_file_without_a_graph_or_whose_graph_gives_nothing_is_refused() {
    assertThat(refusal(new ProtobufWriter().number(1, 8).toBytes())).contains("holds no graph");
    byte[] dumb = new SmallGraph().input("x", SmallGraph.FLOAT, 1).toBytes();
    assertThat(refusal(dumb)).contains("holds no graph");
  }

  @Test
  void a_pointer_of_git_lfs_is_told_as_such() {
    String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n";
    assertThat(refusal(pointer.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            "memory/onnx/n.onnx: is a git-lfs pointer and not the network itself; run git lfs"
                + " pull");
  }

  @Test
  void an_absent_file_is_named() {
    ModelFiles files = files(new byte[0]);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> OnnxGraph.read(files, "onnx/other.onnx"))
        .withMessage("memory/onnx/other.onnx: this network is missing; fetch the model again");
  }

  @Test
  void a_file_on_disk_tells_what_its_bytes_in_memory_tell() throws IOException {
    SmallGraph network = small();
    for (int i = 0; i < 300; i++) {
      network.constant("more" + i, SmallGraph.FLOAT, new byte[400], 100);
      network.node("Op" + i, List.of("x", "more" + i), "out" + i);
    }
    Files.createDirectory(folder.resolve("onnx"));
    network.write(folder.resolve(FILE));
    OnnxGraph graph = OnnxGraph.read(new FolderFiles(folder), FILE);
    assertThat(graph).isEqualTo(read(network.toBytes()));
    assertThat(graph.operators()).hasSize(301);
  }

  @Test
  void a_name_beside_another_lies_in_the_same_folder() {
    assertThat(OnnxGraph.sibling("onnx/a.onnx", "a.onnx_data")).isEqualTo("onnx/a.onnx_data");
    assertThat(OnnxGraph.sibling("a.onnx", "weights/b")).isEqualTo("weights/b");
  }

  @Test
  void a_graph_keeps_what_it_was_made_of() {
    List<TensorPort> ports = new ArrayList<>();
    List<Long> shape = new ArrayList<>(List.of(2L));
    ports.add(new TensorPort("x", ElementType.INT8, shape));
    OnnxGraph graph = new OnnxGraph(ports, ports, Set.of(), Map.of());
    shape.add(3L);
    ports.clear();
    assertThat(graph.inputs()).singleElement().hasToString("x int8 [2]");
  }
}
