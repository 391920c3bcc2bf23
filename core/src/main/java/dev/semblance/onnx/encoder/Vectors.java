package dev.semblance.onnx.encoder;

import dev.semblance.model.ModelCard.Pooling;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.session.Tensor;
import java.util.Arrays;

/// Turns what a network gives into one vector for each input. Stateless.
final class Vectors {
  /// PyTorch's `layer_norm`.
  private static final double EPSILON = 1e-5;

  private Vectors() {}

  /// One vector for each row.
  ///
  /// @param lengths how many states of each row are no padding; only for [Pooling#MEAN]
  static float[][] pool(Tensor tensor, Pooling pooling, int rows, int[] lengths, String called) {
    int rank = pooling == Pooling.NONE ? 2 : 3;
    if (tensor.rank() != rank || tensor.length(0) < rows || (rank == 3 && tensor.length(1) < 1)) {
      throw new ModelException(
          called
              + ": the network gives "
              + tensor
              + "; it must be "
              + (rank == 2 ? "[batch, dimension]" : "[batch, tokens, dimension]")
              + " with a batch of "
              + rows);
    }
    float[][] vectors = new float[rows][];
    for (int row = 0; row < rows; row++) {
      vectors[row] =
          switch (pooling) {
            case NONE -> state(tensor, row, 0, 1);
            case FIRST -> state(tensor, row, 0, tensor.length(1));
            case MEAN -> mean(tensor, row, lengths[row]);
          };
    }
    return vectors;
  }

  private static float[] state(Tensor tensor, int row, int state, int states) {
    int width = tensor.length(tensor.rank() - 1);
    int from = (row * states + state) * width;
    return Arrays.copyOfRange(tensor.values(), from, from + width);
  }

  private static float[] mean(Tensor tensor, int row, int length) {
    int states = tensor.length(1);
    int width = tensor.length(2);
    int from = row * states * width;
    float[] mean = new float[width];
    int counted = Math.clamp(length, 1, states);
    for (int i = 0; i < width; i++) {
      double sum = 0;
      for (int state = 0; state < counted; state++) {
        sum += tensor.values()[from + state * width + i];
      }
      mean[i] = (float) (sum / counted);
    }
    return mean;
  }

  /// Centres a vector and scales it to unit variance, in place.
  static void layerNorm(float[] vector) {
    double mean = 0;
    for (float component : vector) {
      mean += component;
    }
    mean /= vector.length;
    double variance = 0;
    for (float component : vector) {
      variance += (component - mean) * (component - mean);
    }
    double scale = 1 / Math.sqrt(variance / vector.length + EPSILON);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) ((vector[i] - mean) * scale);
    }
  }

  /// Brings a vector to unit length, in place; one without direction stays as it is.
  static void unit(float[] vector) {
    double squares = 0;
    for (float component : vector) {
      squares += (double) component * component;
    }
    double length = Math.sqrt(squares);
    if (length > 0 && Double.isFinite(length)) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (vector[i] / length);
      }
    }
  }
}
