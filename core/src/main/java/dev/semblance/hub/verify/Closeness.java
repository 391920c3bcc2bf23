package dev.semblance.hub.verify;

import dev.semblance.space.Embedding;
import java.util.List;

/// How near two lists of embeddings are, pair by pair.
final class Closeness {
  private Closeness() {}

  /// The least cosine of a pair. The spaces need not be the same: variants of a model are compared.
  static double leastCosine(List<Embedding> one, List<Embedding> other) {
    double least = 1;
    for (int i = 0; i < one.size(); i++) {
      float[] left = one.get(i).toArray();
      float[] right = other.get(i).toArray();
      double dot = 0;
      for (int j = 0; j < left.length; j++) {
        dot += (double) left[j] * right[j];
      }
      least = Math.min(least, dot);
    }
    return least;
  }

  /// The greatest difference of a component of a pair.
  static double greatestDifference(List<Embedding> one, List<Embedding> other) {
    double greatest = 0;
    for (int i = 0; i < one.size(); i++) {
      float[] left = one.get(i).toArray();
      float[] right = other.get(i).toArray();
      for (int j = 0; j < left.length; j++) {
        greatest = Math.max(greatest, Math.abs(left[j] - right[j]));
      }
    }
    return greatest;
  }

  /// The greatest difference of a length from 1.
  static double lengthError(List<Embedding> embeddings) {
    double greatest = 0;
    for (Embedding embedding : embeddings) {
      double squares = 0;
      for (float component : embedding.toArray()) {
        squares += (double) component * component;
      }
      greatest = Math.max(greatest, Math.abs(Math.sqrt(squares) - 1));
    }
    return greatest;
  }
}
