package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.VariantFile;
import dev.semblance.model.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Precisions of a model whose texts and pictures come in different ones.
class MixedVariantsTest {
  private static List<VariantFile> files(String... variants) {
    return List.of(variants).stream()
        .map(variant -> new VariantFile(variant, variant + ".onnx"))
        .toList();
  }

  private static ModelCard card(List<VariantFile> texts, List<VariantFile> pictures) {
    ModelCard tiny = new TinyModel().card();
    return tiny.withGraphs(
        tiny.text().map(side -> side.graph().withFiles(texts)),
        tiny.image().map(side -> side.graph().withFiles(pictures)));
  }

  @Test
  void each_side_takes_its_own_best_and_the_label_says_both() {
    VariantChoice choice =
        VariantChoice.of(card(files("fp32", "fp16"), files("fp32", "int8")), OpenOptions.AUTO);
    assertThat(choice.text()).contains(new VariantFile("fp32", "fp32.onnx"));
    assertThat(choice.image()).contains(new VariantFile("int8", "int8.onnx"));
    assertThat(choice.label()).isEqualTo("fp32+int8");
    assertThat(choice.reason())
        .isEqualTo(
            "texts by fp32 (fp32.onnx), pictures by int8 (int8.onnx): int8 where there is one near"
                + " enough to fp32 (cosine 0.99), else fp32");
  }

  @Test
  void one_precision_on_both_sides_is_one_word() {
    assertThat(VariantChoice.of(card(files("int8"), files("int8")), OpenOptions.AUTO).label())
        .isEqualTo("int8");
  }

  @Test
  void what_only_one_side_has_may_be_asked_for_and_the_other_takes_its_best() {
    VariantChoice choice = VariantChoice.of(card(files("fp32", "q4"), files("fp32", "fp16")), "q4");
    assertThat(choice.label()).isEqualTo("q4+fp32");
    assertThat(choice.reason()).endsWith("pictures by fp32 (fp32.onnx): q4 was asked for");
  }

  @Test
  void what_neither_has_is_refused_with_what_both_have_each_once() {
    ModelCard card = card(files("fp32", "q4"), files("fp16", "fp32"));
    assertThatThrownBy(() -> VariantChoice.of(card, "int8"))
        .isInstanceOf(ModelException.class)
        .hasMessage("tiny: there is no variant int8; there are fp32, q4, fp16, or auto");
    assertThat(VariantChoice.names(card)).containsExactly("fp32", "q4", "fp16");
  }

  @Test
  void the_best_is_taken_away_again_and_again_and_the_next_best_remains() {
    List<String> best =
        List.of("int8", "quantized", "fp32", "fp16", "uint8", "q4", "q4f16", "bnb4", "mine");
    List<String> left = new ArrayList<>(best.reversed());
    for (String next : best) {
      ModelCard card = card(files(left.toArray(String[]::new)), files("fp32"));
      assertThat(VariantChoice.of(card, OpenOptions.AUTO).text())
          .map(VariantFile::variant)
          .contains(next);
      left.remove(next);
    }
  }

  @Test
  void of_those_that_lose_much_the_first_is_taken() {
    VariantFile first = new VariantFile("q4", "q4.onnx", Optional.of(.5));
    VariantFile second = new VariantFile("int8", "int8.onnx", Optional.of(.98));
    assertThat(
            VariantChoice.of(card(List.of(first, second), files("fp32")), OpenOptions.AUTO).text())
        .contains(first);
  }
}
