package dev.semblance.index;

import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;

/// How near an index comes to the exact truth, and how fast.
///
/// @param items searched
/// @param queries asked, items of the index drawn by chance
/// @param recall mean share of the true ten nearest that the index gives (recall@10)
/// @param medianMillis of one answer
/// @param slowMillis under which 95 % of the answers stay
/// @param exactMillis of comparing one query with every item, on the average
public record IndexQuality(
    long items,
    int queries,
    double recall,
    double medianMillis,
    double slowMillis,
    double exactMillis) {
  private static final int NEAREST = 10;
  private static final long SEED = 77;
  private static final double NANOS_A_MILLI = 1e6;
  private static final Filter ALL = new Filter.Everything();

  /// Measures an index. Reads every embedding twice, one after the other.
  ///
  /// @param queries at most; no more than there are items
  /// @throws IllegalArgumentException when there is nothing to ask for
  public static IndexQuality measure(ItemIndex index, int queries) {
    if (queries < 1) {
      throw new IllegalArgumentException("queries must be at least 1, got " + queries);
    }
    List<Embedding> asked = draw(index, queries);
    if (asked.isEmpty()) {
      throw new IllegalArgumentException("the index holds no items; index pictures first");
    }
    long begin = System.nanoTime();
    List<Exact> truth = truth(index, asked);
    double exact = (System.nanoTime() - begin) / NANOS_A_MILLI / asked.size();
    index.nearest(asked.getFirst(), NEAREST, ALL);
    double[] millis = new double[asked.size()];
    double shares = 0;
    for (int i = 0; i < millis.length; i++) {
      begin = System.nanoTime();
      List<ScoredItem> found = index.nearest(asked.get(i), NEAREST, ALL);
      millis[i] = (System.nanoTime() - begin) / NANOS_A_MILLI;
      shares += truth.get(i).shareOf(found);
    }
    Arrays.sort(millis);
    return new IndexQuality(
        index.count(ALL),
        millis.length,
        shares / millis.length,
        millis[millis.length / 2],
        millis[(int) Math.ceil(0.95 * millis.length) - 1],
        exact);
  }

  /// Items drawn by chance in one pass (Vitter 1985, algorithm R).
  private static List<Embedding> draw(ItemIndex index, int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Embedding> drawn = new ArrayList<>();
    long[] seen = {0};
    index.forEachEmbedded(
        ALL,
        item -> {
          long place = seen[0]++ < count ? drawn.size() : random.nextLong(seen[0]);
          if (place == drawn.size() && place < count) {
            drawn.add(item.embedding());
          } else if (place < count) {
            drawn.set((int) place, item.embedding());
          }
        });
    return drawn;
  }

  private static List<Exact> truth(ItemIndex index, List<Embedding> asked) {
    List<Exact> truth = asked.stream().map(Exact::new).toList();
    index.forEachEmbedded(ALL, item -> truth.forEach(exact -> exact.offer(item)));
    return truth;
  }

  /// The true nearest of one query, found by looking at every item.
  private static final class Exact {
    private final Embedding query;
    private final PriorityQueue<ScoredItem> best =
        new PriorityQueue<>(Comparator.comparingDouble(ScoredItem::score));

    Exact(Embedding query) {
      this.query = query;
    }

    void offer(EmbeddedItem item) {
      double score = query.cosine(item.embedding());
      if (best.size() < NEAREST) {
        best.add(new ScoredItem(item.item(), score));
      } else if (score > best.element().score()) {
        best.remove();
        best.add(new ScoredItem(item.item(), score));
      }
    }

    /// Items as near as the tenth count as right: of equal ones any may be given.
    double shareOf(List<ScoredItem> found) {
      Set<String> wanted = new HashSet<>();
      best.forEach(one -> wanted.add(key(one)));
      double last = best.element().score();
      long right =
          found.stream()
              .limit(NEAREST)
              .filter(one -> wanted.contains(key(one)) || one.score() >= last)
              .count();
      return Math.min(1, (double) right / best.size());
    }

    private static String key(ScoredItem one) {
      return one.item().path() + "\0" + one.item().part();
    }
  }
}
