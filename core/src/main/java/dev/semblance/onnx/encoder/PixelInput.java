package dev.semblance.onnx.encoder;

import dev.semblance.image.Preprocessing;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.graph.TensorPort;
import dev.semblance.onnx.session.Batch;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;

/// The input that takes pictures, in the network's own type and order. Safe for many threads.
///
/// Networks take float32 or float16 `[n, 3, height, width]`, or unsigned bytes, which may be
/// interleaved: `[n, height, width, 3]`.
final class PixelInput {
  private static final int CHANNELS = 3;

  private final TensorPort port;
  private final int height;
  private final int width;
  private final boolean interleaved;

  /// @throws ModelException when the network takes pictures of another kind or size
  PixelInput(TensorPort port, Preprocessing preprocessing, String called) {
    this.port = port;
    this.height = preprocessing.height();
    this.width = preprocessing.width();
    this.interleaved = port.rank() == 4 && port.length(3) == CHANNELS && port.length(1) != CHANNELS;
    boolean type =
        port.type() == ElementType.FLOAT
            || port.type() == ElementType.FLOAT16
            || port.type() == ElementType.UINT8;
    int row = interleaved ? 1 : 2;
    if (!type
        || port.rank() != 4
        || !fits(port.length(interleaved ? 3 : 1), CHANNELS)
        || !fits(port.length(row), height)
        || !fits(port.length(row + 1), width)) {
      throw new ModelException(
          called
              + ": input "
              + port
              + " does not take pictures of "
              + width
              + " x "
              + height
              + "; it must be float, float16 or uint8 [batch, 3, "
              + height
              + ", "
              + width
              + "]");
    }
  }

  private static boolean fits(long length, int wanted) {
    return length == TensorPort.FREE || length == wanted;
  }

  /// Adds pictures.
  ///
  /// @param pictures float32 `[3, height, width]` each; a network of a fixed batch gets the last
  ///   one again where there are too few
  void add(Batch batch, List<float[]> pictures) {
    int rows = Math.max(pictures.size(), Math.max(0, Math.toIntExact(port.length(0))));
    ByteBuffer bytes =
        interleaved
            ? batch.add(port.name(), port.type(), rows, height, width, CHANNELS)
            : batch.add(port.name(), port.type(), rows, CHANNELS, height, width);
    for (int row = 0; row < rows; row++) {
      float[] numbers = pictures.get(Math.min(row, pictures.size() - 1));
      switch (port.type()) {
        case FLOAT -> putFloats(bytes, row, numbers);
        case FLOAT16 -> putHalves(bytes, row, numbers);
        default -> putBytes(bytes, row, numbers);
      }
    }
  }

  private void putFloats(ByteBuffer bytes, int row, float[] numbers) {
    FloatBuffer floats = bytes.asFloatBuffer();
    if (!interleaved) {
      floats.put(row * numbers.length, numbers);
      return;
    }
    for (int i = 0; i < numbers.length; i++) {
      floats.put(index(row, i, numbers.length), numbers[i]);
    }
  }

  private void putHalves(ByteBuffer bytes, int row, float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      bytes.putShort(2 * index(row, i, numbers.length), Float.floatToFloat16(numbers[i]));
    }
  }

  private void putBytes(ByteBuffer bytes, int row, float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      bytes.put(index(row, i, numbers.length), (byte) Math.clamp(Math.round(numbers[i]), 0, 255));
    }
  }

  /// Where number `i` of a picture, counted channel by channel, lies in the input.
  private int index(int row, int i, int length) {
    int plane = height * width;
    int within = interleaved ? i % plane * CHANNELS + i / plane : i;
    return row * length + within;
  }
}
