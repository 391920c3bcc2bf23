package dev.semblance.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.drawing.LineChart.Line;
import dev.semblance.drawing.LineChart.Point;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsOfNumbersTest {
  @TempDir Path folder;

  @Test
  void a_heat_map_is_light_on_a_diagonal_of_ones() throws IOException {
    double[][] values = new double[100][100];
    for (int i = 0; i < 100; i++) {
      values[i][i] = 1;
    }
    Path file = folder.resolve("map.png");

    new HeatMap("", List.of(), values, 0, 1).writeTo(file);

    Pixels pixels = read(file);
    assertThat(pixels.width()).isEqualTo(948);
    assertThat(red(pixels, 24 + 4, 24 + 4)).isGreaterThan(240);
    assertThat(red(pixels, 24 + 9 * 50 + 4, 24 + 9 * 50 + 4)).isGreaterThan(240);
    assertThat(red(pixels, 24 + 9 * 50 + 4, 24 + 4)).isLessThan(20);
  }

  @Test
  void colours_grow_lighter_evenly() {
    int before = -1;
    for (int i = 0; i <= 20; i++) {
      int colour = HeatMap.colour(i / 20.0);
      int light = 3 * ((colour >> 16) & 0xFF) + 6 * ((colour >> 8) & 0xFF) + (colour & 0xFF);
      assertThat(light).isGreaterThan(before);
      before = light;
    }
    assertThat(HeatMap.colour(-3)).isEqualTo(HeatMap.colour(0));
    assertThat(HeatMap.colour(7)).isEqualTo(HeatMap.colour(1));
  }

  @Test
  void a_chart_draws_a_line_where_its_points_are() throws IOException {
    Path file = folder.resolve("chart.png");
    List<Point> level = List.of(new Point(0, 1), new Point(10, 1));

    new LineChart("losses", "step", List.of(new Line("one", level))).writeTo(file);

    Pixels pixels = read(file);
    assertThat(pixels.width()).isEqualTo(1200);
    // 1 is the most there is, so the line lies at the top of the frame, blue.
    assertThat(red(pixels, 600, 90)).isLessThan(120);
    assertThat(red(pixels, 600, 300)).isGreaterThan(200);
  }

  @Test
  void nothing_to_draw_is_refused() {
    assertThatThrownBy(() -> new LineChart("x", "y", List.of())).hasMessageContaining("one line");
    assertThatThrownBy(() -> new HeatMap("", List.of(), new double[0][0], 0, 1))
        .hasMessageContaining("one number");
    assertThatThrownBy(() -> new HeatMap("", List.of(), new double[1][1], 1, 1))
        .hasMessageContaining("most must be over the least");
  }

  private static Pixels read(Path file) throws IOException {
    return new PictureDecoder()
        .decode(Files.readAllBytes(file), file.toString(), DecodeBounds.full())
        .pixels();
  }

  private static int red(Pixels pixels, int x, int y) {
    return pixels.data()[(y * pixels.width() + x) * pixels.channels()] & 0xFF;
  }
}
