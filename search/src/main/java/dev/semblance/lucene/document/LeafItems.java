package dev.semblance.lucene.document;

import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Failure;
import dev.semblance.index.Item;
import dev.semblance.index.Known;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/// What the documents of one segment hold, read in rising order of documents. For one thread.
public final class LeafItems {
  private final SortedDocValues paths;
  private final SortedDocValues parts;
  private final BinaryDocValues items;
  private final BinaryDocValues failures;

  /// Of a segment.
  public LeafItems(LeafReader leaf) throws IOException {
    this.paths = DocValues.getSorted(leaf, Documents.PATH);
    this.parts = DocValues.getSorted(leaf, Documents.PART);
    this.items = DocValues.getBinary(leaf, Documents.ITEM);
    this.failures = DocValues.getBinary(leaf, Documents.FAILURE);
  }

  /// The item that a document is.
  public Item item(int doc) throws IOException {
    return ItemBytes.item(value(items, doc), path(doc), part(doc));
  }

  /// The failure that a document is.
  public Failure failure(int doc) throws IOException {
    return ItemBytes.failure(value(failures, doc), path(doc));
  }

  /// Whether a document is an item and no failure.
  boolean isItem(int doc) throws IOException {
    return items.advanceExact(doc);
  }

  Known known(int doc) throws IOException {
    return isItem(doc) ? Known.of(item(doc)) : Known.of(failure(doc));
  }

  /// The items of documents, with their vectors.
  public static void forEachEmbedded(
      LeafReader leaf, EmbeddingSpace space, DocIdSetIterator docs, Consumer<EmbeddedItem> action)
      throws IOException {
    int doc = docs.nextDoc();
    if (doc == DocIdSetIterator.NO_MORE_DOCS) {
      return;
    }
    Embedded items = new Embedded(leaf, space);
    for (; doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      action.accept(items.embedded(doc));
    }
  }

  private String path(int doc) throws IOException {
    if (!paths.advanceExact(doc)) {
      throw damaged(doc);
    }
    return paths.lookupOrd(paths.ordValue()).utf8ToString();
  }

  private String part(int doc) throws IOException {
    return parts.advanceExact(doc) ? parts.lookupOrd(parts.ordValue()).utf8ToString() : "";
  }

  private static BytesRef value(BinaryDocValues values, int doc) throws IOException {
    if (!values.advanceExact(doc)) {
      throw damaged(doc);
    }
    return values.binaryValue();
  }

  private static IOException damaged(int doc) {
    return new IOException("document " + doc + " of the index is incomplete; index anew");
  }

  /// As above, with the vectors.
  static final class Embedded {
    private final LeafItems items;
    private final EmbeddingSpace space;
    private final FloatVectorValues vectors;
    private final DocIndexIterator position;

    Embedded(LeafReader leaf, EmbeddingSpace space) throws IOException {
      FloatVectorValues values = leaf.getFloatVectorValues(Documents.VECTOR);
      if (values == null) {
        throw new IOException("a segment of the index has items but no vectors; index anew");
      }
      this.items = new LeafItems(leaf);
      this.space = space;
      this.vectors = values;
      this.position = values.iterator();
    }

    EmbeddedItem embedded(int doc) throws IOException {
      Item item = items.item(doc);
      if (position.docID() < doc) {
        position.advance(doc);
      }
      if (position.docID() != doc) {
        throw damaged(doc);
      }
      float[] vector = vectors.vectorValue(position.index());
      return new EmbeddedItem(item, Embedding.of(space, vector, item.path()));
    }
  }
}
