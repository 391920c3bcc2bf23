package dev.semblance.hub.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.hub.verify.Check.Outcome;
import dev.semblance.hub.verify.ExpectedValues.Kind;
import dev.semblance.image.Pixels;
import dev.semblance.model.CardJson;
import dev.semblance.model.ImageEncoder;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelException;
import dev.semblance.model.TextEncoder;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Values that a model's makers got are compared with what it gives: logits by scale and bias,
/// probabilities by softmax, within a tolerance that is meant exactly.
class ExpectedValuesTest {
  /// Cosines of the fake model's picture and texts.
  private static final Map<String, Double> COSINES = Map.of("cat", 0.6, "dog", 0.0, "sky", -1.0);

  @TempDir Path folder;
  private Path picture;

  @BeforeEach
  void put_a_picture_there() throws IOException {
    picture = folder.resolve("pic.jpg");
    byte[] ppm = "P6 1 1 255\nabc".getBytes(StandardCharsets.US_ASCII);
    Files.write(picture, ppm);
  }

  @Test
  void logits_are_scale_times_cosine_plus_bias() {
    assertThat(outcome(logits(1e-4, 5, -1, -11), 10, -1)).isEqualTo(Outcome.PASSED);
    assertThat(outcome(logits(1e-4, 5, -1, -11), 10, 0)).isEqualTo(Outcome.FAILED);
    assertThat(outcome(logits(1e-4, 5, -1, -11), -10, -1)).isEqualTo(Outcome.FAILED);
  }

  @Test
  void each_value_counts_and_may_be_off_either_way_by_the_tolerance() {
    for (double error : new double[] {-0.2, 0.2}) {
      assertThat(outcome(logits(0.201, 6 + error, 0, -10), 10, 0)).isEqualTo(Outcome.PASSED);
      assertThat(outcome(logits(0.199, 6 + error, 0, -10), 10, 0)).isEqualTo(Outcome.FAILED);
      assertThat(outcome(logits(0.199, 6, 0, -10 + error), 10, 0)).isEqualTo(Outcome.FAILED);
    }
  }

  @Test
  void networks_of_less_precision_have_a_tolerance_of_their_own() {
    ExpectedValues values =
        new ExpectedValues(Set.of("m"), "pic", List.of("cat"), Kind.LOGITS, List.of(6.5), 0.1, 1);
    try (Model model = new FakeModel(10, 0)) {
      assertThat(values.check(model, picture, true).outcome()).isEqualTo(Outcome.FAILED);
      assertThat(values.check(model, picture, false).outcome()).isEqualTo(Outcome.PASSED);
    }
  }

  @Test
  void probabilities_are_the_softmax_of_logits_however_large_these_are() {
    // e^6, e^0 and e^-10 over their sum
    double sum = Math.exp(6) + 1 + Math.exp(-10);
    List<Double> small = List.of(Math.exp(6) / sum, 1 / sum, Math.exp(-10) / sum);
    assertThat(outcome(probabilities(small), 10, 0)).isEqualTo(Outcome.PASSED);
    assertThat(outcome(probabilities(small), 10, 7))
        .as("a bias changes nothing")
        .isEqualTo(Outcome.PASSED);
    assertThat(outcome(probabilities(small), 9, 0)).isEqualTo(Outcome.FAILED);
    assertThat(outcome(probabilities(List.of(1.0, 0.0, 0.0)), 1e6, 0)).isEqualTo(Outcome.PASSED);
  }

  @Test
  void says_what_it_got_what_it_expected_and_how_far_off_that_is() {
    try (Model model = new FakeModel(10, 0)) {
      assertThat(logits(0.5, 5.75, 0, -10).check(model, picture, true).detail())
          .isEqualTo(
              "pic with [cat, dog, sky]: got [6.00000, 0.00000, -10.00000], expected [5.75000,"
                  + " 0.00000, -10.00000]; greatest difference 0.25000, allowed 0.50000");
    }
  }

  @Test
  void a_picture_is_looked_for_by_name_with_the_usual_endings_png_first() throws IOException {
    ExpectedValues values = logits(1, 0, 0, 0);
    assertThat(values.picture(folder)).contains(picture);
    Files.write(folder.resolve("pic.png"), new byte[1]);
    assertThat(values.picture(folder)).contains(folder.resolve("pic.png"));
    Files.delete(folder.resolve("pic.png"));
    Files.createDirectory(folder.resolve("pic.png"));
    assertThat(values.picture(folder)).as("a folder is no picture").contains(picture);
    assertThat(values.picture(folder.resolve("absent"))).isEmpty();
  }

  @Test
  void values_are_of_a_model_that_has_any_of_its_names() {
    ExpectedValues values =
        new ExpectedValues(Set.of("a", "b"), "pic", List.of(), Kind.LOGITS, List.of(), 0, 0);
    assertThat(values.isOf(Set.of("x", "b"))).isTrue();
    assertThat(values.isOf(Set.of("A", "ab", ""))).isFalse();
    assertThat(values.isOf(Set.of())).isFalse();
  }

  @Test
  void every_known_set_has_a_value_for_each_text_and_probabilities_that_sum_to_one() {
    for (ExpectedValues known : ExpectedValues.known()) {
      assertThat(known.values()).hasSameSizeAs(known.texts());
      assertThat(known.tolerance()).isPositive().isLessThanOrEqualTo(known.tolerance8());
      if (known.kind() == Kind.PROBABILITIES) {
        double sum = known.values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(Math.abs(sum - 1)).isLessThan(1e-5);
      }
    }
  }

  @Test
  void
      a_check_that_fails_on_its_way_has_failed_and_what_is_no_failure_of_the_model_is_not_hidden() {
    assertThat(Check.trying("x", () -> Check.notDone("x", "why")))
        .isEqualTo(new Check("x", Outcome.NOT_DONE, "why"));
    assertThat(
            Check.trying(
                "x",
                () -> {
                  throw new ModelException("broken");
                }))
        .isEqualTo(new Check("x", Outcome.FAILED, "broken"));
    assertThat(Outcome.NOT_DONE.words()).isEqualTo("not done");
    VerifyReport report =
        new VerifyReport("m", List.of(Check.notDone("x", ""), Check.of("y", true, "")));
    assertThat(report.passed()).as("what was not done does not count").isTrue();
    assertThat(report.count(Outcome.PASSED)).isEqualTo(1);
    assertThat(new VerifyReport("m", List.of(Check.failed("x", ""))).passed()).isFalse();
  }

  private Outcome outcome(ExpectedValues values, double scale, double bias) {
    try (Model model = new FakeModel(scale, bias)) {
      return values.check(model, picture, true).outcome();
    }
  }

  private static ExpectedValues logits(double tolerance, double cat, double dog, double sky) {
    return new ExpectedValues(
        Set.of("m"),
        "pic",
        List.of("cat", "dog", "sky"),
        Kind.LOGITS,
        List.of(cat, dog, sky),
        tolerance,
        tolerance);
  }

  private static ExpectedValues probabilities(List<Double> values) {
    return new ExpectedValues(
        Set.of("m"), "pic", List.of("cat", "dog", "sky"), Kind.PROBABILITIES, values, 1e-5, 1e-5);
  }

  /// Texts lie at known cosines from its only picture.
  private record FakeModel(ModelCard card) implements Model {
    private static final EmbeddingSpace SPACE = new EmbeddingSpace("m", "ab".repeat(32), 2);

    FakeModel(double scale, double bias) {
      this(CardJson.read(json(scale, bias).getBytes(StandardCharsets.UTF_8), "card"));
    }

    private static String json(double scale, double bias) {
      return String.format(
          Locale.ROOT,
          """
          {"semblance": 1, "name": "m", "dimension": 2,
           "image": {
             "graph": {"files": {"fp32": "x.onnx"}, "input": "in", "output": "out"},
             "preprocessing": {
               "fit": "squash", "width": 1, "height": 1, "filter": "bicubic",
               "mean": [0, 0, 0], "std": [1, 1, 1]}},
           "scoring": {"link": "softmax", "scale": %s, "bias": %s}}
          """,
          scale,
          bias);
    }

    @Override
    public EmbeddingSpace space() {
      return SPACE;
    }

    @Override
    public Optional<TextEncoder> text() {
      return Optional.empty();
    }

    @Override
    public Optional<ImageEncoder> image() {
      return Optional.empty();
    }

    @Override
    public Embedding embed(Input input) {
      double cosine =
          switch (input) {
            case Input.Text text -> COSINES.getOrDefault(text.text(), Double.NaN);
            case Input.Image(Pixels pixels, String _) -> pixels.width();
          };
      float[] point = {(float) cosine, (float) Math.sqrt(1 - cosine * cosine)};
      return Embedding.of(SPACE, point, input.source());
    }

    @Override
    public void close() {}
  }
}
