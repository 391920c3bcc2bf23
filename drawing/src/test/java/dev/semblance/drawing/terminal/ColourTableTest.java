package dev.semblance.drawing.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.image.Pixels;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColourTableTest {
  private static Pixels of(int... colours) {
    byte[] data = new byte[3 * colours.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (colours[i / 3] >> (16 - 8 * (i % 3)));
    }
    return new Pixels(colours.length, 1, 3, data);
  }

  private static int[] colours(ColourTable table) {
    return IntStream.range(0, table.size()).map(table::colour).sorted().toArray();
  }

  @Test
  void a_picture_of_few_colours_keeps_them_all() {
    Pixels pixels = of(0xFF0000, 0x00FF00, 0xFF0000, 0x0000FF, 0x0000FF, 0x101010);
    ColourTable table = ColourTable.of(pixels, 16);
    assertThat(colours(table)).containsExactly(0x0000FF, 0x00FF00, 0x101010, 0xFF0000);
    int[] indexes = table.dithered(pixels);
    assertThat(IntStream.of(indexes).map(table::colour))
        .containsExactly(0xFF0000, 0x00FF00, 0xFF0000, 0x0000FF, 0x0000FF, 0x101010);
  }

  @Test
  void no_more_colours_are_used_than_asked_for() {
    int[] many = IntStream.range(0, 256).map(i -> i << 16 | (255 - i) << 8 | i).toArray();
    ColourTable table = ColourTable.of(of(many), 8);
    assertThat(table.size()).isEqualTo(8);
    assertThat(ColourTable.of(of(0x123456), 8).size()).isEqualTo(1);
  }

  @Test
  void dithering_keeps_the_mean() {
    int[] grey = new int[900];
    java.util.Arrays.fill(grey, 0x606060);
    grey[0] = 0x000000;
    grey[899] = 0xFFFFFF;
    byte[] data = of(grey).data();
    Pixels square = new Pixels(30, 30, 3, data);
    ColourTable two = ColourTable.of(of(0x000000, 0xFFFFFF), 2);
    double mean =
        IntStream.of(two.dithered(square)).map(i -> two.colour(i) & 0xFF).average().orElseThrow();
    assertThat(mean).isBetween(86.0, 106.0);
  }
}
