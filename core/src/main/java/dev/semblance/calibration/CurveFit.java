package dev.semblance.calibration;

import java.util.Arrays;
import java.util.List;

/// Logistic regression by Newton's method with a light ridge; weights that would make the curve
/// fall where it must rise are held at 0 and the rest is fitted again.
final class CurveFit {
  private static final int ROUNDS = 50;
  private static final double RIDGE = 1e-3;
  private static final double DONE = 1e-9;
  private static final int OFFSET = 3;

  private CurveFit() {}

  /// A hit and whether it was right.
  record Example(Evidence evidence, boolean right) {}

  /// The curve that makes the examples most probable.
  ///
  /// @throws IllegalArgumentException unless some are right and some are wrong
  static Curve fit(List<Example> examples) {
    long right = examples.stream().filter(Example::right).count();
    if (right == 0 || right == examples.size()) {
      throw new IllegalArgumentException(
          "a curve needs hits that are right and hits that are wrong, got "
              + right
              + " right of "
              + examples.size());
    }
    boolean[] free = {true, true, true, true};
    double[] weights = fit(examples, free);
    while (true) {
      int worst = -1;
      for (int i = 0; i < OFFSET; i++) {
        if (free[i] && weights[i] < 0 && (worst < 0 || weights[i] < weights[worst])) {
          worst = i;
        }
      }
      if (worst < 0) {
        return new Curve(weights[0], weights[1], weights[2], weights[OFFSET]);
      }
      free[worst] = false;
      weights = fit(examples, free);
    }
  }

  private static double[] features(Evidence evidence) {
    return new double[] {evidence.score(), evidence.standing(), -evidence.logItems(), 1};
  }

  private static double[] fit(List<Example> examples, boolean[] free) {
    double[] weights = new double[free.length];
    for (int round = 0; round < ROUNDS; round++) {
      double[] step = step(examples, free, weights);
      double largest = 0;
      for (int i = 0; i < weights.length; i++) {
        weights[i] += step[i];
        largest = Math.max(largest, Math.abs(step[i]));
      }
      if (largest < DONE) {
        break;
      }
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = free[i] ? weights[i] : 0;
    }
    return weights;
  }

  private static double[] step(List<Example> examples, boolean[] free, double[] weights) {
    int n = weights.length;
    double[][] curvature = new double[n][n];
    double[] slope = new double[n];
    for (Example example : examples) {
      double[] x = features(example.evidence());
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += weights[i] * x[i];
      }
      double guess = 1 / (1 + Math.exp(-sum));
      double bend = Math.max(1e-9, guess * (1 - guess));
      for (int i = 0; i < n; i++) {
        slope[i] += x[i] * ((example.right() ? 1 : 0) - guess);
        for (int j = 0; j < n; j++) {
          curvature[i][j] += x[i] * x[j] * bend;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      curvature[i][i] += RIDGE;
      slope[i] -= RIDGE * weights[i];
      if (!free[i]) {
        Arrays.fill(curvature[i], 0);
        curvature[i][i] = 1;
        slope[i] = 0;
      }
    }
    return solve(curvature, slope);
  }

  /// Gauss's elimination with pivots.
  private static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
          pivot = row;
        }
      }
      double[] swapped = matrix[column];
      matrix[column] = matrix[pivot];
      matrix[pivot] = swapped;
      double number = right[column];
      right[column] = right[pivot];
      right[pivot] = number;
      for (int row = column + 1; row < n; row++) {
        double factor = matrix[row][column] / matrix[column][column];
        for (int i = column; i < n; i++) {
          matrix[row][i] -= factor * matrix[column][i];
        }
        right[row] -= factor * right[column];
      }
    }
    for (int row = n - 1; row >= 0; row--) {
      for (int i = row + 1; i < n; i++) {
        right[row] -= matrix[row][i] * right[i];
      }
      right[row] /= matrix[row][row];
    }
    return right;
  }
}
