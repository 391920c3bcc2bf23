package dev.semblance.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every index finds, held against a plain reading of the contract.
public abstract class NearestContract {
  static final long SEED = 20_260_711;
  static final EmbeddingSpace SPACE = Items.space("seeded", 24);

  ItemIndex index;

  /// An empty index, open for writing.
  protected abstract ItemIndex create(EmbeddingSpace space);

  @BeforeEach
  final void open() {
    index = create(SPACE);
  }

  @AfterEach
  final void close() {
    index.close();
  }

  @Test
  void an_empty_index_answers_everything_with_nothing() {
    Embedding query = Items.embedding(SPACE, new Random(SEED));
    assertThat(index.space()).isEqualTo(SPACE);
    assertThat(index.count(new Filter.Everything())).isZero();
    assertThat(index.nearest(query, 5, new Filter.Everything())).isEmpty();
    assertThat(index.known(List.of("/a.jpg"))).isEmpty();
    assertThat(index.item("/a.jpg")).isEmpty();
    assertThat(index.byContent(List.of(Items.hash("a")))).isEmpty();
    index.forEach(new Filter.Everything(), item -> assertThat(item).isNull());
    index.forEachEmbedded(new Filter.Everything(), item -> assertThat(item).isNull());
    index.forEachFailure(failure -> assertThat(failure).isNull());
  }

  @Test
  void the_score_is_the_cosine_and_the_best_comes_first() {
    EmbeddingSpace plane = Items.space("plane", 2);
    try (ItemIndex flat = create(plane)) {
      flat.put(List.of(at(plane, "/east", 5, 0), at(plane, "/north", 0, .1f)));
      flat.put(List.of(at(plane, "/west", -3, 0), at(plane, "/north-east", 2, 2)));
      flat.commit();
      List<ScoredItem> hits = flat.nearest(vector(plane, 1, 0), 4, new Filter.Everything());
      assertThat(hits)
          .extracting(hit -> hit.item().path())
          .containsExactly("/east", "/north-east", "/north", "/west");
      assertThat(hits.get(0).score()).isEqualTo(1);
      assertThat(hits.get(1).score()).isCloseTo(Math.sqrt(.5), within(1e-7));
      assertThat(hits.get(2).score()).isEqualTo(0);
      assertThat(hits.get(3).score()).isEqualTo(-1);
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  private static EmbeddedItem at(EmbeddingSpace space, String path, float... vector) {
    return new EmbeddedItem(Items.item(path), vector(space, vector));
  }

  private static Embedding vector(EmbeddingSpace space, float... vector) {
    return Embedding.of(space, vector, "a vector of the test");
  }

  @Test
  void every_filter_lets_through_what_it_says_for_every_k() {
    List<EmbeddedItem> items = seeded(300);
    Random random = new Random(SEED);
    for (Filter filter : filters(items, random)) {
      List<EmbeddedItem> matching = items.stream().filter(it -> filter.matches(it.item())).toList();
      assertThat(index.count(filter)).as("%s", filter).isEqualTo(matching.size());
      assertThat(walked(filter))
          .as("%s", filter)
          .isEqualTo(matching.stream().map(EmbeddedItem::item).sorted(Item.BY_PATH).toList());
      for (int k = 1; k <= 50; k += 1 + random.nextInt(9)) {
        Embedding query = Items.embedding(SPACE, random);
        assertThat(index.nearest(query, k, filter))
            .as("seed %d, k %d, %s", SEED, k, filter)
            .isEqualTo(nearest(matching, query, k));
      }
    }
  }

  /// Puts items in several commits, so that what lies together in a list does not in the index.
  private List<EmbeddedItem> seeded(int count) {
    List<EmbeddedItem> items = new ArrayList<>(Items.clustered(SPACE, count, new Random(SEED)));
    for (int i = 0; i < count / 10; i++) {
      String path = items.get(i).item().path();
      String content = items.get(i).item().contentHash();
      Item part = Items.item(path, i % 2 == 0 ? "00:12" : "page 3", content);
      items.add(new EmbeddedItem(part, Items.embedding(SPACE, new Random(i))));
    }
    for (int i = 0; i < 5; i++) {
      int step = i;
      index.put(items.stream().filter(it -> items.indexOf(it) % 5 == step).toList());
      index.commit();
    }
    return items;
  }

  private static List<ScoredItem> nearest(List<EmbeddedItem> items, Embedding query, int k) {
    return items.stream()
        .map(it -> new ScoredItem(it.item(), query.cosine(it.embedding())))
        .sorted(ScoredItem.BEST_FIRST)
        .limit(k)
        .toList();
  }

  private static List<Filter> filters(List<EmbeddedItem> items, Random random) {
    LocalDateTime some = Filter.dateOf(items.get(7).item());
    Set<String> ids = new HashSet<>(Set.of("nonsense", "", "#", Items.hash("nowhere") + "#1"));
    for (int i = 0; i < 200; i++) {
      ids.add(items.get(random.nextInt(items.size())).item().id());
    }
    Filter folder = new Filter.InFolder("/pictures/a");
    Filter dated = new Filter.Dated(some, LocalDateTime.MAX);
    return List.of(
        new Filter.Everything(),
        folder,
        new Filter.InFolder("/pictures/a/"),
        new Filter.InFolder("/pictures/a/b"),
        new Filter.InFolder("file:///pictures/%C3%A9t%C3%A9%202024"),
        new Filter.InFolder("/pictures/z \"quoted\""),
        new Filter.InFolder("/"),
        new Filter.InFolder("/nowhere"),
        new Filter.InFolder(items.get(3).item().path()),
        dated,
        new Filter.Dated(LocalDateTime.MIN, some),
        new Filter.Dated(some, some.plusNanos(1)),
        new Filter.Dated(some, some),
        new Filter.NotThese(ids),
        new Filter.NotThese(Set.of()),
        new Filter.All(List.of()),
        new Filter.All(List.of(folder, dated, new Filter.NotThese(ids))),
        new Filter.All(List.of(folder, new Filter.All(List.of(dated)), new Filter.Everything())),
        new Filter.All(List.of(folder, new Filter.InFolder("/pictures/z"))));
  }

  final List<Item> walked(Filter filter) {
    List<Item> walked = new ArrayList<>();
    index.forEach(filter, walked::add);
    return walked;
  }

  @Test
  void equal_scores_come_in_the_order_of_paths_and_parts() {
    Embedding same = Items.embedding(SPACE, new Random(SEED));
    List<String> paths = List.of("/b", "/a", "/\uFF5E", "/\uD83D\uDE00", "/a/b", "/Z", "/é", "/a ");
    for (String path : paths) {
      index.put(List.of(new EmbeddedItem(Items.item(path, "2", Items.hash(path)), same)));
      index.put(List.of(new EmbeddedItem(Items.item(path), same)));
      index.commit();
    }
    assertThat(index.nearest(same, 9, new Filter.Everything()))
        .extracting(hit -> hit.item().path() + " " + hit.item().part())
        .containsExactly("/Z ", "/Z 2", "/a ", "/a 2", "/a  ", "/a  2", "/a/b ", "/a/b 2", "/b ");
    assertThat(index.nearest(same, 99, new Filter.Everything()).stream().skip(10))
        .extracting(hit -> hit.item().path())
        .containsExactly("/é", "/é", "/\uFF5E", "/\uFF5E", "/\uD83D\uDE00", "/\uD83D\uDE00");
  }

  @Test
  void more_than_there_is_gives_all_there_is() {
    index.put(List.of(Items.embedded(SPACE, "/a"), Items.embedded(SPACE, "/b")));
    index.putFailures(List.of(Items.failure("/c")));
    index.commit();
    Embedding query = Items.embedding(SPACE, new Random(SEED));
    assertThat(index.nearest(query, Integer.MAX_VALUE, new Filter.Everything())).hasSize(2);
  }

  @Test
  void none_asked_for_is_refused() {
    Embedding query = Items.embedding(SPACE, new Random(SEED));
    assertThatThrownBy(() -> index.nearest(query, 0, new Filter.Everything()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("k must be at least 1, got 0");
  }

  @Test
  void a_query_of_another_space_is_refused_with_both_names() {
    EmbeddingSpace other = Items.space("other", SPACE.dimension());
    Embedding query = Items.embedding(other, new Random(SEED));
    assertThatThrownBy(() -> index.nearest(query, 1, new Filter.Everything()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seeded")
        .hasMessageContaining("other");
  }
}
