package dev.semblance.image.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureStructureTest {
  @Test
  void a_walk_over_any_bytes_ends_without_failing() {
    Random random = new Random(11);
    for (int i = 0; i < 3000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(80)];
      random.nextBytes(bytes);
      for (PictureFormat format : PictureFormat.values()) {
        assertThat(PictureStructure.of(format, bytes).exif()).hasSizeLessThan(bytes.length);
      }
      GifHeader.transparentColour(bytes);
      GreyProfile.of(bytes);
    }
  }

  @Test
  void a_segment_longer_than_the_file_is_not_taken_for_exif() {
    byte[] jpeg = {
      (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 0x7f, 0, 'E', 'x', 'i', 'f', 0, 0, 'I'
    };

    PictureStructure structure = PictureStructure.of(PictureFormat.JPEG, jpeg);

    assertThat(structure.exif()).isEmpty();
    assertThat(structure.complete()).isFalse();
  }

  @Test
  void orientations_turn_a_picture_and_the_opposite_ones_turn_it_back() {
    byte[] pixels = new byte[3 * 4 * 5];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) i;
    }
    int[] opposite = {1, 2, 3, 4, 5, 8, 7, 6};
    for (int tag = 1; tag <= 8; tag++) {
      Orientation orientation = Orientation.of(tag);
      byte[] turned = orientation.upright(pixels, 5, 4, 3);
      boolean swaps = orientation.swapsSides();
      byte[] back =
          Orientation.of(opposite[tag - 1]).upright(turned, swaps ? 4 : 5, swaps ? 5 : 4, 3);

      assertThat(back).as("orientation %d", tag).isEqualTo(pixels);
      assertThat(Arrays.equals(turned, pixels)).as("orientation %d", tag).isEqualTo(tag == 1);
    }
  }

  @Test
  void an_unknown_orientation_counts_as_upright() {
    assertThat(Orientation.of(0)).isEqualTo(Orientation.TOP_LEFT);
    assertThat(Orientation.of(9)).isEqualTo(Orientation.TOP_LEFT);
  }
}
