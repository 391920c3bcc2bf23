package dev.semblance.image.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.image.resample.Taps.Axis;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Weights of one axis: worked out by hand, and what holds for all of them.
class TapsTest {
  private static final int ONE = 1 << Taps.PRECISION_BITS;
  private static final long SEED = 41;

  /// A triangle; others of the same support are not needed for what is shown here.
  private record Triangle(double support) implements Kernel {
    @Override
    public double weight(double distance) {
      return Math.max(0, support - Math.abs(distance));
    }
  }

  private static final Kernel BILINEAR = new Triangle(1);

  private static Taps whole(Axis axis, Kernel kernel) {
    return Taps.of(axis, kernel, 0, axis.length());
  }

  private static double[] weights(Taps taps, int target) {
    double[] result = new double[taps.count(target)];
    for (int i = 0; i < result.length; i++) {
      result[i] = (double) taps.weight(target, i) / ONE;
    }
    return result;
  }

  /// Two target pixels of four: the middle of the first is at 1, so that the four sources are 0.5,
  /// 0.5, 1.5 (and 2.5) away, or 0.25, 0.25, 0.75 in target pixels.
  @Test
  void halving_by_a_triangle_has_weights_of_three_three_one() {
    Taps taps = whole(new Axis(4, 0, 4, 2), BILINEAR);

    assertThat(taps.first(0)).isZero();
    assertThat(weights(taps, 0))
        .containsExactly(new double[] {3 / 7.0, 3 / 7.0, 1 / 7.0}, within(1e-6));
    assertThat(taps.first(1)).isEqualTo(1);
    assertThat(weights(taps, 1))
        .containsExactly(new double[] {1 / 7.0, 3 / 7.0, 3 / 7.0}, within(1e-6));
  }

  @Test
  void doubling_by_a_triangle_has_weights_of_a_quarter_and_three() {
    Taps taps = whole(new Axis(2, 0, 2, 4), BILINEAR);

    assertThat(weights(taps, 0)).containsExactly(1);
    assertThat(weights(taps, 1)).containsExactly(0.75, 0.25);
    assertThat(weights(taps, 2)).containsExactly(0.25, 0.75);
    assertThat(weights(taps, 3)).containsExactly(1);
    assertThat(new int[] {taps.first(1), taps.first(3)}).containsExactly(0, 1);
  }

  @Test
  void a_stretch_between_pixels_moves_the_middle() {
    Taps taps = whole(new Axis(4, 0.5f, 2.5f, 2), BILINEAR);

    assertThat(weights(taps, 0)).containsExactly(0.5, 0.5);
    assertThat(weights(taps, 1)).containsExactly(0.5, 0.5);
    assertThat(taps.first(1)).isEqualTo(1);
  }

  @Test
  void weights_sum_to_one_and_sources_never_step_back() {
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      Axis axis = new Axis(1 + random.nextInt(500), 0, 1, 1 + random.nextInt(300));
      axis = new Axis(axis.sourceLength(), 0, axis.sourceLength(), axis.length());
      Taps taps = whole(axis, new Triangle(1 + random.nextInt(3)));
      for (int target = 0; target < taps.length(); target++) {
        long sum = 0;
        for (int k = 0; k < taps.count(target); k++) {
          sum += taps.weight(target, k);
        }
        String where = "seed " + SEED + ", " + axis + ", target " + target;
        assertThat(sum)
            .as(where)
            .isBetween((long) ONE - taps.count(target), (long) ONE + taps.count(target));
        assertThat(taps.first(target))
            .as(where)
            .isGreaterThanOrEqualTo(target == 0 ? 0 : taps.first(target - 1));
        assertThat(taps.end(target))
            .as(where)
            .isBetween(taps.first(target) + 1, axis.sourceLength());
      }
      assertThat(taps.start()).isZero();
      assertThat(taps.end()).isEqualTo(axis.sourceLength());
    }
  }

  @ParameterizedTest
  @CsvSource({"300, 40", "40, 300", "57, 57", "1, 9", "9, 1"})
  void a_part_has_the_weights_of_the_whole(int source, int length) {
    Axis axis = new Axis(source, source * 0.1f, source * 0.9f, length);
    Taps all = whole(axis, BILINEAR);
    int from = length / 3;
    int to = length - length / 4;

    Taps part = Taps.of(axis, BILINEAR, from, to);

    assertThat(part.length()).isEqualTo(to - from);
    for (int i = 0; i < part.length(); i++) {
      assertThat(part.first(i)).isEqualTo(all.first(from + i));
      assertThat(weights(part, i)).isEqualTo(weights(all, from + i));
    }
  }

  @Test
  void an_axis_is_an_identity_only_where_every_pixel_stays() {
    assertThat(new Axis(5, 0, 5, 5).isIdentity()).isTrue();
    assertThat(new Axis(6, 0, 5, 5).isIdentity()).isFalse();
    assertThat(new Axis(5, 1, 5, 5).isIdentity()).isFalse();
    assertThat(new Axis(5, 0, 4, 5).isIdentity()).isFalse();
    assertThat(new Axis(5, 0, 5, 4).isIdentity()).isFalse();
    assertThat(new Axis(9, 1, 7, 4).scale()).isEqualTo(1.5);
  }
}
