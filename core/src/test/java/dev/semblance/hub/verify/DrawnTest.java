package dev.semblance.hub.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.image.Pixels;
import dev.semblance.model.Input;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The two drawn pictures are what their names say: in place, size and colour.
class DrawnTest {
  private static final int SIDE = 448;

  @Test
  void shapes_are_in_their_colour_and_around_them_is_white() {
    assertThat(colour(Drawn.redCircle(), SIDE / 2, SIDE / 2)).isEqualTo(0xdc1e1e);
    assertThat(colour(Drawn.blueSquare(), SIDE / 2, SIDE / 2)).isEqualTo(0x1e32dc);
    for (Input.Image image : List.of(Drawn.redCircle(), Drawn.blueSquare())) {
      assertThat(colour(image, 0, 0)).isEqualTo(0xffffff);
      assertThat(colour(image, SIDE / 2, 5)).isEqualTo(0xffffff);
      assertThat(colour(image, 5, SIDE / 2)).isEqualTo(0xffffff);
    }
    int corner = SIDE / 2 - 150;
    assertThat(colour(Drawn.blueSquare(), corner, corner)).as("in a corner").isEqualTo(0x1e32dc);
    assertThat(colour(Drawn.redCircle(), corner, corner)).as("round").isEqualTo(0xffffff);
  }

  /// White counts nothing, the whole colour counts one, by the channel that changes most.
  @Test
  void areas_are_those_of_geometry() {
    double radius = 0.35 * SIDE;
    assertThat(ink(Drawn.redCircle(), 1)).isCloseTo(Math.PI * radius * radius, within(100.0));
    assertThat(ink(Drawn.blueSquare(), 0)).isCloseTo(4 * radius * radius, within(200.0));
  }

  @Test
  void both_are_the_same_from_all_sides() {
    for (Input.Image image : List.of(Drawn.redCircle(), Drawn.blueSquare())) {
      for (int y = 0; y < SIDE; y += 7) {
        for (int x = 0; x < SIDE; x += 5) {
          int here = colour(image, x, y);
          assertThat(colour(image, SIDE - 1 - x, y)).as("mirrored").isEqualTo(here);
          assertThat(colour(image, y, x)).as("turned").isEqualTo(here);
        }
      }
    }
  }

  private static double ink(Input.Image image, int channel) {
    double sum = 0;
    int full = 255 - ((colour(image, SIDE / 2, SIDE / 2) >> (16 - 8 * channel)) & 0xff);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        sum += (255 - ((colour(image, x, y) >> (16 - 8 * channel)) & 0xff)) / (double) full;
      }
    }
    return sum;
  }

  private static int colour(Input.Image image, int x, int y) {
    Pixels pixels = image.pixels();
    assertThat(pixels.width()).isEqualTo(SIDE);
    assertThat(pixels.height()).isEqualTo(SIDE);
    byte[] data = pixels.data();
    int at = (y * SIDE + x) * 3;
    return (data[at] & 0xff) << 16 | (data[at + 1] & 0xff) << 8 | (data[at + 2] & 0xff);
  }
}
