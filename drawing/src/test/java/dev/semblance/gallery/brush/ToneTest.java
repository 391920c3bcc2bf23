package dev.semblance.gallery.brush;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToneTest {
  @Test
  void mixes_channel_by_channel_and_opacity_too() {
    assertThat(Tone.mix(0x00000000, 0xFF6496C8, 0.5)).isEqualTo(0x80324B64);
    assertThat(Tone.mix(0xFF102030, 0xFF405060, -1)).isEqualTo(0xFF102030);
    assertThat(Tone.mix(0xFF102030, 0xFF405060, 2)).isEqualTo(0xFF405060);
  }

  @Test
  void light_and_dark_keep_the_opacity() {
    assertThat(Tone.light(0x80000000, 1)).isEqualTo(0x80FFFFFF);
    assertThat(Tone.dark(0x80FFFFFF, 1)).isEqualTo(0x80000000);
    assertThat(Tone.light(0xFF000000, 0.2)).isEqualTo(0xFF333333);
  }

  @Test
  void a_colour_in_white_light_is_itself_and_in_black_light_is_black() {
    assertThat(Tone.lit(0xFF123456, 0xFFFFFFFF)).isEqualTo(0xFF123456);
    assertThat(Tone.lit(0xFF123456, 0xFF000000)).isEqualTo(0xFF000000);
  }

  @Test
  void hue_saturation_and_lightness_give_the_known_corners() {
    assertThat(Tone.hsl(0, 1, 0.5)).isEqualTo(0xFFFF0000);
    assertThat(Tone.hsl(120, 1, 0.5)).isEqualTo(0xFF00FF00);
    assertThat(Tone.hsl(240, 1, 0.5)).isEqualTo(0xFF0000FF);
    assertThat(Tone.hsl(-60, 1, 0.5)).isEqualTo(Tone.hsl(300, 1, 0.5)).isEqualTo(0xFFFF00FF);
    assertThat(Tone.hsl(77, 0, 1)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void a_varied_colour_stays_near_and_opaque() {
    Dice dice = new Dice(3);
    for (int i = 0; i < 200; i++) {
      int varied = Tone.vary(0xFF808080, dice, 0.1);
      assertThat(varied >>> 24).isEqualTo(255);
      for (int shift = 0; shift <= 16; shift += 8) {
        assertThat(Math.abs(Tone.channel(varied, shift) - 128)).isLessThanOrEqualTo(35);
      }
    }
  }

  @Test
  void opacity_is_set_without_touching_the_colour() {
    assertThat(Tone.alpha(0xFF123456, 0.5)).isEqualTo(0x80123456);
    assertThat(Tone.channelAlpha(0x80FFFFFF)).isBetween(0.50, 0.51);
    assertThat(Tone.of(0x123456)).isEqualTo(0xFF123456);
  }
}
