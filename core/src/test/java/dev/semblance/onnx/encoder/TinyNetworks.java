package dev.semblance.onnx.encoder;

import dev.semblance.onnx.proto.ProtobufWriter;
import dev.semblance.onnx.rewrite.SmallGraph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;

/// Networks of a few nodes whose vectors can be told by looking at the input.
public final class TinyNetworks {
  private static final int INT64 = 7;
  private static final ProtobufWriter AXIS = SmallGraph.whole("axis", 1);

  private TinyNetworks() {}

  /// Ids and a mask to `[sum of the ids that are no padding, their number]`.
  ///
  /// @param rows of a batch, -1 for any
  /// @param columns of a batch, -1 for any
  public static byte[] maskedTexts(long rows, long columns) {
    SmallGraph graph =
        new SmallGraph()
            .input("input_ids", INT64, rows, columns)
            .input("attention_mask", INT64, rows, columns);
    floats(graph, "input_ids", "ids");
    floats(graph, "attention_mask", "ones");
    graph.node("Mul", List.of("ids", "ones"), "kept");
    return pair(graph, rows);
  }

  /// Ids to `[sum of all ids, their number]`, padding too.
  public static byte[] unmaskedTexts(long rows, long columns) {
    return pair(idsAndOnes(rows, columns), rows);
  }

  /// Ids to states `[n, tokens, 2]`, each `[its id, 1]`.
  public static byte[] states() {
    SmallGraph graph = idsAndOnes(-1, -1).input("attention_mask", INT64, -1, -1);
    graph.constant("last", INT64, whole(2), 1);
    graph.node("Unsqueeze", List.of("kept", "last"), "deep_ids");
    graph.node("Unsqueeze", List.of("ones", "last"), "deep_ones");
    join(graph, List.of("deep_ids", "deep_ones"), 2, "vector");
    return graph.output("vector", SmallGraph.FLOAT, -1, -1, 2).toBytes();
  }

  /// A vector of two numbers to both of them and twice the first plus one.
  public static byte[] head() {
    return new SmallGraph()
        .input("x", SmallGraph.FLOAT, -1, 2)
        .constant("w", SmallGraph.FLOAT, raw(1, 0, 2, 0, 1, 0), 2, 3)
        .constant("b", SmallGraph.FLOAT, raw(0, 0, 1), 3)
        .node("MatMul", List.of("x", "w"), "turned")
        .node("Add", List.of("turned", "b"), "vector")
        .output("vector", SmallGraph.FLOAT, -1, 3)
        .toBytes();
  }

  /// Pictures to the sums of their channels `[n, 3]`.
  ///
  /// @param type code of the numbers
  /// @param shape four lengths; the channels stand second, or last where the last is 3
  public static byte[] colours(int type, long... shape) {
    SmallGraph graph = new SmallGraph().input("pixels", type, shape);
    floats(graph, "pixels", "numbers");
    graph.constant("sides", INT64, shape[3] == 3 ? whole(1, 2) : whole(2, 3), 2);
    graph.node(
        "",
        "ReduceSum",
        List.of("numbers", "sides"),
        List.of(SmallGraph.whole("keepdims", 0)),
        "vector");
    return graph.output("vector", SmallGraph.FLOAT, shape[0], 3).toBytes();
  }

  /// [#unmaskedTexts] that takes pictures too, and fails without at least one.
  public static byte[] textsThatNeedAPicture() {
    SmallGraph graph = idsAndOnes(-1, -1).input("pixels", SmallGraph.FLOAT, -1, 3, 2, 2);
    graph
        .constant("zero", INT64, whole(0))
        .constant("nothing", SmallGraph.FLOAT, raw(0))
        .constant("all", INT64, whole(0, 1, 2), 3)
        .node("Gather", List.of("pixels", "zero"), "first")
        .node(
            "",
            "ReduceSum",
            List.of("first", "all"),
            List.of(SmallGraph.whole("keepdims", 0)),
            "grey")
        .node("Mul", List.of("grey", "nothing"), "none")
        .node("Add", List.of("ones", "none"), "counted");
    graph.constant("second", INT64, whole(1), 1);
    graph.node("ReduceSum", List.of("kept", "second"), "sum");
    graph.node("ReduceSum", List.of("counted", "second"), "count");
    join(graph, List.of("sum", "count"), 1, "vector");
    return graph.output("vector", SmallGraph.FLOAT, -1, 2).toBytes();
  }

  /// Texts and pictures of 2 by 2 to vectors of four numbers, not of unit length, and their logits:
  /// `scale * cosine + bias`. Ports are called as transformers calls them.
  ///
  /// @param columns of ids; 4 for one that runs
  public static byte[] joint(float scale, float bias, long columns) {
    SmallGraph graph =
        new SmallGraph()
            .input("input_ids", INT64, -1, columns)
            .input("attention_mask", INT64, -1, columns)
            .input("pixel_values", SmallGraph.FLOAT, -1, 3, 2, 2);
    floats(graph, "input_ids", "numbers");
    floats(graph, "attention_mask", "mask");
    graph
        .node("Mul", List.of("numbers", "mask"), "text_embeds")
        .constant("weights", SmallGraph.FLOAT, weights(), 12, 4)
        .node("Flatten", List.of("pixel_values"), "flat")
        .node("MatMul", List.of("flat", "weights"), "image_embeds");
    graph.node("", "LpNormalization", List.of("text_embeds"), List.of(AXIS), "texts");
    graph.node("", "LpNormalization", List.of("image_embeds"), List.of(AXIS), "pictures");
    return graph
        .node("Transpose", List.of("texts"), "turned")
        .node("MatMul", List.of("pictures", "turned"), "cosines")
        .constant("scale", SmallGraph.FLOAT, raw(scale))
        .constant("bias", SmallGraph.FLOAT, raw(bias))
        .node("Mul", List.of("cosines", "scale"), "scaled")
        .node("Add", List.of("scaled", "bias"), "logits_per_image")
        .output("logits_per_image", SmallGraph.FLOAT, -1, -1)
        .output("text_embeds", SmallGraph.FLOAT, -1, 4)
        .output("image_embeds", SmallGraph.FLOAT, -1, 4)
        .toBytes();
  }

  private static byte[] weights() {
    Random random = new Random(16);
    float[] weights = new float[48];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
    }
    return raw(weights);
  }

  private static SmallGraph idsAndOnes(long rows, long columns) {
    SmallGraph graph = new SmallGraph().input("input_ids", INT64, rows, columns);
    floats(graph, "input_ids", "kept");
    graph.constant("one", SmallGraph.FLOAT, raw(1));
    graph.node("Sub", List.of("kept", "kept"), "zeros");
    return graph.node("Add", List.of("zeros", "one"), "ones");
  }

  /// The sums over `kept` and `ones` side by side.
  private static byte[] pair(SmallGraph graph, long rows) {
    graph.constant("second", INT64, whole(1), 1);
    graph.node("ReduceSum", List.of("kept", "second"), "sum");
    graph.node("ReduceSum", List.of("ones", "second"), "count");
    join(graph, List.of("sum", "count"), 1, "vector");
    return graph.output("vector", SmallGraph.FLOAT, rows, 2).toBytes();
  }

  private static void floats(SmallGraph graph, String input, String output) {
    graph.node(
        "", "Cast", List.of(input), List.of(SmallGraph.whole("to", SmallGraph.FLOAT)), output);
  }

  private static void join(SmallGraph graph, List<String> parts, int axis, String output) {
    graph.node("", "Concat", parts, List.of(SmallGraph.whole("axis", axis)), output);
  }

  private static byte[] raw(float... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return bytes.array();
  }

  private static byte[] whole(long... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(numbers);
    return bytes.array();
  }
}
