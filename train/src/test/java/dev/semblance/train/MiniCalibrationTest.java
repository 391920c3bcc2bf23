package dev.semblance.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.train.data.TextRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiniCalibrationTest {
  private static final List<String> NAMES = List.of("tench", "pay-phone", "umbrella", "great dane");

  @Test
  void what_no_text_mentions_and_no_teacher_sees_is_asked_for_with_its_article() {
    List<float[]> seen = List.of(new float[] {0, 0.029f, 0.01f, 0}, new float[4]);
    assertThat(MiniCalibration.absent(NAMES, seen, List.of(said("a red car"))))
        .containsExactly(
            "tench",
            "a tench",
            "pay phone",
            "a pay phone",
            "umbrella",
            "an umbrella",
            "great dane",
            "a great dane");
  }

  @Test
  void what_either_teacher_sees_anywhere_is_not_absent() {
    List<float[]> seen = List.of(new float[] {0, 0.031f, 0, 0}, new float[] {0.5f, 0, 0, 0});
    assertThat(MiniCalibration.absent(NAMES, seen, List.of()))
        .containsExactly("umbrella", "an umbrella", "great dane", "a great dane");
  }

  @Test
  void what_a_text_mentions_also_in_the_plural_is_not_absent() {
    List<TextRow> said = List.of(said("Two umbrellas, one pay-phone"), said("the Great Dane"));
    assertThat(MiniCalibration.absent(NAMES, List.of(new float[4]), said))
        .containsExactly("tench", "a tench");
  }

  private static TextRow said(String text) {
    return new TextRow("a.webp", "somewhere", "caption", text);
  }
}
