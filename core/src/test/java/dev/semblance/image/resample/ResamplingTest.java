package dev.semblance.image.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.image.resample.Taps.Axis;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two passes over bytes, held to sums of real numbers and to what mirrors and channels must not
/// change.
class ResamplingTest {
  private static final long SEED = 52;

  private static final Kernel BILINEAR =
      new Kernel() {
        @Override
        public double support() {
          return 1;
        }

        @Override
        public double weight(double distance) {
          return Math.max(0, 1 - Math.abs(distance));
        }
      };

  private static Taps taps(int source, int length) {
    return Taps.of(new Axis(source, 0, source, length), BILINEAR, 0, length);
  }

  private static byte[] resized(
      byte[] source, int channels, int width, int height, int newWidth, int newHeight) {
    return new Resampling(source, channels, taps(width, newWidth), taps(height, newHeight)).run();
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(SEED).nextBytes(bytes);
    return bytes;
  }

  /// Each pass rounds by at most a half, and the weights of the second sum to one.
  @ParameterizedTest
  @CsvSource({"40, 300, 17, 90", "7, 5, 20, 31", "150, 9, 1, 1", "1, 1, 6, 4", "3, 400, 3, 2"})
  void sums_of_real_numbers_are_at_most_one_level_away(
      int width, int height, int newWidth, int newHeight) {
    byte[] source = noise(width * height);
    Taps across = taps(width, newWidth);
    Taps down = taps(height, newHeight);

    byte[] fast = new Resampling(source, 1, across, down).run();

    for (int i = 0; i < fast.length; i++) {
      double sum = 0;
      for (int y = 0; y < down.count(i / newWidth); y++) {
        for (int x = 0; x < across.count(i % newWidth); x++) {
          int at = (down.first(i / newWidth) + y) * width + across.first(i % newWidth) + x;
          double weight = (double) down.weight(i / newWidth, y) * across.weight(i % newWidth, x);
          sum += weight / Math.pow(2, 2 * Taps.PRECISION_BITS) * (source[at] & 0xff);
        }
      }
      assertThat((double) (fast[i] & 0xff))
          .as("seed %d, byte %d", SEED, i)
          .isCloseTo(sum, within(1.01));
    }
  }

  @Test
  void channels_do_not_touch_one_another() {
    byte[] three = noise(3 * 50 * 140);
    byte[] fast = resized(three, 3, 50, 140, 33, 41);

    for (int channel = 0; channel < 3; channel++) {
      byte[] one = new byte[50 * 140];
      for (int i = 0; i < one.length; i++) {
        one[i] = three[3 * i + channel];
      }
      byte[] alone = resized(one, 1, 50, 140, 33, 41);
      for (int i = 0; i < alone.length; i++) {
        assertThat(fast[3 * i + channel])
            .as("channel %d, pixel %d", channel, i)
            .isEqualTo(alone[i]);
      }
    }
  }

  @Test
  void full_alpha_changes_nothing() {
    byte[] three = noise(3 * 30 * 20);
    byte[] four = new byte[4 * 30 * 20];
    Arrays.fill(four, (byte) 255);
    for (int i = 0; i < 600; i++) {
      System.arraycopy(three, 3 * i, four, 4 * i, 3);
    }
    byte[] expected = resized(three, 3, 30, 20, 50, 9);

    byte[] fast = resized(four, 4, 30, 20, 50, 9);

    for (int i = 0; i < 450; i++) {
      assertThat(Arrays.copyOfRange(fast, 4 * i, 4 * i + 3))
          .isEqualTo(Arrays.copyOfRange(expected, 3 * i, 3 * i + 3));
      assertThat(fast[4 * i + 3]).isEqualTo((byte) 255);
    }
  }

  @Test
  void colours_of_transparent_pixels_do_not_bleed() {
    byte[] source = {0, 0, 100, -1, -1, -1, -1, 0};

    byte[] mixed = resized(source, 4, 2, 1, 1, 1);

    assertThat(mixed).isEqualTo(new byte[] {0, 0, 99, (byte) 128});
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 254, 255})
  void a_picture_of_one_level_stays_so(int level) {
    byte[] source = new byte[211 * 300];
    Arrays.fill(source, (byte) level);

    assertThat(resized(source, 1, 211, 300, 13, 17)).containsOnly((byte) level);
    assertThat(resized(source, 1, 211, 300, 400, 301)).containsOnly((byte) level);
  }

  @Test
  void a_picture_upside_down_is_resized_to_the_result_upside_down() {
    byte[] source = noise(40 * 260);
    byte[] turned = rowsTurned(source, 40);

    byte[] upright = resized(source, 1, 40, 260, 31, 64);

    assertThat(resized(turned, 1, 40, 260, 31, 64)).isEqualTo(rowsTurned(upright, 31));
  }

  private static byte[] rowsTurned(byte[] source, int width) {
    byte[] result = new byte[source.length];
    for (int from = 0; from < source.length; from += width) {
      System.arraycopy(source, from, result, source.length - width - from, width);
    }
    return result;
  }
}
