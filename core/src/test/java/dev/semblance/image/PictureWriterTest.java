package dev.semblance.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PictureWriterTest {
  @Test
  void a_png_gives_back_every_byte() {
    Pixels rgb = PictureFiles.drawing(33, 21, 5);
    byte[] straight = new byte[4 * 30];
    for (int i = 0; i < straight.length; i++) {
      straight[i] = (byte) (i * 37);
    }
    straight[3] = 0;

    assertThat(decoded(PictureWriter.png(rgb)).data()).isEqualTo(rgb.data());
    assertThat(decoded(PictureWriter.png(new Pixels(6, 5, 4, straight))).data())
        .isEqualTo(straight);
  }

  @Test
  void no_profile_is_written() {
    String png = latin(PictureWriter.png(PictureFiles.drawing(8, 8, 5)));
    String jpeg = latin(PictureWriter.jpeg(PictureFiles.drawing(8, 8, 5), 90));

    assertThat(png).doesNotContain("iCCP").doesNotContain("gAMA");
    assertThat(jpeg).doesNotContain("ICC_PROFILE");
  }

  @Test
  void jpegs_of_better_quality_are_larger_and_closer() {
    Pixels picture = PictureFiles.drawing(100, 80, 6);
    byte[] poor = PictureWriter.jpeg(picture, 20);
    byte[] good = PictureWriter.jpeg(picture, 95);

    assertThat(good.length).isGreaterThan(poor.length);
    assertThat(distance(decoded(good), picture)).isLessThan(distance(decoded(poor), picture) / 2);
  }

  @Test
  void what_is_transparent_becomes_white_in_a_jpeg() {
    byte[] clear = new byte[4 * 64];
    Pixels decoded = decoded(PictureWriter.jpeg(new Pixels(8, 8, 4, clear), 90));

    byte[] white = new byte[3 * 64];
    Arrays.fill(white, (byte) 255);
    assertThat(decoded.data()).isEqualTo(white);
  }

  @Test
  void a_quality_out_of_range_is_refused() {
    assertThatThrownBy(() -> PictureWriter.jpeg(PictureFiles.drawing(8, 8, 5), 101))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("quality must be 0 to 100, got 101");
  }

  private static double distance(Pixels one, Pixels other) {
    double sum = 0;
    for (int i = 0; i < one.data().length; i++) {
      sum += Math.abs((one.data()[i] & 0xff) - (other.data()[i] & 0xff));
    }
    return sum / one.data().length;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Pixels decoded(byte[] file) {
    return new PictureDecoder().decode(file, "test", DecodeBounds.full()).pixels();
  }
}
