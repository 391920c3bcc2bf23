package dev.semblance.train.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// What a teacher said about each whole picture, computed once: its features and its distribution
/// over the 1,000 ImageNet names. Safe for many threads until closed.
///
/// One file holds features `[pictures, 1280]`, one `[pictures, 1001]` probabilities of which the
/// first is the background, as little-endian halves; the rows are numbered as [TrainingSet] numbers
/// pictures. What lies past the last row has no answer.
public final class TeacherAnswers implements AutoCloseable {
  /// Length of the features.
  public static final int FEATURES = 1280;

  /// Names in the distribution.
  public static final int NAMES = 1000;

  private static final int STATISTICS_STRIDE = 31;

  private final VectorFile features;
  private final VectorFile scores;
  private final float[] mean = new float[FEATURES];
  private final float[] scale = new float[FEATURES];

  private TeacherAnswers(Path folder, TeacherNet net) {
    features = new VectorFile(net.featureFile(folder), FEATURES);
    scores = new VectorFile(net.scoreFile(folder), NAMES + 1);
    standardise();
  }

  /// A network's answers in a folder of prepared data.
  public static TeacherAnswers open(Path folder, TeacherNet net) {
    return new TeacherAnswers(folder, net);
  }

  private void standardise() {
    double[] sum = new double[FEATURES];
    double[] squares = new double[FEATURES];
    float[] row = new float[FEATURES];
    int seen = 0;
    for (int i = 0; i < features.rows(); i += STATISTICS_STRIDE) {
      if (!answered(i)) {
        continue;
      }
      seen++;
      features.read(i, row, 0);
      for (int j = 0; j < FEATURES; j++) {
        sum[j] += row[j];
        squares[j] += (double) row[j] * row[j];
      }
    }
    for (int j = 0; j < FEATURES; j++) {
      double average = sum[j] / seen;
      mean[j] = (float) average;
      scale[j] = (float) (1 / Math.sqrt(Math.max(1e-6, squares[j] / seen - average * average)));
    }
  }

  /// 1 for rows with an answer, 0 for others.
  public float[] known(int[] rows) {
    float[] known = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      known[i] = answered(rows[i]) ? 1 : 0;
    }
    return known;
  }

  /// A row that was never filled has no probability anywhere.
  private boolean answered(int row) {
    if (row < 0 || row >= scores.rows()) {
      return false;
    }
    float[] probabilities = new float[NAMES + 1];
    scores.read(row, probabilities, 0);
    float sum = 0;
    for (float probability : probabilities) {
      sum += probability;
    }
    return sum > 0.5f;
  }

  /// The features, each brought to mean 0 and deviation 1 over the data; zeros without an answer.
  ///
  /// @return `[rows, 1280]`
  public float[] features(int[] rows) {
    float[] all = new float[rows.length * FEATURES];
    for (int i = 0; i < rows.length; i++) {
      if (answered(rows[i])) {
        features.read(rows[i], all, i * FEATURES);
        for (int j = 0; j < FEATURES; j++) {
          all[i * FEATURES + j] = (all[i * FEATURES + j] - mean[j]) * scale[j];
        }
      }
    }
    return all;
  }

  /// The distribution over the names without the background; zeros without an answer.
  ///
  /// @return `[rows, 1000]`, each row summing to 1
  public float[] names(int[] rows) {
    float[] all = new float[rows.length * NAMES];
    float[] row = new float[NAMES + 1];
    for (int i = 0; i < rows.length; i++) {
      if (answered(rows[i])) {
        scores.read(rows[i], row, 0);
        float sum = 0;
        for (int j = 1; j <= NAMES; j++) {
          sum += row[j];
        }
        for (int j = 0; j < NAMES; j++) {
          all[i * NAMES + j] = row[j + 1] / Math.max(sum, 1e-6f);
        }
      }
    }
    return all;
  }

  /// The mean of several teachers' distributions over the names, of those that have an answer.
  ///
  /// @return `[rows, 1000]`
  public static float[] meanNames(List<TeacherAnswers> teachers, int[] rows) {
    float[] sum = new float[rows.length * NAMES];
    float[] count = new float[rows.length];
    for (TeacherAnswers teacher : teachers) {
      float[] names = teacher.names(rows);
      float[] known = teacher.known(rows);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += names[i];
      }
      for (int row = 0; row < rows.length; row++) {
        count[row] += known[row];
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= Math.max(1, count[i / NAMES]);
    }
    return sum;
  }

  @Override
  public void close() {
    features.close();
    scores.close();
  }

  /// Adds answers behind those kept already; a row that was written in part is written again. For
  /// one thread.
  public static final class Writer implements AutoCloseable {
    private final FileChannel features;
    private final FileChannel scores;
    private final int kept;
    private int rows;

    /// @throws UncheckedIOException when the folder cannot be written to
    public Writer(Path folder, TeacherNet net) {
      try {
        features = open(net.featureFile(folder));
        scores = open(net.scoreFile(folder));
        kept = (int) Math.min(whole(features, FEATURES), whole(scores, NAMES + 1));
        rows = kept;
        cut(features, FEATURES);
        cut(scores, NAMES + 1);
      } catch (IOException e) {
        throw new UncheckedIOException(folder + ": the teacher's answers cannot be written", e);
      }
    }

    private static FileChannel open(Path file) throws IOException {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static long whole(FileChannel file, int width) throws IOException {
      return file.size() / ((long) width * Short.BYTES);
    }

    private void cut(FileChannel file, int width) throws IOException {
      long end = (long) kept * width * Short.BYTES;
      file.truncate(end);
      file.position(end);
    }

    /// How many rows there were before.
    public int kept() {
      return kept;
    }

    /// How many rows there are.
    public int rows() {
      return rows;
    }

    /// Adds rows.
    ///
    /// @param moreFeatures `[n, 1280]`
    /// @param moreScores `[n, 1001]`
    public void add(float[] moreFeatures, float[] moreScores) {
      int n = moreFeatures.length / FEATURES;
      if (moreFeatures.length != n * FEATURES || moreScores.length != n * (NAMES + 1)) {
        throw new IllegalArgumentException(
            moreFeatures.length + " features and " + moreScores.length + " scores make no rows");
      }
      write(features, moreFeatures);
      write(scores, moreScores);
      rows += n;
    }

    private static void write(FileChannel file, float[] numbers) {
      ByteBuffer halves =
          ByteBuffer.allocate(numbers.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (float number : numbers) {
        halves.putShort(Float.floatToFloat16(number));
      }
      halves.flip();
      try {
        while (halves.hasRemaining()) {
          file.write(halves);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the teacher's answers cannot be written", e);
      }
    }

    @Override
    public void close() {
      try (features;
          scores) {
        features.force(false);
      } catch (IOException e) {
        throw new UncheckedIOException("the teacher's answers cannot be closed", e);
      }
    }
  }
}
