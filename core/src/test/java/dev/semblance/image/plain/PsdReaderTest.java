package dev.semblance.image.plain;

import static dev.semblance.image.format.FileBytes.big;
import static dev.semblance.image.format.FileBytes.bytes;
import static dev.semblance.image.format.FileBytes.joined;
import static dev.semblance.image.format.FileBytes.latin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.image.format.Deadline;
import dev.semblance.image.format.PictureFormat;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The sections of a PSD, the lengths of its rows and the kinds that are refused.
class PsdReaderTest {
  private static final int BITMAP = 0;
  private static final int GREY = 1;
  private static final int INDEXED = 2;
  private static final int RGB = 3;
  private static final int DUOTONE = 8;
  private static final byte[] RAW = {0, 0};
  private static final byte[] PACKED = {0, 1};

  private static PlainPicture read(byte[] file) throws IOException {
    return PlainReader.of(PictureFormat.PSD, file).read(Deadline.in(Duration.ofMinutes(1)));
  }

  /// The first channel of what is read.
  private static byte[] greys(byte[] file) throws IOException {
    byte[] rgb = read(file).data();
    byte[] greys = new byte[rgb.length / 3];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = rgb[3 * i];
    }
    return greys;
  }

  /// Apple's Technical Note TN1023, "Understanding PackBits".
  @Test
  void rows_are_unpacked_as_in_apples_example() throws IOException {
    byte[] packed =
        bytes(0xfe, 0xaa, 2, 0x80, 0, 0x2a, 0xfd, 0xaa, 3, 0x80, 0, 0x2a, 0x22, 0xf7, 0xaa);
    byte[] row =
        bytes(
            0xaa, 0xaa, 0xaa, 0x80, 0, 0x2a, 0xaa, 0xaa, 0xaa, 0xaa, 0x80, 0, 0x2a, 0x22, 0xaa,
            0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa);

    byte[] file = new PsdBytes(GREY, 8, 1, 24, 1).build(PACKED, big(packed.length, 2), packed);

    assertThat(greys(file)).isEqualTo(row);
  }

  @Test
  void a_row_may_hold_nothing_to_do_and_more_than_is_needed() throws IOException {
    byte[] first = bytes(0x80, 1, 5, 6, 0xff, 7, 99, 99);
    byte[] second = bytes(0x80, 0x80, 0x81, 9);

    byte[] file = new PsdBytes(GREY, 8, 1, 3, 2).build(PACKED, big(8, 2), big(4, 2), first, second);

    assertThat(greys(file)).containsExactly(5, 6, 7, 9, 9, 9);
  }

  @ParameterizedTest
  @CsvSource({"'\1\5\6'", "'\2\5\6'", "'\u00ff\5'", "'\0\5\u00ff'"})
  void a_row_that_says_too_little_is_damaged(String row) {
    byte[] packed = latin(row);
    byte[] lengths = big(packed.length, 2);
    byte[] file = new PsdBytes(GREY, 8, 1, 3, 1).build(PACKED, lengths, packed, new byte[9]);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessage("a row is too short");
  }

  @Test
  void bits_are_black_where_they_are_set_and_rows_begin_with_a_byte() throws IOException {
    byte[] raw = new PsdBytes(BITMAP, 1, 1, 9, 2).build(RAW, bytes(0xaa, 0x80, 0, 0x7f));

    assertThat(greys(raw))
        .containsExactly(0, -1, 0, -1, 0, -1, 0, -1, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1);
  }

  @Test
  void duotones_are_shown_as_grey_and_missing_colours_of_a_palette_as_black() throws IOException {
    PsdBytes duotone = new PsdBytes(DUOTONE, 8, 1, 2, 1).palette(new byte[500]);
    assertThat(greys(duotone.build(RAW, bytes(3, 200)))).containsExactly(3, 200);

    PsdBytes indexed = new PsdBytes(INDEXED, 8, 1, 2, 1).palette(bytes(11, 12, 13));
    assertThat(read(indexed.build(RAW, bytes(2, 3))).data()).containsExactly(13, 0, 0, 0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "a name"})
  void the_profile_is_found_behind_resources_of_any_name_and_length(String name)
      throws IOException {
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] other = PsdBytes.resource(1005, name, new byte[15]);
    byte[] profile = PsdBytes.resource(1039, "", linear);

    PsdBytes psd = new PsdBytes(RGB, 8, 3, 1, 1).resources(other, profile, other);

    int level = read(psd.build(RAW, bytes(128, 128, 128))).data()[0] & 0xff;
    assertThat(level).as("half of the light").isBetween(187, 189);
  }

  @Test
  void a_broken_list_of_resources_is_passed_over() throws IOException {
    byte[] tooLong = joined(latin("8BIM"), big(1039, 2), big(0, 2), big(999_999, 4), new byte[5]);
    byte[] longName = joined(latin("8BIM"), big(1039, 2), big(255, 1), new byte[9]);

    for (byte[] resources : new byte[][] {tooLong, longName, new byte[11]}) {
      byte[] file = new PsdBytes(GREY, 8, 1, 2, 1).resources(resources).build(RAW, bytes(1, 2));
      assertThat(greys(file)).containsExactly(1, 2);
    }
  }

  @Test
  void alpha_is_the_first_channel_behind_the_colours_where_layers_are_transparent()
      throws IOException {
    byte[] negative = joined(big(2, 4), big(-1, 2));
    byte[] positive = joined(big(2, 4), big(1, 2));
    byte[] planes = bytes(10, 20, 30, 40, 50);
    PsdBytes psd = new PsdBytes(RGB, 8, 5, 1, 1);

    assertThat(read(psd.layers(negative).build(RAW, planes)).data())
        .containsExactly(10, 20, 30, 40);
    assertThat(read(psd.layers(positive).build(RAW, planes)).data()).containsExactly(10, 20, 30);
    assertThat(read(psd.layers(bytes(0, 0, 0, 0, 0xff)).build(RAW, planes)).data()).hasSize(3);
    PsdBytes opaque = new PsdBytes(RGB, 8, 3, 1, 1).layers(negative);
    assertThat(read(opaque.build(RAW, bytes(10, 20, 30))).data()).containsExactly(10, 20, 30);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 8, 3, a PSD of colour mode 7",
    "3, 32, 3, a PSD of 32 bits a channel",
    "1, 1, 1, a PSD of 1 bits a channel"
  })
  void kinds_that_are_not_read_are_named(int mode, int depth, int channels, String kind) {
    byte[] file = new PsdBytes(mode, depth, channels, 1, 1).build(RAW, new byte[20]);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UnsupportedKindException.class)
        .hasMessage(kind);
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 1", "57, 1, 1", "-1, 1, 1", "3, 0, 1", "3, 1, 0"})
  void impossible_numbers_are_told(int channels, int width, int height) {
    byte[] file = new PsdBytes(RGB, 8, channels, width, height).build(RAW, new byte[900]);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessage("a header of impossible numbers");
  }

  @Test
  void sides_have_no_sign() throws IOException {
    byte[] file = new PsdBytes(RGB, 8, 3, -1, 1 << 31).build(RAW);

    PlainReader reader = PlainReader.of(PictureFormat.PSD, file);

    assertThat(reader.width()).isEqualTo(0xffff_ffffL);
    assertThat(reader.height()).isEqualTo(0x8000_0000L);
  }

  @Test
  void a_file_cut_at_any_byte_ends_early() throws IOException {
    byte[] profile = PsdBytes.resource(1039, "x", new byte[7]);
    PsdBytes psd = new PsdBytes(GREY, 8, 2, 2, 2).resources(profile).layers(big(0, 6));
    byte[] lengths = joined(big(3, 2), big(3, 2), big(3, 2), big(3, 2));
    byte[] row = bytes(1, 5, 6);
    byte[] file = psd.build(PACKED, lengths, row, row, row, row);
    assertThat(greys(file)).containsExactly(5, 6, 5, 6);

    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void reading_stops_when_the_time_is_over() throws IOException {
    byte[] file = new PsdBytes(GREY, 8, 1, 1, 1).build(RAW, new byte[1]);
    PlainReader reader = PlainReader.of(PictureFormat.PSD, file);

    assertThatThrownBy(() -> reader.read(Deadline.in(Duration.ofSeconds(-1))))
        .isInstanceOf(InterruptedIOException.class);
  }
}
