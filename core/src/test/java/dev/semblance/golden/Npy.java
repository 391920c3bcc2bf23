package dev.semblance.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An array of a NumPy `.npy` file, versions 1 to 3, little-endian, as numbers in row-major order.
///
/// Understands `f2`, `f4`, `f8`, `u1`, `i4` and `i8`; column-major files are turned into row-major
/// order. The format is NumPy's `numpy/lib/format.py`.
public final class Npy {
  private static final Pattern HEADER =
      Pattern.compile(
          "'descr': *'([<|][fiu]\\d)'.*'fortran_order': *(True|False).*'shape': *\\(([^)]*)\\)");

  private final int[] shape;
  private final double[] values;

  private Npy(int[] shape, double[] values) {
    this.shape = shape;
    this.values = values;
  }

  public static Npy read(Path file) {
    try {
      return parse(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The length of each dimension; a copy.
  public int[] shape() {
    return shape.clone();
  }

  /// All numbers in row-major order; a copy.
  public double[] doubles() {
    return values.clone();
  }

  /// All numbers in row-major order as float32; a copy.
  public float[] floats() {
    return toFloats(0, values.length);
  }

  /// All numbers in row-major order; a copy.
  public long[] longs() {
    long[] result = new long[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (long) values[i];
    }
    return result;
  }

  /// What lies at one index of the first dimension, flat; a copy.
  public float[] row(int index) {
    int size = values.length / shape[0];
    return toFloats(index * size, size);
  }

  private float[] toFloats(int from, int count) {
    float[] result = new float[count];
    for (int i = 0; i < count; i++) {
      result[i] = (float) values[from + i];
    }
    return result;
  }

  static Npy parse(byte[] bytes, String source) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    checkMagic(bytes, source);
    int version = bytes[6];
    int start = version == 1 ? 10 : 12;
    int length = version == 1 ? Short.toUnsignedInt(buffer.getShort(8)) : buffer.getInt(8);
    String header = new String(bytes, start, length, StandardCharsets.UTF_8);
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.find()) {
      throw new IllegalArgumentException(source + ": header is not understood: " + header);
    }
    int[] shape = shape(matcher.group(3));
    buffer.position(start + length);
    double[] values = numbers(buffer, matcher.group(1).substring(1), count(shape));
    boolean columnMajor = matcher.group(2).equals("True");
    return new Npy(shape, columnMajor ? toRowMajor(values, shape) : values);
  }

  private static void checkMagic(byte[] bytes, String source) {
    byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    for (int i = 0; i < magic.length; i++) {
      if (bytes.length < 12 || bytes[i] != magic[i]) {
        throw new IllegalArgumentException(source + ": is not a NumPy file");
      }
    }
  }

  private static int[] shape(String text) {
    return Pattern.compile(",")
        .splitAsStream(text)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private static int count(int[] shape) {
    int count = 1;
    for (int length : shape) {
      count = Math.multiplyExact(count, length);
    }
    return count;
  }

  private static double[] numbers(ByteBuffer buffer, String type, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (type) {
            case "f2" -> Float.float16ToFloat(buffer.getShort());
            case "f4" -> buffer.getFloat();
            case "f8" -> buffer.getDouble();
            case "u1" -> Byte.toUnsignedInt(buffer.get());
            case "i4" -> buffer.getInt();
            case "i8" -> buffer.getLong();
            default ->
                throw new IllegalArgumentException(
                    "numbers of type " + type + "; understood are f2, f4, f8, u1, i4, i8");
          };
    }
    return values;
  }

  private static double[] toRowMajor(double[] values, int[] shape) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int rest = i;
      int target = 0;
      int[] index = new int[shape.length];
      for (int d = 0; d < shape.length; d++) {
        index[d] = rest % shape[d];
        rest /= shape[d];
      }
      for (int d = 0; d < shape.length; d++) {
        target = target * shape[d] + index[d];
      }
      result[target] = values[i];
    }
    return result;
  }
}
