package dev.semblance.train.adapter;

/// What makes one adapter differ from another.
///
/// @param seed of the split, the first weights, the order and what is dropped
/// @param hidden width of the perceptrons' inner layer
/// @param epochs at most
/// @param patience epochs without a better dev loss before it stops
/// @param batch pictures that are compared at once
/// @param rate the learning rate
/// @param decay what a matrix loses in a step, times the rate
public record AdapterSettings(
    long seed, int hidden, int epochs, int patience, int batch, double rate, double decay) {
  public AdapterSettings {
    if (hidden < 1 || epochs < 1 || patience < 1 || batch < 2) {
      throw new IllegalArgumentException(
          "an adapter needs hidden, epochs and patience of at least 1 and batches of at least 2,"
              + " got "
              + hidden
              + ", "
              + epochs
              + ", "
              + patience
              + " and "
              + batch);
    }
  }

  /// The usual ones.
  public static AdapterSettings usual() {
    return new AdapterSettings(1, 256, 60, 6, 256, 1e-3, 0.05);
  }
}
