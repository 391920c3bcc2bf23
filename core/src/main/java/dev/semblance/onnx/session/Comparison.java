package dev.semblance.onnx.session;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.semblance.onnx.graph.OnnxGraph;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Objects;

/// Runs two networks on the same made-up inputs and says how near their outputs lie. Stateless.
final class Comparison {
  private static final int RUNS = 4;

  private Comparison() {}

  /// The smallest cosine between the outputs of two networks, each output of each run taken as one
  /// vector; outputs without direction tell nothing and are left out.
  ///
  /// @return NaN when nothing could be compared
  static double smallestCosine(OnnxGraph graph, OrtSession left, OrtSession right)
      throws OrtException {
    double smallest = Double.NaN;
    int side = side(graph, left);
    for (int run = 0; run < RUNS; run++) {
      try (Batch batch = MadeUpInputs.batch(graph, run, side);
          OrtSession.Result lefts = left.run(batch.tensors());
          OrtSession.Result rights = right.run(batch.tensors())) {
        for (Map.Entry<String, OnnxValue> output : lefts) {
          double cosine = cosine(output.getValue(), rights.get(output.getKey()).orElseThrow());
          if (Double.isNaN(smallest) || cosine < smallest) {
            smallest = cosine;
          }
        }
      }
    }
    return smallest;
  }

  /// The side of the pictures that a network takes, found out by trying.
  private static int side(OnnxGraph graph, OrtSession session) throws OrtException {
    OrtException first = null;
    for (int side : MadeUpInputs.SIDES) {
      try (Batch batch = MadeUpInputs.batch(graph, 0, side);
          OrtSession.Result _ = session.run(batch.tensors())) {
        return side;
      } catch (OrtException e) {
        first = first == null ? e : first;
      }
    }
    throw Objects.requireNonNull(first);
  }

  private static double cosine(OnnxValue left, OnnxValue right) {
    FloatBuffer lefts = floats(left);
    FloatBuffer rights = floats(right);
    double dot = 0;
    double one = 0;
    double other = 0;
    for (int i = 0; i < Math.min(lefts.remaining(), rights.remaining()); i++) {
      double a = lefts.get(i);
      double b = rights.get(i);
      dot += a * b;
      one += a * a;
      other += b * b;
    }
    return dot / Math.sqrt(one * other);
  }

  private static FloatBuffer floats(OnnxValue value) {
    FloatBuffer floats = value instanceof OnnxTensor tensor ? tensor.getFloatBuffer() : null;
    return floats == null ? FloatBuffer.allocate(0) : floats;
  }
}
