package dev.semblance.gallery.brush;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.drawing.Fonts;
import dev.semblance.image.Pixels;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StudioTest {
  private static Pixels paint(Consumer<Art> painter) {
    return Studio.pixels(80, 60, 1, painter);
  }

  private static int at(Pixels pixels, int x, int y) {
    int i = 3 * (y * pixels.width() + x);
    byte[] d = pixels.data();
    return (d[i] & 0xFF) << 16 | (d[i + 1] & 0xFF) << 8 | (d[i + 2] & 0xFF);
  }

  @Test
  void the_shorter_side_is_always_360_units() {
    paint(art -> {
      assertThat(art.height()).isEqualTo(360);
      assertThat(art.width()).isEqualTo(480);
    });
    Studio.pixels(50, 100, 1, art -> assertThat(art.height()).isEqualTo(720));
  }

  @Test
  void a_box_covers_its_pixels_and_no_others() {
    Pixels pixels = paint(art -> art.fill(Shape.box(120, 120, 120, 120), 0xFF0000FF));
    assertThat(at(pixels, 20, 20)).isEqualTo(0x0000FF);
    assertThat(at(pixels, 39, 39)).isEqualTo(0x0000FF);
    assertThat(at(pixels, 19, 30)).isEqualTo(0xFFFFFF);
    assertThat(at(pixels, 40, 30)).isEqualTo(0xFFFFFF);
  }

  @Test
  void a_spot_moves_turns_scales_and_mirrors() {
    Shape arrow = Shape.box(0, -1, 10, 2);
    Pixels pixels =
        paint(art -> {
          art.at(Spot.at(240, 180, 12), () -> art.fill(arrow, 0xFFFF0000));
          art.at(Spot.at(240, 180, 12).turned(90), () -> art.fill(arrow, 0xFF00FF00));
          art.at(Spot.at(240, 180, 12).mirrored(true), () -> art.fill(arrow, 0xFF0000FF));
        });
    assertThat(at(pixels, 55, 30)).isEqualTo(0xFF0000);
    assertThat(at(pixels, 40, 45)).isEqualTo(0x00FF00);
    assertThat(at(pixels, 25, 30)).isEqualTo(0x0000FF);
    assertThat(at(pixels, 40, 15)).isEqualTo(0xFFFFFF);
  }

  @Test
  void what_is_painted_inside_an_outline_stays_there() {
    Pixels pixels =
        paint(art -> art.inside(Shape.circle(240, 180, 60), () -> art.wash(0xFF00FF00)));
    assertThat(at(pixels, 40, 30)).isEqualTo(0x00FF00);
    assertThat(at(pixels, 40, 5)).isEqualTo(0xFFFFFF);
  }

  @Test
  void a_graded_layer_is_multiplied_with_the_light_and_mixed_with_haze() {
    Pixels pixels =
        paint(art -> art.graded(0xFF80FF00, 0xFF0000FF, 0.5, () -> art.wash(0xFFFFFFFF)));
    assertThat(at(pixels, 10, 10)).isIn(0x408080, 0x40807F, 0x407F80, 0x40807F);
  }

  @Test
  void water_mirrors_what_is_above_its_line() {
    Pixels pixels =
        paint(art -> {
          art.wash(0xFFFF0000);
          new Water(180, 0xFF000080, 0, 1, 0, 0).paint(art);
        });
    int below = at(pixels, 40, 34);
    assertThat(below >> 16).as("red of the mirror").isGreaterThan(90);
    assertThat(at(pixels, 40, 20)).isEqualTo(0xFF0000);
    assertThat(at(pixels, 40, 58) & 0xFF).as("the water's own blue, near").isGreaterThan(40);
  }

  @Test
  void centred_text_lies_on_both_sides_of_its_point() {
    Lettering large = Lettering.of(Fonts.SANS_BOLD, 120).centred();
    Pixels pixels = paint(art -> art.text("HH", 240, 240, large, 0xFF000000));
    int left = 0;
    int right = 0;
    for (int i = 0; i < 80 * 60; i++) {
      boolean ink = (pixels.data()[3 * i] & 0xFF) < 128;
      left += ink && i % 80 < 40 ? 1 : 0;
      right += ink && i % 80 >= 40 ? 1 : 0;
    }
    assertThat(left).isGreaterThan(50);
    assertThat(right).isBetween(left - 12, left + 12);
  }

  @Test
  void every_effect_compiles_and_paints() {
    for (Effect effect : Effect.values()) {
      assertThat(effect.compiled().getUniforms()).as(effect.name()).isNotEmpty();
    }
    Dice dice = new Dice(1);
    Pixels pixels = paint(art -> art.wash(Texture.mottle(0xFF000000, 0xFFFFFFFF).ink(dice)));
    assertThat(pixels.data()).as("noise is not flat").contains((byte) 0x80).contains((byte) 0x90);
  }

  @Test
  void noise_closes_on_itself_without_a_seam() {
    Noise.Lattice lattice = new Noise.Lattice(3);
    for (int y = 0; y < Noise.SIZE; y += 37) {
      assertThat(lattice.fractal(0, y)).isEqualTo(lattice.fractal(Noise.SIZE, y));
      assertThat(lattice.fractal(y, 0)).isEqualTo(lattice.fractal(y, Noise.SIZE));
    }
  }
}
