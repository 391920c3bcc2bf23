package dev.semblance.image.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.image.format.TiffDirectories.Directory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The numbers of TIFF and BigTIFF directories, and that no file makes reading them fail.
class TiffDirectoriesTest {
  private static final int BYTE = 1;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int LONG8 = 16;

  @ParameterizedTest
  @CsvSource({"true, false", "false, false", "true, true", "false, true"})
  void numbers_are_read_in_both_byte_orders_and_both_sizes(boolean little, boolean big) {
    byte[] file =
        new TiffBytes(little, big)
            .put(256, SHORT, 2, 0xfedc)
            .put(257, LONG, 4, 0xfedc_ba98L)
            .put(258, SHORT, 2, 8, 9, 10, 11, 12)
            .put(259, BYTE, 1, 200)
            .build();

    Directory page = only(file);

    assertThat(page.number(256, -1)).isEqualTo(0xfedc);
    assertThat(page.number(257, -1)).isEqualTo(0xfedc_ba98L);
    assertThat(page.numbers(258)).containsExactly(8, 9, 10, 11, 12);
    assertThat(page.count(258)).isEqualTo(5);
    assertThat(page.number(259, -1)).isEqualTo(200);
  }

  @Test
  void a_field_lies_in_the_directory_where_it_fits_and_elsewhere_where_it_does_not() {
    TiffBytes tiff = new TiffBytes(true, false).put(1, SHORT, 2, 7, 8).put(2, SHORT, 2, 7, 8, 9);

    Directory page = only(tiff.build());

    assertThat(page.place(1)).isEqualTo(8 + 2 + 8);
    assertThat(page.place(2)).isEqualTo(8 + 2 + 24 + 4);
    assertThat(page.place(3)).isEqualTo(-1);
    assertThat(page.numbers(2)).containsExactly(7, 8, 9);
  }

  @Test
  void a_tag_that_is_absent_or_of_an_unknown_type_has_no_numbers() {
    Directory page = only(new TiffBytes(true, false).put(1, 14, 4, 5).put(2, 99, 4, 5).build());

    for (int tag : new int[] {1, 2, 3}) {
      assertThat(page.has(tag)).as("tag %d", tag).isFalse();
      assertThat(page.count(tag)).isZero();
      assertThat(page.numbers(tag)).isEmpty();
      assertThat(page.number(tag, 17)).isEqualTo(17);
    }
  }

  @Test
  void pages_follow_one_another_and_a_circle_is_walked_once() {
    TiffBytes first = new TiffBytes(false, false).put(256, SHORT, 2, 1).next(100);
    TiffBytes second = new TiffBytes(false, false).put(256, SHORT, 2, 2).next(8);
    byte[] begin = Arrays.copyOf(first.build(), 100);

    TiffDirectories tiff = of(FileBytes.joined(begin, second.directory(100)));

    assertThat(tiff.pages()).extracting(page -> page.number(256, 0)).containsExactly(1L, 2L);
  }

  @Test
  void directories_below_a_page_and_its_exif_are_no_pages() {
    TiffBytes page = new TiffBytes(true, true);
    page.put(TiffDirectories.SUB_DIRECTORIES, LONG8, 8, 200, 300).put(0x8769, LONG, 4, 400);
    byte[] file = new byte[500];
    System.arraycopy(page.build(), 0, file, 0, page.build().length);
    for (int place : new int[] {200, 300, 400}) {
      byte[] below = new TiffBytes(true, true).put(256, SHORT, 2, place).directory(place);
      System.arraycopy(below, 0, file, place, below.length);
    }

    TiffDirectories tiff = of(file);

    assertThat(tiff.pages()).hasSize(1);
    assertThat(tiff.all())
        .extracting(directory -> directory.number(256, 0))
        .containsExactlyInAnyOrder(0L, 200L, 300L, 400L);
  }

  @Test
  void only_so_many_numbers_of_a_tag_are_handed_out_and_all_are_counted() {
    Directory page = only(new TiffBytes(true, false).put(1, BYTE, 1, new long[5000]).build());

    assertThat(page.count(1)).isEqualTo(5000);
    assertThat(page.numbers(1)).hasSize(4096);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "II", "II*\0\b\0\0", "IM*\0\b\0\0\0", "JFIF....", "MI\0*\0\0\0\b"})
  void what_does_not_begin_like_a_tiff_is_none(String head) {
    assertThat(TiffDirectories.of(FileBytes.latin(head))).isEmpty();
  }

  @Test
  void a_first_directory_beyond_every_file_is_none() {
    TiffBytes big = new TiffBytes(true, true);

    for (long place :
        new long[] {Long.MAX_VALUE, Long.MAX_VALUE - 7, Long.MIN_VALUE, -1, 1L << 31}) {
      byte[] file = FileBytes.joined(big.header(place), new byte[40]);
      assertThat(of(file).all()).as("a directory at %d", place).isEmpty();
    }
  }

  @Test
  void numbers_beyond_every_file_are_zero() {
    TiffBytes page = new TiffBytes(false, true).put(1, LONG8, 8, 1, 2, 3);
    byte[] file = page.build();
    byte[] place = FileBytes.big(Long.MAX_VALUE - 3, 8);
    System.arraycopy(place, 0, file, 16 + 8 + 12, 8);

    assertThat(only(file).numbers(1)).containsExactly(0, 0, 0);
  }

  @Test
  void damaged_and_cut_files_never_fail() {
    long seed = 20;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      TiffBytes tiff = new TiffBytes(i % 2 == 0, i % 3 == 0).put(256, SHORT, 2, 1, 2, 3);
      byte[] file = tiff.put(330, LONG, 4, 60, 90).put(1, LONG8, 8, 4, 5).next(20).build();
      for (int damage = 0; damage < 5; damage++) {
        file[4 + random.nextInt(file.length - 4)] =
            (byte) (random.nextBoolean() ? 0x7f : random.nextInt());
      }
      byte[] cut = Arrays.copyOf(file, 8 + random.nextInt(file.length - 7));

      for (Directory directory : of(cut).all()) {
        long sum = directory.count(1) + directory.place(1) + directory.numbers(330).length;
        assertThat(sum).as("seed %d, file %d", seed, i).isGreaterThanOrEqualTo(-1);
      }
    }
  }

  private static TiffDirectories of(byte[] file) {
    return TiffDirectories.of(file).orElseThrow();
  }

  private static Directory only(byte[] file) {
    List<Directory> pages = of(file).pages();
    assertThat(pages).hasSize(1);
    return pages.getFirst();
  }
}
