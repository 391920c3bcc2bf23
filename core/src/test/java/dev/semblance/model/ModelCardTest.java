package dev.semblance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.Link;
import dev.semblance.model.ModelCard.Pooling;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.model.ModelCard.VariantFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a card may say, and that its variations change one thing and keep the rest.
class ModelCardTest {
  @Test
  void a_card_needs_a_name_a_dimension_and_an_encoder() {
    assertThatThrownBy(() -> Cards.full().withName(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a model card needs a name");
    assertThatThrownBy(() -> Cards.cut(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cut: dimension must be at least 1, got 0");
    assertThatThrownBy(() -> Cards.withoutEncoders())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("blind: a model card needs at least one encoder");
  }

  @Test
  void truncations_are_sorted_and_each_is_there_once() {
    assertThat(Cards.cut(256, 128, 64, 128, 255, 1).truncations()).containsExactly(1, 64, 128, 255);
  }

  @Test
  void a_truncation_keeps_at_least_one_component_and_drops_at_least_one() {
    for (int wrong : new int[] {0, -1, 256, 257}) {
      assertThatThrownBy(() -> Cards.cut(256, 64, wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("cut: truncations must be 1 to 255, got [");
    }
    assertThatThrownBy(() -> Cards.cut(1, 1)).hasMessageContaining("got [1]");
  }

  @Test
  void lists_are_copied_and_cannot_be_changed() {
    List<VariantFile> files = new ArrayList<>(List.of(new VariantFile("fp32", "a.onnx")));
    Graph graph = new Graph(files, "in", "out", Pooling.NONE, false, Optional.empty());
    files.clear();

    assertThat(graph.files()).hasSize(1);
    for (List<?> list :
        List.of(
            graph.files(),
            Cards.full().languages(),
            Cards.full().lineage(),
            Cards.full().promptTemplates(),
            Cards.full().truncations())) {
      assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void a_graph_needs_a_file() {
    Graph graph = Cards.graph("image");

    assertThatThrownBy(() -> graph.withFiles(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a graph needs at least one file");
  }

  @Test
  void a_cosine_may_be_one_for_all_that_rounding_does() {
    for (double cosine : new double[] {-1, 0, 1, 1.000001}) {
      assertThat(new VariantFile("int8", "a", Optional.of(cosine)).cosine()).contains(cosine);
    }
    for (double wrong : new double[] {1.00001, -1.00001, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> new VariantFile("int8", "a", Optional.of(wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("int8", "between -1 and 1", Double.toString(wrong));
    }
  }

  @Test
  void each_variation_changes_one_thing_and_keeps_all_others() {
    ModelCard card = Cards.full();
    Scoring scoring = new Scoring(Link.SOFTMAX, 3, 4, "family");

    assertDiffersOnlyIn(card, card.withName("other"), "name");
    assertDiffersOnlyIn(card, card.withScoring(scoring), "scoring");
    assertDiffersOnlyIn(card, card.withCalibration(Cards.calibration(false)), "calibration");
    assertThat(card.withName("other").name()).isEqualTo("other");
    assertThat(card.withScoring(scoring).scoring()).isEqualTo(scoring);
    assertThat(card.withCalibration(Cards.calibration(false)).calibration())
        .contains(Cards.calibration(false));
  }

  @Test
  void new_graphs_go_to_their_side_and_leave_its_rest() {
    ModelCard card = Cards.full();
    Optional<Graph> other = Optional.of(Cards.graph("other"));

    assertDiffersOnlyIn(card, card.withGraphs(other, Optional.empty()), "text");
    assertDiffersOnlyIn(card, card.withGraphs(Optional.empty(), other), "image");
    assertThat(card.withGraphs(Optional.empty(), Optional.empty())).isEqualTo(card);
    assertThat(card.withGraphs(other, other).text().orElseThrow())
        .usingRecursiveComparison()
        .ignoringFields("graph")
        .isEqualTo(card.text().orElseThrow());
    assertThat(card.withGraphs(other, other).image().orElseThrow().graph())
        .isEqualTo(other.orElseThrow());
  }

  @Test
  void a_side_that_is_absent_gets_no_graph() {
    ModelCard pictures = Cards.cut(8);

    assertThat(pictures.withGraphs(Optional.of(Cards.graph("text")), Optional.empty()))
        .isEqualTo(pictures);
  }

  private static void assertDiffersOnlyIn(ModelCard card, ModelCard other, String component) {
    List<String> different =
        Arrays.stream(ModelCard.class.getRecordComponents())
            .filter(one -> !value(one, card).equals(value(one, other)))
            .map(java.lang.reflect.RecordComponent::getName)
            .toList();
    assertThat(different).containsExactly(component);
  }

  private static Object value(java.lang.reflect.RecordComponent component, ModelCard card) {
    try {
      return component.getAccessor().invoke(card);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
