package dev.semblance.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Ranks in retrieval and among classes, held to sorting with ties against the model.
class RankingTest {
  private static final long SEED = 17;

  private final Random random = new Random(SEED);

  /// Few different points, so that many scores are equal.
  private List<Embedding> points(int count, int different) {
    List<Embedding> kinds = RetrievalTest.random(different, SEED);
    return IntStream.range(0, count).mapToObj(_ -> kinds.get(random.nextInt(different))).toList();
  }

  /// The place of the first right one when all are sorted, wrong ones first among equals.
  private static int bySorting(Embedding query, List<Embedding> candidates, BitSet right) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, candidates.size()).boxed().toList());
    order.sort(
        Comparator.comparingDouble((Integer i) -> -query.cosine(candidates.get(i)))
            .thenComparing(i -> right.get(i)));
    for (int place = 0; place < order.size(); place++) {
      if (right.get(order.get(place))) {
        return place + 1;
      }
    }
    return order.size() + 1;
  }

  @Test
  void the_best_right_candidate_counts_and_wrong_ones_win_ties() {
    for (int i = 0; i < 300; i++) {
      List<Embedding> candidates = points(1 + random.nextInt(20), 1 + random.nextInt(8));
      BitSet right = new BitSet();
      right.set(random.nextInt(candidates.size()));
      right.set(random.nextInt(candidates.size()));
      Embedding query = points(1, 8).getFirst();

      assertThat(Ranks.of(query, candidates, right))
          .as("seed %d, case %d", SEED, i)
          .isEqualTo(bySorting(query, candidates, right));
    }
  }

  @Test
  void medians_of_both_directions_are_those_of_sorting() {
    List<Embedding> images = RetrievalTest.random(31, 1);
    List<Embedding> captions = RetrievalTest.random(62, 2);
    int[] captionOf = IntStream.range(0, 62).map(i -> i % 31).toArray();

    Retrieval measured = Retrieval.measure(images, captions, captionOf);

    double[] text = new double[62];
    Arrays.setAll(text, i -> bySorting(captions.get(i), images, only(captionOf[i])));
    double[] image = new double[31];
    Arrays.setAll(
        image,
        i -> {
          BitSet own = only(i);
          own.set(i + 31);
          return bySorting(images.get(i), captions, own);
        });
    assertThat(measured.textToImage().medianRank()).isEqualTo(median(text));
    assertThat(measured.imageToText().medianRank()).isEqualTo(median(image));
    assertShares(measured.textToImage(), text);
    assertShares(measured.imageToText(), image);
  }

  private static void assertShares(Retrieval.Direction direction, double[] ranks) {
    double[] shares = new double[11];
    Arrays.setAll(
        shares,
        first -> (double) Arrays.stream(ranks).filter(it -> it <= first).count() / ranks.length);
    assertThat(direction.r1().value()).isEqualTo(shares[1]);
    assertThat(direction.r5().value()).isEqualTo(shares[5]);
    assertThat(direction.r10().value()).isEqualTo(shares[10]);
  }

  private static BitSet only(int number) {
    BitSet set = new BitSet();
    set.set(number);
    return set;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }

  @Test
  void the_order_of_captions_does_not_matter() {
    List<Embedding> images = RetrievalTest.random(20, 3);
    List<Embedding> captions = RetrievalTest.random(40, 4);
    List<Integer> order = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
    Collections.shuffle(order, random);

    Retrieval straight =
        Retrieval.measure(images, captions, IntStream.range(0, 40).map(i -> i / 2).toArray());
    Retrieval shuffled =
        Retrieval.measure(
            images,
            order.stream().map(captions::get).toList(),
            order.stream().mapToInt(i -> i / 2).toArray());

    assertThat(shuffled).as("seed %d", SEED).isEqualTo(straight);
  }

  @Test
  void as_many_captions_as_pictures_for_them_are_needed() {
    List<Embedding> images = RetrievalTest.random(2, 5);

    assertThatThrownBy(() -> Retrieval.measure(images, images, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "each of at least one caption needs its picture, got 2 captions and 1 pictures for"
                + " them");
    for (List<Embedding> pictures : List.of(images, List.<Embedding>of())) {
      assertThatThrownBy(() -> Retrieval.measure(pictures, List.of(), new int[0]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("got 0 captions");
    }
  }

  @Test
  void classes_are_ranked_as_by_sorting() {
    List<Embedding> classes = points(9, 6);
    List<Embedding> pictures = points(200, 8);
    int[] labels = IntStream.range(0, 200).map(_ -> random.nextInt(8)).toArray();
    List<String> names = IntStream.range(0, 9).mapToObj(i -> "class " + i).toList();

    ZeroShot measured = ZeroShot.measure(pictures, labels, classes, names);

    int[] ranks =
        IntStream.range(0, 200)
            .map(i -> bySorting(pictures.get(i), classes, only(labels[i])))
            .toArray();
    assertThat(measured.top1().value()).isEqualTo(share(ranks, 1));
    assertThat(measured.top5().value()).isEqualTo(share(ranks, 5));
    int[] sums =
        Arrays.stream(measured.confusions()).mapToInt(row -> IntStream.of(row).sum()).toArray();
    for (int label = 0; label < 9; label++) {
      int number = label;
      long count = IntStream.of(labels).filter(it -> it == number).count();
      assertThat((long) sums[label]).as("seed %d, class %d", SEED, label).isEqualTo(count);
    }
    assertThat(measured.perClass())
        .as("the last class has no picture")
        .extracting(ZeroShot.ClassShare::name)
        .containsExactlyElementsOf(names.subList(0, 8));
  }

  private static double share(int[] ranks, int first) {
    return (double) IntStream.of(ranks).filter(rank -> rank <= first).count() / ranks.length;
  }

  @Test
  void numbers_that_do_not_fit_together_are_told() {
    List<Embedding> two = RetrievalTest.random(2, 6);

    assertThatThrownBy(() -> ZeroShot.measure(two, new int[] {0}, two, List.of("a", "b", "c")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "each of at least one picture needs a label and each name a point, got 2 pictures, 1"
                + " labels, 3 names, 2 points");
    assertThatThrownBy(() -> ZeroShot.measure(List.of(), new int[0], two, List.of("a", "b")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
