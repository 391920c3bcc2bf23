package dev.semblance.onnx.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.golden.Golden;
import dev.semblance.model.FolderFiles;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.proto.ProtobufWriter;
import dev.semblance.onnx.session.Batch;
import dev.semblance.onnx.session.Network;
import dev.semblance.onnx.session.NetworkFile;
import dev.semblance.onnx.session.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedWeightsTest {
  private static final int ROUNDS = 60;

  /// Activations stay below 128, so that sums of two products fit 16 bits and every processor adds
  /// exactly.
  private static final int ACTIVATION = 128;

  @TempDir Path folder;
  private Path found;
  private Path signed;

  @BeforeEach
  void name_the_files() {
    found = folder.resolve("found.onnx");
    signed = folder.resolve("signed.onnx");
  }

  private boolean rewrite() {
    return SignedWeights.write(new FolderFiles(folder), "found.onnx", signed);
  }

  /// A product of bytes with everything random: sizes, one zero point for all or one a column, or
  /// none, weights as bytes or listed.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Product(int rows, int inner, int columns, byte[] x, byte[] w, byte[] zeros) {
    static Product random(Random random, int activations) {
      int rows = 1 + random.nextInt(5);
      int inner = 1 + random.nextInt(70);
      int columns = 1 + random.nextInt(40);
      byte[] x = new byte[rows * inner];
      for (int i = 0; i < x.length; i++) {
        x[i] = (byte) random.nextInt(activations);
      }
      byte[] w = new byte[inner * columns];
      random.nextBytes(w);
      byte[] zeros = new byte[List.of(0, 1, columns).get(random.nextInt(3))];
      random.nextBytes(zeros);
      return new Product(rows, inner, columns, x, w, zeros);
    }

    SmallGraph graph(boolean listed) {
      SmallGraph graph = new SmallGraph().input("x", SmallGraph.UINT8, rows, inner);
      graph.constant("xz", SmallGraph.UINT8, new byte[] {3});
      List<String> inputs = new ArrayList<>(List.of("x", "w", "xz"));
      if (listed) {
        graph.listed("w", SmallGraph.UINT8, w, inner, columns);
      } else {
        graph.constant("w", SmallGraph.UINT8, w, inner, columns);
      }
      if (zeros.length > 0) {
        long[] shape = zeros.length == 1 ? new long[0] : new long[] {columns};
        graph.listed("wz", SmallGraph.UINT8, zeros, shape);
        inputs.add("wz");
      }
      return graph
          .node("MatMulInteger", inputs, "sum")
          .node("", "Cast", List.of("sum"), List.of(SmallGraph.whole("to", 1)), "y")
          .output("y", SmallGraph.FLOAT, rows, columns);
    }

    /// The plain sums.
    float[] expected() {
      float[] sums = new float[rows * columns];
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          int zero =
              zeros.length == 0 ? 0 : Byte.toUnsignedInt(zeros[zeros.length == 1 ? 0 : column]);
          int sum = 0;
          for (int i = 0; i < inner; i++) {
            sum +=
                (Byte.toUnsignedInt(x[row * inner + i]) - 3)
                    * (Byte.toUnsignedInt(w[i * columns + column]) - zero);
          }
          sums[row * columns + column] = sum;
        }
      }
      return sums;
    }
  }

  @Test
  void random_products_are_the_plain_sums_before_and_after() {
    for (int round = 0; round < ROUNDS; round++) {
      long seed = 20261124L + round;
      Random random = new Random(seed);
      Product product = Product.random(random, ACTIVATION);
      product.graph(random.nextBoolean()).write(found);
      assertThat(rewrite()).as("changed, seed " + seed).isTrue();
      float[] expected = product.expected();
      assertThat(run(found, product)).as("found, seed " + seed).isEqualTo(expected);
      assertThat(run(signed, product)).as("signed, seed " + seed).isEqualTo(expected);
      assertThat(weight(signed, "w").type()).as("seed " + seed).isEqualTo(Weight.INT8);
    }
  }

  @Test
  void turned_back_they_are_what_was_found_and_exact_for_all_activations_everywhere() {
    Path back = folder.resolve("back.onnx");
    for (int round = 0; round < ROUNDS; round++) {
      long seed = 20261130L + round;
      Random random = new Random(seed);
      Product product = Product.random(random, 256);
      product.graph(random.nextBoolean()).write(found);
      assertThat(SignedWeights.writeUnsigned(new FolderFiles(folder), "found.onnx", back))
          .as("nothing to turn, seed " + seed)
          .isFalse();
      assertThat(rewrite()).isTrue();
      assertThat(SignedWeights.writeUnsigned(new FolderFiles(folder), "signed.onnx", back))
          .as("turned back, seed " + seed)
          .isTrue();
      assertThat(run(back, product)).as("seed " + seed).isEqualTo(product.expected());
      assertThat(weight(back, "w").type()).as("seed " + seed).isEqualTo(Weight.UINT8);
      try (EditableModel model = EditableModel.open(new FolderFiles(folder), "back.onnx")) {
        assertThat(model.numbers(model.weight("w").orElseThrow())).isEqualTo(product.w);
      }
    }
  }

  private float[] run(Path graph, Product product) {
    try (Network network = network(graph);
        Batch batch = new Batch()) {
      ByteBuffer x = batch.add("x", ElementType.UINT8, product.rows, product.inner);
      x.put(product.x);
      return Objects.requireNonNull(network.run(batch, Set.of("y")).get("y")).values();
    }
  }

  private Network network(Path graph) {
    NetworkFile file =
        new NetworkFile(
            "test", new FolderFiles(folder), graph.getFileName().toString(), "0".repeat(64));
    return new Network(file, new Settings(1, folder.resolve("cache"), false));
  }

  private Weight weight(Path graph, String name) {
    try (EditableModel model =
        EditableModel.open(new FolderFiles(folder), graph.getFileName().toString())) {
      return model.weight(name).orElseThrow();
    }
  }

  private static SmallGraph dequantized(int weightType) {
    return new SmallGraph()
        .input("x", SmallGraph.FLOAT, 1, 2)
        .constant("w", weightType, new byte[] {0, (byte) 255, 100, (byte) 200}, 2, 2)
        .constant("scale", SmallGraph.FLOAT, new byte[] {0, 0, (byte) 128, 63, 0, 0, 0, 64}, 2)
        .node(
            "",
            "DequantizeLinear",
            List.of("w", "scale"),
            List.of(SmallGraph.whole("axis", 1)),
            "f")
        .node("Mul", List.of("x", "f"), "y")
        .output("y", SmallGraph.FLOAT, 2, 2);
  }

  @Test
  void a_zero_point_left_out_is_zero_and_becomes_minus_128_in_the_scale_s_shape() {
    dequantized(SmallGraph.UINT8).write(found);
    assertThat(rewrite()).isTrue();
    assertThat(floats(found)).containsExactly(0, 3 * 510, 100, 3 * 400);
    assertThat(floats(signed)).containsExactly(0, 3 * 510, 100, 3 * 400);
    try (EditableModel model = EditableModel.open(new FolderFiles(folder), "signed.onnx")) {
      Weight zero = model.weight("w_zero_other").orElseThrow();
      assertThat(zero.shape()).containsExactly(2L);
      assertThat(model.numbers(zero)).containsOnly(-128);
      assertThat(model.numbers(model.weight("w").orElseThrow()))
          .containsExactly(-128, 127, -28, 72);
    }
  }

  private float[] floats(Path graph) {
    try (Network network = network(graph);
        Batch batch = new Batch()) {
      batch.add("x", ElementType.FLOAT, 1, 2).asFloatBuffer().put(new float[] {1, 3});
      return Objects.requireNonNull(network.run(batch, Set.of("y")).get("y")).values();
    }
  }

  @Test
  void signed_weights_and_graphs_without_any_are_left_as_they_are() {
    dequantized(SmallGraph.INT8).write(found);
    assertThat(rewrite()).isFalse();
    assertThat(signed).doesNotExist();
  }

  @Test
  void a_weight_that_somebody_takes_as_it_is_stays() {
    dequantized(SmallGraph.UINT8)
        .node("", "Cast", List.of("w"), List.of(SmallGraph.whole("to", 1)), "plain")
        .output("plain", SmallGraph.FLOAT, 2, 2)
        .write(found);
    assertThat(rewrite()).isFalse();
  }

  @Test
  void a_weight_that_can_be_fed_from_outside_stays() {
    dequantized(SmallGraph.UINT8).input("w", SmallGraph.UINT8, 2, 2).write(found);
    assertThat(rewrite()).isFalse();
  }

  @Test
  void a_weight_that_a_graph_inside_a_node_takes_stays() {
    var inner =
        new ProtobufWriter()
            .message(1, new ProtobufWriter().text(1, "w").text(2, "v").text(4, "Identity"))
            .text(2, "inner");
    var branch = new ProtobufWriter().text(1, "then_branch").message(6, inner).number(20, 5);
    dequantized(SmallGraph.UINT8)
        .node("", "If", List.of("condition"), List.of(branch), "z")
        .write(found);
    assertThat(rewrite()).isFalse();
  }

  @Test
  void weights_beside_the_network_lie_beside_the_copy() throws IOException {
    byte[] weights = new byte[300];
    new Random(7).nextBytes(weights);
    Files.write(folder.resolve("weights.bin"), weights);
    float[] scales = {.5f, 2, 3};
    ByteBuffer scale = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    scale.asFloatBuffer().put(scales);
    new SmallGraph()
        .input("x", SmallGraph.FLOAT, 1, 2)
        .outside("w", SmallGraph.UINT8, "weights.bin", 100, 4, 2, 2)
        .outside("bias", SmallGraph.UINT8, "weights.bin", 200, 2, 2)
        .constant("scale", SmallGraph.FLOAT, Arrays.copyOf(scale.array(), 4))
        .node("DequantizeLinear", List.of("w", "scale"), "f")
        .node("MatMul", List.of("x", "f"), "product")
        .node("", "Cast", List.of("bias"), List.of(SmallGraph.whole("to", 1)), "b")
        .node("Add", List.of("product", "b"), "y")
        .output("y", SmallGraph.FLOAT, 1, 2)
        .write(found);
    assertThat(rewrite()).isTrue();
    assertThat(folder.resolve("signed.onnx.data")).exists();
    float[] before = floats(found);
    Files.delete(folder.resolve("weights.bin"));
    assertThat(floats(signed)).isEqualTo(before);
  }

  @Test
  void weights_that_are_missing_or_cut_short_are_named() throws IOException {
    new SmallGraph()
        .input("x", SmallGraph.FLOAT, 1, 2)
        .outside("w", SmallGraph.UINT8, "weights.bin", 0, 4, 2, 2)
        .constant("scale", SmallGraph.FLOAT, new byte[] {0, 0, (byte) 128, 63})
        .node("DequantizeLinear", List.of("w", "scale"), "y")
        .output("y", SmallGraph.FLOAT, 2, 2)
        .write(found);
    assertThatThrownBy(this::rewrite)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("weights.bin")
        .hasMessageContaining("missing");
    Files.write(folder.resolve("weights.bin"), new byte[3]);
    assertThatThrownBy(this::rewrite)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("weight w of shape [2, 2] has 3 bytes");
  }

  @Test
  void a_network_cut_short_is_refused_by_name() throws IOException {
    byte[] whole =
        Files.readAllBytes(Golden.path("models/clip-split/onnx/vision_model_quantized.onnx"));
    Random random = new Random(20261124);
    for (int i = 0; i < 30; i++) {
      int length = random.nextInt(whole.length);
      Files.write(found, Arrays.copyOf(whole, length));
      assertThatThrownBy(this::rewrite)
          .as("cut at " + length)
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("found.onnx");
    }
  }
}
