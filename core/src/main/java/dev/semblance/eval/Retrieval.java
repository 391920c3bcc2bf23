package dev.semblance.eval;

import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// How well captions find their pictures and pictures their captions.
///
/// @param images pictures searched
/// @param captions texts searched
/// @param textToImage each caption must find its picture
/// @param imageToText each picture must find one of its captions
public record Retrieval(int images, int captions, Direction textToImage, Direction imageToText) {

  /// One direction.
  ///
  /// @param r1 share of queries whose answer comes first (R@1)
  /// @param r5 among the first five
  /// @param r10 among the first ten
  /// @param medianRank the median place of the answer, from 1
  public record Direction(Share r1, Share r5, Share r10, double medianRank) {}

  /// Measures both directions by exact search.
  ///
  /// @param captionOf for each caption the number of its picture
  /// @throws IllegalArgumentException when a picture has no caption, or there is none at all
  public static Retrieval measure(
      List<Embedding> images, List<Embedding> captions, int[] captionOf) {
    if (captions.isEmpty() || captions.size() != captionOf.length) {
      throw new IllegalArgumentException(
          "each of at least one caption needs its picture, got "
              + captions.size()
              + " captions and "
              + captionOf.length
              + " pictures for them");
    }
    List<BitSet> own = new ArrayList<>();
    images.forEach(_ -> own.add(new BitSet()));
    for (int caption = 0; caption < captionOf.length; caption++) {
      own.get(captionOf[caption]).set(caption);
    }
    if (own.stream().anyMatch(BitSet::isEmpty)) {
      throw new IllegalArgumentException("a picture has no caption; leave it out");
    }
    int[] byText =
        IntStream.range(0, captions.size())
            .parallel()
            .map(i -> Ranks.of(captions.get(i), images, only(captionOf[i])))
            .toArray();
    int[] byImage =
        IntStream.range(0, images.size())
            .parallel()
            .map(i -> Ranks.of(images.get(i), captions, own.get(i)))
            .toArray();
    int[] each = IntStream.range(0, images.size()).toArray();
    return new Retrieval(
        images.size(), captions.size(), direction(byText, captionOf), direction(byImage, each));
  }

  private static BitSet only(int number) {
    BitSet set = new BitSet();
    set.set(number);
    return set;
  }

  private static Direction direction(int[] ranks, int[] groups) {
    int[] sorted = ranks.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    return new Direction(
        within(ranks, 1, groups), within(ranks, 5, groups), within(ranks, 10, groups), median);
  }

  private static Share within(int[] ranks, int first, int[] groups) {
    boolean[] cases = new boolean[ranks.length];
    for (int i = 0; i < cases.length; i++) {
      cases[i] = ranks[i] <= first;
    }
    return Share.of(cases, groups);
  }
}
