package dev.semblance.train.adapter;

import dev.semblance.space.Embedding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Embeddings by what was embedded, as rows for a tensor.
final class Vectors {
  private final Map<String, float[]> rows = new LinkedHashMap<>();
  private final int dimension;

  Vectors(int dimension) {
    this.dimension = dimension;
  }

  void put(String name, Embedding embedding) {
    rows.put(name, embedding.toArray());
  }

  int dimension() {
    return dimension;
  }

  /// The rows of these names, one after the other.
  float[] gather(List<String> names) {
    float[] all = new float[names.size() * dimension];
    for (int i = 0; i < names.size(); i++) {
      float[] row = rows.get(names.get(i));
      if (row == null) {
        throw new IllegalArgumentException(names.get(i) + ": there is no embedding of it");
      }
      System.arraycopy(row, 0, all, i * dimension, dimension);
    }
    return all;
  }
}
