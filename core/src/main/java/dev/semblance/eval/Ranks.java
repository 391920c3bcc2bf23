package dev.semblance.eval;

import dev.semblance.space.Embedding;
import java.util.BitSet;
import java.util.List;

/// Where the right candidate stands among all. Stateless.
final class Ranks {
  private Ranks() {}

  /// The place of the best right candidate, from 1. A wrong one of the same score counts as better:
  /// a model that finds all alike has found nothing.
  static int of(Embedding query, List<Embedding> candidates, BitSet right) {
    double best = Double.NEGATIVE_INFINITY;
    double[] scores = new double[candidates.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = query.cosine(candidates.get(i));
      if (right.get(i)) {
        best = Math.max(best, scores[i]);
      }
    }
    int rank = 1;
    for (int i = 0; i < scores.length; i++) {
      if (!right.get(i) && scores[i] >= best) {
        rank++;
      }
    }
    return rank;
  }
}
