package dev.semblance.lucene;

import dev.semblance.index.Filter;
import dev.semblance.index.ScoredItem;
import dev.semblance.lucene.document.Documents;
import dev.semblance.lucene.document.FilterQuery;
import dev.semblance.lucene.document.Matches;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.VectorScorer;
import org.jspecify.annotations.Nullable;

/// One search for the nearest: every candidate is looked at, or the graphs are walked.
///
/// Either way the scores are cosines computed in double precision from the stored vectors, as
/// [dev.semblance.space.Embedding#cosine] does. Serves one search.
final class NearestSearch {
  private final IndexSearcher searcher;
  private final Tuning tuning;
  private final float[] query;
  private final int k;
  private final Best best;

  NearestSearch(IndexSearcher searcher, Tuning tuning, float[] query, int k) {
    this.searcher = searcher;
    this.tuning = tuning;
    this.query = query;
    this.k = k;
    this.best = new Best(k);
  }

  List<ScoredItem> nearest(Filter filter) throws IOException {
    Query candidates = FilterQuery.of(filter);
    if (areFew(countAtMost(filter, candidates))) {
      lookAtEvery(candidates);
    } else {
      walkGraphs(FilterQuery.isOpen(filter) ? null : candidates);
    }
    return best.inOrder();
  }

  /// How many candidates there are; where counting them would be in vain, how many there may be.
  private long countAtMost(Filter filter, Query candidates) throws IOException {
    int documents = searcher.getIndexReader().numDocs();
    return documents <= tuning.exactItems() || FilterQuery.isOpen(filter)
        ? documents
        : searcher.count(candidates);
  }

  /// Whether looking at all of them takes no longer than a walk, which sees about width times ln n.
  private boolean areFew(long candidates) {
    return candidates <= tuning.exactItems()
        || candidates <= width() * Math.log((double) candidates);
  }

  private long width() {
    return Math.max(tuning.width(), 2L * k);
  }

  // ---- every candidate

  private void lookAtEvery(Query candidates) throws IOException {
    Matches matches = new Matches(searcher, candidates);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Documents.VECTOR);
      if (vectors != null) {
        lookAtEvery(leaf, vectors, matches.in(leaf));
      }
    }
  }

  private void lookAtEvery(
      LeafReaderContext leaf, FloatVectorValues vectors, DocIdSetIterator candidates)
      throws IOException {
    VectorScorer every = vectors.scorer(query);
    if (every == null) {
      return; // Lucene's answer for a segment that holds the field but no vector of it.
    }
    VectorScorer.Bulk scorer = every.bulk(candidates);
    Exact exact = new Exact(leaf);
    DocAndFloatFeatureBuffer batch = new DocAndFloatFeatureBuffer();
    do {
      float highest = scorer.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, batch);
      if (atMost(highest) >= best.threshold()) {
        offer(exact, batch);
      }
    } while (batch.size > 0);
  }

  private void offer(Exact exact, DocAndFloatFeatureBuffer batch) throws IOException {
    for (int i = 0; i < batch.size; i++) {
      if (atMost(batch.features[i]) >= best.threshold()) {
        exact.offer(batch.docs[i]);
      }
    }
  }

  /// The greatest cosine that Lucene's score (1 + cosine) / 2, summed in single precision, may
  /// stand for: n additions of products of unit vectors err by at most n times the unit roundoff
  /// (Higham, Accuracy and Stability of Numerical Algorithms, 3.5), and a little more in coming
  /// here.
  private double atMost(float score) {
    return 2.0 * score - 1 + (query.length + 16) * 0x1p-24;
  }

  // ---- graphs

  /// @param candidates null for all; the items alone have vectors
  private void walkGraphs(@Nullable Query candidates) throws IOException {
    int width = (int) Math.min(width(), searcher.getIndexReader().maxDoc());
    ScoreDoc[] seen =
        searcher.search(new KnnFloatVectorQuery(Documents.VECTOR, query, width, candidates), width)
            .scoreDocs;
    Arrays.sort(seen, (one, other) -> Integer.compare(one.doc, other.doc));
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    Exact exact = null;
    for (ScoreDoc it : seen) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(it.doc, leaves));
      if (exact == null || exact.leaf != leaf) {
        exact = new Exact(leaf);
      }
      exact.offer(it.doc - leaf.docBase);
    }
  }

  /// Offers documents of one segment with their exact cosines, in rising order.
  private final class Exact {
    private final LeafReaderContext leaf;
    private final FloatVectorValues vectors;
    private final DocIndexIterator position;

    Exact(LeafReaderContext leaf) throws IOException {
      this.leaf = leaf;
      this.vectors = leaf.reader().getFloatVectorValues(Documents.VECTOR);
      this.position = vectors.iterator();
    }

    void offer(int doc) throws IOException {
      position.advance(doc);
      best.offer(leaf, doc, cosine(vectors.vectorValue(position.index())));
    }

    private double cosine(float[] vector) {
      double dot = 0;
      for (int i = 0; i < vector.length; i++) {
        dot += (double) query[i] * vector[i];
      }
      return Math.clamp(dot, -1.0, 1.0);
    }
  }
}
