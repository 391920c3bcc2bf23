package dev.semblance.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The numbers of a reference: its bytes to the bit, its background by two plain passes, its
/// bounds.
class ReferenceNumbersTest {
  private static final EmbeddingSpace TWO = new EmbeddingSpace("two", "34".repeat(32), 2);

  @Test
  void bytes_are_half_precision_with_the_low_byte_first() {
    // 1 is 0x3c00, 0 is 0, -1 is 0xbc00 (IEEE 754 binary16)
    List<Embedding> points = Collections.nCopies(8, point(-1, 0));
    assertThat(Arrays.copyOf(Reference.of(points).toBytes(), 4))
        .containsExactly(0x00, 0xbc, 0x00, 0x00);
    assertThat(Reference.of(points).toBytes()).hasSize(8 * 2 * 2);
    List<Embedding> up = Collections.nCopies(8, point(0, 3));
    assertThat(Arrays.copyOf(Reference.of(up).toBytes(), 4)).containsExactly(0, 0, 0x00, 0x3c);
  }

  @Test
  void bytes_that_were_read_are_written_as_they_were() {
    byte[] bytes = Reference.of(Points.drawn(20, 4)).toBytes();
    assertThat(Reference.read(Points.SPACE, bytes, "r").toBytes()).isEqualTo(bytes);
  }

  @Test
  void cut_off_anywhere_but_between_rows_it_is_refused() {
    byte[] bytes = Reference.of(Points.drawn(9, 4)).toBytes();
    int row = 2 * Points.DIMENSION;
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      if (length == 8 * row) {
        assertThat(Reference.read(Points.SPACE, cut, "r").count()).isEqualTo(8);
      } else {
        assertThatThrownBy(() -> Reference.read(Points.SPACE, cut, "r"))
            .as("the first " + length + " bytes")
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void a_number_that_is_not_finite_is_refused_wherever_it_lies() {
    byte[] bytes = Reference.of(Points.drawn(8, 4)).toBytes();
    for (int i = 1; i < bytes.length; i += 2) {
      for (int high : new int[] {0x7c, 0xfc, 0x7e}) {
        byte[] spoiled = bytes.clone();
        spoiled[i - 1] = 0;
        spoiled[i] = (byte) high;
        assertThatThrownBy(() -> Reference.read(Points.SPACE, spoiled, "the-file"))
            .as("byte " + i)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the-file: holds a number that is not finite; calibrate the model again");
      }
    }
  }

  @Test
  void mean_and_deviation_are_those_of_two_plain_passes() {
    for (long seed = 1; seed <= 20; seed++) {
      List<Embedding> pictures = Points.drawn(8 + (int) seed * 7, seed);
      Embedding query = Points.drawn(1, 1000 + seed).getFirst();
      double mean = 0;
      for (Embedding picture : pictures) {
        mean += query.cosine(picture) / pictures.size();
      }
      double variance = 0;
      for (Embedding picture : pictures) {
        variance += Math.pow(query.cosine(picture) - mean, 2) / pictures.size();
      }
      Reference.Background background = Reference.of(pictures).background(query);
      assertThat(background.mean()).as("seed " + seed).isCloseTo(mean, within(1e-12));
      assertThat(background.deviation())
          .as("seed " + seed)
          .isCloseTo(Math.sqrt(variance), within(1e-9));
    }
  }

  @Test
  void pictures_that_all_score_the_same_have_the_least_deviation_and_no_infinite_standing() {
    Reference same = Reference.of(Collections.nCopies(8, point(3, 4)));
    Reference.Background background = same.background(point(1, 0));
    assertThat(background.mean()).isCloseTo(0.6, within(1e-7));
    assertThat(background.deviation()).isEqualTo(1e-3);
    assertThat(background.standing(1)).isCloseTo(400, within(0.01));
    assertThat(background.standing(background.mean())).isZero();
  }

  @Test
  void eight_pictures_are_the_fewest() {
    assertThat(Reference.of(Points.drawn(Reference.FEWEST, 1)).count()).isEqualTo(8);
    assertThatThrownBy(() -> Reference.of(Points.drawn(7, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a reference needs at least 8 pictures, got 7");
    assertThatThrownBy(() -> Reference.of(List.of())).hasMessageEndingWith("got none");
  }

  @Test
  void pictures_of_two_spaces_make_no_reference() {
    List<Embedding> mixed = new java.util.ArrayList<>(Points.drawn(8, 1));
    mixed.add(point(1, 0));
    assertThatThrownBy(() -> Reference.of(mixed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("points")
        .hasMessageContaining("two");
  }

  private static Embedding point(float x, float y) {
    return Embedding.of(TWO, new float[] {x, y}, "point");
  }
}
