package dev.semblance.onnx.session;

import java.util.Arrays;

/// What came out of a network: numbers in row-major order. Do not change the arrays: they are not
/// copied.
public final class Tensor {
  private final long[] shape;
  private final float[] values;

  Tensor(long[] shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /// The number of dimensions.
  public int rank() {
    return shape.length;
  }

  /// The length of a dimension.
  public int length(int dimension) {
    return Math.toIntExact(shape[dimension]);
  }

  /// The numbers in row-major order; not a copy.
  public float[] values() {
    return values;
  }

  /// For messages: the shape.
  @Override
  public String toString() {
    return Arrays.toString(shape);
  }
}
