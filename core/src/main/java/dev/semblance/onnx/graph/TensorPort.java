package dev.semblance.onnx.graph;

import java.util.List;

/// An input or output of a network.
///
/// @param name as the graph calls it
/// @param type of its numbers
/// @param shape a length for each dimension, [#FREE] where any length goes
public record TensorPort(String name, ElementType type, List<Long> shape) {
  /// A dimension of no fixed length.
  public static final long FREE = -1;

  public TensorPort {
    shape = List.copyOf(shape);
  }

  /// How many dimensions it has.
  public int rank() {
    return shape.size();
  }

  /// The length of a dimension, [#FREE] where any goes.
  public long length(int dimension) {
    return shape.get(dimension);
  }

  /// The last dimension's length, [#FREE] where any goes or there is none.
  public long lastLength() {
    return shape.isEmpty() ? FREE : shape.getLast();
  }

  /// For messages: `pixel_values float [?, 3, 224, 224]`.
  @Override
  public String toString() {
    List<String> lengths =
        shape.stream().map(length -> length == FREE ? "?" : Long.toString(length)).toList();
    return name + " " + type + " [" + String.join(", ", lengths) + "]";
  }
}
