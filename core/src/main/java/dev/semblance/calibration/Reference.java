package dev.semblance.calibration;

import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.List;

/// Embeddings of pictures that stand for all pictures, against which a query's scores are read.
///
/// As bytes: one row of little-endian half-precision numbers after the other, no header. Immutable,
/// safe for many threads.
public final class Reference {
  /// Fewer say nothing about a deviation.
  public static final int FEWEST = 8;

  private static final double LEAST_DEVIATION = 1e-3;

  private final EmbeddingSpace space;
  private final float[] rows;
  private final int count;

  private Reference(EmbeddingSpace space, float[] rows) {
    this.space = space;
    this.rows = rows;
    this.count = rows.length / space.dimension();
    if (count < FEWEST) {
      throw new IllegalArgumentException(
          "a reference needs at least " + FEWEST + " pictures, got " + count);
    }
  }

  /// A reference of these embeddings.
  ///
  /// @param pictures at least [#FEWEST], of one space
  public static Reference of(List<Embedding> pictures) {
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException(
          "a reference needs at least " + FEWEST + " pictures, got none");
    }
    EmbeddingSpace space = pictures.getFirst().space();
    int dimension = space.dimension();
    float[] rows = new float[pictures.size() * dimension];
    for (int i = 0; i < pictures.size(); i++) {
      space.requireSame(pictures.get(i).space());
      System.arraycopy(pictures.get(i).toArray(), 0, rows, i * dimension, dimension);
    }
    return new Reference(space, rows);
  }

  /// Reads what [#toBytes] wrote.
  ///
  /// @param space whose pictures they are
  /// @param source what to call the bytes in complaints
  /// @throws IllegalArgumentException when they are no whole rows of finite numbers
  public static Reference read(EmbeddingSpace space, byte[] bytes, String source) {
    int rowBytes = space.dimension() * Short.BYTES;
    if (bytes.length == 0 || bytes.length % rowBytes != 0) {
      throw new IllegalArgumentException(
          source
              + ": "
              + bytes.length
              + " bytes are no whole rows of "
              + space.dimension()
              + " half-precision numbers; calibrate the model again");
    }
    ShortBuffer halves = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    float[] rows = new float[halves.remaining()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Float.float16ToFloat(halves.get(i));
      if (!Float.isFinite(rows[i])) {
        throw new IllegalArgumentException(
            source + ": holds a number that is not finite; calibrate the model again");
      }
    }
    return new Reference(space, rows);
  }

  /// The rows in half precision.
  public byte[] toBytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(rows.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : rows) {
      bytes.putShort(Float.floatToFloat16(number));
    }
    return bytes.array();
  }

  /// How many pictures there are.
  public int count() {
    return count;
  }

  /// What unrelated pictures score for a query.
  ///
  /// @throws IllegalArgumentException when the query is of another space
  public Background background(Embedding query) {
    space.requireSame(query.space());
    float[] point = query.toArray();
    double sum = 0;
    double squares = 0;
    for (int row = 0; row < count; row++) {
      double dot = 0;
      for (int i = 0; i < point.length; i++) {
        dot += (double) point[i] * rows[row * point.length + i];
      }
      sum += dot;
      squares += dot * dot;
    }
    double mean = sum / count;
    double variance = Math.max(0, squares / count - mean * mean);
    return new Background(mean, Math.max(LEAST_DEVIATION, Math.sqrt(variance)));
  }

  /// Mean and deviation of the scores of unrelated pictures.
  public record Background(double mean, double deviation) {
    /// How far a score stands above them, in deviations.
    public double standing(double score) {
      return (score - mean) / deviation;
    }
  }
}
