package dev.semblance.onnx.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.model.FolderFiles;
import dev.semblance.onnx.proto.ProtobufWriter;
import dev.semblance.onnx.session.OneRun;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Weights that several nodes take, each with a zero point of its own or with none, stand for the
/// same numbers once they are signed.
class SignedZerosTest {
  private static final byte[] W = {0, (byte) 255, 100, (byte) 200};
  private static final byte[] ONE = {0, 0, (byte) 128, 63};

  @TempDir Path folder;

  private static SmallGraph graph() {
    return new SmallGraph()
        .input("x", SmallGraph.FLOAT, 4)
        .constant("w", SmallGraph.UINT8, W, 4)
        .constant("one", SmallGraph.FLOAT, ONE)
        .constant("w_zero", SmallGraph.UINT8, new byte[] {100})
        .output("y", SmallGraph.FLOAT, 4);
  }

  private float[] signed(SmallGraph graph) {
    graph.write(folder.resolve("found.onnx"));
    Path signed = folder.resolve("signed.onnx");
    assertThat(SignedWeights.write(new FolderFiles(folder), "found.onnx", signed)).isTrue();
    float[] x = {1, 1, 1, 1};
    float[] wanted = OneRun.of(folder.resolve("found.onnx"), x, 4);
    assertThat(OneRun.of(signed, x, 4)).isEqualTo(wanted);
    return wanted;
  }

  @Test
  void one_weight_with_a_zero_point_here_and_none_there() {
    SmallGraph graph =
        graph()
            .node("DequantizeLinear", List.of("w", "one", "w_zero"), "lower")
            .node("DequantizeLinear", List.of("w", "one"), "plain")
            .node("Sum", List.of("x", "lower", "plain"), "y");
    assertThat(signed(graph)).containsExactly(-99, 411, 101, 301);
  }

  @Test
  void one_weight_without_a_zero_point_scaled_as_a_whole_here_and_number_by_number_there() {
    float[] scales = {1, 2, 3, 4};
    ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(scales);
    List<ProtobufWriter> axis = List.of(SmallGraph.whole("axis", 0));
    SmallGraph graph =
        graph()
            .constant("each", SmallGraph.FLOAT, bytes.array(), 4)
            .node("DequantizeLinear", List.of("w", "one"), "plain")
            .node("", "DequantizeLinear", List.of("w", "each"), axis, "scaled")
            .node("Sum", List.of("x", "plain", "scaled"), "y");
    assertThat(signed(graph)).containsExactly(1, 766, 401, 1001);
  }

  @Test
  void two_weights_that_share_a_zero_point_which_something_else_takes_too() {
    SmallGraph graph =
        graph()
            .constant("v", SmallGraph.UINT8, new byte[] {1, 2, 3, 4}, 4)
            .node("DequantizeLinear", List.of("w", "one", "w_zero"), "left")
            .node("DequantizeLinear", List.of("v", "one", "w_zero"), "right")
            .node("", "Cast", List.of("w_zero"), List.of(SmallGraph.whole("to", 1)), "zero")
            .node("Sum", List.of("x", "left", "right", "zero"), "y");
    assertThat(signed(graph)).containsExactly(-98, 158, 4, 105);
  }

  @Test
  void a_name_that_the_signed_zero_would_have_is_taken_already() {
    SmallGraph graph =
        graph()
            .node("DequantizeLinear", List.of("w", "one"), "plain")
            .node("Neg", List.of("x"), "w_zero_other")
            .node("Sum", List.of("x", "plain", "w_zero_other"), "y");
    assertThat(signed(graph)).containsExactly(0, 255, 100, 200);
  }
}
