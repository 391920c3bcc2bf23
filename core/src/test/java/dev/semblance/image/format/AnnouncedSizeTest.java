package dev.semblance.image.format;

import static dev.semblance.image.format.FileBytes.big;
import static dev.semblance.image.format.FileBytes.box;
import static dev.semblance.image.format.FileBytes.bytes;
import static dev.semblance.image.format.FileBytes.joined;
import static dev.semblance.image.format.FileBytes.latin;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Sizes in the headers of JPEG XL and JPEG 2000, written bit by bit as the standards say.
class AnnouncedSizeTest {
  private static final byte[] JPEG_XL_MARK =
      joined(box("JXL ", latin("\r\n\u0087\n")), box("ftyp"));

  /// Bits, the lowest of each number and of each byte first.
  private static final class Bits {
    private final BitSet bits = new BitSet();
    private int count = 16;

    Bits put(long value, int length) {
      for (int i = 0; i < length; i++, count++) {
        bits.set(count, (value >> i & 1) != 0);
      }
      return this;
    }

    /// Behind the mark FF 0A, with bytes that belong to something else.
    byte[] stream() {
      byte[] stream = Arrays.copyOf(bits.toByteArray(), 24);
      Arrays.fill(stream, count / 8 + 1, stream.length, (byte) 0x5a);
      stream[0] = (byte) 0xff;
      stream[1] = 0x0a;
      return stream;
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 9, 512", "0, 9, 1", "1, 13, 8192", "2, 18, 262144", "3, 30, 1073741824"})
  void a_side_of_a_jpeg_xl_is_one_more_than_its_bits_say(int choice, int length, long side) {
    byte[] stream =
        new Bits()
            .put(0, 1).put(choice, 2).put(side - 1, length).put(0, 3).put(0, 2).put(99, 9).stream();

    assertThat(AnnouncedSize.of(PictureFormat.JPEG_XL, stream))
        .contains(new AnnouncedSize(100, side));
  }

  @Test
  void a_small_jpeg_xl_counts_in_eights() {
    byte[] stream = new Bits().put(1, 1).put(31, 5).put(0, 3).put(4, 5).stream();

    assertThat(AnnouncedSize.of(PictureFormat.JPEG_XL, stream))
        .contains(new AnnouncedSize(40, 256));
  }

  @ParameterizedTest
  @CsvSource({"1, 999", "2, 1198", "3, 1332", "4, 1498", "5, 1776", "6, 1248", "7, 1998"})
  void a_jpeg_xl_may_name_its_proportions_instead_of_its_width(int ratio, long width) {
    byte[] stream = new Bits().put(0, 1).put(1, 2).put(998, 13).put(ratio, 3).stream();

    assertThat(AnnouncedSize.of(PictureFormat.JPEG_XL, stream))
        .contains(new AnnouncedSize(width, 999));
  }

  @Test
  void a_jpeg_xl_in_boxes_is_whole_in_one_or_begins_in_a_numbered_one() {
    byte[] stream = new Bits().put(0, 1).put(0, 2).put(19, 9).put(7, 3).stream();

    assertThat(sizeOf(joined(JPEG_XL_MARK, box("jxlc", stream)))).isEqualTo("40 x 20");
    assertThat(sizeOf(joined(JPEG_XL_MARK, box("jxlp", big(0, 4), stream)))).isEqualTo("40 x 20");
    assertThat(sizeOf(joined(JPEG_XL_MARK, box("brob", stream)))).isEqualTo("unknown");
    assertThat(sizeOf(bytes(0xff, 0x0a))).isEqualTo("unknown");
  }

  private static String sizeOf(byte[] jpegXl) {
    return AnnouncedSize.of(PictureFormat.JPEG_XL, jpegXl)
        .map(size -> size.width() + " x " + size.height())
        .orElse("unknown");
  }

  @Test
  void a_jpeg_2000_is_as_large_as_its_grid_less_its_offset() {
    byte[] stream =
        joined(
            bytes(0xff, 0x4f, 0xff, 0x51, 0, 47, 0, 0),
            joined(big(4000, 4), big(3000, 4), big(96, 4), big(200, 4)));
    byte[] boxed = joined(box("jP  "), box("ftyp"), box("jp2h"), box("jp2c", stream));

    for (byte[] file : new byte[][] {stream, boxed}) {
      assertThat(AnnouncedSize.of(PictureFormat.JPEG_2000, file))
          .contains(new AnnouncedSize(3904, 2800));
    }
    boxed[boxed.length - stream.length] = 0;
    assertThat(AnnouncedSize.of(PictureFormat.JPEG_2000, boxed)).isEmpty();
  }

  @Test
  void sides_of_four_bytes_have_no_sign() {
    byte[] size = box("ispe", big(0, 4), big(0xffff_ffffL, 4), big(0xffff_fffeL, 4));
    byte[] file = joined(box("ftyp"), box("meta", big(0, 4), box("iprp", box("ipco", size))));

    assertThat(AnnouncedSize.of(PictureFormat.AVIF, file))
        .contains(new AnnouncedSize(0xffff_ffffL, 0xffff_fffeL));
  }

  @ParameterizedTest
  @EnumSource(
      value = PictureFormat.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"HEIC", "AVIF", "JPEG_XL", "JPEG_2000"})
  void other_formats_announce_nothing_here(PictureFormat format) {
    byte[] stream = new Bits().put(0, 1).put(0, 2).put(19, 9).put(7, 3).stream();

    assertThat(AnnouncedSize.of(format, stream)).isEmpty();
  }

  @Test
  void a_header_cut_anywhere_never_fails() {
    byte[] stream = new Bits().put(0, 1).put(3, 2).put(1 << 29, 30).put(0, 3).put(3, 2).stream();
    byte[] file = joined(JPEG_XL_MARK, box("jxlp", big(0, 4), stream));

    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      for (PictureFormat format : PictureFormat.values()) {
        AnnouncedSize.of(format, cut)
            .ifPresent(
                size -> assertThat(size.height()).as("%s", format).isGreaterThanOrEqualTo(0));
      }
    }
  }
}
