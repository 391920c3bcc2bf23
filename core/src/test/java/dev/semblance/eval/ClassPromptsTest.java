package dev.semblance.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of classes as means of what the templates say of them.
class ClassPromptsTest {
  private final TinyModel model = TinyModel.usual();

  @Test
  void a_name_is_the_mean_of_its_templates_brought_to_unit_length() {
    ClassPrompts prompts = new ClassPrompts(List.of("a photo of a {}", "{}", "the {} and the {}"));

    Embedding cat = prompts.points(model, List.of("cat")).getFirst();

    double[] mean = new double[TinyModel.DIMENSION];
    for (String text : List.of("a photo of a cat", "cat", "the cat and the cat")) {
      float[] unit = TinyModel.point(text).toArray();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += unit[i];
      }
    }
    double length = 0;
    for (double component : mean) {
      length += component * component;
    }
    for (int i = 0; i < mean.length; i++) {
      double expected = mean[i] / Math.sqrt(length);
      assertThat((double) cat.toArray()[i]).isCloseTo(expected, within(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cat", "$1", "\\", "{}", "", "größer als 5 m"})
  void a_name_is_taken_literally(String name) {
    ClassPrompts prompts = new ClassPrompts(List.of("a {}."));

    Embedding point = prompts.points(model, List.of(name)).getFirst();

    assertThat(point.cosine(TinyModel.point("a " + name + "."))).isCloseTo(1, within(1e-6));
  }

  @Test
  void points_stand_in_the_order_of_the_names() {
    ClassPrompts prompts = new ClassPrompts(List.of("{}", "a {}"));
    List<Embedding> all = prompts.points(model, List.of("cat", "dog", "cat"));

    assertThat(all.get(0)).isEqualTo(all.get(2)).isNotEqualTo(all.get(1));
    assertThat(all.get(1)).isEqualTo(prompts.points(model, List.of("dog")).getFirst());
    assertThat(prompts.points(model, List.of())).isEmpty();
  }

  @Test
  void templates_are_those_of_the_card_or_the_bare_name() {
    assertThat(ClassPrompts.of(model).templates()).containsExactly("{}");
    assertThat(ClassPrompts.of(new TinyModel(List.of("an {}", "a {}"), true)).templates())
        .containsExactly("an {}", "a {}");
  }

  @Test
  void no_template_at_all_is_refused_and_later_changes_do_not_count() {
    assertThatThrownBy(() -> new ClassPrompts(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least one template is needed, such as a photo of a {}");
    List<String> templates = new ArrayList<>(List.of("{}"));
    ClassPrompts prompts = new ClassPrompts(templates);
    templates.add("no place");

    assertThat(prompts.templates()).containsExactly("{}");
  }
}
