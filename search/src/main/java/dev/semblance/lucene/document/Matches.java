package dev.semblance.lucene.document;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilteredDocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/// The documents that a query lets through and that are not deleted, segment by segment.
public final class Matches {
  private final Weight weight;

  /// Of a query.
  public Matches(IndexSearcher searcher, Query query) throws IOException {
    this.weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  /// In rising order.
  public DocIdSetIterator in(LeafReaderContext leaf) throws IOException {
    Scorer scorer = weight.scorer(leaf);
    if (scorer == null) {
      return DocIdSetIterator.empty();
    }
    Bits live = leaf.reader().getLiveDocs();
    if (live == null) {
      return scorer.iterator();
    }
    return new FilteredDocIdSetIterator(scorer.iterator()) {
      @Override
      protected boolean match(int doc) {
        return live.get(doc);
      }
    };
  }
}
