package dev.semblance.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.space.Embedding;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZeroShotTest {
  private static final List<String> NAMES = List.of("cat", "dog", "boat");

  @Test
  void shares_classes_and_confusions_are_counted() {
    List<Embedding> classes = RetrievalTest.random(3, 1);
    List<Embedding> pictures =
        List.of(classes.get(0), classes.get(1), classes.get(1), classes.get(2));

    ZeroShot measured = ZeroShot.measure(pictures, new int[] {0, 1, 2, 2}, classes, NAMES);

    assertThat(measured.top1().value()).isEqualTo(0.75);
    assertThat(measured.top5().value()).isEqualTo(1);
    assertThat(measured.confusions()[2]).containsExactly(0, 1, 1);
    assertThat(measured.perClass())
        .containsExactly(
            new ZeroShot.ClassShare("cat", 1, 1),
            new ZeroShot.ClassShare("dog", 1, 1),
            new ZeroShot.ClassShare("boat", 2, 0.5));
  }

  @Test
  void classes_that_are_all_alike_are_not_told_apart() {
    List<Embedding> same = Collections.nCopies(3, RetrievalTest.random(1, 1).getFirst());

    ZeroShot measured = ZeroShot.measure(same, new int[] {0, 1, 2}, same, NAMES);

    assertThat(measured.top1().value()).isZero();
  }

  @Test
  void a_template_without_a_place_for_the_name_is_refused() {
    assertThatThrownBy(() -> new ClassPrompts(List.of("a photo")))
        .hasMessageContaining("\"a photo\" has no {}");
  }
}
