package dev.semblance.drawing.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.drawing.Raster;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.image.Pixels;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TerminalPictureTest {
  /// A smooth picture with many colours.
  private static Pixels gradient(int width, int height) {
    byte[] data = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      data[3 * i] = (byte) (255 * (i % width) / width);
      data[3 * i + 1] = (byte) (255 * Math.floorDiv(i, width) / height);
      data[3 * i + 2] = (byte) (120 + 100 * Math.sin(i % width / 20.0));
    }
    return new Pixels(width, height, 3, data);
  }

  private static Pixels noise(int width, int height) {
    byte[] data = new byte[3 * width * height];
    new SplittableRandom(8).nextBytes(data);
    return new Pixels(width, height, 3, data);
  }

  private static double difference(Pixels a, Pixels b) {
    assertThat(a.width()).isEqualTo(b.width());
    assertThat(a.height()).isEqualTo(b.height());
    double sum = 0;
    for (int i = 0; i < a.data().length; i++) {
      sum += Math.abs((a.data()[i] & 0xFF) - (b.data()[i] & 0xFF));
    }
    return sum / a.data().length;
  }

  private static Pixels decoded(String base64) {
    byte[] file = Base64.getDecoder().decode(base64);
    return new PictureDecoder().decode(file, "terminal", DecodeBounds.full()).pixels();
  }

  @Test
  void kitty_gets_a_png_in_chunks_that_fits_its_cells() {
    TerminalPicture picture = new TerminalPicture(noise(400, 300), 40, 30);
    Matcher chunk =
        Pattern.compile("\u001b_G([^;]*);([A-Za-z0-9+/=]*)\u001b\\\\")
            .matcher(picture.encode(TerminalProtocol.KITTY));
    StringBuilder data = new StringBuilder();
    int chunks = 0;
    String last = "";
    while (chunk.find()) {
      String keys = chunk.group(1);
      assertThat(keys).isEqualTo(chunks == 0 ? "a=T,f=100,q=2,c=40,r=15,m=1" : keys);
      assertThat(chunk.group(2).length()).isBetween(1, 4096);
      data.append(chunk.group(2));
      last = keys;
      chunks++;
    }
    assertThat(chunks).isGreaterThan(2);
    assertThat(last).isEqualTo("m=0");
    Pixels pixels = decoded(data.toString());
    assertThat(pixels.width()).isEqualTo(400);
    assertThat(pixels.height()).isEqualTo(300);
  }

  @Test
  void a_small_picture_for_kitty_is_one_chunk() {
    byte[] white = new byte[12];
    java.util.Arrays.fill(white, (byte) 255);
    TerminalPicture picture = new TerminalPicture(new Pixels(2, 2, 3, white), 4, 2);
    assertThat(picture.encode(TerminalProtocol.KITTY))
        .startsWith("\u001b_Ga=T,f=100,q=2,c=4,r=2,m=0;")
        .endsWith("\u001b\\\n");
  }

  @Test
  void iterm_gets_a_png_with_its_length_and_cells() {
    TerminalPicture picture = new TerminalPicture(gradient(300, 600), 20, 20);
    Matcher inline =
        Pattern.compile(
                "\u001b]1337;File=inline=1;size=(\\d+);width=(\\d+);height=(\\d+)"
                    + ";preserveAspectRatio=1:([A-Za-z0-9+/=]+)\u0007\n")
            .matcher(picture.encode(TerminalProtocol.ITERM));
    assertThat(inline.matches()).isTrue();
    String data = inline.group(4);
    assertThat(Base64.getDecoder().decode(data)).hasSize(Integer.parseInt(inline.group(1)));
    assertThat(inline.group(2)).isEqualTo("20");
    assertThat(inline.group(3)).isEqualTo("20");
    Pixels expected = Raster.scaled(gradient(300, 600), 200, 400);
    assertThat(difference(decoded(data), expected)).isZero();
  }

  @Test
  void sixel_decodes_to_nearly_the_same_picture() {
    Pixels shown = Raster.scaled(gradient(400, 300), 200, 160);
    String sixel = new TerminalPicture(gradient(400, 300), 20, 8).encode(TerminalProtocol.SIXEL);
    Pixels read = SixelReader.read(sixel.stripTrailing());
    assertThat(difference(read, shown)).as("levels, with the grain of dithering").isLessThan(15);
    assertThat(difference(blurred(read), blurred(shown))).as("seen from afar").isLessThan(3);
  }

  /// Means of blocks of 8 x 8, as the eye sees dithered pictures.
  private static Pixels blurred(Pixels p) {
    int w = p.width() / 8;
    int h = p.height() / 8;
    byte[] data = new byte[3 * w * h];
    for (int i = 0; i < data.length; i++) {
      int x = i / 3 % w * 8;
      int y = Math.floorDiv(i, 3 * w) * 8;
      int sum = 0;
      for (int k = 0; k < 64; k++) {
        sum += p.data()[3 * ((y + k / 8) * p.width() + x + k % 8) + i % 3] & 0xFF;
      }
      data[i] = (byte) (sum / 64);
    }
    return new Pixels(w, h, 3, data);
  }

  @Test
  void sixel_keeps_a_few_plain_colours_exactly_and_any_height() {
    byte[] data = new byte[3 * 40 * 7];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (i / 3 % 40 < 20 ? 255 : 0);
    }
    Pixels halves = new Pixels(40, 7, 3, data);
    assertThat(difference(SixelReader.read(Sixel.encode(halves)), halves)).isZero();
    Pixels one = new Pixels(1, 1, 3, new byte[] {0, (byte) 255, 0});
    assertThat(SixelReader.read(Sixel.encode(one)).data()).isEqualTo(one.data());
  }

  @Test
  void sixel_of_noise_stays_a_picture() {
    Pixels noise = noise(30, 20);
    assertThat(difference(SixelReader.read(Sixel.encode(noise)), noise)).isLessThan(40);
  }

  @Test
  void half_blocks_carry_two_pixels_each_in_24_bit_colour() {
    String blocks = new TerminalPicture(gradient(60, 40), 6, 50).encode(TerminalProtocol.BLOCKS);
    Pixels expected = Raster.scaled(gradient(60, 40), 6, 4);
    Matcher block =
        Pattern.compile("\u001b\\[38;2;(\\d+);(\\d+);(\\d+);48;2;(\\d+);(\\d+);(\\d+)m▀")
            .matcher(blocks);
    int n = 0;
    while (block.find()) {
      for (int c = 0; c < 3; c++) {
        int upper = 3 * (n / 6 * 12 + n % 6) + c;
        assertThat(Integer.parseInt(block.group(1 + c))).isEqualTo(expected.data()[upper] & 0xFF);
        assertThat(Integer.parseInt(block.group(4 + c)))
            .isEqualTo(expected.data()[upper + 18] & 0xFF);
      }
      n++;
    }
    assertThat(n).isEqualTo(12);
    assertThat(blocks.lines()).hasSize(2).allMatch(line -> line.endsWith("\u001b[0m"));
  }

  @Test
  void proportions_are_kept_within_the_room_given() {
    assertThat(new TerminalPicture(gradient(400, 300), 40, 100).cells()).containsExactly(40, 15);
    assertThat(new TerminalPicture(gradient(300, 400), 40, 10).cells()).containsExactly(15, 10);
    assertThat(new TerminalPicture(gradient(1000, 2), 30, 10).cells()).containsExactly(30, 1);
    assertThat(new TerminalPicture(gradient(2, 1000), 30, 10).cells()).containsExactly(1, 10);
  }

  @Test
  void without_a_protocol_nothing_is_printed_and_impossible_room_is_refused() {
    assertThat(new TerminalPicture(gradient(4, 4), 4, 4).encode(TerminalProtocol.NONE)).isEmpty();
    assertThatThrownBy(() -> new TerminalPicture(gradient(4, 4), 1, 4))
        .hasMessage("a terminal picture is 2 to 500 columns and 1 to 500 rows, got 1 x 4");
  }

  @Test
  void transparent_parts_become_white() {
    Pixels clear = new Pixels(4, 4, 4, new byte[64]);
    assertThat(Raster.scaled(clear, 2, 2).data()).containsOnly((byte) 255);
    Pixels grey = new Pixels(2, 2, 1, new byte[] {7, 7, 7, 7});
    assertThat(Raster.scaled(grey, 1, 1).data()).containsExactly(7, 7, 7);
  }
}
