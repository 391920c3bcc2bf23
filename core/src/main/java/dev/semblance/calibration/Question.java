package dev.semblance.calibration;

import dev.semblance.space.Embedding;
import java.util.BitSet;

/// A query whose answers are known. Immutable, safe for many threads.
public final class Question {
  /// [#itself] of a query that is no picture of the set.
  public static final int NONE = -1;

  private final Embedding query;
  private final BitSet right;
  private final int itself;

  /// @param query its point
  /// @param right numbers of the pictures that answer it, at least one besides itself; copied
  /// @param itself the number of the picture that is the query, or [#NONE]
  public Question(Embedding query, BitSet right, int itself) {
    this.query = query;
    this.right = (BitSet) right.clone();
    this.itself = itself;
    if (itself >= 0) {
      this.right.clear(itself);
    }
    if (this.right.isEmpty()) {
      throw new IllegalArgumentException("a question needs at least one picture that answers it");
    }
  }

  public Embedding query() {
    return query;
  }

  BitSet right() {
    return right;
  }

  int itself() {
    return itself;
  }
}
