package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.Link;
import dev.semblance.model.ModelCard.Pooling;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.model.ModelCard.TextSide;
import dev.semblance.model.ModelCard.VariantFile;
import dev.semblance.model.ModelException;
import dev.semblance.text.TokenizerSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantChoiceTest {
  private static ModelCard card(VariantFile... files) {
    TextSide side =
        new TextSide(
            new Graph(List.of(files), "ids", "vector", Pooling.NONE, false, Optional.empty()),
            "tokenizer.json",
            new TokenizerSpec(77, false, 0, TokenizerSpec.Cleaning.NONE),
            "");
    return new ModelCard(
        "m",
        "",
        4,
        Optional.of(side),
        Optional.empty(),
        new Scoring(Link.SOFTMAX, 1, 0, "none"),
        List.of(),
        "unknown",
        List.of(),
        List.of(),
        List.of());
  }

  private static VariantFile file(String variant) {
    return new VariantFile(variant, variant + ".onnx");
  }

  private static VariantFile measured(String variant, double cosine) {
    return new VariantFile(variant, variant + ".onnx", Optional.of(cosine));
  }

  @ParameterizedTest
  @CsvSource({".9999, int8", ".99, int8", ".9899, fp32", "-1, fp32"})
  void a_measured_int8_is_taken_only_where_little_is_lost(double cosine, String taken) {
    VariantChoice choice =
        VariantChoice.of(card(file("fp32"), measured("int8", cosine)), OpenOptions.AUTO);
    assertThat(choice.label()).isEqualTo(taken);
  }

  @Test
  void the_reason_names_the_measured_cosine() {
    VariantChoice choice =
        VariantChoice.of(card(file("fp32"), measured("int8", .9975)), OpenOptions.AUTO);
    assertThat(choice.reason()).contains("texts by int8 (int8.onnx, cosine to fp32 0.9975)");
  }

  @Test
  void an_int8_that_nobody_measured_is_taken() {
    assertThat(VariantChoice.of(card(file("fp32"), file("int8")), OpenOptions.AUTO).label())
        .isEqualTo("int8");
  }

  @Test
  void a_lossy_int8_is_taken_when_it_is_asked_for_or_there_is_nothing_else() {
    ModelCard both = card(file("fp32"), measured("int8", .9));
    assertThat(VariantChoice.of(both, "int8").label()).isEqualTo("int8");
    ModelCard alone = card(measured("int8", .9));
    assertThat(VariantChoice.of(alone, OpenOptions.AUTO).label()).isEqualTo("int8");
  }

  @Test
  void fp32_comes_before_fp16_which_runs_no_faster() {
    assertThat(VariantChoice.of(card(file("fp16"), file("fp32")), OpenOptions.AUTO).label())
        .isEqualTo("fp32");
  }

  @Test
  void quantized_and_int8_stand_for_each_other() {
    assertThat(VariantChoice.of(card(file("fp32"), file("int8")), "quantized").label())
        .isEqualTo("int8");
    assertThat(VariantChoice.of(card(file("fp32"), file("quantized")), "int8").label())
        .isEqualTo("quantized");
    assertThat(VariantChoice.of(card(file("int8"), file("quantized")), "quantized").label())
        .isEqualTo("quantized");
  }

  @Test
  void a_variant_that_is_not_there_is_refused_with_those_that_are() {
    assertThatThrownBy(() -> VariantChoice.of(card(file("fp32"), file("int8")), "q4"))
        .isInstanceOf(ModelException.class)
        .hasMessage("m: there is no variant q4; there are fp32, int8, or auto");
  }
}
