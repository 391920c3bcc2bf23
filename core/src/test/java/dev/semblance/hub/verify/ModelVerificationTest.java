package dev.semblance.hub.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.semblance.golden.Golden;
import dev.semblance.hub.verify.Check.Outcome;
import dev.semblance.hub.verify.ExpectedValues.Kind;
import dev.semblance.model.FolderFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelVerificationTest {
  @TempDir Path empty;

  @ParameterizedTest
  @ValueSource(strings = {"clip-split", "siglip2", "immich", "jina-clip-v2"})
  void a_sound_model_passes_what_needs_no_knowledge(String name) {
    VerifyReport report = new ModelVerification(model(name)).run();
    for (String check : List.of("opens", "unit length", "same each time", "batch equals single")) {
      assertThat(check(report, check).outcome())
          .as(name + ": " + check + ": " + check(report, check).detail())
          .isEqualTo(Outcome.PASSED);
    }
    assertThat(check(report, "files as pulled").outcome()).isEqualTo(Outcome.NOT_DONE);
    assertThat(check(report, ExpectedValues.NAME).outcome()).isEqualTo(Outcome.NOT_DONE);
  }

  @Test
  void says_honestly_what_a_model_of_random_weights_thinks_of_a_red_circle() {
    Check check =
        check(new ModelVerification(model("clip-split")).run(), "texts and pictures agree");
    assertThat(check.outcome()).isNotEqualTo(Outcome.NOT_DONE);
    String[] cosines = check.detail().replaceAll("[^-0-9. ]", "").strip().split("\\s+");
    boolean nearer = Double.parseDouble(cosines[0]) > Double.parseDouble(cosines[1]);
    assertThat(check.outcome() == Outcome.PASSED).as(check.detail()).isEqualTo(nearer);
  }

  @Test
  void compares_int8_with_fp32_where_both_are_there() {
    Check both = check(new ModelVerification(model("clip-split")).run(), "int8 against fp32");
    assertThat(both.outcome()).as(both.detail()).isEqualTo(Outcome.PASSED);
    Check one = check(new ModelVerification(model("openclip")).run(), "int8 against fp32");
    assertThat(one.outcome()).isEqualTo(Outcome.NOT_DONE);
    assertThat(one.detail()).isEqualTo("there is only fp32");
  }

  @Test
  void a_model_that_gives_no_numbers_fails() {
    VerifyReport report = new ModelVerification(model("broken/nan-weights")).run();
    assertThat(report.passed()).isFalse();
    assertThat(check(report, "unit length").outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void a_model_that_cannot_be_opened_fails_with_the_reason() {
    VerifyReport report = new ModelVerification(model("broken/truncated")).run();
    assertThat(report.passed()).isFalse();
    assertThat(report.checks())
        .anyMatch(it -> it.outcome() == Outcome.FAILED && it.detail().contains("truncated"));
  }

  @Test
  void gets_the_values_that_its_makers_got() {
    Path pictures = Golden.path("preprocess-clip");
    Check right = expected(values(0), pictures);
    assertThat(right.outcome()).as(right.detail()).isEqualTo(Outcome.PASSED);
    Check wrong = expected(values(0.5), pictures);
    assertThat(wrong.outcome()).as(wrong.detail()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void says_which_picture_it_needs_for_the_values_its_makers_got() {
    Check check = expected(values(0), empty);
    assertThat(check.outcome()).isEqualTo(Outcome.NOT_DONE);
    assertThat(check.detail()).contains("CLIP");
  }

  @Test
  void the_known_values_are_those_of_the_reference() {
    List<ExpectedValues> known = ExpectedValues.known();
    JsonNode reference = Golden.json("expected-logits/expected.json");
    assertThat(known).hasSize(3);
    assertThat(known.get(0).values()).isEqualTo(numbers(reference.at("/openai_readme/probs")));
    assertThat(known.get(1).values()).isEqualTo(numbers(reference.at("/hf_clip/logits_per_image")));
    assertThat(known.get(2).values())
        .isEqualTo(numbers(reference.at("/hf_siglip/logits_per_image")));
    assertThat(known.get(0).isOf(Set.of("clip-vit-base-patch32"))).isTrue();
  }

  private static Check expected(ExpectedValues values, Path pictures) {
    ModelVerification verification =
        new ModelVerification(model("clip-split"), pictures, List.of(values));
    return check(verification.run(), ExpectedValues.NAME);
  }

  /// What the reference got for CLIP.png and the eight texts, moved by an error.
  private static ExpectedValues values(double error) {
    JsonNode golden = Golden.json("models/clip-split/expected.json");
    List<String> texts = new ArrayList<>();
    golden.get("texts").forEach(text -> texts.add(text.get("text").asText()));
    int row = -1;
    for (int i = 0; i < golden.at("/preprocessing/pictures").size(); i++) {
      String file = golden.at("/preprocessing/pictures").get(i).get("file").asText();
      row = file.endsWith("CLIP.png") ? i : row;
    }
    List<Double> logits = numbers(golden.at("/scoring/logits_per_image").get(row));
    logits.set(2, logits.get(2) + error);
    return new ExpectedValues(Set.of("clip-split"), "CLIP", texts, Kind.LOGITS, logits, 1e-3, 0.4);
  }

  private static List<Double> numbers(JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    array.forEach(number -> numbers.add(number.asDouble()));
    return numbers;
  }

  private static Check check(VerifyReport report, String name) {
    return report.checks().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is missing in " + report));
  }

  private static FolderFiles model(String name) {
    return new FolderFiles(Golden.path("models/" + name));
  }
}
