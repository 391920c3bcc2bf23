package dev.semblance.train.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
  @Test
  void the_same_counters_give_the_same_number_in_any_order() {
    Draws one = new Draws(3);
    Draws other = new Draws(3);
    long late = one.bits(9, 9);

    assertThat(other.bits(1, 2)).isEqualTo(one.bits(1, 2)).isNotEqualTo(one.bits(2, 1));
    assertThat(other.bits(9, 9)).isEqualTo(late).isNotEqualTo(new Draws(4).bits(9, 9));
  }

  @Test
  void an_order_holds_every_number_once() {
    int[] order = new Draws(3).order(1000, 1, 2);

    assertThat(order).containsOnlyOnce(IntStream.range(0, 1000).toArray());
    assertThat(order).isNotEqualTo(new Draws(3).order(1000, 1, 3));
  }

  @Test
  void numbers_below_a_bound_are_spread_evenly() {
    Draws draws = new Draws(11);
    int[] seen = new int[10];
    for (int i = 0; i < 10_000; i++) {
      seen[draws.below(10, i, 0)]++;
    }

    // 1000 each, standard deviation 30: five of them.
    assertThat(Arrays.stream(seen).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(850, 1150));
  }
}
