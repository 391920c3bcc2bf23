package dev.semblance.lucene.document;

import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Item;
import dev.semblance.index.Known;
import dev.semblance.space.EmbeddingSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;

/// Finds items by path or content: sorted terms are sought one after another in each segment.
public final class Lookup {
  private final IndexReader reader;

  /// In what a reader sees.
  public Lookup(IndexReader reader) {
    this.reader = reader;
  }

  /// As [dev.semblance.index.ItemIndex#item].
  public Optional<Item> item(String path) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      int doc = new LeafTerms(leaf.reader(), Documents.KEY).first(Keys.file(path));
      LeafItems items = new LeafItems(leaf.reader());
      if (doc != LeafTerms.NONE && items.isItem(doc)) {
        return Optional.of(items.item(doc));
      }
    }
    return Optional.empty();
  }

  /// As [dev.semblance.index.ItemIndex#known].
  public Map<String, Known> known(Collection<String> paths) throws IOException {
    NavigableMap<BytesRef, String> missing = new TreeMap<>();
    paths.forEach(path -> missing.put(Keys.file(path), path));
    Map<String, Known> known = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      knownFiles(leaf, missing, known);
    }
    Map<String, Item> firstParts = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader().getFieldInfos().fieldInfo(Documents.PART) != null) {
        knownParts(leaf, missing.values(), firstParts);
      }
    }
    firstParts.forEach((path, item) -> known.put(path, Known.of(item)));
    return known;
  }

  private static void knownFiles(
      LeafReaderContext leaf, Map<BytesRef, String> missing, Map<String, Known> known)
      throws IOException {
    LeafTerms keys = new LeafTerms(leaf.reader(), Documents.KEY);
    LeafItems items = new LeafItems(leaf.reader());
    List<BytesRef> found = new ArrayList<>();
    for (Map.Entry<BytesRef, String> wanted : missing.entrySet()) {
      int doc = keys.first(wanted.getKey());
      if (doc != LeafTerms.NONE) {
        known.put(wanted.getValue(), items.known(doc));
        found.add(wanted.getKey());
      }
    }
    found.forEach(missing::remove);
  }

  private static void knownParts(
      LeafReaderContext leaf, Collection<String> paths, Map<String, Item> first)
      throws IOException {
    LeafTerms keys = new LeafTerms(leaf.reader(), Documents.KEY);
    LeafItems items = new LeafItems(leaf.reader());
    for (String path : paths) {
      int doc = keys.first(Keys.anyPart(path));
      if (doc != LeafTerms.NONE) {
        first.merge(path, items.item(doc), (a, b) -> Item.BY_PATH.compare(a, b) <= 0 ? a : b);
      }
    }
  }

  /// As [dev.semblance.index.ItemIndex#byContent].
  public Map<String, EmbeddedItem> byContent(Collection<String> contentHashes, EmbeddingSpace space)
      throws IOException {
    Map<String, EmbeddedItem> first = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      List<Integer> docs = firstOfEach(leaf, contentHashes);
      if (!docs.isEmpty()) {
        LeafItems.Embedded items = new LeafItems.Embedded(leaf.reader(), space);
        for (int doc : docs) {
          EmbeddedItem it = items.embedded(doc);
          first.merge(it.item().contentHash(), it, Lookup::firstByPath);
        }
      }
    }
    return first;
  }

  /// The first document of each content, in rising order.
  private static List<Integer> firstOfEach(LeafReaderContext leaf, Collection<String> hashes)
      throws IOException {
    LeafTerms ids = new LeafTerms(leaf.reader(), Documents.ID);
    List<Integer> docs = new ArrayList<>();
    for (BytesRef content :
        hashes.stream().filter(Item::isContentHash).map(Keys::content).sorted().toList()) {
      int doc = ids.firstWithPrefix(content);
      if (doc != LeafTerms.NONE) {
        docs.add(doc);
      }
    }
    docs.sort(Comparator.naturalOrder());
    return docs;
  }

  private static EmbeddedItem firstByPath(EmbeddedItem one, EmbeddedItem other) {
    return Item.BY_PATH.compare(one.item(), other.item()) <= 0 ? one : other;
  }
}
