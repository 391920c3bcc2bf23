package dev.semblance.onnx.session;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.ElementType;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tensors one run of a network is fed with, in native memory.
///
/// Close it after the run: that frees the memory at once, without waiting for the garbage
/// collector. Closing twice is harmless. For one thread.
public final class Batch implements AutoCloseable {
  private static final int ALIGNMENT = 64;

  private final Arena arena = Arena.ofConfined();
  private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();

  /// A batch with no tensor yet.
  public Batch() {}

  /// Adds a tensor of zeros, in the place of one of its name, and gives the memory it reads, in the
  /// platform's byte order, to be filled before the run.
  ///
  /// @param shape a length may be 0
  public ByteBuffer add(String name, ElementType type, long... shape) {
    long bytes = size(type);
    for (long length : shape) {
      if (length < 0) {
        throw new IllegalArgumentException(
            "input " + name + ": a length is at least 0, got " + Arrays.toString(shape));
      }
      bytes = Math.multiplyExact(bytes, length);
    }
    // An empty tensor must still point somewhere.
    ByteBuffer buffer =
        arena
            .allocate(Math.max(bytes, 1), ALIGNMENT)
            .asSlice(0, bytes)
            .asByteBuffer()
            .order(ByteOrder.nativeOrder());
    try {
      OnnxTensor tensor =
          OnnxTensor.createTensor(
              NativeRuntime.environment(), buffer, shape, NativeRuntime.javaType(type));
      OnnxTensor before = tensors.put(name, tensor);
      if (before != null) {
        before.close();
      }
    } catch (OrtException e) {
      throw new ModelException("input " + name + " cannot be made: " + e.getMessage(), e);
    }
    return buffer;
  }

  Map<String, OnnxTensor> tensors() {
    return tensors;
  }

  private static int size(ElementType type) {
    return switch (type) {
      case FLOAT, INT32 -> 4;
      case INT64 -> 8;
      case FLOAT16 -> 2;
      case UINT8, INT8, BOOL -> 1;
      case OTHER -> throw new IllegalArgumentException("a tensor of this type cannot be fed");
    };
  }

  @Override
  public void close() {
    List<OnnxTensor> open = new ArrayList<>(tensors.values());
    tensors.clear();
    open.forEach(OnnxTensor::close);
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
