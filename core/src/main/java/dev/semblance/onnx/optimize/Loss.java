package dev.semblance.onnx.optimize;

import dev.semblance.model.Encoder;
import dev.semblance.model.Input;
import dev.semblance.space.Embedding;
import java.util.List;

/// How far one variant's vectors lie from another's, on a sample.
///
/// @param cosine the mean of the cosines between both vectors of an input
/// @param smallest the smallest of them
/// @param inputs how many there were
public record Loss(double cosine, double smallest, int inputs) {

  static <I extends Input> Loss of(Encoder<I> exact, Encoder<I> fast, List<I> sample) {
    if (sample.isEmpty()) {
      throw new IllegalArgumentException(
          exact.space().name() + ": a loss is measured on at least one input, got none");
    }
    List<Embedding> wanted = exact.embed(sample);
    List<Embedding> got = fast.embed(sample);
    double sum = 0;
    double smallest = 1;
    for (int i = 0; i < sample.size(); i++) {
      double cosine = cosine(wanted.get(i).toArray(), got.get(i).toArray());
      sum += cosine;
      smallest = Math.min(smallest, cosine);
    }
    return new Loss(sum / sample.size(), smallest, sample.size());
  }

  /// Two variants are two spaces, which [Embedding#cosine] refuses; here their difference is the
  /// question.
  private static double cosine(float[] left, float[] right) {
    double dot = 0;
    for (int i = 0; i < left.length; i++) {
      dot += (double) left[i] * right[i];
    }
    return dot;
  }
}
