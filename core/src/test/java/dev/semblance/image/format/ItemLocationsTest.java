package dev.semblance.image.format;

import static dev.semblance.image.format.FileBytes.big;
import static dev.semblance.image.format.FileBytes.box;
import static dev.semblance.image.format.FileBytes.joined;
import static dev.semblance.image.format.FileBytes.latin;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The EXIF item of a HEIC, by every version of the boxes that lead to it (ISO/IEC 14496-12,
/// clauses 8.11.3 and 8.11.6).
class ItemLocationsTest {
  private static final byte[] TIFF = latin("II*\0the block");

  /// How the boxes are written.
  ///
  /// @param version of the locations
  /// @param wide bytes of an offset, of a length and of the base
  /// @param index bytes of an extent's index
  /// @param entryVersion of the items' descriptions
  private record Form(int version, int wide, int index, int entryVersion) {
    int locationId() {
      return version < 2 ? 2 : 4;
    }

    byte[] entry(int id, String type) {
      byte[] number = big(id, entryVersion == 2 ? 2 : 4);
      return box("infe", big((long) entryVersion << 24, 4), number, big(0, 2), latin(type + "\0"));
    }

    byte[] location(int id, long base, long offset, long length) {
      byte[] method = version > 0 ? big(0, 2) : new byte[0];
      return joined(
          joined(big(id, locationId()), method, big(0, 2), big(base, wide), big(1, 2)),
          joined(big(1, index), big(offset, wide), big(length, wide)));
    }

    byte[] file(long base, long offset) {
      byte[] count = big(2, version == 0 ? 2 : 4);
      byte[] items =
          box(
              "iinf",
              big(version == 0 ? 0 : 1L << 24, 4),
              count,
              entry(1, "hvc1"),
              entry(70, "Exif"));
      int sizes = wide << 12 | wide << 8 | wide << 4 | index;
      byte[] head = joined(big((long) version << 24, 4), big(sizes, 2), big(2, locationId()));
      byte[] others = location(1, 3, 4, 5);
      byte[] exif = location(70, base, offset, 10 + TIFF.length);
      byte[] meta = box("meta", big(0, 4), items, box("iloc", head, others, exif));
      return joined(box("ftyp", latin("heic")), meta, box("mdat", block()));
    }

    /// Six bytes are to be skipped.
    private static byte[] block() {
      return joined(big(6, 4), latin("Exif\0\0"), TIFF);
    }

    int place() {
      return file(0, 0).length - block().length;
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 4, 0, 2", "0, 8, 0, 3", "1, 4, 4, 2", "1, 4, 0, 3", "2, 8, 8, 3", "2, 4, 0, 2"})
  void the_block_is_found_in_every_version(int version, int wide, int index, int entryVersion) {
    Form form = new Form(version, wide, index, entryVersion);

    assertThat(MediaItems.exif(form.file(0, form.place()))).isEqualTo(TIFF);
    assertThat(MediaItems.exif(form.file(form.place() - 7, 7))).as("with a base").isEqualTo(TIFF);
  }

  @Test
  void an_item_beyond_the_numbers_of_a_file_is_none() {
    Form form = new Form(1, 8, 0, 2);
    long[] far = {Long.MAX_VALUE, Long.MAX_VALUE - 3, Long.MAX_VALUE - 40, 1L << 40, -1};

    for (long place : far) {
      assertThat(MediaItems.exif(form.file(0, place))).as("at %d", place).isEmpty();
      assertThat(MediaItems.exif(form.file(place, place))).as("at twice %d", place).isEmpty();
    }
  }

  @Test
  void an_item_in_several_pieces_or_in_none_is_passed_over() {
    Form form = new Form(0, 4, 0, 2);
    byte[] file = form.file(0, form.place());
    int extents = file.length - (10 + TIFF.length) - 8 - 8 - 2;

    file[extents + 1] = 0;

    assertThat(MediaItems.exif(file)).isEmpty();
  }
}
