package dev.semblance.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.calibration.CurveFit.Example;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A fitted curve is the best there is: no step to any side makes the examples more probable.
class CurveFitTest {
  private static final double RIDGE = 1e-3;

  @Test
  void no_small_step_makes_the_examples_more_probable() {
    for (long seed = 1; seed <= 40; seed++) {
      List<Example> examples = noisy(60, seed);
      Curve fitted = CurveFit.fit(examples);
      double best = loss(fitted, examples);
      for (double step : new double[] {-0.05, -0.005, 0.005, 0.05}) {
        for (int weight = 0; weight < 4; weight++) {
          double[] moved = weights(fitted);
          moved[weight] += step;
          if (weight == 3 || moved[weight] >= 0) {
            Curve beside = new Curve(moved[0], moved[1], moved[2], moved[3]);
            assertThat(loss(beside, examples))
                .as("seed " + seed + ", weight " + weight + " moved by " + step)
                .isGreaterThanOrEqualTo(best - 1e-9);
          }
        }
      }
    }
  }

  @Test
  void the_promised_probabilities_sum_to_the_number_that_were_right() {
    for (long seed = 1; seed <= 20; seed++) {
      List<Example> examples = noisy(200, seed);
      Curve fitted = CurveFit.fit(examples);
      double promised =
          examples.stream().mapToDouble(it -> fitted.probability(it.evidence())).sum();
      double right = examples.stream().filter(Example::right).count();
      assertThat(promised + RIDGE * fitted.offset())
          .as("seed " + seed + ": the slope of the offset, with its ridge, is nothing")
          .isCloseTo(right, within(1e-7));
    }
  }

  @Test
  void examples_that_a_line_parts_still_give_a_finite_curve_that_parts_them() {
    for (int count : new int[] {2, 3, 10, 1000}) {
      for (double gap : new double[] {1e-3, 0.1, 1}) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          boolean right = i % 2 == 0;
          double score = right ? 0.5 + gap / 2 : 0.5 - gap / 2;
          examples.add(new Example(new Evidence(score, 10 * score, 100), right));
        }
        Curve fitted = CurveFit.fit(examples);
        double high = fitted.probability(examples.get(0).evidence());
        double low = fitted.probability(examples.get(1).evidence());
        assertThat(high).as(count + " examples, gap " + gap).isGreaterThan(low).isLessThan(1);
        assertThat(low).as(count + " examples, gap " + gap).isGreaterThan(0);
      }
    }
  }

  @Test
  void one_wrong_among_many_right_and_far_off_evidence_give_a_finite_curve() {
    for (long seed = 1; seed <= 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Example> examples = new ArrayList<>();
      int count = 2 + random.nextInt(300);
      double spread = Math.pow(10, random.nextInt(4));
      for (int i = 0; i < count; i++) {
        double standing = spread * random.nextGaussian();
        long items = 1 + random.nextLong(1 << random.nextInt(30));
        examples.add(new Example(new Evidence(random.nextDouble(), standing, items), i > 0));
      }
      Curve fitted = CurveFit.fit(examples);
      assertThat(loss(fitted, examples))
          .as("seed " + seed)
          .isLessThanOrEqualTo(loss(new Curve(0, 0, 0, 0), examples));
    }
  }

  @Test
  void neither_order_nor_threefold_repetition_changes_the_curve_much() {
    List<Example> examples = noisy(300, 7);
    double[] once = weights(CurveFit.fit(examples));
    List<Example> shuffled = new ArrayList<>(examples);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(weights(CurveFit.fit(shuffled))).containsExactly(once, within(1e-6));
    List<Example> thrice = new ArrayList<>(examples);
    thrice.addAll(examples);
    thrice.addAll(examples);
    assertThat(weights(CurveFit.fit(thrice))).containsExactly(once, within(0.05));
  }

  @Test
  void without_any_evidence_the_curve_is_the_share_that_was_right() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      examples.add(new Example(new Evidence(0, 0, 1), i % 4 == 0));
    }
    Curve fitted = CurveFit.fit(examples);
    assertThat(fitted.offset()).isCloseTo(Math.log(1.0 / 3), within(1e-4));
    assertThat(fitted.probability(new Evidence(0, 0, 1))).isCloseTo(0.25, within(1e-4));
  }

  @Test
  void examples_that_are_all_right_or_none_make_no_curve() {
    Example right = new Example(new Evidence(0.3, 1, 10), true);
    assertThatThrownBy(() -> CurveFit.fit(List.of(right, right)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a curve needs hits that are right and hits that are wrong, got 2 right of 2");
    assertThatThrownBy(() -> CurveFit.fit(List.of())).hasMessageEndingWith("got 0 right of 0");
  }

  /// Minus the logarithm of the examples' probability, with the ridge of the fit.
  private static double loss(Curve curve, List<Example> examples) {
    double loss = 0;
    for (double weight : weights(curve)) {
      loss += RIDGE / 2 * weight * weight;
    }
    for (Example example : examples) {
      double sum =
          curve.scoreWeight() * example.evidence().score()
              + curve.standingWeight() * example.evidence().standing()
              - curve.sizeWeight() * Math.log((double) example.evidence().items())
              + curve.offset();
      loss += Math.log1p(Math.exp(-Math.abs(sum))) + Math.max(0, example.right() ? -sum : sum);
    }
    return loss;
  }

  private static double[] weights(Curve curve) {
    return new double[] {
      curve.scoreWeight(), curve.standingWeight(), curve.sizeWeight(), curve.offset()
    };
  }

  /// Where only the standing tells something, so that other weights may come out below nothing.
  private static List<Example> noisy(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double standing = 3 * random.nextDouble();
      boolean right = random.nextDouble() < 1 / (1 + Math.exp(2 - 1.5 * standing));
      Evidence evidence = new Evidence(random.nextDouble(), standing, 1 + random.nextLong(100_000));
      examples.add(new Example(evidence, right));
    }
    return examples;
  }
}
