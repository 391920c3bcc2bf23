package dev.semblance.onnx.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.model.FolderFiles;
import dev.semblance.onnx.session.OneRun;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An int8 network gives the numbers that its rules give when they are reckoned by hand, and keeps
/// apart what only has like names.
class DynamicQuantizerNumbersTest {
  private static final int SIDE = 32;
  private static final long SEED = 20261128;

  @TempDir Path folder;
  private final Random random = new Random(SEED);

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static byte[] bytes(float[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return bytes.array();
  }

  private static SmallGraph graph() {
    return new SmallGraph()
        .input("x", SmallGraph.FLOAT, -1, SIDE)
        .output("y", SmallGraph.FLOAT, -1, SIDE);
  }

  private SmallGraph square(SmallGraph graph, String name) {
    return graph.constant(name, SmallGraph.FLOAT, bytes(numbers(SIDE * SIDE)), SIDE, SIDE);
  }

  private Path fast(SmallGraph graph, int products) {
    graph.write(folder.resolve("plain.onnx"));
    Path fast = folder.resolve("fast.onnx");
    assertThat(DynamicQuantizer.write(new FolderFiles(folder), "plain.onnx", fast))
        .isEqualTo(products);
    return fast;
  }

  /// The int8 network must give about what the other gives: within 3 % of its largest number.
  private void assertNear(SmallGraph graph, int products) {
    Path fast = fast(graph, products);
    float[] x = numbers(SIDE * SIDE);
    float[] wanted = OneRun.of(folder.resolve("plain.onnx"), x, SIDE, SIDE);
    float[] got = OneRun.of(OneRun.exact(fast), x, SIDE, SIDE);
    float largest = 0;
    for (float number : wanted) {
      largest = Math.max(largest, Math.abs(number));
    }
    assertThat(got).hasSameSizeAs(wanted);
    for (int i = 0; i < got.length; i++) {
      assertThat(got[i]).as(i + ", seed " + SEED).isCloseTo(wanted[i], within(.03f * largest));
    }
  }

  @Test
  void sums_are_those_of_rounded_bytes() {
    float[] w = numbers(SIDE * SIDE);
    SmallGraph graph =
        graph()
            .constant("w", SmallGraph.FLOAT, bytes(w), SIDE, SIDE)
            .node("MatMul", List.of("x", "w"), "y");
    float[] x = numbers(3 * SIDE);
    float[] got = OneRun.of(OneRun.exact(fast(graph, 1)), x, 3, SIDE);
    float[] expected = product(x, w);
    for (int i = 0; i < got.length; i++) {
      assertThat(got[i]).as(i + ", seed " + SEED).isCloseTo(expected[i], within(1e-4f));
    }
  }

  /// What `DynamicQuantizeLinear` and whole-number sums give, in doubles.
  private static float[] product(float[] x, float[] w) {
    float lowest = 0;
    float highest = 0;
    for (float number : x) {
      lowest = Math.min(lowest, number);
      highest = Math.max(highest, number);
    }
    float scale = (highest - lowest) / 255;
    long zero = (long) Math.rint(-lowest / scale);
    float[] sums = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      int column = i % SIDE;
      float step = step(w, column);
      long sum = 0;
      for (int k = 0; k < SIDE; k++) {
        long byteOfX = Math.clamp((long) Math.rint(x[i - column + k] / scale) + zero, 0, 255);
        sum += (byteOfX - zero) * Math.round(w[k * SIDE + column] / step);
      }
      sums[i] = sum * scale * step;
    }
    return sums;
  }

  private static float step(float[] w, int column) {
    float largest = 0;
    for (int row = 0; row < SIDE; row++) {
      largest = Math.max(largest, Math.abs(w[row * SIDE + column]));
    }
    return largest / 127;
  }

  @Test
  void one_matrix_taken_both_ways_is_two_matrices() {
    SmallGraph graph =
        square(graph(), "w")
            .node("MatMul", List.of("x", "w"), "one")
            .node("", "Gemm", List.of("x", "w"), List.of(SmallGraph.whole("transB", 1)), "two")
            .node("Sub", List.of("one", "two"), "y");
    assertNear(graph, 2);
  }

  @Test
  void matrices_whose_names_differ_by_a_word_are_two_matrices() {
    SmallGraph graph = square(square(square(graph(), "w"), "w_transposed"), "w^T");
    List<String> summands = List.of("one", "two", "three");
    graph
        .node("", "Gemm", List.of("x", "w"), List.of(SmallGraph.whole("transB", 1)), "one")
        .node("MatMul", List.of("x", "w_transposed"), "two")
        .node("MatMul", List.of("x", "w^T"), "three")
        .node("Sum", summands, "y");
    assertNear(graph, 3);
  }

  @Test
  void names_that_the_network_has_already_are_not_given_again() {
    SmallGraph graph = square(graph(), "w");
    for (String taken : List.of("bytes_scale", "bytes_zero")) {
      graph.node("Relu", List.of("x"), "x_" + taken);
    }
    for (String taken : List.of("y_sum_float", "y_scale", "w_int8", "w_scales")) {
      graph.node("Relu", List.of("x"), taken);
    }
    assertNear(graph.node("MatMul", List.of("x", "w"), "y"), 1);
  }

  @Test
  void a_matrix_that_is_a_summand_too_stays_for_it() {
    assertNear(square(graph(), "w").node("Gemm", List.of("x", "w", "w"), "y"), 1);
    SmallGraph others =
        square(square(graph(), "w"), "v")
            .node("MatMul", List.of("x", "w"), "z")
            .node("Gemm", List.of("z", "v", "w"), "y");
    assertNear(others, 2);
  }

  @Test
  void a_matrix_that_branches_take_or_that_comes_out_stays() {
    SmallGraph graph =
        square(graph(), "w")
            .node("MatMul", List.of("x", "w"), "y")
            .output("w", SmallGraph.FLOAT, SIDE, SIDE);
    assertNear(graph, 1);
    Path fast = folder.resolve("fast.onnx");
    float[] x = new float[SIDE];
    assertThat(
            OneRun.of(OneRun.exact(fast), "w", batch -> OneRun.add(batch, "x", x, 1, SIDE))
                .values())
        .hasSize(SIDE * SIDE);
  }

  @Test
  void products_of_products_are_rounded_one_after_the_other() {
    SmallGraph graph =
        square(square(graph(), "w"), "v")
            .node("MatMul", List.of("x", "w"), "h")
            .node("MatMul", List.of("h", "v"), "y");
    assertNear(graph, 2);
  }

  @Test
  void a_matrix_just_large_enough_is_rounded_and_one_with_a_column_less_is_not() {
    int fewest = DynamicQuantizer.FEWEST_WEIGHTS;
    assertThat(fewest % SIDE).isZero();
    for (int columns : List.of(fewest / SIDE, fewest / SIDE - 1)) {
      SmallGraph graph =
          new SmallGraph()
              .input("x", SmallGraph.FLOAT, -1, SIDE)
              .constant("w", SmallGraph.FLOAT, bytes(numbers(SIDE * columns)), SIDE, columns)
              .node("MatMul", List.of("x", "w"), "y")
              .output("y", SmallGraph.FLOAT, -1, columns);
      graph.write(folder.resolve("n.onnx"));
      int products =
          DynamicQuantizer.write(
              new FolderFiles(folder), "n.onnx", folder.resolve("fast" + columns));
      assertThat(products).isEqualTo(columns == fewest / SIDE ? 1 : 0);
    }
  }
}
