package dev.semblance.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The kernels of the filters, at distances where their heights are known.
class ResizeFilterTest {
  /// BICUBIC: Keys' formulas by hand. HAMMING: at a half, sinc is 2 / pi and the window 0.54.
  /// LANCZOS: at 1.5, -2 / (3 pi) times 2 / pi.
  @ParameterizedTest
  @CsvSource({
    "BOX, 0, 1",
    "BOX, 0.5, 1",
    "BOX, -0.5, 0",
    "BILINEAR, 0.25, 0.75",
    "HAMMING, 0.5, 0.343775",
    "BICUBIC, 0.5, 0.5625",
    "BICUBIC, 1.5, -0.0625",
    "LANCZOS, 1.5, -0.135095",
    "LANCZOS, 0.5, 0.607927"
  })
  void heights_are_those_worked_out_by_hand(ResizeFilter filter, double distance, double height) {
    assertThat(filter.weight(distance)).isCloseTo(height, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEAREST")
  void a_kernel_is_one_in_its_middle_even_and_nothing_beyond_its_support(ResizeFilter filter) {
    assertThat(filter.weight(0)).isEqualTo(1);
    for (double distance = 0.01; distance < 5; distance += 0.037) {
      double height = filter.weight(distance);
      assertThat(filter.weight(-distance)).as("%s at %f", filter, distance).isEqualTo(height);
      if (distance > filter.support()) {
        assertThat(height).as("%s at %f", filter, distance).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BILINEAR", "HAMMING", "BICUBIC", "LANCZOS"})
  void a_kernel_is_nothing_at_the_other_pixels(ResizeFilter filter) {
    for (int pixel = 1; pixel <= 4; pixel++) {
      assertThat(filter.weight(pixel)).as("at %d", pixel).isCloseTo(0, within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BOX", "BILINEAR", "BICUBIC"})
  void weights_a_pixel_apart_sum_to_one(ResizeFilter filter) {
    for (double shift = -0.5; shift < 0.5; shift += 0.0625) {
      double sum = 0;
      for (int pixel = -4; pixel <= 4; pixel++) {
        sum += filter.weight(pixel + shift);
      }
      assertThat(sum).as("shifted by %f", shift).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void nearest_has_no_weights() {
    assertThat(ResizeFilter.NEAREST.support()).isZero();
    assertThatThrownBy(() -> ResizeFilter.NEAREST.weight(0))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("NEAREST picks pixels and has no weights");
  }
}
