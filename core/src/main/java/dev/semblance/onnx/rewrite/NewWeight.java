package dev.semblance.onnx.rewrite;

import dev.semblance.onnx.proto.ProtobufWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Supplier;

/// A constant tensor to be written; its numbers are asked for when it is, so that one at a time is
/// in memory.
///
/// @param type a code of `TensorProto.DataType`
/// @param bytes the numbers, little end first
record NewWeight(String name, int type, List<Long> shape, Supplier<byte[]> bytes) {
  private static final int INITIALIZER = 5;

  static NewWeight floats(String name, List<Long> shape, float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return new NewWeight(name, Weight.FLOAT, shape, bytes::array);
  }

  long sizeBytes() {
    long size = Weight.size(type);
    for (long length : shape) {
      size = Math.multiplyExact(size, length);
    }
    return size;
  }

  /// All of the graph's field but the numbers at its end.
  byte[] head() {
    ProtobufWriter tensor = tensor().announce(9, sizeBytes());
    byte[] inner = tensor.toBytes();
    byte[] outer = new ProtobufWriter().announce(INITIALIZER, inner.length + sizeBytes()).toBytes();
    return ByteBuffer.allocate(outer.length + inner.length).put(outer).put(inner).array();
  }

  /// The graph's field for numbers that lie in another file.
  byte[] pointer(String file, long offset, long length) {
    ProtobufWriter tensor =
        tensor()
            .message(13, entry("location", file))
            .message(13, entry("offset", Long.toString(offset)))
            .message(13, entry("length", Long.toString(length)))
            .number(14, 1);
    return new ProtobufWriter().message(INITIALIZER, tensor).toBytes();
  }

  private static ProtobufWriter entry(String key, String value) {
    return new ProtobufWriter().text(1, key).text(2, value);
  }

  private ProtobufWriter tensor() {
    ProtobufWriter tensor = new ProtobufWriter();
    shape.forEach(length -> tensor.number(1, length));
    return tensor.number(2, type).text(8, name);
  }
}
