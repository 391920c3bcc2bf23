package dev.semblance.train.net;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// Numbers into tensors and back.
public final class Tensors {
  private Tensors() {}

  /// A float tensor of this shape.
  public static Tensor floats(float[] values, long... shape) {
    Tensor tensor = torch.empty(shape, new TensorOptions(ScalarType.Float), null);
    tensor.data_ptr_float().put(values, 0, values.length);
    return tensor;
  }

  /// A tensor of whole numbers, one dimension.
  public static Tensor longs(long[] values) {
    Tensor tensor =
        torch.empty(new long[] {values.length}, new TensorOptions(ScalarType.Long), null);
    new LongPointer(tensor.data_ptr()).put(values, 0, values.length);
    return tensor;
  }

  /// A tensor of unsigned bytes of this shape that shares memory with [#bytes(Tensor)].
  public static Tensor emptyBytes(long... shape) {
    return torch.empty(shape, new TensorOptions(ScalarType.Byte), null);
  }

  /// The memory of a tensor of bytes; valid as long as the tensor.
  public static ByteBuffer bytes(Tensor tensor) {
    return new BytePointer(tensor.data_ptr()).capacity(tensor.numel()).asBuffer();
  }

  /// The values of a tensor as floats, in the order of its dimensions.
  public static float[] toFloats(Tensor tensor) {
    Tensor plain = tensor.detach().to(ScalarType.Float).contiguous();
    float[] values = new float[Math.toIntExact(plain.numel())];
    FloatPointer memory = plain.data_ptr_float();
    memory.get(values, 0, values.length);
    return values;
  }

  /// The sizes of a tensor's dimensions.
  public static long[] shape(Tensor tensor) {
    long[] shape = new long[(int) tensor.dim()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = tensor.size(i);
    }
    return shape;
  }

  /// A number as PyTorch takes it.
  public static Scalar number(double value) {
    return new Scalar(value);
  }

  /// Takes a tensor out of the pointer scopes around, so that it lives until closed.
  static Tensor outlive(Tensor tensor) {
    tensor.retainReference();
    org.bytedeco.javacpp.PointerScope scope = org.bytedeco.javacpp.PointerScope.getInnerScope();
    if (scope != null) {
      scope.detach(tensor);
    }
    return tensor;
  }
}
