package dev.semblance.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.image.DecodeBounds.Target;
import dev.semblance.image.Preprocessing.Fit;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a preprocessing and the bounds of a decode may be, and how the one leads to the other.
class PictureSettingsTest {
  private static final List<Double> ONES = List.of(1.0, 1.0, 1.0);

  private static Preprocessing with(Fit fit, int width, int height, int resizeTo) {
    return with(fit, width, height, resizeTo, ONES, ONES);
  }

  private static Preprocessing with(
      Fit fit, int width, int height, int resizeTo, List<Double> mean, List<Double> std) {
    Preprocessing clip = Preprocessing.clip(1);
    return new Preprocessing(
        fit,
        width,
        height,
        resizeTo,
        clip.filter(),
        clip.cropRounding(),
        clip.alpha(),
        0,
        1,
        mean,
        std);
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 5", "5, 0, 5", "5, 5, 0", "5, -1, 5"})
  void a_preprocessing_to_nothing_is_refused(int width, int height, int resizeTo) {
    assertThatThrownBy(() -> with(Fit.SQUASH, width, height, resizeTo))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "preprocessing to "
                + width
                + " x "
                + height
                + " by way of "
                + resizeTo
                + ": all must be at least 1");
  }

  @Test
  void a_preprocessing_needs_three_means_and_deviations_other_than_zero() {
    List<Double> zero = List.of(1.0, 0.0, 1.0);

    assertThatThrownBy(() -> with(Fit.SQUASH, 1, 1, 1, ONES, zero))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "preprocessing needs three means and three deviations other than 0, got [1.0, 1.0, 1.0]"
                + " and [1.0, 0.0, 1.0]");
    for (List<Double> other : List.of(List.of(1.0, 1.0), List.of(1.0, 1.0, 1.0, 1.0))) {
      assertThatThrownBy(() -> with(Fit.SQUASH, 1, 1, 1, other, ONES))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> with(Fit.SQUASH, 1, 1, 1, ONES, other))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "255, true", "256, false"})
  void a_margin_is_a_grey_level(int padding, boolean allowed) {
    ThrowingCallable made =
        () ->
            new Preprocessing(
                Fit.LONGEST_AND_PAD,
                1,
                1,
                1,
                ResizeFilter.BICUBIC,
                Preprocessing.CropRounding.DOWN,
                Preprocessing.Alpha.DROP,
                padding,
                1,
                ONES,
                ONES);
    if (allowed) {
      assertThatCode(made).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(made)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("preprocessing fills with a grey level from 0 to 255, got " + padding);
    }
  }

  @Test
  void means_that_change_afterwards_do_not_change_a_preprocessing() {
    List<Double> mean = new ArrayList<>(ONES);

    Preprocessing preprocessing = with(Fit.SQUASH, 1, 1, 1, mean, ONES);
    mean.set(0, 9.0);

    assertThat(preprocessing.mean()).isEqualTo(ONES);
  }

  @Test
  void the_target_of_a_crop_is_its_shorter_side_and_of_others_the_result() {
    assertThat(DecodeBounds.forPreprocessing(with(Fit.SHORTEST_AND_CROP, 30, 20, 40)).target())
        .contains(new Target(Fit.SHORTEST_AND_CROP, 40, 40));
    assertThat(DecodeBounds.forPreprocessing(with(Fit.SQUASH, 30, 20, 30)).target())
        .contains(new Target(Fit.SQUASH, 30, 20));
    assertThat(DecodeBounds.forPreprocessing(with(Fit.LONGEST_AND_PAD, 30, 20, 30)).target())
        .contains(new Target(Fit.LONGEST_AND_PAD, 30, 20));
  }

  /// A picture of 1200 x 300 to 100 x 50: 12 times across, 6 times down.
  @ParameterizedTest
  @CsvSource({"SQUASH, 6", "LONGEST_AND_PAD, 12", "SHORTEST_AND_CROP, 6"})
  void a_picture_is_made_smaller_by_the_side_that_counts(Fit fit, double times) {
    assertThat(new Target(fit, 100, 50).times(1200, 300)).isEqualTo(times);
  }

  @Test
  void bounds_of_nothing_are_refused_with_both_numbers() {
    assertThatThrownBy(() -> DecodeBounds.full().withMaxPixels(7).withMaxBytes(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "at most 7 pixels and 0 bytes are allowed to a picture; both must be at least 1");
    assertThatThrownBy(() -> new Target(Fit.SQUASH, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("target is 1 x 0; both sides must be at least 1");
  }

  @Test
  void each_bound_is_changed_alone() {
    DecodeBounds full = DecodeBounds.full();
    Target target = new Target(Fit.SQUASH, 3, 4);

    DecodeBounds changed = full.withTarget(target).withMaxBytes(6).withMaxPixels(5);

    assertThat(changed.maxPixels()).isEqualTo(5);
    assertThat(changed.maxBytes()).isEqualTo(6);
    assertThat(changed.target()).contains(target);
    assertThat(changed.maxTime()).isEqualTo(DecodeBounds.DEFAULT_MAX_TIME);
    assertThat(full.target()).isEmpty();
  }
}
