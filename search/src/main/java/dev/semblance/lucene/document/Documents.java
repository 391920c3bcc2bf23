package dev.semblance.lucene.document;

import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Failure;
import dev.semblance.index.Filter;
import dev.semblance.index.Folders;
import dev.semblance.index.Item;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/// Items and failures as documents, one each.
///
/// What is read of one is in doc values beside each other, nothing is stored in blocks that must be
/// unpacked. Segments are sorted by path and part, so that a walk in that order need not sort, and
/// the documents of one folder lie together.
public final class Documents {
  static final String PATH = "path";
  static final String PART = "part";
  static final String ITEM = "item";
  static final String FAILURE = "failure";

  /// The field of vectors.
  public static final String VECTOR = "vector";

  static final String KEY = "key";
  static final String ID = "id";
  static final String FOLDER = "folder";
  static final String DATE = "date";
  static final String KIND = "kind";

  /// As [Item#BY_PATH]: Lucene compares the bytes in UTF-8, and puts what has no part first.
  public static final Sort ORDER =
      new Sort(
          new SortField(PATH, SortField.Type.STRING), new SortField(PART, SortField.Type.STRING));

  private Documents() {}

  /// Of an item.
  public static Document of(EmbeddedItem embedded) throws IOException {
    Item item = embedded.item();
    Document document = new Document();
    document.add(new SortedDocValuesField(PATH, new BytesRef(item.path())));
    document.add(new BinaryDocValuesField(ITEM, ItemBytes.of(item)));
    document.add(term(KIND, new BytesRef(ITEM)));
    document.add(term(ID, Keys.id(item)));
    document.add(new BinaryPoint(DATE, sortable(Filter.dateOf(item))));
    document.add(
        new KnnFloatVectorField(
            VECTOR, embedded.embedding().toArray(), VectorSimilarityFunction.DOT_PRODUCT));
    addKeys(document, item);
    addFolders(document, item.path());
    return document;
  }

  private static void addKeys(Document document, Item item) {
    if (item.part().isEmpty()) {
      document.add(term(KEY, Keys.file(item.path())));
    } else {
      document.add(new SortedDocValuesField(PART, new BytesRef(item.part())));
      document.add(term(KEY, Keys.part(item.path(), item.part())));
      document.add(term(KEY, Keys.anyPart(item.path())));
    }
  }

  /// The path itself is found by its key, unless a folder is written otherwise.
  private static void addFolders(Document document, String path) {
    for (String folder : Folders.holding(path)) {
      if (!folder.equals(path)) {
        document.add(term(FOLDER, new BytesRef(folder)));
      }
    }
  }

  /// Of a failure.
  public static Document of(Failure failure) throws IOException {
    Document document = new Document();
    document.add(new SortedDocValuesField(PATH, new BytesRef(failure.path())));
    document.add(new BinaryDocValuesField(FAILURE, ItemBytes.of(failure)));
    document.add(term(KIND, new BytesRef(FAILURE)));
    document.add(term(KEY, Keys.file(failure.path())));
    document.add(term(KEY, Keys.failed(failure.path())));
    return document;
  }

  /// What an item takes the place of.
  public static Term[] replacedBy(Item item) {
    String path = item.path();
    return item.part().isEmpty()
        ? new Term[] {new Term(KEY, Keys.file(path))}
        : new Term[] {
          new Term(KEY, Keys.part(path, item.part())), new Term(KEY, Keys.failed(path))
        };
  }

  /// Everything of a path.
  public static Term[] everythingOf(String path) {
    return new Term[] {new Term(KEY, Keys.file(path)), new Term(KEY, Keys.anyPart(path))};
  }

  /// Bytes in the order of dates, to the nanosecond.
  static byte[] sortable(LocalDateTime date) {
    byte[] bytes = new byte[Long.BYTES + Integer.BYTES];
    Instant instant = date.toInstant(ZoneOffset.UTC);
    NumericUtils.longToSortableBytes(instant.getEpochSecond(), bytes, 0);
    NumericUtils.intToSortableBytes(instant.getNano(), bytes, Long.BYTES);
    return bytes;
  }

  private static StringField term(String field, BytesRef value) {
    return new StringField(field, value, Field.Store.NO);
  }
}
