package dev.semblance.image;

import static dev.semblance.image.PictureFiles.joined;
import static dev.semblance.image.PictureFiles.latin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.semblance.image.PlainFiles.Psd;
import dev.semblance.image.UnreadablePictureException.Kind;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// PNM and PSD.
class PlainPicturesTest {
  private final Pixels picture = PictureFiles.drawing(37, 21, 2);

  @Test
  void every_netpbm_format_of_colour_keeps_its_bytes() {
    for (byte[] file :
        new byte[][] {
          PlainFiles.ppm(picture),
          PlainFiles.textPpm(picture),
          PlainFiles.pam(picture),
          PlainFiles.ppm16(picture)
        }) {
      assertThat(decode(file).data()).isEqualTo(picture.data());
    }
  }

  @Test
  void grey_and_bits_become_three_channels() {
    assertThat(decode(latin("P2 2 1 15\n0 15")).data()).containsExactly(0, 0, 0, -1, -1, -1);
    assertThat(decode(latin("P1 3 1\n101")).data()).containsExactly(0, 0, 0, -1, -1, -1, 0, 0, 0);
    assertThat(
            decode(joined(latin("P4 9 1\n"), new byte[] {(byte) 0b0111_1111, (byte) 0x80})).data())
        .hasSize(27)
        .startsWith(-1, -1, -1, 0, 0, 0)
        .endsWith(0, 0, 0);
    assertThat(decode(joined(latin("P5 2 1 100\n"), new byte[] {50, 100})).data())
        .containsExactly(128, 128, 128, 255, 255, 255);
  }

  @Test
  void a_pam_keeps_its_alpha() {
    Pixels half = new Pixels(2, 1, 4, new byte[] {10, 20, 30, 40, 50, 60, 70, -1});

    Pixels decoded = decode(PlainFiles.pam(half));

    assertThat(decoded.channels()).isEqualTo(4);
    assertThat(decoded.data()).isEqualTo(half.data());
  }

  @Test
  void every_layout_of_a_psd_keeps_its_bytes() {
    for (byte[] file :
        new byte[][] {
          PlainFiles.psd(picture),
          new Psd(picture, 3).packed().build(),
          new Psd(picture, 3).large().packed().build(),
          new Psd(picture, 3).large().build(),
          new Psd(picture, 3).sixteenBits().build(),
          new Psd(picture, 3).sixteenBits().packed().build()
        }) {
      assertThat(decode(file).data()).isEqualTo(picture.data());
    }
  }

  @Test
  void a_psd_of_another_program_is_read() {
    Pixels psd = SampleFiles.decoded("picture.psd");

    assertThat(psd.withoutAlpha().data()).isEqualTo(SampleFiles.decoded("picture.png").data());
  }

  @Test
  void a_psd_shows_its_transparency_only_where_its_layers_are_transparent() {
    byte[] rgba = {10, 20, 30, 40, 50, 60, 70, 80};
    Pixels four = new Pixels(2, 1, 4, rgba);

    assertThat(decode(new Psd(four, 3).transparent().build()).data()).isEqualTo(rgba);
    assertThat(decode(new Psd(four, 3).large().transparent().build()).data()).isEqualTo(rgba);
    assertThat(decode(new Psd(four, 3).build()).data()).containsExactly(10, 20, 30, 50, 60, 70);
  }

  @Test
  void grey_indexed_cmyk_and_lab_psds_become_srgb() {
    Pixels grey = new Pixels(2, 1, 1, new byte[] {9, (byte) 200});
    assertThat(decode(PlainFiles.psd(grey)).data()).containsExactly(9, 9, 9, 200, 200, 200);

    byte[] palette = new byte[768];
    palette[200] = 1;
    palette[456] = 2;
    palette[712] = 3;
    assertThat(decode(new Psd(grey, 2).palette(palette).build()).data())
        .containsExactly(0, 0, 0, 1, 2, 3);

    // Stored inverted: full cyan, and half black.
    Pixels inks = new Pixels(2, 1, 4, new byte[] {0, -1, -1, -1, -1, -1, -1, 127});
    assertThat(decode(new Psd(inks, 4).build()).data()).containsExactly(0, 255, 255, 127, 127, 127);
    byte[] red = decode(new Psd(inks, 4).profile(IccProfile.cmykWithRedForCyan()).build()).data();
    assertThat(red[0] & 0xff).isGreaterThan(248);
    assertThat(red[1] & 0xff).isLessThan(7);

    // sRGB's red is 54.29, 80.81, 69.89.
    Pixels lab =
        new Pixels(2, 1, 3, new byte[] {(byte) 138, (byte) 209, (byte) 198, -1, -128, -128});
    byte[] colours = decode(new Psd(lab, 9).build()).data();
    assertThat(colours[0] & 0xff).isGreaterThan(250);
    assertThat(colours[1] & 0xff).isLessThan(25);
    assertThat(Arrays.copyOfRange(colours, 3, 6)).containsExactly(255, 255, 255);
  }

  @Test
  void what_is_not_read_is_told() {
    Pixels one = new Pixels(1, 1, 3, new byte[3]);
    byte[] multichannel = new Psd(one, 7).build();
    byte[] deflated = PlainFiles.psd(one);
    deflated[deflated.length - 4] = 3;

    assertThat(failure(multichannel))
        .hasMessage("test: a PSD of colour mode 7 cannot be decoded; save it as PNG or TIFF")
        .returns(Kind.UNSUPPORTED, UnreadablePictureException::kind);
    assertThat(failure(deflated).kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(failure(latin("P6 0 5 255\n")).kind()).isEqualTo(Kind.CORRUPT);
    assertThat(failure(latin("P6 5 x 255\n")).kind()).isEqualTo(Kind.CORRUPT);
  }

  @Test
  void a_file_cut_anywhere_is_truncated() {
    byte[][] files = {
      PlainFiles.ppm(picture),
      PlainFiles.textPpm(picture),
      PlainFiles.pam(picture),
      PlainFiles.psd(picture),
      new Psd(picture, 3).packed().build(),
      new Psd(picture, 3).large().transparent().build()
    };
    for (byte[] file : files) {
      for (int parts = 1; parts <= 8; parts++) {
        int kept = Math.max(26, (file.length - 3) * parts / 8);
        assertThat(failure(Arrays.copyOf(file, kept)).kind())
            .as("%d of %d bytes", kept, file.length)
            .isEqualTo(Kind.TRUNCATED);
      }
    }
  }

  @Test
  void a_picture_that_takes_too_long_is_given_up() {
    DecodeBounds bounds = DecodeBounds.full().withMaxTime(Duration.ofNanos(1));

    assertThat(
            catchThrowableOfType(
                UnreadablePictureException.class,
                () -> new PictureDecoder().decode(PlainFiles.ppm(picture), "slow.ppm", bounds)))
        .hasMessageStartingWith("slow.ppm: decoding it takes longer than the 0.0 s allowed")
        .returns(Kind.TOO_SLOW, UnreadablePictureException::kind);
  }

  private static Pixels decode(byte[] file) {
    return new PictureDecoder().decode(file, "test", DecodeBounds.full()).pixels();
  }

  private static UnreadablePictureException failure(byte[] file) {
    return catchThrowableOfType(UnreadablePictureException.class, () -> decode(file));
  }
}
