package dev.semblance.image.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Profiles of grey: Java's own, whose levels are linear light.
class GreyProfileTest {
  private static final byte[] LINEAR = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();

  @Test
  void linear_levels_become_those_of_the_curve_of_srgb() {
    byte[] pixels = new byte[3 * 256];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / 3);
    }

    GreyProfile.of(LINEAR).orElseThrow().apply(pixels, 3);

    for (int i = 0; i < pixels.length; i++) {
      assertThat(pixels[i] & 0xff).as("level %d", i / 3).isCloseTo(curve(i / 3), within(1));
    }
  }

  /// IEC 61966-2-1.
  private static int curve(int level) {
    double light = level / 255.0;
    double curved = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * curved);
  }

  @Test
  void alpha_stays_as_it_is() {
    byte[] pixels = {50, 60, 70, 80, 50, 60, 70, 90};
    byte[] opaque = {50, 60, 70, 50, 60, 70};

    GreyProfile.of(LINEAR).orElseThrow().apply(pixels, 4);
    GreyProfile.of(LINEAR).orElseThrow().apply(opaque, 3);

    assertThat(pixels[3]).isEqualTo((byte) 80);
    assertThat(pixels[7]).isEqualTo((byte) 90);
    assertThat(Arrays.copyOf(pixels, 3)).isEqualTo(Arrays.copyOf(opaque, 3));
    assertThat(pixels[0] & 0xff).isGreaterThan(100);
  }

  @Test
  void profiles_of_colour_and_broken_ones_are_none() {
    byte[] colour = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    byte[] headAlone = Arrays.copyOf(LINEAR, 128);

    assertThat(GreyProfile.of(colour)).isEmpty();
    assertThat(GreyProfile.of(headAlone)).isEmpty();
    assertThat(GreyProfile.of(new byte[0])).isEmpty();
    assertThat(GreyProfile.of(Arrays.copyOf(LINEAR, 19))).isEmpty();
  }
}
