package dev.semblance.lucene;

import dev.semblance.index.Item;
import dev.semblance.index.ScoredItem;
import dev.semblance.lucene.document.LeafItems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/// The best hits seen so far, no more than asked for, in the order of [ScoredItem#BEST_FIRST].
///
/// Items are read from the index at the end, and before only where two scores of two segments are
/// equal: within a segment the order of documents is that of paths.
final class Best {
  /// Orders here are compared by hand: those that [Comparator] puts together are made by Java at
  /// every start, each in milliseconds, since a start-up cache cannot hold what can be serialized.
  private static final Comparator<Found> BEST_FIRST =
      (one, other) -> {
        int scores = Double.compare(other.score, one.score);
        return scores != 0 ? scores : comparePaths(one, other);
      };

  private final int limit;
  private final PriorityQueue<Found> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());

  Best(int limit) {
    this.limit = limit;
  }

  /// The least score with which one may still come in.
  double threshold() {
    Found worst = worstFirst.peek();
    return worst == null || worstFirst.size() < limit ? Double.NEGATIVE_INFINITY : worst.score;
  }

  void offer(LeafReaderContext leaf, int doc, double score) {
    if (score >= threshold()) {
      worstFirst.add(new Found(leaf, doc, score));
      if (worstFirst.size() > limit) {
        worstFirst.remove();
      }
    }
  }

  List<ScoredItem> inOrder() throws IOException {
    List<Found> byDocument = new ArrayList<>(worstFirst);
    byDocument.sort((one, other) ->
        one.leaf.ord == other.leaf.ord
            ? Integer.compare(one.doc, other.doc)
            : Integer.compare(one.leaf.ord, other.leaf.ord));
    List<ScoredItem> hits = new ArrayList<>(byDocument.size());
    LeafReaderContext leaf = null;
    LeafItems items = null;
    for (Found found : byDocument) {
      if (items == null || found.leaf != leaf) {
        leaf = found.leaf;
        items = new LeafItems(leaf.reader());
      }
      hits.add(new ScoredItem(items.item(found.doc), found.score));
    }
    hits.sort(ScoredItem.BEST_FIRST);
    return List.copyOf(hits);
  }

  private static int comparePaths(Found one, Found other) {
    return one.leaf == other.leaf
        ? Integer.compare(one.doc, other.doc)
        : Item.BY_PATH.compare(one.item(), other.item());
  }

  private static final class Found {
    private final LeafReaderContext leaf;
    private final int doc;
    private final double score;
    private @Nullable Item item;

    Found(LeafReaderContext leaf, int doc, double score) {
      this.leaf = leaf;
      this.doc = doc;
      this.score = score;
    }

    private Item item() {
      if (item == null) {
        try {
          item = new LeafItems(leaf.reader()).item(doc);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return item;
    }
  }
}
