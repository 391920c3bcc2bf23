package dev.semblance.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is measured of an index, on indexes that are wrong or slow by a known amount.
class IndexQualityTest {
  private static final long SEED = 20_261_128;
  private static final EmbeddingSpace SPACE = Items.space("measured", 16);
  private static final long SLOW_NANOS = 150_000_000;

  private final FlatIndex truth = new FlatIndex(SPACE);

  @AfterEach
  void close() {
    truth.close();
  }

  private void fill(int count) {
    truth.put(
        IntStream.range(0, count).mapToObj(i -> Items.embedded(SPACE, "/" + i + ".jpg")).toList());
    truth.commit();
  }

  private AskedIndex spoiled(UnaryOperator<List<ScoredItem>> spoil) {
    return new AskedIndex(truth, (_, hits) -> spoil.apply(hits));
  }

  @Test
  void the_exact_index_finds_all_and_one_that_loses_three_of_ten_finds_seven() {
    fill(200);
    assertThat(IndexQuality.measure(truth, 20).recall()).isEqualTo(1);
    assertThat(IndexQuality.measure(spoiled(hits -> hits.subList(3, 10)), 20).recall())
        .isCloseTo(0.7, within(1e-9));
    assertThat(IndexQuality.measure(spoiled(_ -> List.of()), 20).recall()).isZero();
  }

  @Test
  void the_ten_that_come_after_the_ten_nearest_are_all_wrong() {
    fill(200);
    AskedIndex shifted =
        new AskedIndex(
            truth, (query, _) -> truth.nearest(query, 20, new Filter.Everything()).subList(10, 20));
    assertThat(IndexQuality.measure(shifted, 20).recall()).isZero();
  }

  @Test
  void wrong_hits_do_not_count_and_what_comes_after_the_tenth_is_not_looked_at() {
    fill(200);
    UnaryOperator<List<ScoredItem>> late =
        hits -> {
          List<ScoredItem> answer = new ArrayList<>();
          for (int i = 0; i < 8; i++) {
            answer.add(new ScoredItem(Items.item("/wrong/" + i), -1));
          }
          answer.addAll(hits);
          return answer;
        };
    assertThat(IndexQuality.measure(spoiled(late), 20).recall()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void of_items_that_are_equally_near_any_may_be_given() {
    Embedding same = Items.embedding(SPACE, new Random(SEED));
    List<EmbeddedItem> copies =
        IntStream.range(0, 40).mapToObj(i -> new EmbeddedItem(Items.item("/" + i), same)).toList();
    truth.put(copies);
    truth.commit();
    UnaryOperator<List<ScoredItem>> others =
        _ ->
            copies.reversed().stream()
                .limit(10)
                .map(it -> new ScoredItem(it.item(), same.cosine(same)))
                .toList();
    assertThat(IndexQuality.measure(spoiled(others), 5).recall()).isEqualTo(1);
  }

  @Test
  void in_an_index_of_fewer_than_ten_items_those_there_are_are_wanted() {
    fill(4);
    IndexQuality all = IndexQuality.measure(truth, 100);
    assertThat(all.items()).isEqualTo(4);
    assertThat(all.queries()).as("no more than there are items").isEqualTo(4);
    assertThat(all.recall()).isEqualTo(1);
    assertThat(IndexQuality.measure(spoiled(hits -> hits.subList(0, 3)), 100).recall())
        .isCloseTo(0.75, within(1e-9));
  }

  @Test
  void the_parts_of_a_file_are_told_apart() {
    List<EmbeddedItem> parts =
        IntStream.range(0, 10)
            .mapToObj(i ->
                new EmbeddedItem(
                    Items.item("/film", "part " + i, Items.hash("film")),
                    Items.embedding(SPACE, new Random(SEED + i))))
            .toList();
    truth.put(parts);
    truth.commit();
    UnaryOperator<List<ScoredItem>> worst =
        hits -> hits.stream().map(_ -> new ScoredItem(Items.item("/film"), -1)).toList();
    assertThat(IndexQuality.measure(truth, 10).recall()).isEqualTo(1);
    assertThat(IndexQuality.measure(spoiled(worst), 10).recall()).as("another part").isZero();
  }

  @Test
  void the_queries_are_items_drawn_by_chance_from_the_whole_index_the_same_each_time() {
    fill(1000);
    AskedIndex first = spoiled(hits -> hits);
    AskedIndex second = spoiled(hits -> hits);
    IndexQuality.measure(first, 100);
    IndexQuality.measure(second, 100);
    assertThat(first.asked).isEqualTo(second.asked);
    Set<Embedding> queries = new HashSet<>(first.asked);
    assertThat(queries).as("none twice").hasSize(100);
    List<Embedding> inOrder = new ArrayList<>();
    truth.forEachEmbedded(new Filter.Everything(), it -> inOrder.add(it.embedding()));
    assertThat(inOrder).containsAll(queries);
    double mean = queries.stream().mapToInt(inOrder::indexOf).average().orElseThrow();
    assertThat(mean)
        .as("mean place; its standard deviation is 1000 / sqrt(12 * 100) = 29")
        .isCloseTo(499.5, within(3 * 29.0));
  }

  @Test
  void of_two_answers_the_slow_one_is_told_as_slow() {
    fill(2);
    IndexQuality measured = IndexQuality.measure(slowAt(2), 2);
    assertThat(measured.slowMillis()).as("95 % of two are two").isGreaterThanOrEqualTo(150);
    assertThat(measured.slowMillis()).isGreaterThanOrEqualTo(measured.medianMillis());
  }

  @Test
  void one_slow_answer_of_twenty_is_no_part_of_the_95_percent_and_the_first_is_not_measured() {
    fill(20);
    assertThat(IndexQuality.measure(slowAt(7), 20).slowMillis()).isLessThan(150);
    assertThat(IndexQuality.measure(slowAt(7, 8), 20).slowMillis()).isGreaterThanOrEqualTo(150);
    assertThat(IndexQuality.measure(slowAt(0), 1).slowMillis()).as("warming up").isLessThan(150);
  }

  /// An index that takes its time for some of the answers, counted from 0.
  private AskedIndex slowAt(Integer... which) {
    AtomicInteger count = new AtomicInteger();
    return spoiled(hits -> {
      long until = System.nanoTime() + SLOW_NANOS;
      if (List.of(which).contains(count.getAndIncrement())) {
        while (System.nanoTime() < until) {
          Thread.onSpinWait();
        }
      }
      return hits;
    });
  }

  @Test
  void without_queries_or_items_there_is_nothing_to_measure() {
    assertThatThrownBy(() -> IndexQuality.measure(truth, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds no items; index pictures first");
    fill(1);
    assertThatThrownBy(() -> IndexQuality.measure(truth, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("queries must be at least 1, got 0");
  }
}
