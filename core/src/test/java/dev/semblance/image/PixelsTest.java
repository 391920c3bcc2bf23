package dev.semblance.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A picture in memory: what makes one, and what becomes of its alpha.
class PixelsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 5, 3, 0, picture is 0 x 5; both sides must be at least 1",
    "5, -1, 3, 15, picture is 5 x -1; both sides must be at least 1",
    "1, 1, 2, 2, 'channels must be 1, 3 or 4, got 2'",
    "2, 3, 4, 23, 'a picture of 2 x 3 x 4 needs 24 bytes, got 23'",
    "65536, 65536, 1, 0, 'a picture of 65536 x 65536 x 1 needs 4294967296 bytes, got 0'"
  })
  void what_is_no_picture_is_refused(int width, int height, int channels, int length, String why) {
    assertThatThrownBy(() -> new Pixels(width, height, channels, new byte[length]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }

  /// Every colour under every alpha; the mean of white and the colour, rounded.
  @Test
  void over_white_is_the_weighted_mean() {
    byte[] rgba = new byte[4 * 65536];
    for (int i = 0; i < 65536; i++) {
      rgba[4 * i] = (byte) i;
      rgba[4 * i + 1] = (byte) ~i;
      rgba[4 * i + 3] = (byte) (i >> 8);
    }

    byte[] rgb = new Pixels(256, 256, 4, rgba).overWhite().data();

    for (int i = 0; i < rgb.length; i++) {
      int colour = rgba[i / 3 * 4 + i % 3] & 0xff;
      int alpha = rgba[i / 3 * 4 + 3] & 0xff;
      long expected = Math.round((255.0 * (255 - alpha) + colour * alpha) / 255);
      assertThat(rgb[i] & 0xff).as("%d under %d", colour, alpha).isEqualTo((int) expected);
    }
  }

  @Test
  void without_alpha_the_colours_are_as_they_are_stored() {
    Pixels picture = new Pixels(2, 1, 4, new byte[] {1, 2, 3, 0, 4, 5, 6, 7});

    assertThat(picture.withoutAlpha().data()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void a_picture_without_alpha_stays_itself() {
    Pixels grey = new Pixels(2, 1, 1, new byte[2]);

    assertThat(grey.withoutAlpha()).isSameAs(grey);
    assertThat(grey.overWhite()).isSameAs(grey);
  }

  @Test
  void what_it_was_reduced_from_is_not_lost_with_the_alpha() {
    Pixels.Original larger = new Pixels.Original(15, 8, new Resizer.Box(0, 0, 1.9f, 1));
    Pixels reduced = new Pixels(2, 1, 4, new byte[8]).reducedFrom(larger);

    assertThat(reduced.withoutAlpha().original()).contains(larger);
    assertThat(reduced.overWhite().original()).contains(larger);
  }
}
