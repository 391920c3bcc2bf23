package dev.semblance.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.calibration.CurveFit.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CurveTest {
  @Test
  void a_fit_finds_the_curve_that_the_examples_were_drawn_from() {
    Curve drawnFrom = new Curve(6, 1.5, 0.7, -4);
    List<Example> examples = drawn(drawnFrom, 60_000, 1);

    Curve fitted = CurveFit.fit(examples);

    assertThat(fitted.scoreWeight()).isCloseTo(6, within(0.5));
    assertThat(fitted.standingWeight()).isCloseTo(1.5, within(0.1));
    assertThat(fitted.sizeWeight()).isCloseTo(0.7, within(0.05));
    assertThat(fitted.offset()).isCloseTo(-4, within(0.4));
  }

  @Test
  void a_weight_that_would_make_the_curve_fall_is_held_at_nothing() {
    List<Example> examples = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 2000; i++) {
      double standing = random.nextDouble() * 4;
      double score = random.nextDouble();
      boolean right = random.nextDouble() < 1 / (1 + Math.exp(-(2 * standing - 3 * score - 2)));
      examples.add(new Example(new Evidence(score, standing, 100), right));
    }

    Curve fitted = CurveFit.fit(examples);

    assertThat(fitted.scoreWeight()).isZero();
    assertThat(fitted.standingWeight()).isGreaterThan(1);
  }

  @Test
  void more_evidence_never_lessens_and_more_items_never_raise_the_probability() {
    Curve curve = new Curve(3, 1, 0.5, -5);

    double usual = curve.probability(new Evidence(0.3, 2, 1000));

    assertThat(curve.probability(new Evidence(0.4, 2, 1000))).isGreaterThan(usual);
    assertThat(curve.probability(new Evidence(0.3, 3, 1000))).isGreaterThan(usual);
    assertThat(curve.probability(new Evidence(0.3, 2, 10_000))).isLessThan(usual);
    assertThatThrownBy(() -> new Curve(-1, 1, 1, 0)).hasMessageContaining("at least 0");
  }

  @Test
  void hits_that_are_all_wrong_make_no_curve() {
    List<Example> examples = List.of(new Example(new Evidence(0.3, 1, 10), false));

    assertThatThrownBy(() -> CurveFit.fit(examples)).hasMessageContaining("0 right of 1");
  }

  private static List<Example> drawn(Curve curve, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Evidence evidence =
          new Evidence(random.nextDouble(), random.nextDouble() * 5, 1 + random.nextLong(10_000));
      examples.add(new Example(evidence, random.nextDouble() < curve.probability(evidence)));
    }
    return examples;
  }
}
