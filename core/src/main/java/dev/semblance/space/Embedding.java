package dev.semblance.space;

import java.util.List;

/// A point on the unit sphere of one [EmbeddingSpace].
///
/// Unit length by construction: whatever is handed over is divided by its length, so that vectors
/// that a model gives un-normalised may be used as they are. Immutable, safe for many threads.
public final class Embedding {
  private final EmbeddingSpace space;
  private final float[] unit;

  private Embedding(EmbeddingSpace space, float[] unit) {
    this.space = space;
    this.unit = unit;
  }

  /// The point in the direction of a vector.
  ///
  /// @param vector as many components as the space has dimensions; copied, any length but zero
  /// @param source what the vector was made from, for messages: a path, a text
  /// @throws IllegalArgumentException when the number of components is wrong, or the vector is zero
  ///   or not finite
  public static Embedding of(EmbeddingSpace space, float[] vector, String source) {
    if (vector.length != space.dimension()) {
      throw new IllegalArgumentException(
          source
              + ": a vector of "
              + vector.length
              + " components does not fit the space "
              + space.describe());
    }
    double squares = 0;
    for (float component : vector) {
      squares += (double) component * component;
    }
    double length = Math.sqrt(squares);
    if (!Double.isFinite(length)) {
      throw new IllegalArgumentException(
          source
              + ": the vector has a component that is not finite; the model or its input is broken");
    }
    if (length < 1e-12) {
      throw new IllegalArgumentException(
          source + ": the vector is zero and has no direction; the model or its input is broken");
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return new Embedding(space, unit);
  }

  /// The weighted sum of embeddings of one space, brought back to unit length.
  ///
  /// @throws IllegalArgumentException when there are none, two are of different spaces, a weight is
  ///   not finite, or they cancel out
  public static Embedding sum(List<Weighted> terms) {
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a sum needs at least one term, got none");
    }
    EmbeddingSpace space = terms.getFirst().embedding().space;
    double heaviest = Double.MIN_VALUE;
    for (Weighted term : terms) {
      space.requireSame(term.embedding().space);
      heaviest = Math.max(heaviest, Math.abs(term.weight()));
    }
    // In double, and as shares of the heaviest: so neither rounding passes for a direction where
    // terms cancel out, nor does a large or small weight leave what a float can hold.
    float[] total = new float[space.dimension()];
    for (int i = 0; i < total.length; i++) {
      double sum = 0;
      for (Weighted term : terms) {
        sum += term.weight() / heaviest * term.embedding().unit[i];
      }
      total[i] = (float) sum;
    }
    return of(space, total, "the sum of " + terms.size() + " terms");
  }

  /// The space this point lies in.
  public EmbeddingSpace space() {
    return space;
  }

  /// The cosine of the angle between two points of one space, between -1 and 1.
  ///
  /// @throws IllegalArgumentException with both names when the spaces differ
  public double cosine(Embedding other) {
    space.requireSame(other.space);
    double dot = 0;
    for (int i = 0; i < unit.length; i++) {
      dot += (double) unit[i] * other.unit[i];
    }
    return Math.clamp(dot, -1.0, 1.0);
  }

  /// A copy of the components, unit length.
  public float[] toArray() {
    return unit.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding that
        && space.equals(that.space)
        && java.util.Arrays.equals(unit, that.unit);
  }

  @Override
  public int hashCode() {
    return 31 * space.hashCode() + java.util.Arrays.hashCode(unit);
  }

  @Override
  public String toString() {
    return "Embedding in " + space.describe();
  }

  /// A term of a sum.
  ///
  /// @param weight any finite number; negative pushes away
  public record Weighted(double weight, Embedding embedding) {
    public Weighted {
      if (!Double.isFinite(weight)) {
        throw new IllegalArgumentException("a weight must be a finite number, got " + weight);
      }
    }
  }
}
