package dev.semblance.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorSpace;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncoderPNG;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ColourTest {
  private static final int SIDE = 16;

  /// XYZ under D50 to linear sRGB (Bruce Lindbloom's tables).
  private static final double[][] TO_SRGB = {
    {3.1338561, -1.6168667, -0.4906146},
    {-0.9787684, 1.9161415, 0.0334540},
    {0.0719453, -0.2289914, 1.4052427}
  };

  @Test
  void adobe_rgb_in_a_png_becomes_srgb() {
    byte[] png =
        PictureFiles.pngWithProfile(PictureWriter.png(flat(100, 150, 200)), IccProfile.adobeRgb());

    assertColour(decoded(png), adobeToSrgb(100, 150, 200), 1);
    assertThat(adobeToSrgb(100, 150, 200)[0]).as("a colour that changes").isLessThan(80);
  }

  @Test
  void adobe_rgb_in_a_jpeg_becomes_srgb() {
    byte[] jpeg =
        PictureFiles.jpegWithProfile(
            PictureWriter.jpeg(flat(100, 150, 200), 100), IccProfile.adobeRgb());

    assertColour(decoded(jpeg), adobeToSrgb(100, 150, 200), 3);
  }

  @Test
  void adobe_rgb_in_a_tiff_becomes_srgb() {
    byte[] tiff =
        TiffBuilder.of(flat(100, 150, 200))
            .undefined(TiffBuilder.ICC_PROFILE, IccProfile.adobeRgb())
            .build();

    assertColour(decoded(tiff), adobeToSrgb(100, 150, 200), 2);
  }

  /// The file is Skia's: a P3 green that lies outside of sRGB is cut off at its edge.
  @Test
  void display_p3_becomes_srgb() {
    try (Bitmap bitmap = new Bitmap()) {
      bitmap.allocPixels(
          new ImageInfo(
              SIDE, SIDE, ColorType.RGBA_8888, ColorAlphaType.OPAQUE, ColorSpace.getDisplayP3()));
      bitmap.erase(0xff00ff00); // in sRGB, so the stored bytes are not 0, 255, 0
      try (Image image = Image.makeRasterFromBitmap(bitmap);
          Data data = EncoderPNG.encode(image)) {
        byte[] png = Objects.requireNonNull(data).getBytes();
        assertThat(new String(png, StandardCharsets.ISO_8859_1)).contains("iCCP");
        assertColour(decoded(png), new int[] {0, 255, 0}, 2);
      }
    }
  }

  @Test
  void linear_grey_becomes_srgb() {
    byte[] grey = new byte[SIDE * SIDE];
    Arrays.fill(grey, (byte) 128);
    Pixels picture = new Pixels(SIDE, SIDE, 1, grey);
    int expected = (int) Math.round(255 * srgb(128 / 255.0));
    int[] colour = {expected, expected, expected};

    byte[] png = PictureFiles.pngWithProfile(PictureWriter.png(picture), IccProfile.linearGrey());
    byte[] jpeg = PictureFiles.jpegWithProfile(JpegFiles.grey(picture), IccProfile.linearGrey());
    byte[] tiff =
        TiffBuilder.of(picture).undefined(TiffBuilder.ICC_PROFILE, IccProfile.linearGrey()).build();

    assertThat(expected).isEqualTo(188);
    assertColour(decoded(png), colour, 1);
    assertColour(decoded(jpeg), colour, 1);
    assertColour(decoded(tiff), colour, 1);
  }

  @Test
  void grey_without_a_profile_keeps_its_bytes_in_every_format() {
    byte[] grey = new byte[SIDE * SIDE];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) i;
    }
    Pixels picture = new Pixels(SIDE, SIDE, 1, grey);

    for (byte[] file : new byte[][] {PictureWriter.png(picture), TiffBuilder.of(picture).build()}) {
      Pixels pixels = decoded(file);
      for (int i = 0; i < grey.length; i++) {
        assertThat(pixels.data()[3 * i]).isEqualTo(grey[i]);
        assertThat(pixels.data()[3 * i + 1]).isEqualTo(grey[i]);
        assertThat(pixels.data()[3 * i + 2]).isEqualTo(grey[i]);
      }
    }
  }

  @Test
  void gamma_and_chromaticities_of_a_png_are_ignored() {
    byte[] png = PictureWriter.png(flat(100, 150, 200));
    byte[] gamma = ByteBuffer.allocate(4).putInt(100_000).array();
    byte[] chromaticities =
        ByteBuffer.allocate(32)
            .putInt(31270)
            .putInt(32900)
            .putInt(68000)
            .putInt(32000)
            .putInt(26500)
            .putInt(69000)
            .putInt(15000)
            .putInt(6000)
            .array();

    byte[] withBoth =
        PictureFiles.pngWith(PictureFiles.pngWith(png, "gAMA", gamma), "cHRM", chromaticities);

    assertColour(decoded(withBoth), new int[] {100, 150, 200}, 0);
    assertColour(
        decoded(PictureFiles.pngWith(png, "sRGB", new byte[1])), new int[] {100, 150, 200}, 0);
  }

  /// Adobe stores inks inverted: 255 is none.
  @Test
  void cmyk_jpegs_without_a_profile_become_what_pillow_makes_of_them() {
    byte[] inverted = inks(255 - 200, 255 - 100, 255, 255 - 50);
    byte[] jpeg = JpegFiles.fourChannels(SIDE, SIDE, inverted);
    int[] expected = {205 * 55 / 255, 205 * 155 / 255, 205};

    assertColour(decoded(JpegFiles.withAdobeMarker(jpeg, 0)), expected, 2);
    assertColour(decoded(jpeg), expected, 2);
  }

  /// YCCK is made of what the inks leave of white, and Adobe inverts the inks before.
  @Test
  void ycck_jpegs_are_turned_back_first() {
    int red = 255 - 200;
    int green = 255 - 100;
    int blue = 255 - 50;
    int luma = (int) Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
    int chromaBlue = (int) Math.round(128 + 0.564 * (blue - luma));
    int chromaRed = (int) Math.round(128 + 0.713 * (red - luma));
    byte[] ycck = inks(luma, chromaBlue, chromaRed, 255);
    byte[] jpeg = JpegFiles.withAdobeMarker(JpegFiles.fourChannels(SIDE, SIDE, ycck), 2);

    assertColour(decoded(jpeg), new int[] {200, 100, 50}, 3);
  }

  @Test
  void a_cmyk_profile_is_followed() {
    byte[] cyan = inks(0, 255, 255, 255); // inverted: full cyan, nothing else
    byte[] jpeg = JpegFiles.withAdobeMarker(JpegFiles.fourChannels(SIDE, SIDE, cyan), 0);

    byte[] profiled = PictureFiles.jpegWithProfile(jpeg, IccProfile.cmykWithRedForCyan());

    assertColour(decoded(jpeg), new int[] {0, 255, 255}, 2);
    assertColour(decoded(profiled), new int[] {255, 0, 0}, 6);
  }

  @Test
  void cmyk_tiffs_become_what_pillow_makes_of_them_or_follow_their_profile() {
    TiffBuilder tiff =
        TiffBuilder.of(new Pixels(SIDE, SIDE, 4, inks(255, 0, 0, 0))).shorts(262, 5).without(338);

    assertColour(decoded(tiff.build()), new int[] {0, 255, 255}, 0);
    tiff.undefined(TiffBuilder.ICC_PROFILE, IccProfile.cmykWithRedForCyan());
    assertColour(decoded(tiff.build()), new int[] {255, 0, 0}, 6);
  }

  @Test
  void sixteen_bits_keep_their_high_byte() {
    ByteBuffer rows = ByteBuffer.allocate(2 * 2 * 3 * 2);
    int[] values = {0x1234, 0x80ff, 0xffff, 0x0000, 0x00ff, 0xfeff};
    for (int i = 0; i < 12; i++) {
      rows.putShort((short) values[i % 6]);
    }
    byte[] expected = {0x12, (byte) 0x80, (byte) 0xff, 0, 0, (byte) 0xfe};

    Pixels png = decoded(PictureFiles.png(2, 2, 16, 2, rows.array()));

    assertThat(Arrays.copyOf(png.data(), 6)).isEqualTo(expected);
    assertThat(Arrays.copyOfRange(png.data(), 6, 12)).isEqualTo(expected);
  }

  @Test
  void sixteen_bit_tiffs_keep_their_high_byte() {
    byte[] strip = {0x34, 0x12, (byte) 0xff, (byte) 0x80, 0x00, (byte) 0xff};
    byte[] tiff =
        TiffBuilder.of(new Pixels(1, 1, 3, new byte[3]))
            .shorts(258, 16, 16, 16)
            .strip(strip)
            .build();

    assertThat(decoded(tiff).data()).containsExactly(0x12, 0x80, 0xff);
  }

  @Test
  void adobe_rgb_in_a_psd_and_in_a_webp_becomes_srgb() {
    byte[] psd = new PlainFiles.Psd(flat(100, 150, 200), 3).profile(IccProfile.adobeRgb()).build();
    byte[] webp = PictureFiles.webpWithProfile(flat(100, 150, 200), IccProfile.adobeRgb());

    assertColour(decoded(psd), adobeToSrgb(100, 150, 200), 2);
    assertColour(decoded(webp), adobeToSrgb(100, 150, 200), 2);
  }

  @Test
  void linear_grey_in_a_psd_becomes_srgb() {
    byte[] grey = new byte[SIDE * SIDE];
    Arrays.fill(grey, (byte) 128);
    Pixels picture = new Pixels(SIDE, SIDE, 1, grey);

    byte[] psd = new PlainFiles.Psd(picture, 1).profile(IccProfile.linearGrey()).build();

    assertColour(decoded(psd), new int[] {188, 188, 188}, 1);
    assertColour(decoded(PlainFiles.psd(picture)), new int[] {128, 128, 128}, 0);
  }

  /// YCCK is CMYK in other clothes, so a profile of CMYK is followed after it is turned back.
  @Test
  void a_cmyk_profile_is_followed_in_a_ycck_jpeg() {
    byte[] ycck = inks(76, 85, 255, 255); // what cyan leaves of white, turned as a red would be
    byte[] jpeg = JpegFiles.withAdobeMarker(JpegFiles.fourChannels(SIDE, SIDE, ycck), 2);

    assertColour(decoded(jpeg), new int[] {0, 255, 255}, 4);
    assertColour(
        decoded(PictureFiles.jpegWithProfile(jpeg, IccProfile.cmykWithRedForCyan())),
        new int[] {255, 0, 0},
        10);
  }

  @Test
  void a_profile_that_is_broken_or_of_another_kind_leaves_the_bytes_of_a_psd_as_they_are() {
    byte[] broken = Arrays.copyOf(IccProfile.adobeRgb(), 140);

    for (byte[] profile : new byte[][] {broken, IccProfile.cmykWithRedForCyan(), new byte[3]}) {
      byte[] psd = new PlainFiles.Psd(flat(100, 150, 200), 3).profile(profile).build();
      assertColour(decoded(psd), new int[] {100, 150, 200}, 0);
    }
  }

  /// Associated alpha is divided out, so that laid over white it is what the file's maker saw.
  @Test
  void premultiplied_alpha_over_white_is_that_of_straight_alpha() {
    byte[] straight = {(byte) 200, 100, 50, (byte) 128};
    byte[] premultiplied = {100, 50, 25, (byte) 128};
    byte[] tiff = TiffBuilder.of(new Pixels(1, 1, 4, premultiplied)).shorts(338, 1).build();
    byte[] plainTiff = TiffBuilder.of(new Pixels(1, 1, 4, straight)).build();

    byte[] expected = new Pixels(1, 1, 4, straight).overWhite().data();
    byte[] actual = decoded(tiff).overWhite().data();

    assertThat(decoded(plainTiff).overWhite().data()).isEqualTo(expected);
    for (int c = 0; c < 3; c++) {
      assertThat(actual[c] & 0xff).isCloseTo(expected[c] & 0xff, Offset.offset(1));
    }
  }

  private static byte[] inks(int cyan, int magenta, int yellow, int black) {
    byte[] result = new byte[4 * SIDE * SIDE];
    for (int i = 0; i < result.length; i += 4) {
      result[i] = (byte) cyan;
      result[i + 1] = (byte) magenta;
      result[i + 2] = (byte) yellow;
      result[i + 3] = (byte) black;
    }
    return result;
  }

  private static Pixels flat(int red, int green, int blue) {
    byte[] rgb = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = (byte) red;
      rgb[i + 1] = (byte) green;
      rgb[i + 2] = (byte) blue;
    }
    return new Pixels(SIDE, SIDE, 3, rgb);
  }

  private static int[] adobeToSrgb(int... rgb) {
    double[][] colorants = {
      {0.60974, 0.20528, 0.14919}, {0.31111, 0.62567, 0.06322}, {0.01947, 0.06087, 0.74457}
    };
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      linear[i] = Math.pow(rgb[i] / 255.0, 563 / 256.0);
    }
    double[] result = product(TO_SRGB, product(colorants, linear));
    return Arrays.stream(result)
        .mapToInt(value -> (int) Math.round(255 * srgb(Math.clamp(value, 0, 1))))
        .toArray();
  }

  private static double[] product(double[][] matrix, double[] vector) {
    double[] result = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        result[row] += matrix[row][column] * vector[column];
      }
    }
    return result;
  }

  /// IEC 61966-2-1.
  private static double srgb(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
  }

  private static Pixels decoded(byte[] file) {
    return new PictureDecoder().decode(file, "test", DecodeBounds.full()).pixels();
  }

  private static void assertColour(Pixels pixels, int[] expected, int tolerance) {
    assertThat(pixels.channels()).isEqualTo(3);
    int middle = 3 * (pixels.height() / 2 * pixels.width() + pixels.width() / 2);
    int[] actual = new int[3];
    for (int c = 0; c < 3; c++) {
      actual[c] = pixels.data()[middle + c] & 0xff;
    }
    for (int c = 0; c < 3; c++) {
      assertThat(actual[c])
          .as("%s against %s", Arrays.toString(actual), Arrays.toString(expected))
          .isBetween(expected[c] - tolerance, expected[c] + tolerance);
    }
  }
}
