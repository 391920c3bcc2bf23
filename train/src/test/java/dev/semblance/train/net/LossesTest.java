package dev.semblance.train.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class LossesTest {
  private static final int N = 5;
  private static final int WIDTH = 7;
  private static final double SCALE = 3.5;
  private static final double BIAS = -0.7;

  @Test
  void softmax_loss_equals_its_plain_twin() {
    try (PointerScope _ = new PointerScope()) {
      float[][] images = rows(1);
      float[][] texts = rows(2);
      boolean[][] ignored = new boolean[N][N];
      ignored[0][3] = true;
      ignored[3][0] = true;

      double loss =
          Losses.softmaxPairs(tensor(images), tensor(texts), number(SCALE), mask(ignored))
              .item_float();

      assertThat(loss).isCloseTo(plainSoftmax(images, texts, ignored), within(1e-5));
    }
  }

  @Test
  void sigmoid_loss_equals_its_plain_twin() {
    try (PointerScope _ = new PointerScope()) {
      float[][] images = rows(3);
      float[][] texts = rows(4);
      boolean[][] ignored = new boolean[N][N];
      ignored[1][2] = true;

      double loss =
          Losses.sigmoidPairs(
                  tensor(images), tensor(texts), number(SCALE), number(BIAS), mask(ignored))
              .item_float();

      assertThat(loss).isCloseTo(plainSigmoid(images, texts, ignored), within(1e-5));
    }
  }

  @Test
  void softmax_loss_of_equal_vectors_is_the_logarithm_of_the_batch() {
    try (PointerScope _ = new PointerScope()) {
      float[][] same = new float[N][WIDTH];
      for (float[] row : same) {
        row[0] = 1;
      }

      double loss =
          Losses.softmaxPairs(tensor(same), tensor(same), number(SCALE), mask(new boolean[N][N]))
              .item_float();

      assertThat(loss).isCloseTo(Math.log(N), within(1e-5));
    }
  }

  @Test
  void the_order_of_a_guide_is_lost_least_by_itself_and_equals_its_plain_twin() {
    try (PointerScope _ = new PointerScope()) {
      float[][] logits = rows(5);
      float[][] wanted = rows(6);
      float[][] square = new float[N][];
      float[][] guide = new float[N][];
      for (int i = 0; i < N; i++) {
        square[i] = Arrays.copyOf(logits[i], N);
        guide[i] = Arrays.copyOf(wanted[i], N);
      }

      double loss = Losses.sameOrder(tensor(square), tensor(guide)).item_float();
      double least = Losses.sameOrder(tensor(guide), tensor(guide)).item_float();

      assertThat(loss).isCloseTo(plainOrder(square, guide), within(1e-5));
      assertThat(least).isCloseTo(plainOrder(guide, guide), within(1e-5)).isLessThan(loss);
    }
  }

  /// Over rows and, with places exchanged, over columns.
  private static double plainOrder(float[][] logits, float[][] wanted) {
    double sum = 0;
    for (int i = 0; i < N; i++) {
      double row = 0;
      double wantedRow = 0;
      double column = 0;
      double wantedColumn = 0;
      for (int j = 0; j < N; j++) {
        row += Math.exp(logits[i][j]);
        wantedRow += Math.exp(wanted[i][j]);
        column += Math.exp(logits[j][i]);
        wantedColumn += Math.exp(wanted[j][i]);
      }
      for (int j = 0; j < N; j++) {
        sum -= Math.exp(wanted[i][j]) / wantedRow * (logits[i][j] - Math.log(row));
        sum -= Math.exp(wanted[j][i]) / wantedColumn * (logits[j][i] - Math.log(column));
      }
    }
    return sum / (2 * N);
  }

  @Test
  void only_other_pairs_of_the_same_meaning_are_left_out() {
    try (PointerScope _ = new PointerScope()) {
      float[][] texts = {{1, 0}, {0.9f, 0.43589f}, {0, 1}};
      float[] limits = {0.8f, 0.8f, 0.8f, 0.95f, 0.8f, 0.8f, 0.8f, -2, 0.8f};

      float[] found =
          Tensors.toFloats(
              Losses.sameMeaning(Tensors.floats(flat(texts), 3, 2), Tensors.floats(limits, 3, 3)));

      assertThat(found).containsExactly(0, 1, 0, 0, 0, 0, 0, 1, 0);
    }
  }

  @Test
  void rows_without_weight_do_not_count() {
    try (PointerScope _ = new PointerScope()) {
      Tensor guess = Tensors.floats(new float[] {1, 0, 0, 2}, 2, 2);
      Tensor wanted = Tensors.floats(new float[] {0, 3, 0, 1}, 2, 2);
      Tensor first = Tensors.floats(new float[] {1, 0}, 2);
      Tensor both = Tensors.floats(new float[] {1, 1}, 2);
      Tensor none = Tensors.floats(new float[] {0, 0}, 2);

      assertThat(Losses.cosineDistance(guess, wanted, first).item_float())
          .isCloseTo(1, within(1e-6f));
      assertThat(Losses.cosineDistance(guess, wanted, both).item_float())
          .isCloseTo(0.5f, within(1e-6f));
      assertThat(Losses.cosineDistance(guess, wanted, none).item_float()).isZero();
    }
  }

  @Test
  void cross_entropy_of_even_logits_is_the_logarithm_of_the_classes() {
    try (PointerScope _ = new PointerScope()) {
      Tensor logits = Tensors.floats(new float[] {2, 2, 2, 2}, 1, 4);
      Tensor wanted = Tensors.floats(new float[] {0.5f, 0.25f, 0.25f, 0}, 1, 4);

      float loss =
          Losses.crossEntropy(logits, wanted, Tensors.floats(new float[] {1}, 1)).item_float();

      assertThat(loss).isCloseTo((float) Math.log(4), within(1e-6f));
    }
  }

  private static double plainSoftmax(float[][] images, float[][] texts, boolean[][] ignored) {
    double sum = 0;
    for (int i = 0; i < N; i++) {
      double byImage = 0;
      double byText = 0;
      for (int j = 0; j < N; j++) {
        byImage += ignored[i][j] ? 0 : Math.exp(SCALE * dot(images[i], texts[j]));
        byText += ignored[j][i] ? 0 : Math.exp(SCALE * dot(images[j], texts[i]));
      }
      double own = SCALE * dot(images[i], texts[i]);
      sum += (Math.log(byImage) - own + Math.log(byText) - own) / 2;
    }
    return sum / N;
  }

  private static double plainSigmoid(float[][] images, float[][] texts, boolean[][] ignored) {
    double sum = 0;
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        double sign = i == j ? 1 : -1;
        double logit = SCALE * dot(images[i], texts[j]) + BIAS;
        sum += ignored[i][j] ? 0 : Math.log1p(Math.exp(-sign * logit));
      }
    }
    return sum / N;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /// Rows of length 1 that differ with the seed.
  private static float[][] rows(int seed) {
    float[][] rows = new float[N][WIDTH];
    for (int i = 0; i < N; i++) {
      double squares = 0;
      for (int j = 0; j < WIDTH; j++) {
        rows[i][j] = (float) Math.sin(seed * 12.9898 + i * 78.233 + j * 37.719);
        squares += rows[i][j] * rows[i][j];
      }
      for (int j = 0; j < WIDTH; j++) {
        rows[i][j] /= (float) Math.sqrt(squares);
      }
    }
    return rows;
  }

  private static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
    }
    return flat;
  }

  private static Tensor tensor(float[][] rows) {
    return Tensors.floats(flat(rows), rows.length, rows[0].length);
  }

  private static Tensor number(double value) {
    return Tensors.floats(new float[] {(float) value}, 1);
  }

  private static Tensor mask(boolean[][] ignored) {
    float[] values = new float[N * N];
    for (int i = 0; i < N * N; i++) {
      values[i] = ignored[i / N][i % N] ? 1 : 0;
    }
    return Tensors.floats(values, N, N).gt(Tensors.number(0.5));
  }
}
