package dev.semblance.onnx.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which texts share a run of the network. Stateless.
final class TextBatches {
  private TextBatches() {}

  /// Cuts texts into runs.
  ///
  /// Texts are taken by length, so that little is padded; where padding is not masked, only texts
  /// of one length share a run.
  ///
  /// @param lengths the number of ids of each text
  /// @param most the largest run
  /// @param masked whether padding changes nothing
  /// @return the indexes of each run's texts; every index once
  static List<int[]> runs(int[] lengths, int most, boolean masked) {
    int[] order =
        IntStream.range(0, lengths.length)
            .boxed()
            .sorted(Comparator.comparingInt(index -> lengths[index]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<int[]> runs = new ArrayList<>();
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length
          && to - from < most
          && (masked || lengths[order[to]] == lengths[order[from]])) {
        to++;
      }
      runs.add(Arrays.copyOfRange(order, from, to));
      from = to;
    }
    return runs;
  }
}
