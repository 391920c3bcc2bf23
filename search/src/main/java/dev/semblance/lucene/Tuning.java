package dev.semblance.lucene;

/// What decides between looking at every item and walking a graph. The numbers and how they were
/// measured: `docs/decisions/0004-exact-or-hnsw.md`.
///
/// @param exactItems up to how many candidates every one is looked at; segments with no more items
///   get no graph
/// @param width how many candidates a walk keeps at least
record Tuning(int exactItems, int width) {
  static final Tuning MEASURED = new Tuning(50_000, 100);
}
