package dev.semblance.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Filter;
import dev.semblance.index.FlatIndex;
import dev.semblance.index.Item;
import dev.semblance.index.ItemIndex;
import dev.semblance.index.Items;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lucene's index against the plain one where items, questions and scores are odd.
class OddItemsTest {
  private static final long SEED = 20_261_128;
  private static final EmbeddingSpace SPACE = Items.space("odd", 300);
  private static final Filter EVERYTHING = new Filter.Everything();

  @TempDir Path folder;
  private final FlatIndex plain = new FlatIndex(SPACE);
  private ItemIndex lucene = plain;

  @BeforeEach
  void make() {
    lucene = LuceneIndex.create(folder.resolve("index"), SPACE);
  }

  @AfterEach
  void close() {
    lucene.close();
    plain.close();
  }

  private void put(List<EmbeddedItem> items) {
    for (ItemIndex index : List.of(plain, lucene)) {
      index.put(items);
      index.commit();
    }
  }

  private void same(Function<ItemIndex, Object> question) {
    assertThat(question.apply(lucene)).as("seed %d", SEED).isEqualTo(question.apply(plain));
  }

  private long count(Filter filter) {
    same(index -> index.count(filter));
    return lucene.count(filter);
  }

  private List<Item> walked(Filter filter) {
    same(index -> walked(index, filter));
    return walked(lucene, filter);
  }

  private static List<Item> walked(ItemIndex index, Filter filter) {
    List<Item> items = new ArrayList<>();
    index.forEach(filter, items::add);
    return items;
  }

  private static EmbeddedItem at(Item item) {
    return new EmbeddedItem(item, Items.embedding(SPACE, new Random(item.path().hashCode())));
  }

  @Test
  void scores_that_differ_in_the_last_bits_alone_are_told_apart() {
    Random random = new Random(SEED);
    float[] centre = Items.embedding(SPACE, random).toArray();
    List<EmbeddedItem> items = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      float[] vector = centre.clone();
      for (int steps = 0; steps < 3; steps++) {
        vector[random.nextInt(vector.length)] *= 1 + 0x1p-20f * random.nextInt(-8, 9);
      }
      String path = "/" + random.nextInt() + ".jpg";
      items.add(new EmbeddedItem(Items.item(path), Embedding.of(SPACE, vector, path)));
    }
    put(items.subList(0, 250));
    put(items.subList(250, 400));
    for (int k : new int[] {1, 2, 7, 50}) {
      for (int i = 0; i < 20; i++) {
        Embedding query = items.get(random.nextInt(items.size())).embedding();
        same(index -> index.nearest(query, k, EVERYTHING));
      }
    }
  }

  @Test
  void times_beyond_all_dates_are_kept_and_found_at_the_ends_of_time() {
    List<EmbeddedItem> items = new ArrayList<>();
    for (Instant time : List.of(Instant.MIN, Instant.EPOCH, Instant.MAX)) {
      items.add(at(undated("/" + items.size() + ".jpg", time)));
    }
    put(items);
    LocalDateTime epoch = LocalDateTime.of(1970, 1, 1, 0, 0);
    assertThat(walked(EVERYTHING)).isEqualTo(items.stream().map(EmbeddedItem::item).toList());
    assertThat(walked(new Filter.Dated(LocalDateTime.MIN, epoch)))
        .extracting(Item::path)
        .containsExactly("/0.jpg");
    assertThat(walked(new Filter.Dated(epoch, LocalDateTime.MAX)))
        .extracting(Item::path)
        .containsExactly("/1.jpg");
  }

  private static Item undated(String path, Instant modified) {
    return new Item(
        path,
        "",
        Long.MAX_VALUE,
        modified,
        Items.hash(path),
        Integer.MAX_VALUE,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void what_is_no_text_is_not_taken_for_the_sign_of_a_character_that_was_lost() {
    put(List.of(at(Items.item("/\uFFFD")), at(Items.item("/\uFFFD/a", "?", Items.hash("a")))));
    String lone = "/\uD83D";
    assertThat(lucene.item(lone)).isEmpty();
    assertThat(lucene.known(List.of(lone))).isEmpty();
    assertThat(count(new Filter.InFolder(lone))).isZero();
    assertThat(count(new Filter.NotThese(Set.of(Items.hash("a") + "#\uD83D")))).isEqualTo(2);
    for (ItemIndex index : List.of(plain, lucene)) {
      index.remove(List.of(lone, "/\uDE00"));
      index.commit();
    }
    assertThat(count(EVERYTHING)).as("what stays").isEqualTo(2);
  }

  @Test
  void a_part_named_like_a_path_is_not_taken_for_one() {
    put(
        List.of(
            at(Items.item("/a", "/b", Items.hash("a"))),
            at(Items.item("/a/b")),
            at(Items.item("/a/b", "\0", Items.hash("b")))));
    assertThat(lucene.item("/a")).as("the whole").isEmpty();
    assertThat(walked(new Filter.InFolder("/a"))).hasSize(3);
    assertThat(walked(new Filter.InFolder("/a/b"))).hasSize(2);
    for (ItemIndex index : List.of(plain, lucene)) {
      index.remove(List.of("/a"));
      index.commit();
    }
    assertThat(walked(EVERYTHING)).extracting(Item::part).containsExactly("", "\0");
  }

  @Test
  void of_one_item_put_twice_at_once_the_last_counts() {
    Embedding first = Items.embedding(SPACE, new Random(SEED));
    Embedding last = Items.embedding(SPACE, new Random(SEED + 1));
    Item part = Items.item("/a", "1", Items.hash("a"));
    put(List.of(new EmbeddedItem(part, first), new EmbeddedItem(part, last)));
    same(index -> index.nearest(last, 5, EVERYTHING));
    assertThat(lucene.nearest(last, 5, EVERYTHING))
        .singleElement()
        .satisfies(hit -> assertThat(hit.score()).isEqualTo(last.cosine(last)));
  }

  @Test
  void an_index_that_is_closed_has_no_space_to_tell() {
    for (ItemIndex index : List.of(plain, lucene)) {
      assertThat(index.space()).isEqualTo(SPACE);
      index.close();
      assertThatThrownBy(index::space)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
    assertThat(lucene).asString().contains(folder.resolve("index").toString());
  }
}
