package dev.semblance.text.subword;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The table of merges against a plain map from pair to rank and result.
class MergesTest {
  private static final long SEED = 77_003;

  private final Map<Pair, Merge> plain = new HashMap<>();

  private record Pair(int left, int right) {}

  private record Merge(int rank, int result) {}

  @Test
  void finds_what_a_map_finds() {
    Merges merges = random(new Random(SEED), 60, 2000);

    for (int left = 0; left < 62; left++) {
      for (int right = 0; right < 62; right++) {
        assertThat(found(merges, left, right))
            .as("seed %d: %d %d", SEED, left, right)
            .isEqualTo(plain.getOrDefault(new Pair(left, right), new Merge(-1, -1)));
      }
    }
  }

  @Test
  void keeps_the_order_of_a_pair_and_the_rank_of_the_later_of_two() {
    Merges merges = Merges.builder().add(1, 2, 10).add(3, 4, 11).add(1, 2, 12).build();

    assertThat(found(merges, 1, 2)).isEqualTo(new Merge(2, 12));
    assertThat(found(merges, 3, 4)).isEqualTo(new Merge(1, 11));
    assertThat(merges.find(2, 1)).isEqualTo(Merges.NONE);
  }

  @Test
  void knows_the_least_and_the_greatest_ids() {
    int most = Integer.MAX_VALUE;
    Merges merges = Merges.builder().add(0, 0, most).add(most, most, 0).add(0, most, 5).build();

    assertThat(found(merges, 0, 0)).isEqualTo(new Merge(0, most));
    assertThat(found(merges, most, most)).isEqualTo(new Merge(1, 0));
    assertThat(found(merges, 0, most)).isEqualTo(new Merge(2, 5));
    assertThat(merges.find(most, 0)).isEqualTo(Merges.NONE);
  }

  @Test
  void may_be_empty_and_does_not_change_when_its_builder_goes_on() {
    Merges.Builder builder = Merges.builder();
    Merges empty = builder.build();
    Merges one = builder.add(0, 1, 2).build();

    assertThat(empty.find(0, 1)).isEqualTo(Merges.NONE);
    assertThat(found(one, 0, 1)).isEqualTo(new Merge(0, 2));
  }

  @Test
  void is_the_same_when_written_and_read() {
    Merges merges = random(new Random(SEED), 1 << 20, 700);
    Tables.Writer out = new Tables.Writer();
    merges.writeTo(out);
    Merges read = Merges.read(new Tables.Reader(out.toBytes()));

    assertThat(plain).hasSizeGreaterThan(690);
    for (Map.Entry<Pair, Merge> entry : plain.entrySet()) {
      Pair pair = entry.getKey();
      assertThat(found(read, pair.left, pair.right))
          .as("seed %d", SEED)
          .isEqualTo(entry.getValue());
    }
    assertThat(read.find(1 << 20, 1 << 20)).isEqualTo(Merges.NONE);
  }

  private Merges random(Random random, int ids, int count) {
    Merges.Builder builder = Merges.builder();
    for (int rank = 0; rank < count; rank++) {
      Pair pair = new Pair(random.nextInt(ids), random.nextInt(ids));
      int result = random.nextInt(Integer.MAX_VALUE);
      builder.add(pair.left, pair.right, result);
      plain.put(pair, new Merge(rank, result));
    }
    return builder.build();
  }

  private static Merge found(Merges merges, int left, int right) {
    long packed = merges.find(left, right);
    return new Merge(Merges.high(packed), Merges.low(packed));
  }
}
