package dev.semblance.lucene.document;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/// Walks over what a query lets through in the order of paths, merging the segments, each of which
/// lies in that order: memory for one value a segment.
///
/// @param order that of paths
/// @param reading how a value is read of a document
public record PathWalk<T>(Comparator<T> order, Reading<T> reading) {

  /// How a value is read of a document.
  public interface Reading<T> {
    /// @param items of the segment that the document lies in
    T read(LeafItems items, int doc) throws IOException;
  }

  /// Hands over one after another.
  public void walk(IndexSearcher searcher, Query query, Consumer<T> action) throws IOException {
    Matches matches = new Matches(searcher, query);
    PriorityQueue<Head> heads =
        new PriorityQueue<>((one, other) -> order.compare(one.value, other.value));
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      addNext(heads, new LeafItems(leaf.reader()), matches.in(leaf));
    }
    for (Head least = heads.poll(); least != null; least = heads.poll()) {
      action.accept(least.value);
      addNext(heads, least.items, least.docs);
    }
  }

  private void addNext(PriorityQueue<Head> heads, LeafItems items, DocIdSetIterator docs)
      throws IOException {
    int doc = docs.nextDoc();
    if (doc != DocIdSetIterator.NO_MORE_DOCS) {
      heads.add(new Head(reading.read(items, doc), items, docs));
    }
  }

  /// The next value of a segment, and where the ones after it come from.
  private final class Head {
    private final T value;
    private final LeafItems items;
    private final DocIdSetIterator docs;

    Head(T value, LeafItems items, DocIdSetIterator docs) {
      this.value = value;
      this.items = items;
      this.docs = docs;
    }
  }
}
