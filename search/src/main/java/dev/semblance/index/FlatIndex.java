package dev.semblance.index;

import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An index in memory that looks at every item: the exact truth that other indexes are held
/// against.
///
/// Plain and slow on purpose. Nothing outlives the process; everything else is as [ItemIndex] says.
/// The reading methods are safe for many threads, the writing ones for one.
public final class FlatIndex implements ItemIndex {
  private final EmbeddingSpace space;
  private final NavigableMap<String, Kept> written = new TreeMap<>(PathOrder.INSTANCE);
  private volatile NavigableMap<String, Kept> committed = new TreeMap<>(PathOrder.INSTANCE);
  private volatile boolean closed;

  /// An empty index.
  public FlatIndex(EmbeddingSpace space) {
    this.space = space;
  }

  /// What is kept of one path: the items of its parts, or why there are none.
  private sealed interface Kept {
    record Parts(NavigableMap<String, EmbeddedItem> byPart) implements Kept {}

    record Failed(Failure failure) implements Kept {}
  }

  @Override
  public EmbeddingSpace space() {
    requireOpen();
    return space;
  }

  @Override
  public long count(Filter filter) {
    return embedded(filter).count();
  }

  @Override
  public List<ScoredItem> nearest(Embedding query, int k, Filter filter) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1, got " + k);
    }
    space.requireSame(query.space());
    return embedded(filter)
        .map(it -> new ScoredItem(it.item(), query.cosine(it.embedding())))
        .sorted(ScoredItem.BEST_FIRST)
        .limit(k)
        .toList();
  }

  @Override
  public Map<String, Known> known(Collection<String> paths) {
    NavigableMap<String, Kept> current = current();
    Map<String, Known> known = new HashMap<>();
    for (String path : paths) {
      Kept kept = current.get(path);
      if (kept != null) {
        known.put(path, knownOf(kept));
      }
    }
    return known;
  }

  private static Known knownOf(Kept kept) {
    return switch (kept) {
      case Kept.Parts parts -> Known.of(parts.byPart().firstEntry().getValue().item());
      case Kept.Failed failed -> Known.of(failed.failure());
    };
  }

  @Override
  public Optional<Item> item(String path) {
    return current().get(path) instanceof Kept.Parts parts
        ? Optional.ofNullable(parts.byPart().get("")).map(EmbeddedItem::item)
        : Optional.empty();
  }

  @Override
  public Map<String, EmbeddedItem> byContent(Collection<String> contentHashes) {
    Set<String> wanted = new HashSet<>(contentHashes);
    Map<String, EmbeddedItem> found = new HashMap<>();
    embedded(new Filter.Everything())
        .filter(it -> wanted.contains(it.item().contentHash()))
        .forEach(it -> found.putIfAbsent(it.item().contentHash(), it));
    return found;
  }

  @Override
  public void forEach(Filter filter, Consumer<Item> action) {
    embedded(filter).map(EmbeddedItem::item).forEachOrdered(action);
  }

  @Override
  public void forEachEmbedded(Filter filter, Consumer<EmbeddedItem> action) {
    embedded(filter).forEachOrdered(action);
  }

  @Override
  public void forEachFailure(Consumer<Failure> action) {
    for (Kept kept : current().values()) {
      if (kept instanceof Kept.Failed failed) {
        action.accept(failed.failure());
      }
    }
  }

  /// The committed items that a filter lets through, in the order of paths and parts.
  private Stream<EmbeddedItem> embedded(Filter filter) {
    return current().values().stream()
        .flatMap(kept -> kept instanceof Kept.Parts parts ? parts.byPart().values().stream() : null)
        .filter(it -> filter.matches(it.item()));
  }

  @Override
  public void put(Collection<EmbeddedItem> items) {
    requireOpen();
    items.forEach(it -> space.requireSame(it.embedding().space()));
    for (EmbeddedItem it : items) {
      written.compute(it.item().path(), (_, before) -> with(before, it));
    }
  }

  private static Kept with(@Nullable Kept before, EmbeddedItem added) {
    NavigableMap<String, EmbeddedItem> byPart = new TreeMap<>(PathOrder.INSTANCE);
    if (before instanceof Kept.Parts parts) {
      byPart.putAll(parts.byPart());
    }
    byPart.put(added.item().part(), added);
    return new Kept.Parts(byPart);
  }

  @Override
  public void putFailures(Collection<Failure> failures) {
    requireOpen();
    failures.forEach(failure -> written.put(failure.path(), new Kept.Failed(failure)));
  }

  @Override
  public void remove(Collection<String> paths) {
    requireOpen();
    paths.forEach(written::remove);
  }

  @Override
  public void commit() {
    requireOpen();
    committed = new TreeMap<>(written);
  }

  @Override
  public void close() {
    closed = true;
  }

  private NavigableMap<String, Kept> current() {
    requireOpen();
    return committed;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the index of " + space.describe() + " in memory is closed");
    }
  }
}
