package dev.semblance.image.plain;

import static dev.semblance.image.format.FileBytes.bytes;
import static dev.semblance.image.format.FileBytes.joined;
import static dev.semblance.image.format.FileBytes.latin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.image.format.Deadline;
import dev.semblance.image.format.PictureFormat;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Netpbm's formats: headers of every spelling, samples of every depth.
class PnmReaderTest {
  private static PlainPicture read(byte[] file) throws IOException {
    return PlainReader.of(PictureFormat.PNM, file).read(Deadline.in(Duration.ofMinutes(1)));
  }

  private static byte[] samplesOf(byte[] file) throws IOException {
    return read(file).data();
  }

  /// Pillow's `PpmImagePlugin.py`: `round(value / maxval * 255)`.
  private static byte level(int sample, int most) {
    return (byte) (most == 65535 ? sample >> 8 : (int) Math.rint((double) sample / most * 255));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 7, 100, 254, 255, 256, 1000, 4095, 65534, 65535})
  void bytes_and_text_of_every_depth_are_rounded_as_pillow_does(int most) throws IOException {
    Random random = new Random(most);
    byte[] expected = new byte[3 * 11 * 5];
    byte[] samples = new byte[expected.length * (most > 255 ? 2 : 1)];
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < expected.length; i++) {
      int sample = i == 0 ? most : random.nextInt(most + 1);
      expected[i] = level(sample, most);
      text.append(sample).append(" \t\n\r".charAt(random.nextInt(4)));
      if (most > 255) {
        samples[2 * i] = (byte) (sample >> 8);
        samples[2 * i + 1] = (byte) sample;
      } else {
        samples[i] = (byte) sample;
      }
    }

    assertThat(samplesOf(joined(latin("P6 11 5 " + most + "\n"), samples))).isEqualTo(expected);
    assertThat(samplesOf(latin("P3 11 5 " + most + "\n" + text))).isEqualTo(expected);
  }

  @Test
  void samples_above_the_greatest_are_white() throws IOException {
    assertThat(samplesOf(latin("P2 3 1 100 100 101 999999999"))).containsOnly(255);
    assertThat(samplesOf(joined(latin("P5 2 1 100\n"), bytes(99, 255))))
        .isEqualTo(bytes(252, 252, 252, 255, 255, 255));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P5 2 1 255\n",
        "P5\n# by hand\n2 1\n#\n255\n",
        "P5\t2\r\n1\u000b255\f",
        "P5 #one\n#two\n 2 # wide\n1 255 ",
        "P5\r# a line of an old Macintosh\r2 1\r255\r",
        "P7\nWIDTH 2\nHEIGHT 1\nDEPTH 1\nMAXVAL 255\nENDHDR\n",
        "P7\n# by hand\nMAXVAL 255\nTUPLTYPE GRAYSCALE\nDEPTH 1\nHEIGHT 1\nWIDTH 2\nENDHDR\n"
      })
  void white_space_and_comments_stand_anywhere_before_the_samples(String header)
      throws IOException {
    byte[] samples = {35, 10};

    assertThat(samplesOf(joined(latin(header), samples))).containsExactly(35, 35, 35, 10, 10, 10);
  }

  @Test
  void rows_of_bits_begin_with_a_new_byte() throws IOException {
    byte[] file = joined(latin("P4 9 2\n"), bytes(0b1010_1010, 0xff, 0, 0x7f));

    byte[] data = samplesOf(file);

    String black = "";
    for (int i = 0; i < data.length; i += 3) {
      black += data[i] == 0 ? "1" : "0";
    }
    assertThat(black).isEqualTo("101010101" + "000000000");
    assertThat(samplesOf(latin("P1 9 2\n10101 0101 # half\n000000000"))).isEqualTo(data);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, '9 9 9 8 8 8'",
    "2, 4, '9 9 9 8 7 7 7 6'",
    "3, 3, '9 8 7 6 5 4'",
    "4, 4, '9 8 7 6 5 4 3 2'"
  })
  void a_pam_of_two_or_four_channels_has_alpha(int depth, int channels, String expected)
      throws IOException {
    String header = "P7\nWIDTH 2\nHEIGHT 1\nDEPTH " + depth + "\nMAXVAL 255\nENDHDR\n";
    byte[] samples = {9, 8, 7, 6, 5, 4, 3, 2};

    PlainPicture picture = read(joined(latin(header), Arrays.copyOf(samples, 2 * depth)));

    assertThat(picture.channels()).isEqualTo(channels);
    String data = Arrays.toString(picture.data()).replaceAll("[\\[\\],]", "");
    assertThat(data).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P6 0 1 255\n",
        "P6 1 0 255\n",
        "P6 1 1 0\n",
        "P6 1 1 65536\n",
        "P6 -1 1 255\n",
        "P6 1234567890 1 255\n",
        "P6 x 1 255\n",
        "P7\nWIDTH 1\nHEIGHT 1\nDEPTH 5\nMAXVAL 255\nENDHDR\n",
        "P7\nWIDTH 1\nHEIGHT 1\nDEPTH 0\nMAXVAL 255\nENDHDR\n",
        "P7\nHEIGHT 1\nDEPTH 1\nMAXVAL 255\nENDHDR\n"
      })
  void impossible_headers_are_told_from_short_ones(String header) {
    byte[] file = joined(latin(header), new byte[100]);

    assertThatThrownBy(() -> PlainReader.of(PictureFormat.PNM, file))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(EOFException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1 2 2\n0 1 2 0", "P2 2 2 9\n1 2 x 4", "P3 1 1 9\n1 -2 3"})
  void broken_text_of_samples_is_told_from_short_one(String file) {
    assertThatThrownBy(() -> read(latin(file)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(EOFException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P5 2 3 300\n", "P4 20 2\n", "P6 2 1 255\n"})
  void a_file_cut_at_any_byte_ends_early(String header) throws IOException {
    byte[] file = joined(latin(header), new byte[header.startsWith("P5") ? 12 : 6]);
    assertThat(read(file).data()).isNotEmpty();

    for (int length = 3; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void sizes_are_known_before_anything_is_read() throws IOException {
    PlainReader reader = PlainReader.of(PictureFormat.PNM, latin("P6 30000 20000 65535\n"));

    assertThat(reader.width()).isEqualTo(30_000);
    assertThat(reader.height()).isEqualTo(20_000);
    assertThat(reader.memoryBytes()).isBetween(1_800_000_000L, 1_801_000_000L);
    assertThatThrownBy(() -> reader.read(Deadline.in(Duration.ofMinutes(1))))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void reading_stops_when_the_time_is_over() throws IOException {
    PlainReader reader =
        PlainReader.of(PictureFormat.PNM, joined(latin("P5 1 1 255\n"), new byte[1]));

    assertThatThrownBy(() -> reader.read(Deadline.in(Duration.ofSeconds(-1))))
        .isInstanceOf(InterruptedIOException.class);
  }

  @Test
  void other_formats_are_not_read_here() {
    assertThatThrownBy(() -> PlainReader.of(PictureFormat.PNG, new byte[100]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("PNG is not read here");
  }
}
