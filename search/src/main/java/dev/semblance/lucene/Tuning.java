package dev.semblance.lucene;

/// What decides between looking at every item and walking graphs (HNSW), and how wide a walk is.
///
/// An index need not be opened with the tuning it was made with: what is written from then on
/// follows the new one. The numbers and how they were measured:
/// `docs/decisions/0004-exact-or-hnsw.md`. Immutable, safe for many threads.
///
/// @param exactItems up to how many candidates every one is looked at, at least 0; segments of the
///   index with no more items get no graph
/// @param width how many candidates a walk keeps, at least 1; twice the hits asked for where that
///   is more. Wider finds more and takes longer in proportion
public record Tuning(int exactItems, int width) {
  /// What suits most, as measured.
  public static final Tuning MEASURED = new Tuning(50_000, 100);

  /// Every candidate is always looked at, no graph is made.
  public static final Tuning EXACT = new Tuning(Integer.MAX_VALUE, 1);

  /// @throws IllegalArgumentException when a number is too small
  public Tuning {
    if (exactItems < 0 || width < 1) {
      throw new IllegalArgumentException(
          "a tuning needs exactItems of at least 0 and a width of at least 1, got "
              + exactItems
              + " and "
              + width);
    }
  }
}
