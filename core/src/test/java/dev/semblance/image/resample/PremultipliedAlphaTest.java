package dev.semblance.image.resample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Every colour under every alpha, held to division of real numbers.
class PremultipliedAlphaTest {
  @Test
  void multiplying_rounds_and_keeps_alpha_and_the_order_of_the_channels() {
    for (int alpha = 0; alpha < 256; alpha++) {
      int[] pixels = new int[256];
      for (int value = 0; value < 256; value++) {
        pixels[value] = alpha << 24 | (255 - value) << 16 | (value ^ 0x55) << 8 | value;
      }

      PremultipliedAlpha.apply(pixels);

      for (int value = 0; value < 256; value++) {
        int expected =
            alpha << 24
                | share(255 - value, alpha) << 16
                | share(value ^ 0x55, alpha) << 8
                | share(value, alpha);
        assertThat(pixels[value]).as("%d under %d", value, alpha).isEqualTo(expected);
      }
    }
  }

  private static int share(int value, int alpha) {
    return (int) Math.round(value * alpha / 255.0);
  }

  @Test
  void dividing_cuts_off_and_never_overflows() {
    for (int alpha = 1; alpha < 256; alpha++) {
      for (int value = 0; value < 256; value++) {
        byte[] pixel = {(byte) value, 0, (byte) value, (byte) alpha};

        PremultipliedAlpha.undo(pixel);

        int expected = Math.min(255, (int) Math.floor(255.0 * value / alpha));
        assertThat(pixel)
            .as("%d under %d", value, alpha)
            .containsExactly(expected, 0, expected, alpha);
      }
    }
  }

  @Test
  void what_is_transparent_keeps_what_is_left_of_its_colour() {
    byte[] pixel = {1, 2, 3, 0};

    PremultipliedAlpha.undo(pixel);

    assertThat(pixel).containsExactly(1, 2, 3, 0);
  }
}
