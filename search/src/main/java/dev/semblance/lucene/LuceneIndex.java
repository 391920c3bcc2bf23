package dev.semblance.lucene;

import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Failure;
import dev.semblance.index.Filter;
import dev.semblance.index.Item;
import dev.semblance.index.ItemIndex;
import dev.semblance.index.Known;
import dev.semblance.index.LockedIndexException;
import dev.semblance.index.ScoredItem;
import dev.semblance.lucene.document.Documents;
import dev.semblance.lucene.document.FilterQuery;
import dev.semblance.lucene.document.LeafItems;
import dev.semblance.lucene.document.Lookup;
import dev.semblance.lucene.document.Matches;
import dev.semblance.lucene.document.PathWalk;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;

/// An index in a folder, kept by Lucene.
///
/// One process may have it open for writing, any number for reading, in this process and others; a
/// reader sees each commit from the next call on. The reading methods are safe for many threads,
/// the writing ones for one. A process that dies, at whatever moment, leaves the last commit. Up to
/// [Tuning#exactItems] candidates every one is looked at and the answer is exact; beyond, graphs
/// are walked (HNSW) and the answer is nearly so. Lucene merges segments in a thread of its own
/// while an index is open for writing; [#close] waits for it when all was committed.
public final class LuceneIndex implements ItemIndex {
  private final IndexFolder folder;
  private final Tuning tuning;

  private LuceneIndex(IndexFolder folder, Tuning tuning) {
    this.folder = folder;
    this.tuning = tuning;
  }

  /// An empty index in a folder, open for writing; committed, so that it can be opened from now on.
  ///
  /// @param folder made where there is none
  /// @throws IllegalArgumentException when the folder holds an index
  /// @throws LockedIndexException when somebody writes there
  /// @throws java.io.UncheckedIOException when the folder cannot be written to
  public static LuceneIndex create(Path folder, EmbeddingSpace space) {
    return create(folder, space, Tuning.MEASURED);
  }

  /// As [#create(Path, EmbeddingSpace)], tuned.
  public static LuceneIndex create(Path folder, EmbeddingSpace space, Tuning tuning) {
    return new LuceneIndex(IndexFolder.create(folder, space, tuning), tuning);
  }

  /// The index in a folder, for reading and writing.
  ///
  /// @throws IllegalArgumentException when the folder holds none
  /// @throws LockedIndexException when somebody else has it open for writing
  /// @throws java.io.UncheckedIOException when it cannot be read or written
  public static LuceneIndex openForWriting(Path folder) {
    return openForWriting(folder, Tuning.MEASURED);
  }

  /// As [#openForWriting(Path)], tuned.
  public static LuceneIndex openForWriting(Path folder, Tuning tuning) {
    return new LuceneIndex(IndexFolder.openForWriting(folder, tuning), tuning);
  }

  /// The index in a folder, for reading; whoever writes to it is not disturbed.
  ///
  /// @throws IllegalArgumentException when the folder holds none
  /// @throws java.io.UncheckedIOException when it cannot be read
  public static LuceneIndex openForReading(Path folder) {
    return openForReading(folder, Tuning.MEASURED);
  }

  /// As [#openForReading(Path)], tuned; [Tuning#EXACT] is how a walk's recall is measured.
  public static LuceneIndex openForReading(Path folder, Tuning tuning) {
    return new LuceneIndex(IndexFolder.openForReading(folder), tuning);
  }

  /// Whether a folder holds an index that was committed.
  public static boolean isIn(Path folder) {
    return IndexFolder.holdsIndex(folder);
  }

  @Override
  public EmbeddingSpace space() {
    return folder.space();
  }

  @Override
  public long count(Filter filter) {
    return folder.read(searcher -> (long) searcher.count(FilterQuery.of(filter)));
  }

  @Override
  public List<ScoredItem> nearest(Embedding query, int k, Filter filter) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1, got " + k);
    }
    space().requireSame(query.space());
    float[] vector = query.toArray();
    return folder.read(searcher -> new NearestSearch(searcher, tuning, vector, k).nearest(filter));
  }

  @Override
  public Map<String, Known> known(Collection<String> paths) {
    return folder.read(searcher -> new Lookup(searcher.getIndexReader()).known(paths));
  }

  @Override
  public Optional<Item> item(String path) {
    return folder.read(searcher -> new Lookup(searcher.getIndexReader()).item(path));
  }

  @Override
  public Map<String, EmbeddedItem> byContent(Collection<String> contentHashes) {
    return folder.read(
        searcher -> new Lookup(searcher.getIndexReader()).byContent(contentHashes, space()));
  }

  @Override
  public void forEach(Filter filter, Consumer<Item> action) {
    walk(new PathWalk<>(Item.BY_PATH, LeafItems::item), FilterQuery.of(filter), action);
  }

  @Override
  public void forEachFailure(Consumer<Failure> action) {
    walk(new PathWalk<>(Failure.BY_PATH, LeafItems::failure), FilterQuery.FAILURES, action);
  }

  private <T> void walk(PathWalk<T> walk, Query query, Consumer<T> action) {
    folder.read(searcher -> {
      walk.walk(searcher, query, action);
      return true;
    });
  }

  @Override
  public void forEachEmbedded(Filter filter, Consumer<EmbeddedItem> action) {
    folder.read(searcher -> {
      Matches matches = new Matches(searcher, FilterQuery.of(filter));
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        LeafItems.forEachEmbedded(leaf.reader(), space(), matches.in(leaf), action);
      }
      return true;
    });
  }

  @Override
  public void put(Collection<EmbeddedItem> items) {
    items.forEach(it -> space().requireSame(it.embedding().space()));
    folder.write(writer -> {
      for (EmbeddedItem it : items) {
        writer.deleteDocuments(Documents.replacedBy(it.item()));
        writer.addDocument(Documents.of(it));
      }
    });
  }

  @Override
  public void putFailures(Collection<Failure> failures) {
    folder.write(writer -> {
      for (Failure failure : failures) {
        writer.deleteDocuments(Documents.everythingOf(failure.path()));
        writer.addDocument(Documents.of(failure));
      }
    });
  }

  @Override
  public void remove(Collection<String> paths) {
    folder.write(writer -> {
      for (String path : paths) {
        writer.deleteDocuments(Documents.everythingOf(path));
      }
    });
  }

  @Override
  public void commit() {
    folder.commit();
  }

  @Override
  public void close() {
    folder.close();
  }

  @Override
  public String toString() {
    return "LuceneIndex in " + folder.path();
  }
}
