package dev.semblance.image.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// L*a*b* under D50 as sRGB, at colours whose values are published.
class LabColoursTest {
  private static int[] rgb(int lightness, int a, int b) {
    byte[][] planes = {{(byte) lightness}, {(byte) (a + 128)}, {(byte) (b + 128)}};
    byte[] rgb = new LabColours().rgb(planes);
    return new int[] {rgb[0] & 0xff, rgb[1] & 0xff, rgb[2] & 0xff};
  }

  /// By Bruce Lindbloom's colour calculator; a and b are stored as whole numbers, so a little is
  /// lost.
  @ParameterizedTest
  @CsvSource({
    "100, 0, 0, 255, 255, 255",
    "0, 0, 0, 0, 0, 0",
    "53.6, 0, 0, 128, 128, 128",
    "54.29, 81, 70, 255, 0, 0",
    "90.66, -51, -15, 0, 255, 255",
    "87.82, -79, 81, 0, 255, 0",
    "29.57, 68, -112, 0, 0, 255",
    "60.17, 93, -61, 255, 0, 255",
    "97.61, -16, 93, 255, 255, 0"
  })
  void well_known_colours_come_out(double lightness, int a, int b, int red, int green, int blue) {
    int[] found = rgb((int) Math.round(2.55 * lightness), a, b);

    assertThat(found[0]).as("red").isCloseTo(red, within(10));
    assertThat(found[1]).as("green").isCloseTo(green, within(10));
    assertThat(found[2]).as("blue").isCloseTo(blue, within(10));
  }

  /// Lightness by CIE 15 from the light that sRGB's curve gives (IEC 61966-2-1).
  @Test
  void greys_come_back_from_their_lightness() {
    for (int level = 0; level < 256; level++) {
      double part = level / 255.0;
      double light = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
      double lightness = light > 216 / 24389.0 ? 116 * Math.cbrt(light) - 16 : 24389 / 27.0 * light;

      int[] found = rgb((int) Math.round(2.55 * lightness), 0, 0);

      for (int channel = 0; channel < 3; channel++) {
        assertThat(found[channel]).as("level %d", level).isCloseTo(level, within(3));
        assertThat(found[channel]).as("level %d", level).isCloseTo(found[0], within(1));
      }
    }
  }

  @Test
  void colours_outside_of_srgb_are_cut_off() {
    assertThat(rgb(200, 127, 127)).containsExactly(255, 0, 0);
    assertThat(rgb(200, 127, -128)).containsExactly(255, 0, 255);
    assertThat(rgb(60, -128, -128)[0]).isZero();
  }
}
