package dev.semblance.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Filter;
import dev.semblance.index.FlatIndex;
import dev.semblance.index.Item;
import dev.semblance.index.Items;
import dev.semblance.index.ScoredItem;
import dev.semblance.lucene.document.Documents;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The walk through graphs, made to happen on few items, against the exact truth.
class GraphSearchTest {
  private static final long SEED = 11_2026;
  private static final EmbeddingSpace SPACE = Items.space("clustered", 32);
  private static final int ITEMS = 3000;
  private static final Tuning GRAPHS = new Tuning(300, 100);

  @TempDir Path folder;

  @Test
  @Tag("slow")
  void a_walk_finds_what_an_exact_search_finds_in_nearly_all_cases() throws IOException {
    List<EmbeddedItem> items = Items.clustered(SPACE, ITEMS, new Random(SEED));
    try (FlatIndex truth = new FlatIndex(SPACE);
        LuceneIndex index = LuceneIndex.create(folder, SPACE, GRAPHS)) {
      truth.put(items);
      truth.commit();
      for (int from = 0; from < ITEMS; from += 1000) {
        index.put(items.subList(from, from + 1000));
        index.commit();
      }
      assertThat(nodes()).as("vectors in graphs").isEqualTo(ITEMS);
      for (Filter filter :
          List.of(
              new Filter.Everything(),
              new Filter.InFolder("/pictures/a"),
              new Filter.NotThese(Set.of(items.get(5).item().id())))) {
        assertThat(recall(truth, index, filter)).as("seed %d, %s", SEED, filter).isGreaterThan(.95);
      }
    }
  }

  private double recall(FlatIndex truth, LuceneIndex index, Filter filter) {
    Random random = new Random(SEED + 1);
    int found = 0;
    int wanted = 0;
    for (int i = 0; i < 50; i++) {
      Embedding query = Items.embedding(SPACE, random);
      List<ScoredItem> exact = truth.nearest(query, 10, filter);
      List<ScoredItem> walked = index.nearest(query, 10, filter);
      assertThat(walked).hasSize(10).isSortedAccordingTo(ScoredItem.BEST_FIRST);
      assertThat(walked).allMatch(hit -> filter.matches(hit.item()));
      Set<ScoredItem> both = new HashSet<>(walked);
      both.retainAll(exact);
      found += both.size();
      wanted += exact.size();
    }
    return (double) found / wanted;
  }

  /// How many vectors are in graphs.
  private int nodes() throws IOException {
    int nodes = 0;
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
      for (LeafReaderContext leaf : reader.leaves()) {
        HnswGraph graph = graphs((CodecReader) leaf.reader()).getGraph(Documents.VECTOR);
        nodes += graph == null ? 0 : graph.size();
      }
    }
    return nodes;
  }

  private static HnswGraphProvider graphs(CodecReader segment) {
    KnnVectorsReader vectors = segment.getVectorReader();
    return (HnswGraphProvider)
        ((PerFieldKnnVectorsFormat.FieldsReader) vectors).getFieldReader(Documents.VECTOR);
  }

  @Test
  void few_candidates_are_all_looked_at_in_an_index_with_graphs() {
    List<EmbeddedItem> items = Items.clustered(SPACE, 3000, new Random(SEED));
    try (FlatIndex truth = new FlatIndex(SPACE);
        LuceneIndex index = LuceneIndex.create(folder, SPACE, GRAPHS)) {
      truth.put(items);
      truth.commit();
      index.put(items);
      index.commit();
      LocalRange range = LocalRange.of(items, 250);
      Embedding query = Items.embedding(SPACE, new Random(SEED));
      assertThat(truth.count(range.filter())).isBetween(200L, 300L);
      assertThat(index.nearest(query, 50, range.filter()))
          .isEqualTo(truth.nearest(query, 50, range.filter()));
      Filter everything = new Filter.Everything();
      assertThat(index.nearest(query, 1000, everything))
          .as("so many that a walk would see everything")
          .isEqualTo(truth.nearest(query, 1000, everything));
    }
  }

  /// The span of dates with so many of the items.
  private record LocalRange(Filter filter) {
    static LocalRange of(List<EmbeddedItem> items, int count) {
      List<Item> byDate = new ArrayList<>(items.stream().map(EmbeddedItem::item).toList());
      byDate.sort((one, other) -> Filter.dateOf(one).compareTo(Filter.dateOf(other)));
      return new LocalRange(
          new Filter.Dated(
              Filter.dateOf(byDate.get(1000)), Filter.dateOf(byDate.get(1000 + count))));
    }
  }

  @Test
  void a_small_index_has_no_graph() throws IOException {
    try (LuceneIndex index = LuceneIndex.create(folder, SPACE)) {
      index.put(Items.clustered(SPACE, ITEMS, new Random(SEED)));
      index.commit();
    }
    assertThat(nodes()).isZero();
  }
}
