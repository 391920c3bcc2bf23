package dev.semblance.onnx.layout.file;

import dev.semblance.onnx.rewrite.SmallGraph;
import java.util.List;

/// Networks that say what they take and give and do nothing else: layouts read them, nobody runs
/// them.
public final class NetworkSketch {
  /// `TensorProto.DataType.INT64`.
  public static final int INT64 = 7;

  private final SmallGraph graph = new SmallGraph();

  /// Token ids `[batch, columns]`; -1 columns are open.
  public NetworkSketch ids(String name, long columns) {
    graph.input(name, INT64, -1, columns);
    return this;
  }

  /// Pictures float `[batch, 3, side, side]`.
  public NetworkSketch pixels(String name, long side) {
    graph.input(name, SmallGraph.FLOAT, -1, 3, side, side);
    return this;
  }

  /// An output of floats; a length of -1 is open.
  public NetworkSketch gives(String name, long... shape) {
    graph.node("Identity", List.of("anything"), name).output(name, SmallGraph.FLOAT, shape);
    return this;
  }

  public byte[] toBytes() {
    return graph.toBytes();
  }

  /// A text network of transformers' names.
  public static byte[] texts(long columns, long dimension) {
    return new NetworkSketch()
        .ids("input_ids", columns)
        .gives("text_embeds", -1, dimension)
        .toBytes();
  }

  /// A picture network of transformers' names.
  public static byte[] pictures(long dimension) {
    return new NetworkSketch()
        .pixels("pixel_values", -1)
        .gives("image_embeds", -1, dimension)
        .toBytes();
  }
}
