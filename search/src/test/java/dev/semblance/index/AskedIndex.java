package dev.semblance.index;

import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// An index in memory that remembers what it was asked for and may answer worse than the truth.
final class AskedIndex implements ItemIndex {
  final FlatIndex truth;
  final List<Embedding> asked = new ArrayList<>();
  private final BiFunction<Embedding, List<ScoredItem>, List<ScoredItem>> spoil;

  /// @param spoil what becomes of each query's true answer
  AskedIndex(FlatIndex truth, BiFunction<Embedding, List<ScoredItem>, List<ScoredItem>> spoil) {
    this.truth = truth;
    this.spoil = spoil;
  }

  @Override
  public EmbeddingSpace space() {
    return truth.space();
  }

  @Override
  public long count(Filter filter) {
    return truth.count(filter);
  }

  @Override
  public List<ScoredItem> nearest(Embedding query, int k, Filter filter) {
    asked.add(query);
    return spoil.apply(query, truth.nearest(query, k, filter));
  }

  @Override
  public Map<String, Known> known(Collection<String> paths) {
    return truth.known(paths);
  }

  @Override
  public Optional<Item> item(String path) {
    return truth.item(path);
  }

  @Override
  public Map<String, EmbeddedItem> byContent(Collection<String> contentHashes) {
    return truth.byContent(contentHashes);
  }

  @Override
  public void forEach(Filter filter, Consumer<Item> action) {
    truth.forEach(filter, action);
  }

  @Override
  public void forEachEmbedded(Filter filter, Consumer<EmbeddedItem> action) {
    truth.forEachEmbedded(filter, action);
  }

  @Override
  public void forEachFailure(Consumer<Failure> action) {
    truth.forEachFailure(action);
  }

  @Override
  public void put(Collection<EmbeddedItem> items) {
    truth.put(items);
  }

  @Override
  public void putFailures(Collection<Failure> failures) {
    truth.putFailures(failures);
  }

  @Override
  public void remove(Collection<String> paths) {
    truth.remove(paths);
  }

  @Override
  public void commit() {
    truth.commit();
  }

  @Override
  public void close() {
    truth.close();
  }
}
