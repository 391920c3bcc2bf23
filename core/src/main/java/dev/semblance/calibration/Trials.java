package dev.semblance.calibration;

import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Searches of small libraries drawn from pictures whose queries are known: half of them with what
/// was asked for left out.
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

  /// The trials of all queries, in their order.
  List<Trial> run(List<Question> questions) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      SplittableRandom random = new SplittableRandom(seed + i);
      for (int size = pictures.size(); size >= SMALLEST; size /= 2) {
        trials.add(trial(questions.get(i), size, true, random));
        trials.add(trial(questions.get(i), size, false, random));
      }
    }
    return trials;
  }

  private Trial trial(Question question, int size, boolean answerable, SplittableRandom random) {
    BitSet right = question.right();
    int[] library = draw(size, right, answerable, question.itself(), random);
    double[] scores = new double[library.length];
    for (int i = 0; i < library.length; i++) {
      scores[i] = question.query().cosine(pictures.get(library[i]));
    }
    Reference.Background background = reference.background(question.query());
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

  /// Pictures without repeats: all but the right ones, or with at least one of those.
  private int[] draw(
      int size, BitSet right, boolean answerable, int itself, SplittableRandom random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, pictures.size()).boxed().toList());
    for (int i = order.size() - 1; i > 0; i--) {
      java.util.Collections.swap(order, i, random.nextInt(i + 1));
    }
    order.removeIf(picture -> picture == itself || (!answerable && right.get(picture)));
    if (answerable) {
      // one that is right comes first, the others as chance has it
      for (int i = 0; i < order.size(); i++) {
        if (right.get(order.get(i))) {
          java.util.Collections.swap(order, 0, i);
          break;
        }
      }
    }
    return order.stream().limit(size).mapToInt(Integer::intValue).toArray();
  }
}
