package dev.semblance.onnx.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.model.FolderFiles;
import dev.semblance.onnx.graph.GraphWriter.Whole;
import dev.semblance.onnx.graph.GraphWriter.Wholes;
import dev.semblance.onnx.graph.GraphWriter.Word;
import dev.semblance.onnx.proto.ProtobufWriter;
import dev.semblance.onnx.session.OneRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written node by node is what ONNX Runtime runs and what [OnnxGraph] reads.
class GraphWriterTest {
  private static final long SEED = 20261128;

  @TempDir Path folder;

  private Path write(GraphWriter graph) throws IOException {
    return Files.write(folder.resolve("n.onnx"), graph.toBytes());
  }

  @Test
  void a_product_with_a_constant_is_run_with_any_number_of_rows() throws IOException {
    GraphWriter graph = new GraphWriter("product");
    graph.input("x", -1, 2);
    String w = graph.floats("w", new float[] {1, 2, 3, 10, 20, 30}, 2, 3);
    graph.node("MatMul", List.of("x", w), "y");
    graph.output("y", -1, 3);
    Path file = write(graph);
    assertThat(OneRun.of(file, new float[] {1, 1}, 1, 2)).containsExactly(11, 22, 33);
    assertThat(OneRun.of(file, new float[] {1, 0, 0, 1, 2, -1}, 3, 2))
        .containsExactly(1, 2, 3, 10, 20, 30, -8, -16, -24);
    assertThat(OneRun.of(file, new float[0], 0, 2)).as("no rows").isEmpty();
  }

  @Test
  void attributes_are_whole_numbers_and_lists_of_them() throws IOException {
    GraphWriter graph = new GraphWriter("attributes");
    graph.input("x", 1, 2, 3);
    String turned = graph.node("Transpose", List.of("x"), "t", new Wholes("perm", 2, 0, 1));
    graph.node("ReduceSum", List.of(turned), "sums", new Whole("keepdims", 0));
    graph.node("Flatten", List.of(turned), "y", new Whole("axis", -1));
    graph.output("y", 3, 2);
    graph.output("sums");
    Path file = write(graph);
    float[] x = {1, 2, 3, 4, 5, 6};
    assertThat(OneRun.of(file, x, 1, 2, 3)).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(OneRun.of(file, "sums", batch -> OneRun.add(batch, "x", x, 1, 2, 3)).rank())
        .isZero();
  }

  @Test
  void words_and_inputs_left_out_are_taken_as_they_are_meant() throws IOException {
    GraphWriter graph = new GraphWriter("resize");
    graph.input("x", -1, 1, 1, 4);
    String factors = graph.floats("factors", new float[] {1, 1, 1, 0.5f}, 4);
    graph.node(
        "Resize",
        List.of("x", "", factors),
        "y",
        new Word("mode", "nearest"),
        new Word("coordinate_transformation_mode", "asymmetric"),
        new Word("nearest_mode", "floor"));
    graph.node(
        "Resize",
        List.of("x", "", factors),
        "z",
        new Word("mode", "linear"),
        new Word("coordinate_transformation_mode", "half_pixel"));
    graph.output("y");
    graph.output("z");
    Path file = write(graph);
    float[] x = {1, 3, 5, 9};
    assertThat(OneRun.of(file, "y", batch -> OneRun.add(batch, "x", x, 1, 1, 1, 4)).values())
        .containsExactly(1, 5);
    assertThat(OneRun.of(file, "z", batch -> OneRun.add(batch, "x", x, 1, 1, 1, 4)).values())
        .containsExactly(2, 7);
  }

  @Test
  void ports_and_operators_are_read_back() throws IOException {
    GraphWriter graph = new GraphWriter("ports");
    graph.input("x", -1, 3, 224, 224);
    graph.floats("unused", new float[] {1}, 1);
    assertThat(graph.node("Relu", List.of("x"), "y")).isEqualTo("y");
    graph.output("y", -1, 3, 224, 224);
    write(graph);
    OnnxGraph read = OnnxGraph.read(new FolderFiles(folder), "n.onnx");
    assertThat(read.inputs()).singleElement().hasToString("x float [?, 3, 224, 224]");
    assertThat(read.outputs()).singleElement().hasToString("y float [?, 3, 224, 224]");
    assertThat(read.operators()).containsExactly("Relu");
    assertThat(read.externalFiles()).isEmpty();
  }

  @Test
  void rounded_constants_lie_within_half_a_step_of_their_row() throws IOException {
    int rows = 7;
    int width = 2 * 5;
    float[] values = new float[rows * width];
    Random random = new Random(SEED);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * Math.pow(100, i / width - 3));
    }
    float[] got = rounded(values, rows, 2, 5);
    for (int row = 0; row < rows; row++) {
      float largest = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        largest = Math.max(largest, Math.abs(values[i]));
      }
      for (int i = row * width; i < (row + 1) * width; i++) {
        assertThat(got[i]).as(i + ", seed " + SEED).isCloseTo(values[i], within(largest / 253));
        if (Math.abs(values[i]) == largest) {
          assertThat(got[i]).as("the largest").isCloseTo(values[i], within(largest * 1e-6f));
        }
      }
    }
  }

  @Test
  void rounded_rows_of_zeros_and_whole_steps_stay_what_they_are() throws IOException {
    float[] values = {0, 0, 0, 127, -127, 1, -63.5f, 0.5f, -1};
    assertThat(rounded(values, 3, 3)).containsExactly(0, 0, 0, 127, -127, 1, -63.5f, 0.5f, -1);
  }

  /// The constant as a runtime gives it.
  private float[] rounded(float[] values, long... shape) throws IOException {
    GraphWriter graph = new GraphWriter("rounded");
    graph.input("x", 1);
    graph.node("Add", List.of(graph.rounded("w", values, shape), "x"), "y");
    graph.output("y", shape);
    return OneRun.of(write(graph), new float[] {0}, 1);
  }

  @Test
  void a_field_of_another_graph_is_taken_as_it_is() throws IOException {
    GraphWriter graph = new GraphWriter("copy");
    graph.input("x", 2);
    ProtobufWriter node =
        new ProtobufWriter().text(1, "x").text(1, "x").text(2, "y").text(4, "Mul");
    graph.copy(1, node.toBytes());
    graph.output("y", 2);
    assertThat(OneRun.of(write(graph), new float[] {3, -4}, 2)).containsExactly(9, 16);
  }

  /// A record that is no attribute.
  private record Colour(String name) {}

  @Test
  void attributes_of_other_kinds_are_refused() {
    GraphWriter graph = new GraphWriter("refused");
    assertThatThrownBy(() -> graph.node("Relu", List.of("x"), "y", new Colour("red")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Colour");
  }
}
