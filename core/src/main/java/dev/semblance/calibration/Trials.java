package dev.semblance.calibration;

import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Searches of small libraries drawn from pictures whose queries are known.
final class Trials {
  /// Hits looked at.
  private static final int TOP = 10;

  /// Libraries are halved from all pictures down to no fewer than this.
  private static final int SMALLEST = 50;

  private final List<Embedding> pictures;
  private final Reference reference;
  private final long seed;

  /// @param pictures to draw libraries from
  /// @param seed of the draws
  Trials(List<Embedding> pictures, Reference reference, long seed) {
    this.pictures = pictures;
    this.reference = reference;
    this.seed = seed;
  }

  /// A hit of a trial.
  record TrialHit(Evidence evidence, boolean right) {}

  /// What one search gave.
  ///
  /// @param answerable whether something right was among the pictures searched
  /// @param hits the first ten, best first
  record Trial(boolean answerable, List<TrialHit> hits) {
    Trial {
      hits = List.copyOf(hits);
    }
  }

  /// The trials of all queries, in their order: each library once with an answer and once without.
  List<Trial> run(List<Question> questions) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      eachSize(
          i,
          (size, random) -> {
            trials.add(answered(question, size, random));
            int[] library = without(size, question.right(), question.itself(), random);
            trials.add(trial(question.query(), library, new BitSet(), false));
          });
    }
    return trials;
  }

  /// The trials of all queries with libraries that answer them.
  List<Trial> answered(List<Question> questions) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      eachSize(i, (size, random) -> trials.add(answered(question, size, random)));
    }
    return trials;
  }

  /// The trials of queries that no picture answers.
  List<Trial> unanswered(List<Embedding> queries) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      Embedding query = queries.get(i);
      eachSize(
          i,
          (size, random) -> {
            int[] library = without(size, new BitSet(), Question.NONE, random);
            trials.add(trial(query, library, new BitSet(), false));
          });
    }
    return trials;
  }

  private interface Draw {
    void at(int size, SplittableRandom random);
  }

  private void eachSize(int query, Draw draw) {
    SplittableRandom random = new SplittableRandom(seed + query);
    for (int size = pictures.size(); size >= SMALLEST; size /= 2) {
      draw.at(size, random);
    }
  }

  private Trial answered(Question question, int size, SplittableRandom random) {
    BitSet right = question.right();
    return trial(question.query(), with(size, right, question.itself(), random), right, true);
  }

  private Trial trial(Embedding query, int[] library, BitSet right, boolean answerable) {
    double[] scores = new double[library.length];
    for (int i = 0; i < library.length; i++) {
      scores[i] = query.cosine(pictures.get(library[i]));
    }
    Reference.Background background = reference.background(query);
    List<TrialHit> hits =
        IntStream.range(0, library.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
            .limit(TOP)
            .map(i ->
                new TrialHit(
                    new Evidence(scores[i], background.standing(scores[i]), library.length),
                    right.get(library[i])))
            .toList();
    return new Trial(answerable, hits);
  }

  /// Pictures without repeats: none of those that answer.
  private int[] without(int size, BitSet right, int itself, SplittableRandom random) {
    List<Integer> order = shuffled(itself, random);
    order.removeIf(right::get);
    return first(order, size);
  }

  /// Pictures without repeats, with at least one of those that answer: it comes first, the others
  /// as chance has it.
  private int[] with(int size, BitSet right, int itself, SplittableRandom random) {
    List<Integer> order = shuffled(itself, random);
    for (int i = 0; i < order.size(); i++) {
      if (right.get(order.get(i))) {
        Collections.swap(order, 0, i);
        break;
      }
    }
    return first(order, size);
  }

  private List<Integer> shuffled(int itself, SplittableRandom random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, pictures.size()).boxed().toList());
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    order.removeIf(picture -> picture == itself);
    return order;
  }

  private static int[] first(List<Integer> order, int size) {
    return order.stream().limit(size).mapToInt(Integer::intValue).toArray();
  }
}
