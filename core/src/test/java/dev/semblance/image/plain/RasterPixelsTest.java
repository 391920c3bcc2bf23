package dev.semblance.image.plain;

import static dev.semblance.image.format.FileBytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures of Java's imaging classes as bytes, held to `getRGB` where that is the plain truth.
class RasterPixelsTest {
  private static final long SEED = 77;

  /// Types of RGB whose `getRGB` gives the bytes as they are stored.
  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_BGR,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_BYTE_BINARY
      })
  void stored_bytes_are_kept_whatever_their_order(int type) {
    BufferedImage image = new BufferedImage(7, 5, type);
    Random random = new Random(SEED);
    for (int i = 0; i < 35; i++) {
      image.setRGB(i % 7, i / 7, random.nextInt());
    }

    PlainPicture picture = RasterPixels.of(image);

    for (int i = 0; i < 35; i++) {
      int argb = image.getRGB(i % 7, i / 7);
      byte[] expected = bytes(argb >> 16, argb >> 8, argb, argb >> 24);
      int channels = picture.channels();
      assertThat(Arrays.copyOfRange(picture.data(), i * channels, (i + 1) * channels))
          .as("type %d, pixel %d", type, i)
          .isEqualTo(Arrays.copyOf(expected, channels));
    }
  }

  @Test
  void alpha_is_a_fourth_channel_only_where_a_pixel_is_not_opaque() {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xff010203);
    image.setRGB(1, 0, 0xff040506);
    assertThat(RasterPixels.of(image).data()).containsExactly(1, 2, 3, 4, 5, 6);

    image.setRGB(1, 0, 0xfe040506);
    assertThat(RasterPixels.of(image).data()).containsExactly(1, 2, 3, -1, 4, 5, 6, -2);
  }

  @Test
  void colours_of_transparent_pixels_are_kept() {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_4BYTE_ABGR);
    image.setRGB(0, 0, 0x00112233);

    assertThat(RasterPixels.of(image).data()).containsExactly(0x11, 0x22, 0x33, 0);
  }

  @Test
  void premultiplied_colours_are_divided_and_never_overflow() {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_4BYTE_ABGR_PRE);
    int[][] stored = {{50, 20, 0, 100}, {200, 0, 0, 100}, {9, 8, 7, 0}};
    for (int x = 0; x < 3; x++) {
      image.getRaster().setPixel(x, 0, stored[x]);
    }

    assertThat(RasterPixels.of(image).data())
        .isEqualTo(bytes(127, 51, 0, 100, 255, 0, 0, 100, 9, 8, 7, 0));
  }

  @Test
  void grey_is_not_taken_for_linear_light() {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, 2, 1, bytes(10, 128));

    assertThat(RasterPixels.of(image).data()).isEqualTo(bytes(10, 10, 10, 128, 128, 128));
    assertThat(image.getRGB(1, 0) & 0xff).as("what Java takes it for").isGreaterThan(180);
  }

  @Test
  void of_sixteen_bits_the_high_byte_stays() {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setDataElements(0, 0, 2, 1, new short[] {0x12ff, (short) 0xfe00});

    assertThat(RasterPixels.of(image).data()).isEqualTo(bytes(0x12, 0x12, 0x12, 0xfe, 0xfe, 0xfe));
  }

  @Test
  void fewer_than_eight_bits_are_stretched_to_all_of_a_byte() {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_565_RGB);
    image
        .getRaster()
        .setDataElements(0, 0, 3, 1, new short[] {0, (short) 0xffff, 1 << 11 | 1 << 5 | 1});

    assertThat(RasterPixels.of(image).data())
        .isEqualTo(bytes(0, 0, 0, 255, 255, 255, 255 / 31, 255 / 63, 255 / 31));
  }

  @Test
  void a_transparent_index_keeps_the_colour_of_the_palette() {
    byte[] levels = bytes(10, 20, 30, 40);
    IndexColorModel palette = new IndexColorModel(2, 4, levels, levels, levels, 2);
    BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
    image.getRaster().setSamples(0, 0, 4, 1, 0, new int[] {0, 1, 2, 3});

    assertThat(RasterPixels.of(image).data())
        .isEqualTo(bytes(10, 10, 10, 255, 20, 20, 20, 255, 30, 30, 30, 0, 40, 40, 40, 255));
  }

  @Test
  void linear_rgb_is_brought_to_srgb_beside_its_alpha() {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB),
            true,
            false,
            Transparency.TRANSLUCENT,
            DataBuffer.TYPE_BYTE);
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 1, 1, 4, new Point());
    raster.setPixel(0, 0, new int[] {0, 128, 255, 40});

    byte[] data = RasterPixels.of(new BufferedImage(model, raster, false, null)).data();

    assertThat(data[0] & 0xff).isZero();
    assertThat(data[1] & 0xff).isBetween(187, 189);
    assertThat(data[2] & 0xff).isEqualTo(255);
    assertThat(data[3]).isEqualTo((byte) 40);
  }

  /// Pillow's `cmyk2rgb`: `255 - black` less the ink's share of it, rounded.
  @Test
  void inks_take_their_share_of_what_black_leaves() {
    Random random = new Random(SEED);
    byte[] inks = new byte[4 * 5000];
    random.nextBytes(inks);

    byte[] rgb = RasterPixels.cmyk(inks);

    for (int i = 0; i < rgb.length; i++) {
      int light = 255 - (inks[i / 3 * 4 + 3] & 0xff);
      int ink = inks[i / 3 * 4 + i % 3] & 0xff;
      long expected = light - Math.round(ink * light / 255.0);
      assertThat(rgb[i] & 0xff).as("seed %d, sample %d", SEED, i).isEqualTo((int) expected);
    }
  }
}
