package dev.semblance.image.raw;

import static dev.semblance.image.format.FileBytes.big;
import static dev.semblance.image.format.FileBytes.box;
import static dev.semblance.image.format.FileBytes.bytes;
import static dev.semblance.image.format.FileBytes.joined;
import static dev.semblance.image.format.FileBytes.jpeg;
import static dev.semblance.image.format.FileBytes.latin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.image.format.TiffBytes;
import dev.semblance.image.format.TiffDirectories;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where in a camera's RAW file the largest JPEG lies.
class RawPreviewTest {
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final byte[] SMALL = jpeg(160, 120);
  private static final byte[] LARGE = jpeg(1600, 1200);

  /// What stands before the JPEGs of a RAF, whose table has an offset and a length.
  private static byte[] raf(long offset, long length, byte[]... behind) {
    byte[] head = Arrays.copyOf(latin("FUJIFILMCCD-RAW 0201FF383501"), 84);
    return joined(head, big(offset, 4), big(length, 4), joined(behind));
  }

  private static byte[] previewOf(byte[] file) {
    return RawPreview.largest(file).orElseThrow().jpeg(file);
  }

  @ParameterizedTest
  @CsvSource({
    "50706, 1, true",
    "262, 32803, true",
    "262, 34892, true",
    "262, 2, false",
    "259, 32767, true",
    "259, 34713, true",
    "259, 32770, true",
    "259, 65535, true",
    "259, 7, false",
    "254, 1, false"
  })
  void a_tiff_of_a_camera_is_known_by_a_number_of_its_first_page(int tag, int value, boolean raw) {
    byte[] file = new TiffBytes(true, false).put(tag, LONG, 4, value).build();

    assertThat(RawPreview.isRaw(TiffDirectories.of(file).orElseThrow())).isEqualTo(raw);
  }

  @Test
  void a_reduced_first_page_is_raw_where_directories_lie_below_it() {
    TiffBytes page = new TiffBytes(false, false).put(254, LONG, 4, 1).put(330, LONG, 4, 8);

    assertThat(RawPreview.isRaw(TiffDirectories.of(page.build()).orElseThrow())).isTrue();
    page.put(254, LONG, 4, 2);
    assertThat(RawPreview.isRaw(TiffDirectories.of(page.build()).orElseThrow())).isFalse();
    byte[] empty = joined(latin("II*\0"), new byte[8]);
    assertThat(RawPreview.isRaw(TiffDirectories.of(empty).orElseThrow())).isFalse();
  }

  @Test
  void later_pages_do_not_make_a_tiff_raw() {
    TiffBytes plain = new TiffBytes(true, false).put(262, SHORT, 2, 2).next(100);
    TiffBytes dng = new TiffBytes(true, false).put(50706, LONG, 4, 1);
    byte[] file = joined(Arrays.copyOf(plain.build(), 100), dng.directory(100));

    TiffDirectories directories = TiffDirectories.of(file).orElseThrow();

    assertThat(directories.pages()).hasSize(2);
    assertThat(RawPreview.isRaw(directories)).isFalse();
  }

  @Test
  void the_jpeg_of_most_pixels_is_taken_not_that_of_most_bytes() {
    byte[] heavy =
        joined(Arrays.copyOf(SMALL, SMALL.length - 2), new byte[5000], bytes(0xff, 0xd9));

    byte[] file = joined(latin("\0MRM"), heavy, LARGE, SMALL);

    assertThat(previewOf(file)).isEqualTo(LARGE);
  }

  @Test
  void a_jpeg_without_its_end_reaches_to_that_of_the_file() {
    byte[] cut = Arrays.copyOf(LARGE, LARGE.length - 2);

    byte[] file = joined(latin("IIU\0"), SMALL, new byte[30], cut);

    assertThat(previewOf(file)).isEqualTo(cut);
  }

  @Test
  void a_file_without_a_jpeg_has_no_preview() {
    assertThat(RawPreview.largest(new byte[0])).isEmpty();
    assertThat(RawPreview.largest(latin("FOVb and \u00ff\u00d8\u00ff but no picture"))).isEmpty();
    assertThat(RawPreview.largest(raf(92, 50, new byte[50]))).isEmpty();
  }

  @Test
  void one_strip_may_be_a_preview_and_several_are_a_mosaic() {
    int place = 8 + 2 + 4 * 12 + 4;
    TiffBytes one = new TiffBytes(true, false).put(273, LONG, 4, place + 20);
    one.put(279, LONG, 4, LARGE.length).put(513, LONG, 4, place).put(514, SHORT, 2, 20);
    assertThat(previewOf(joined(one.build(), new byte[20], LARGE))).isEqualTo(LARGE);

    int behind = place + 16;
    TiffBytes two = new TiffBytes(true, false).put(273, LONG, 4, behind + SMALL.length, 0);
    two.put(279, LONG, 4, LARGE.length, 9).put(513, LONG, 4, behind);
    byte[] file = joined(two.put(514, LONG, 4, SMALL.length).build(), SMALL, LARGE);
    assertThat(previewOf(file)).isEqualTo(SMALL);
  }

  @Test
  void exif_is_all_of_a_tiff_a_box_of_cr3_and_none_of_what_was_searched() {
    byte[] tiff = joined(new TiffBytes(true, false).put(262, SHORT, 2, 32803).build(), SMALL);
    byte[] canon = box("uuid", new byte[16], box("CMT1", latin("II*\0main")));
    byte[] cr3 = joined(box("ftyp", latin("crx ")), box("moov", canon), box("mdat", SMALL));

    assertThat(RawPreview.largest(tiff).orElseThrow().exif()).isEqualTo(tiff);
    assertThat(RawPreview.largest(cr3).orElseThrow().exif()).isEqualTo(latin("II*\0main"));
    assertThat(RawPreview.largest(raf(92, SMALL.length, SMALL)).orElseThrow().exif()).isEmpty();
  }

  @Test
  void the_table_of_a_raf_is_followed_and_without_sense_the_file_is_searched() {
    int length = SMALL.length;

    assertThat(previewOf(raf(92 + 7, length, new byte[7], SMALL, LARGE))).isEqualTo(SMALL);
    for (long offset : new long[] {0xffff_ffffL, 0x8000_0000L, 0, 5000}) {
      assertThat(previewOf(raf(offset, length, new byte[7], SMALL, LARGE)))
          .as("an offset of %d", offset)
          .isEqualTo(LARGE);
    }
    assertThat(previewOf(raf(92, 0, SMALL, LARGE))).as("a length of 0").isEqualTo(LARGE);
    assertThat(previewOf(raf(92, 0xffff_ffffL, SMALL, LARGE))).as("too long").isEqualTo(LARGE);
  }

  @ParameterizedTest
  @CsvSource({"9223372036854775807", "9223372036854775800", "-1", "4294967296"})
  void a_track_of_cr3_beyond_every_file_leaves_the_smaller_preview(long place) {
    byte[] sizes = box("stsz", new byte[4], big(LARGE.length, 4), big(1, 4));
    byte[] places = box("co64", new byte[4], big(1, 4), big(place, 8));
    byte[] track = box("trak", box("mdia", box("minf", box("stbl", sizes, places))));
    byte[] preview = box("PRVW", new byte[12], big(SMALL.length, 4), SMALL);
    byte[] uuid = box("uuid", new byte[24], preview);
    byte[] unnamed = box("mdat", LARGE);

    byte[] file = joined(box("ftyp", latin("crx ")), box("moov", track), uuid, unnamed);

    assertThat(previewOf(file)).isEqualTo(SMALL);
  }

  @Test
  void damaged_files_give_a_piece_of_themselves_or_nothing() {
    byte[] tiff = new TiffBytes(true, true).put(513, 16, 8, 96).put(514, 16, 8, 60).build();
    byte[] whole = joined(Arrays.copyOf(tiff, 96), LARGE, SMALL);
    long seed = 12;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] file = whole.clone();
      for (int damage = 0; damage < 6; damage++) {
        file[4 + random.nextInt(file.length - 4)] = (byte) random.nextInt();
      }
      int number = i;
      RawPreview.largest(file)
          .ifPresent(preview ->
              assertThat(preview.jpeg(file))
                  .as("seed %d, file %d", seed, number)
                  .startsWith(0xff, 0xd8)
                  .hasSizeLessThanOrEqualTo(file.length));
    }
  }
}
