package dev.semblance.onnx.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.model.FolderFiles;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.proto.ProtobufWriter;
import dev.semblance.onnx.session.Batch;
import dev.semblance.onnx.session.Network;
import dev.semblance.onnx.session.NetworkFile;
import dev.semblance.onnx.session.OneRun;
import dev.semblance.onnx.session.Settings;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamicQuantizerTest {
  private static final int ROWS = 3;
  private static final int INNER = 48;
  private static final int COLUMNS = 40;
  private static final long SEED = 20261124;

  @TempDir Path folder;

  private static byte[] floats(Random random, int count, double spread) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      // Columns of very different size are what a scale for each is for.
      int step = i % COLUMNS / 8;
      bytes.putFloat((float) (random.nextGaussian() * Math.pow(spread, step)));
    }
    return bytes.array();
  }

  private int quantise(SmallGraph graph) {
    graph.write(folder.resolve("plain.onnx"));
    return DynamicQuantizer.write(
        new FolderFiles(folder), "plain.onnx", folder.resolve("fast.onnx"));
  }

  private float[] run(String graph) {
    String exact = OneRun.exact(folder.resolve(graph)).getFileName().toString();
    NetworkFile file = new NetworkFile("test", new FolderFiles(folder), exact, "0".repeat(64));
    try (Network network = new Network(file, new Settings(1, folder.resolve("cache"), false));
        Batch batch = new Batch()) {
      Random random = new Random(SEED);
      ByteBuffer x = batch.add("x", ElementType.FLOAT, ROWS, INNER);
      for (int i = 0; i < ROWS * INNER; i++) {
        x.putFloat(4 * i, (float) random.nextGaussian());
      }
      return Objects.requireNonNull(network.run(batch, Set.of("y")).get("y")).values();
    }
  }

  private static double cosine(float[] left, float[] right, int column) {
    double dot = 0;
    double lefts = 0;
    double rights = 0;
    for (int row = 0; row < ROWS; row++) {
      double a = left[row * COLUMNS + column];
      double b = right[row * COLUMNS + column];
      dot += a * b;
      lefts += a * a;
      rights += b * b;
    }
    return dot / Math.sqrt(lefts * rights);
  }

  private void assertEveryColumnLiesNear() {
    float[] plain = run("plain.onnx");
    float[] fast = run("fast.onnx");
    for (int column = 0; column < COLUMNS; column++) {
      assertThat(cosine(plain, fast, column))
          .as("column " + column + ", seed " + SEED)
          .isGreaterThan(.995);
    }
  }

  private static SmallGraph start() {
    return new SmallGraph()
        .input("x", SmallGraph.FLOAT, -1, INNER)
        .output("y", SmallGraph.FLOAT, -1, COLUMNS);
  }

  @Test
  void a_product_lies_near_in_every_column_however_large_it_is() {
    SmallGraph graph =
        start()
            .constant("w", 1, floats(new Random(SEED), INNER * COLUMNS, 10), INNER, COLUMNS)
            .node("MatMul", List.of("x", "w"), "y");
    assertThat(quantise(graph)).isEqualTo(1);
    assertEveryColumnLiesNear();
    assertThat(OnnxGraph.read(new FolderFiles(folder), "fast.onnx").operators())
        .contains("MatMulInteger", "DynamicQuantizeLinear")
        .doesNotContain("MatMul");
  }

  @Test
  void a_gemm_with_its_matrix_lying_and_a_summand_lies_near() {
    Random random = new Random(SEED);
    SmallGraph graph =
        start()
            .constant("w", 1, floats(random, INNER * COLUMNS, 1), COLUMNS, INNER)
            .constant("b", 1, floats(random, COLUMNS, 1), COLUMNS)
            .node("", "Gemm", List.of("x", "w", "b"), List.of(SmallGraph.whole("transB", 1)), "y");
    assertThat(quantise(graph)).isEqualTo(1);
    assertEveryColumnLiesNear();
  }

  @Test
  void products_of_one_tensor_quantise_it_once_and_drop_a_matrix_nobody_else_takes() {
    byte[] matrix = floats(new Random(SEED), INNER * COLUMNS, 1);
    SmallGraph graph =
        start()
            .constant("w", 1, matrix, INNER, COLUMNS)
            .node("MatMul", List.of("x", "w"), "one")
            .node("MatMul", List.of("x", "w"), "two")
            .node("Add", List.of("one", "two"), "y");
    assertThat(quantise(graph)).isEqualTo(2);
    assertEveryColumnLiesNear();
    try (EditableModel model = EditableModel.open(new FolderFiles(folder), "fast.onnx")) {
      assertThat(model.nodes().stream().filter(node -> node.is("DynamicQuantizeLinear")))
          .hasSize(1);
      assertThat(model.weight("w")).isEmpty();
      assertThat(model.weight("w_int8").orElseThrow().shape())
          .containsExactly((long) INNER, (long) COLUMNS);
    }
  }

  @Test
  void a_matrix_that_somebody_else_takes_stays() {
    SmallGraph graph =
        start()
            .constant("w", 1, floats(new Random(SEED), INNER * COLUMNS, 1), INNER, COLUMNS)
            .node("MatMul", List.of("x", "w"), "product")
            .node("ReduceMax", List.of("w"), "largest")
            .node("Add", List.of("product", "largest"), "y");
    assertThat(quantise(graph)).isEqualTo(1);
    try (EditableModel model = EditableModel.open(new FolderFiles(folder), "fast.onnx")) {
      assertThat(model.weight("w")).isPresent();
    }
    assertThat(run("fast.onnx")).hasSize(ROWS * COLUMNS);
  }

  @Test
  void small_products_scaled_gemms_and_products_of_two_tensors_stay_in_floats() {
    Random random = new Random(SEED);
    ProtobufWriter half = new ProtobufWriter().text(1, "alpha").real(2, .5f).number(20, 1);
    SmallGraph graph =
        start()
            .constant("small", 1, floats(random, INNER * 2, 1), INNER, 2)
            .constant("w", 1, floats(random, INNER * COLUMNS, 1), INNER, COLUMNS)
            .node("MatMul", List.of("x", "small"), "few")
            .node("MatMul", List.of("few", "few"), "both")
            .node("", "Gemm", List.of("x", "w"), List.of(half), "y");
    assertThat(quantise(graph)).isZero();
    assertThat(folder.resolve("fast.onnx")).doesNotExist();
  }

  @Test
  void a_column_of_zeros_gives_zeros() {
    byte[] matrix = floats(new Random(SEED), INNER * COLUMNS, 1);
    for (int row = 0; row < INNER; row++) {
      for (int i = 0; i < 4; i++) {
        matrix[(row * COLUMNS + 5) * 4 + i] = 0;
      }
    }
    SmallGraph graph =
        start().constant("w", 1, matrix, INNER, COLUMNS).node("MatMul", List.of("x", "w"), "y");
    quantise(graph);
    float[] fast = run("fast.onnx");
    for (int row = 0; row < ROWS; row++) {
      assertThat(fast[row * COLUMNS + 5]).isZero();
    }
  }
}
