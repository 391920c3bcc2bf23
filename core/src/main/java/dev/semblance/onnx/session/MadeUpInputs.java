package dev.semblance.onnx.session;

import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.graph.TensorPort;
import java.nio.ByteBuffer;
import java.util.List;

/// Inputs that a network can be run with when nothing is known but its ports: waves for numbers,
/// small ids for whole ones. What they mean does not matter; two networks get the same. Stateless.
final class MadeUpInputs {
  private static final int TOKENS = 8;
  private static final int CHANNELS = 3;

  /// The sides of pictures that networks are made for, the commonest first.
  static final List<Integer> SIDES = List.of(224, 256, 384, 512, 336, 288, 320, 378, 448);

  private MadeUpInputs() {}

  /// @param number which of many
  /// @param side of a picture where the network leaves it open; one of [#SIDES] fits
  static Batch batch(OnnxGraph graph, int number, int side) {
    Batch batch = new Batch();
    for (TensorPort port : graph.inputs()) {
      long[] shape = shape(port, side);
      ByteBuffer values = batch.add(port.name(), port.type(), shape);
      int count = 1;
      for (long length : shape) {
        count = Math.multiplyExact(count, Math.toIntExact(length));
      }
      for (int i = 0; i < count; i++) {
        put(values, port, i, number);
      }
    }
    return batch;
  }

  private static long[] shape(TensorPort port, int side) {
    long[] shape = new long[port.rank()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = port.length(i) > 0 ? port.length(i) : usual(port, i, side);
    }
    return shape;
  }

  private static long usual(TensorPort port, int dimension, int side) {
    if (dimension == 0) {
      return 1;
    }
    if (port.rank() == 4) {
      return dimension == 1 ? CHANNELS : side;
    }
    return TOKENS;
  }

  private static void put(ByteBuffer values, TensorPort port, int i, int number) {
    double wave = Math.sin(i * 0.001 * (1 + 7 * number * number)) + Math.sin(i * 0.37 + number);
    switch (port.type()) {
      case FLOAT -> values.putFloat(4 * i, (float) wave);
      case FLOAT16 -> values.putShort(2 * i, Float.floatToFloat16((float) wave));
      case INT64 -> values.putLong(8 * i, whole(port, i, number));
      case INT32 -> values.putInt(4 * i, whole(port, i, number));
      case UINT8 -> values.put(i, (byte) (127 + 60 * wave));
      case BOOL, INT8 -> values.put(i, (byte) 1);
      case OTHER -> throw new IllegalArgumentException(port + " cannot be fed");
    }
  }

  private static int whole(TensorPort port, int i, int number) {
    if (port.name().contains("mask")) {
      return 1;
    }
    if (port.name().contains("type")) {
      return 0;
    }
    if (port.name().contains("position")) {
      return i % TOKENS;
    }
    // Small ids are in every vocabulary.
    return 3 + (i * 7 + number * 11) % 89;
  }
}
