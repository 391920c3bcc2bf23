package dev.semblance.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  private static final EmbeddingSpace SPACE = new EmbeddingSpace("test", "cd".repeat(32), 2);

  @Test
  void the_background_is_mean_and_deviation_of_the_scores() {
    Reference reference = Reference.of(around());
    Embedding query = Embedding.of(SPACE, new float[] {1, 0}, "query");

    Reference.Background background = reference.background(query);

    assertThat(background.mean()).isCloseTo(0, within(1e-6));
    assertThat(background.deviation()).isCloseTo(Math.sqrt(0.5), within(1e-6));
    assertThat(background.standing(1)).isCloseTo(Math.sqrt(2), within(1e-6));
  }

  @Test
  void bytes_give_back_what_was_written_but_for_half_precision() {
    Reference reference = Reference.of(around());
    Embedding query = Embedding.of(SPACE, new float[] {0.6f, 0.8f}, "query");

    Reference read = Reference.read(SPACE, reference.toBytes(), "reference.f16");

    assertThat(read.count()).isEqualTo(reference.count());
    assertThat(read.background(query).deviation())
        .isCloseTo(reference.background(query).deviation(), within(1e-3));
  }

  @Test
  void broken_bytes_and_other_spaces_are_refused() {
    byte[] whole = Reference.of(around()).toBytes();

    assertThatThrownBy(() -> Reference.read(SPACE, new byte[6], "reference.f16"))
        .hasMessageContaining("reference.f16: 6 bytes")
        .hasMessageContaining("calibrate the model again");
    whole[1] = 0x7E;
    assertThatThrownBy(() -> Reference.read(SPACE, whole, "reference.f16"))
        .hasMessageContaining("not finite");
    EmbeddingSpace other = new EmbeddingSpace("other", "ef".repeat(32), 2);
    Embedding query = Embedding.of(other, new float[] {1, 0}, "query");
    assertThatThrownBy(() -> Reference.of(around()).background(query))
        .hasMessageContaining("other");
    assertThatThrownBy(() -> Reference.of(around().subList(0, 3))).hasMessageContaining("got 3");
  }

  /// Points evenly around the circle.
  private static List<Embedding> around() {
    List<Embedding> points = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      double angle = 2 * Math.PI * i / 16;
      float[] point = {(float) Math.cos(angle), (float) Math.sin(angle)};
      points.add(Embedding.of(SPACE, point, "point " + i));
    }
    return points;
  }
}
