package dev.semblance.onnx.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.model.ModelCard.Link;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.onnx.layout.file.Translation.JointGraph;
import dev.semblance.onnx.session.Networks;
import dev.semblance.onnx.session.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Scale and bias are read off a network's logits.
class JointScoringTest {
  private static final JointGraph JOINT =
      new JointGraph(
          "joint.onnx",
          "input_ids",
          "pixel_values",
          "logits_per_image",
          "text_embeds",
          "image_embeds");

  private static double[][] line(double scale, double bias, double... cosines) {
    return Arrays.stream(cosines)
        .mapToObj(cosine -> new double[] {cosine, scale * cosine + bias})
        .toArray(double[][]::new);
  }

  private static Scoring fit(double[][] pairs, Link link) {
    return JointScoring.fit(pairs, link).orElseThrow();
  }

  @Test
  void points_on_a_line_give_the_line() {
    Scoring scoring = fit(line(112.7, -16.8, -.1, 0, .2, .25), Link.SIGMOID);
    assertThat(scoring.scale()).isCloseTo(112.7, within(1e-9));
    assertThat(scoring.bias()).isCloseTo(-16.8, within(1e-9));
    assertThat(scoring.link()).isEqualTo(Link.SIGMOID);
    assertThat(scoring.source()).isEqualTo("graph");
  }

  @Test
  void with_softmax_the_line_goes_through_the_origin() {
    Scoring scoring = fit(line(100, 0, .2, .21, .3), Link.SOFTMAX);
    assertThat(scoring.scale()).isCloseTo(100, within(1e-9));
    assertThat(scoring.bias()).isZero();
    Scoring moved = fit(new double[][] {{1, 3}, {2, 5}}, Link.SOFTMAX);
    assertThat(moved.scale()).as("(1 * 3 + 2 * 5) / (1 + 4)").isCloseTo(2.6, within(1e-12));
    assertThat(moved.bias()).isZero();
  }

  /// No other line has a smaller sum of squares.
  @ParameterizedTest
  @EnumSource
  void no_line_nearby_is_better(Link link) {
    Random random = new Random(15);
    double[][] pairs = line(80, link == Link.SIGMOID ? -10 : 0, random.doubles(18).toArray());
    Arrays.stream(pairs).forEach(pair -> pair[1] += random.nextGaussian());
    Scoring best = fit(pairs, link);
    double least = squares(pairs, best.scale(), best.bias());
    for (double step : new double[] {-.01, .01}) {
      assertThat(squares(pairs, best.scale() + step, best.bias())).isGreaterThan(least);
      if (link == Link.SIGMOID) {
        assertThat(squares(pairs, best.scale(), best.bias() + step)).isGreaterThan(least);
      }
    }
    Collections.shuffle(Arrays.asList(pairs), random);
    assertThat(fit(pairs, link).scale()).as("seed 15").isCloseTo(best.scale(), within(1e-9));
  }

  private static double squares(double[][] pairs, double scale, double bias) {
    double sum = 0;
    for (double[] pair : pairs) {
      double off = scale * pair[0] + bias - pair[1];
      sum += off * off;
    }
    return sum;
  }

  @Test
  void cosines_too_near_together_tell_nothing() {
    assertThat(JointScoring.fit(line(100, -5, .3, .3, .3), Link.SIGMOID)).isEmpty();
    assertThat(JointScoring.fit(line(100, -5, .291, .309), Link.SIGMOID))
        .as("a spread of .009")
        .isEmpty();
    assertThat(JointScoring.fit(line(100, -5, .28, .32), Link.SIGMOID)).isPresent();
    assertThat(JointScoring.fit(line(100, 0, .3, .3), Link.SOFTMAX)).as("the origin").isPresent();
    assertThat(JointScoring.fit(line(100, 0, .005, -.005), Link.SOFTMAX)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void numbers_that_are_not_finite_tell_nothing(double number) {
    double[][] logit = {{.1, 1}, {.2, number}, {.4, 4}};
    double[][] cosine = {{.1, 1}, {number, 2}, {.4, 4}};
    for (Link link : Link.values()) {
      assertThat(JointScoring.fit(logit, link)).as("logit").isEmpty();
      assertThat(JointScoring.fit(cosine, link)).as("cosine").isEmpty();
    }
  }

  private static Optional<Scoring> measure(byte[] network, Link link) {
    MemoryFiles files = new MemoryFiles("m").with("joint.onnx", network);
    Settings settings = new Settings(1, Path.of("unused"), false);
    try (Networks networks = new Networks("m", files, settings)) {
      return JointScoring.measure(networks, JOINT, link, 2, 2);
    }
  }

  @Test
  void a_network_s_own_scale_and_bias_are_found_from_vectors_of_any_length() {
    Scoring sigmoid = measure(TinyNetworks.joint(117.33f, -12.932f, 4), Link.SIGMOID).orElseThrow();
    assertThat(sigmoid.scale()).isCloseTo(117.33, within(1e-3));
    assertThat(sigmoid.bias()).isCloseTo(-12.932, within(1e-3));
    Scoring softmax = measure(TinyNetworks.joint(14.2857f, 0, 4), Link.SOFTMAX).orElseThrow();
    assertThat(softmax.scale()).isCloseTo(14.2857, within(1e-3));
  }

  @Test
  void logits_that_are_no_numbers_tell_nothing() {
    assertThat(measure(TinyNetworks.joint(Float.NaN, 0, 4), Link.SOFTMAX)).isEmpty();
    assertThat(measure(TinyNetworks.joint(Float.POSITIVE_INFINITY, 0, 4), Link.SIGMOID)).isEmpty();
  }

  @Test
  void a_network_that_fails_says_so() {
    assertThatThrownBy(() -> measure(TinyNetworks.joint(1, 0, 5), Link.SOFTMAX))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("m/joint.onnx: ");
  }
}
