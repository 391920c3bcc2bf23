package dev.semblance.onnx.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which texts share a run: each exactly once, the shorter with the shorter, and those of unequal
/// length only where padding changes nothing.
class TextBatchesTest {
  private static int[] lengths(long seed) {
    Random random = new Random(seed);
    return random.ints(random.nextInt(200), 1, 12).toArray();
  }

  private static int[] ofRuns(List<int[]> runs, int[] lengths) {
    return runs.stream().flatMapToInt(Arrays::stream).map(index -> lengths[index]).toArray();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void every_text_is_in_one_run_and_no_run_is_too_large(boolean masked) {
    for (long seed = 0; seed < 50; seed++) {
      int[] lengths = lengths(seed);
      int most = 1 + (int) seed % 9;
      List<int[]> runs = TextBatches.runs(lengths, most, masked);
      assertThat(runs.stream().flatMapToInt(Arrays::stream))
          .as("seed " + seed)
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, lengths.length).boxed().toList());
      assertThat(runs).as("seed " + seed).allMatch(run -> run.length >= 1 && run.length <= most);
      assertThat(ofRuns(runs, lengths)).as("seed " + seed).isSorted();
    }
  }

  @Test
  void masked_texts_fill_every_run_but_the_last() {
    for (long seed = 0; seed < 50; seed++) {
      int[] lengths = lengths(seed);
      assertThat(TextBatches.runs(lengths, 7, true))
          .as("seed " + seed)
          .hasSize((lengths.length + 6) / 7);
    }
  }

  @Test
  void unmasked_texts_share_a_run_with_their_equals_in_as_few_runs_as_can_be() {
    for (long seed = 0; seed < 50; seed++) {
      int[] lengths = lengths(seed);
      List<int[]> runs = TextBatches.runs(lengths, 7, false);
      Map<Integer, Long> counts =
          Arrays.stream(lengths)
              .boxed()
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      long fewest = counts.values().stream().mapToLong(count -> (count + 6) / 7).sum();
      assertThat(runs).as("seed " + seed).hasSize((int) fewest);
      for (int[] run : runs) {
        assertThat(Arrays.stream(run).map(index -> lengths[index]).distinct().count()).isOne();
      }
    }
  }

  @Test
  void equals_keep_their_order() {
    assertThat(TextBatches.runs(new int[] {4, 4, 4, 4}, 3, false))
        .containsExactly(new int[] {0, 1, 2}, new int[] {3});
  }

  @Test
  void one_at_a_time_is_one_run_each_the_shortest_first() {
    assertThat(TextBatches.runs(new int[] {9, 2, 5}, 1, true))
        .containsExactly(new int[] {1}, new int[] {2}, new int[] {0});
    assertThat(TextBatches.runs(new int[0], 1, true)).isEmpty();
  }
}
