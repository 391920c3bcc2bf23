package dev.semblance.lucene.document;

import dev.semblance.index.Filter;
import dev.semblance.index.Folders;
import java.time.LocalDateTime;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Filters as queries; each lets through what [Filter#matches] does, and no failure.
public final class FilterQuery {
  static final Query ITEMS = term(Documents.KIND, new BytesRef(Documents.ITEM));

  /// Every failure.
  public static final Query FAILURES = term(Documents.KIND, new BytesRef(Documents.FAILURE));

  private FilterQuery() {}

  /// What a filter lets through.
  public static Query of(Filter filter) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(ITEMS, Occur.FILTER);
    restrict(all, filter);
    return all.build();
  }

  /// Whether a filter lets every item through, whatever items there are.
  public static boolean isOpen(Filter filter) {
    return switch (filter) {
      case Filter.Everything() -> true;
      case Filter.InFolder _, Filter.Dated _ -> false;
      case Filter.NotThese(var ids) -> ids.isEmpty();
      case Filter.All(var filters) -> filters.stream().allMatch(FilterQuery::isOpen);
    };
  }

  private static void restrict(BooleanQuery.Builder all, Filter filter) {
    switch (filter) {
      case Filter.Everything() -> {}
      case Filter.InFolder(var folder) -> all.add(in(Folders.plain(folder)), Occur.FILTER);
      case Filter.Dated(var from, var until) -> all.add(dated(from, until), Occur.FILTER);
      case Filter.NotThese(var ids) ->
          all.add(
              new TermInSetQuery(Documents.ID, ids.stream().map(Keys::id).toList()),
              Occur.MUST_NOT);
      case Filter.All(var filters) -> filters.forEach(each -> restrict(all, each));
    }
  }

  private static Query in(String folder) {
    if (!Keys.isText(folder)) {
      return new MatchNoDocsQuery(folder + " is no valid text");
    }
    return new BooleanQuery.Builder()
        .add(term(Documents.FOLDER, new BytesRef(folder)), Occur.SHOULD)
        .add(term(Documents.KEY, Keys.file(folder)), Occur.SHOULD)
        .add(term(Documents.KEY, Keys.anyPart(folder)), Occur.SHOULD)
        .build();
  }

  private static Query dated(LocalDateTime from, LocalDateTime until) {
    if (!from.isBefore(until)) {
      return new MatchNoDocsQuery("from " + from + " until " + until);
    }
    return BinaryPoint.newRangeQuery(
        Documents.DATE, Documents.sortable(from), Documents.sortable(until.minusNanos(1)));
  }

  private static Query term(String field, BytesRef value) {
    return new TermQuery(new Term(field, value));
  }
}
