package dev.semblance.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.semblance.onnx.graph.GraphWriter;
import dev.semblance.onnx.graph.MemoryFiles;
import dev.semblance.onnx.graph.OnnxGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How near two networks lie is the cosine of what they give, and the worst of it counts.
class ComparisonTest {
  /// `y = x * factors`, and beside it `z = x * other`.
  private static byte[] scaling(float[] factors, float other) {
    GraphWriter graph = new GraphWriter("scaling");
    graph.input("x", -1, factors.length);
    graph.node("Mul", List.of("x", graph.floats("f", factors, factors.length)), "y");
    graph.node("Mul", List.of("x", graph.floats("g", new float[] {other})), "z");
    graph.output("y", -1, factors.length);
    graph.output("z", -1, factors.length);
    return graph.toBytes();
  }

  private static double smallest(byte[] left, byte[] right) throws OrtException {
    OnnxGraph graph = OnnxGraph.read(new MemoryFiles(Map.of("n.onnx", left)), "n.onnx");
    try (SessionOptions options = new SessionOptions();
        OrtSession one = NativeRuntime.environment().createSession(left, options);
        OrtSession other = NativeRuntime.environment().createSession(right, options)) {
      return Comparison.smallestCosine(graph, one, other);
    }
  }

  private static byte[] scaling(float other, float... factors) {
    return scaling(factors, other);
  }

  @Test
  void length_does_not_matter_and_direction_does() throws OrtException {
    byte[] plain = scaling(1, 1, 1);
    assertThat(smallest(plain, scaling(1, 5, 5))).isCloseTo(1, within(1e-6));
    assertThat(smallest(plain, scaling(1, -2, -2))).isCloseTo(-1, within(1e-6));
    double turned = smallest(plain, scaling(1, 1, 3));
    assertThat(turned)
        .isBetween(-.999, .999)
        .isCloseTo(smallest(scaling(1, 1, 3), plain), within(1e-9));
  }

  @Test
  void the_worst_output_counts() throws OrtException {
    byte[] plain = scaling(1, 1, 1);
    assertThat(smallest(plain, scaling(-1, 1, 1))).isCloseTo(-1, within(1e-6));
  }

  @Test
  void outputs_without_direction_tell_nothing() throws OrtException {
    assertThat(smallest(scaling(0, 1, 1), scaling(0, 1, 1))).isCloseTo(1, within(1e-6));
    assertThat(smallest(scaling(0, 0, 0), scaling(0, 0, 0))).isNaN();
  }

  @Test
  void the_side_of_the_pictures_is_found_by_trying() throws OrtException {
    GraphWriter graph = new GraphWriter("picture");
    graph.input("x", -1, 3, -1, -1);
    graph.node("Mul", List.of("x", graph.floats("f", new float[384], 384)), "zeros");
    graph.node("Add", List.of("x", "zeros"), "y");
    graph.output("y", -1, 3, -1, 384);
    assertThat(smallest(graph.toBytes(), graph.toBytes())).isCloseTo(1, within(1e-6));
  }

  @Test
  void a_network_that_takes_no_picture_of_any_side_fails_with_its_first_complaint() {
    GraphWriter graph = new GraphWriter("picture");
    graph.input("x", -1, 3, -1, -1);
    graph.node("Mul", List.of("x", graph.floats("f", new float[13], 13)), "y");
    graph.output("y", -1, 3, -1, 13);
    assertThatThrownBy(() -> smallest(graph.toBytes(), graph.toBytes()))
        .isInstanceOf(OrtException.class)
        .hasMessageContaining("224");
  }
}
