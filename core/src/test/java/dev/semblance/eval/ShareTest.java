package dev.semblance.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Shares and the bounds that resampling gives them.
class ShareTest {
  private static final long SEED = 5;

  private static boolean[] cases(int count, double share) {
    SplittableRandom random = new SplittableRandom(SEED);
    boolean[] cases = new boolean[count];
    for (int i = 0; i < count; i++) {
      cases[i] = random.nextDouble() < share;
    }
    return cases;
  }

  private static int[] each(int count) {
    return IntStream.range(0, count).toArray();
  }

  /// A share of independent cases deviates by the root of p (1 - p) / n.
  @ParameterizedTest
  @CsvSource({"1000, 0.5", "1000, 0.1", "4000, 0.8"})
  void independent_cases_have_the_bounds_of_a_binomial_share(int count, double share) {
    Share found = Share.of(cases(count, share), each(count));

    double deviation = Math.sqrt(found.value() * (1 - found.value()) / count);
    assertThat(found.low()).isCloseTo(found.value() - 1.96 * deviation, within(0.25 * deviation));
    assertThat(found.high()).isCloseTo(found.value() + 1.96 * deviation, within(0.25 * deviation));
  }

  @Test
  void cases_of_one_thing_say_no_more_than_the_thing() {
    boolean[] single = cases(200, 0.4);
    boolean[] five = new boolean[1000];
    int[] groups = new int[1000];
    for (int i = 0; i < five.length; i++) {
      five[i] = single[i / 5];
      groups[i] = i / 5;
    }

    Share grouped = Share.of(five, groups);

    assertThat(grouped).isEqualTo(Share.of(single, each(200)));
    Share apart = Share.of(five, each(1000));
    assertThat(apart.value()).isEqualTo(grouped.value());
    assertThat(apart.high() - apart.low()).isLessThan(0.6 * (grouped.high() - grouped.low()));
  }

  @Test
  void things_of_more_cases_weigh_more() {
    Share found = Share.of(new boolean[] {true, true, true, false}, new int[] {0, 0, 0, 1});

    assertThat(found.value()).isEqualTo(0.75);
    assertThat(found.low()).isZero();
    assertThat(found.high()).isEqualTo(1);
  }

  @Test
  void all_or_none_leave_no_doubt_and_nothing_is_nothing() {
    assertThat(Share.of(new boolean[9], each(9))).isEqualTo(new Share(0, 0, 0));
    assertThat(Share.of(cases(9, 2), each(9))).isEqualTo(new Share(1, 1, 1));
    assertThat(Share.of(new boolean[0], new int[0])).isEqualTo(new Share(0, 0, 0));
  }

  @Test
  void the_same_cases_have_the_same_bounds_and_the_opposite_ones_nearly_the_opposite() {
    boolean[] cases = cases(300, 0.3);
    boolean[] opposite = cases.clone();
    for (int i = 0; i < opposite.length; i++) {
      opposite[i] = !opposite[i];
    }
    Share share = Share.of(cases, each(300));
    Share other = Share.of(opposite, each(300));

    assertThat(Share.of(cases, each(300))).isEqualTo(share);
    assertThat(other.value()).isCloseTo(1 - share.value(), within(1e-12));
    assertThat(other.low()).isCloseTo(1 - share.high(), within(0.01));
    assertThat(other.high()).isCloseTo(1 - share.low(), within(0.01));
  }

  @Test
  void in_words_has_three_digits_and_a_point_in_every_country() {
    assertThat(new Share(0.4371, 0.41449, 0.459).inWords()).isEqualTo("0.437 (0.414-0.459)");
  }
}
