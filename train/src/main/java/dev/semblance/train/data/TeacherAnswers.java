package dev.semblance.train.data;

import java.nio.file.Files;
import java.nio.file.Path;

/// What a teacher said about each whole picture, computed once: its features and its distribution
/// over the 1,000 ImageNet names. Safe for many threads until closed.
///
/// `teacher-features.f16` holds `[pictures, 1280]`, `teacher-scores.f16` `[pictures, 1001]`
/// probabilities of which the first is the background; the rows are those of the store `training`.
/// Pictures past the last row have no answer.
public final class TeacherAnswers implements AutoCloseable {
  /// Length of the features.
  public static final int FEATURES = 1280;

  /// Names in the distribution.
  public static final int NAMES = 1000;

  private static final int STATISTICS_STRIDE = 8;

  private final VectorFile features;
  private final VectorFile scores;
  private final float[] mean = new float[FEATURES];
  private final float[] scale = new float[FEATURES];

  private TeacherAnswers(Path folder) {
    features = new VectorFile(folder.resolve("teacher-features.f16"), FEATURES);
    scores = new VectorFile(folder.resolve("teacher-scores.f16"), NAMES + 1);
    standardise();
  }

  /// Whether a folder of prepared data holds answers.
  public static boolean in(Path folder) {
    return Files.exists(folder.resolve("teacher-features.f16"));
  }

  /// The answers in a folder of prepared data.
  public static TeacherAnswers open(Path folder) {
    return new TeacherAnswers(folder);
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

  /// 1 for pictures with an answer, 0 for others.
  public float[] known(int[] pictures) {
    float[] known = new float[pictures.length];
    for (int i = 0; i < pictures.length; i++) {
      known[i] = answered(pictures[i]) ? 1 : 0;
    }
    return known;
  }

  /// A row that was never filled has no probability anywhere.
  private boolean answered(int picture) {
    if (picture >= scores.rows()) {
      return false;
    }
    float[] row = new float[NAMES + 1];
    scores.read(picture, row, 0);
    float sum = 0;
    for (float probability : row) {
      sum += probability;
    }
    return sum > 0.5f;
  }

  /// The features, each brought to mean 0 and deviation 1 over the data; zeros without an answer.
  ///
  /// @return `[pictures, 1280]`
  public float[] features(int[] pictures) {
    float[] all = new float[pictures.length * FEATURES];
    for (int i = 0; i < pictures.length; i++) {
      if (answered(pictures[i])) {
        features.read(pictures[i], all, i * FEATURES);
        for (int j = 0; j < FEATURES; j++) {
          all[i * FEATURES + j] = (all[i * FEATURES + j] - mean[j]) * scale[j];
        }
      }
    }
    return all;
  }

  /// The distribution over the names without the background; zeros without an answer.
  ///
  /// @return `[pictures, 1000]`, each row summing to 1
  public float[] names(int[] pictures) {
    float[] all = new float[pictures.length * NAMES];
    float[] row = new float[NAMES + 1];
    for (int i = 0; i < pictures.length; i++) {
      if (pictures[i] < scores.rows()) {
        scores.read(pictures[i], row, 0);
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

  @Override
  public void close() {
    features.close();
    scores.close();
  }
}
