package dev.semblance.index;

import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Items and their embeddings of one space, stored and searched.
///
/// The seam behind which a folder, memory or a cluster may stand: nothing above it assumes that all
/// items fit in memory or on one machine. One writer, many readers: the reading methods are safe
/// for many threads, the writing ones for one. What was written is seen by readers after [#commit],
/// all of it or none; what was not committed when a process dies is lost, nothing else. Paths and
/// parts are ordered as [Item#BY_PATH], hits as [ScoredItem#BEST_FIRST]. After [#close] every other
/// method throws an [IllegalStateException] with the index's name.
public interface ItemIndex extends AutoCloseable {
  /// The space of every embedding in it.
  EmbeddingSpace space();

  // ---- reading: what was committed

  /// How many items a filter lets through.
  long count(Filter filter);

  /// The nearest items by cosine, best first; equal scores in the order of their paths.
  ///
  /// @param k at least 1
  /// @throws IllegalArgumentException when k is less, or the query is of another space
  List<ScoredItem> nearest(Embedding query, int k, Filter filter);

  /// What is known of these paths, failures included; absent where nothing is. Where a file has
  /// parts, what its first part tells.
  Map<String, Known> known(Collection<String> paths);

  /// The item at a path (the whole file).
  Optional<Item> item(String path);

  /// The embedded items with these content hashes, one for each hash that is there: the first in
  /// the order of paths.
  Map<String, EmbeddedItem> byContent(Collection<String> contentHashes);

  /// Every item a filter lets through, in the order of paths, one after another.
  void forEach(Filter filter, Consumer<Item> action);

  /// As [#forEach], with embeddings, in no order.
  void forEachEmbedded(Filter filter, Consumer<EmbeddedItem> action);

  /// Every failure, in the order of paths.
  void forEachFailure(Consumer<Failure> action);

  // ---- writing: seen after commit

  /// Adds items; an item of the same path and part and a failure of the same path are replaced.
  ///
  /// @throws IllegalArgumentException when an embedding is of another space; then none is added
  void put(Collection<EmbeddedItem> items);

  /// Adds failures; the items, with all their parts, and the failure of the same path are replaced.
  void putFailures(Collection<Failure> failures);

  /// Takes out items, with all their parts, and failures; paths that are not there do no harm.
  void remove(Collection<String> paths);

  /// Makes everything written so far durable and visible.
  void commit();

  /// Closes; what was not committed is lost. Closing twice is harmless.
  @Override
  void close();
}
