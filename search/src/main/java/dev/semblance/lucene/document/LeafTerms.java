package dev.semblance.lucene.document;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/// The terms of one field in one segment, and the first document of each that is not deleted.
/// Within a segment the first document is the first in the order of paths.
final class LeafTerms {
  static final int NONE = DocIdSetIterator.NO_MORE_DOCS;

  private final TermsEnum terms;
  private final @Nullable Bits live;
  private @Nullable PostingsEnum postings;

  LeafTerms(LeafReader leaf, String field) throws IOException {
    Terms all = leaf.terms(field);
    this.terms = all == null ? TermsEnum.EMPTY : all.iterator();
    this.live = leaf.getLiveDocs();
  }

  /// The first document with a term, or [#NONE].
  int first(BytesRef term) throws IOException {
    return terms.seekExact(term) ? firstOfCurrent() : NONE;
  }

  /// The first document with any term that begins so, or [#NONE].
  int firstWithPrefix(BytesRef prefix) throws IOException {
    int first = NONE;
    boolean more = terms.seekCeil(prefix) != SeekStatus.END;
    while (more && StringHelper.startsWith(terms.term(), prefix)) {
      first = Math.min(first, firstOfCurrent());
      more = terms.next() != null;
    }
    return first;
  }

  private int firstOfCurrent() throws IOException {
    PostingsEnum docs = terms.postings(postings, PostingsEnum.NONE);
    postings = docs;
    int doc = docs.nextDoc();
    while (doc != NONE && live != null && !live.get(doc)) {
      doc = docs.nextDoc();
    }
    return doc;
  }
}
