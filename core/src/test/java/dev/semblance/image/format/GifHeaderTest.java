package dev.semblance.image.format;

import static dev.semblance.image.format.FileBytes.bytes;
import static dev.semblance.image.format.FileBytes.joined;
import static dev.semblance.image.format.FileBytes.latin;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The colour that transparent pixels of a GIF are stored with.
class GifHeaderTest {
  private static final byte[] FOUR_COLOURS =
      bytes(0x10, 0x11, 0x12, 0x20, 0x21, 0x22, 0x30, 0x31, 0x32, 0x40, 0x41, 0x42);
  private static final byte[] COMMENT = joined(bytes('!', 0xfe, 3), latin("abc"), bytes(0));

  /// @param palette of four colours, or of none
  private static byte[] screen(byte[] palette) {
    int flags = palette.length == 0 ? 0 : 0x80 | 1;
    return joined(latin("GIF89a"), bytes(9, 0, 9, 0, flags, 0, 0), palette);
  }

  private static byte[] control(int flags, int index) {
    return bytes('!', 0xf9, 4, flags, 0, 0, index, 0);
  }

  private static byte[] picture(byte[] palette) {
    int flags = palette.length == 0 ? 0 : 0x80 | 1;
    return joined(bytes(',', 0, 0, 0, 0, 9, 0, 9, 0, flags), palette, bytes(2, 0, ';'));
  }

  @Test
  void is_that_of_the_transparent_index() {
    byte[] gif = joined(screen(FOUR_COLOURS), COMMENT, control(1, 2), picture(new byte[0]));

    assertThat(GifHeader.transparentColour(gif)).isEqualTo(0x303132);
  }

  @Test
  void is_the_first_of_the_palette_where_no_index_is_transparent() {
    byte[] gif = joined(screen(FOUR_COLOURS), control(0, 2), COMMENT, picture(new byte[0]));

    assertThat(GifHeader.transparentColour(gif)).isEqualTo(0x101112);
  }

  @Test
  void is_of_the_pictures_own_palette_where_it_has_one() {
    byte[] own = FOUR_COLOURS.clone();
    Arrays.fill(own, 3, 6, (byte) 0xff);
    byte[] alone = joined(screen(new byte[0]), control(1, 1), picture(own));
    byte[] both = joined(screen(FOUR_COLOURS), control(1, 1), picture(own));

    assertThat(GifHeader.transparentColour(alone)).isEqualTo(0xffffff);
    assertThat(GifHeader.transparentColour(both)).isEqualTo(0xffffff);
  }

  @Test
  void is_black_where_there_is_no_palette_or_the_file_ends_before() {
    byte[] gif = joined(screen(FOUR_COLOURS), COMMENT, control(1, 3), picture(new byte[0]));

    assertThat(GifHeader.transparentColour(joined(screen(new byte[0]), control(1, 1)))).isZero();
    for (int length = 0; length < screen(FOUR_COLOURS).length + COMMENT.length; length++) {
      byte[] cut = Arrays.copyOf(gif, length);
      assertThat(GifHeader.transparentColour(cut)).as("%d bytes", length).isZero();
    }
  }

  @Test
  void is_black_where_the_index_lies_beyond_the_file() {
    int length = joined(screen(FOUR_COLOURS), control(1, 0), picture(new byte[0])).length;

    for (int index = (length - 13) / 3; index < 256; index++) {
      byte[] gif = joined(screen(FOUR_COLOURS), control(1, index), picture(new byte[0]));
      assertThat(GifHeader.transparentColour(gif)).as("index %d", index).isZero();
    }
  }
}
