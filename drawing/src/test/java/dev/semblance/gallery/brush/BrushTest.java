package dev.semblance.gallery.brush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.image.Pixels;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Chance, colours, noise and ink: what all drawings are made of.
class BrushTest {
  private static final long SEED = 7;

  // ---- chance

  @Test
  void one_seed_gives_the_same_throws_and_another_gives_others() {
    assertThat(throwsOf(SEED)).isEqualTo(throwsOf(SEED)).isNotEqualTo(throwsOf(SEED + 1));
  }

  private static List<Float> throwsOf(long seed) {
    Dice dice = new Dice(seed);
    return IntStream.range(0, 20).mapToObj(_ -> dice.between(0, 1)).toList();
  }

  @Test
  void throws_stay_in_their_bounds_and_reach_them() {
    Dice dice = new Dice(SEED);
    int[] seen = new int[7];
    for (int i = 0; i < 2000; i++) {
      assertThat(dice.between(-2, 3)).isBetween(-2f, 3f);
      assertThat(dice.near(10, 2)).isBetween(8f, 12f);
      assertThat(dice.bell()).isBetween(-3.5f, 3.5f);
      seen[dice.whole(3, 6)]++;
    }
    assertThat(IntStream.range(3, 7).map(i -> seen[i])).allMatch(count -> count > 350);
    assertThat(seen[0] + seen[1] + seen[2]).isZero();
  }

  @Test
  void a_probability_is_kept() {
    Dice dice = new Dice(SEED);
    long hits = IntStream.range(0, 10_000).filter(_ -> dice.chance(0.3)).count();
    assertThat(hits).as("seed %d", SEED).isBetween(2800L, 3200L);
    assertThat(IntStream.range(0, 100).filter(_ -> dice.chance(0))).isEmpty();
  }

  @Test
  void a_fork_does_not_disturb_the_throws_that_follow() {
    Dice plain = new Dice(SEED);
    plain.seed();
    Dice forked = new Dice(SEED);
    Dice fork = forked.fork();
    for (int i = 0; i < 50; i++) {
      fork.bell();
    }
    assertThat(forked.between(0, 1)).isEqualTo(plain.between(0, 1));
  }

  // ---- colours

  @Test
  void colours_are_mixed_lightened_and_darkened() {
    assertThat(Tone.mix(0xFF000000, 0xFFFFFFFF, 0.5)).isEqualTo(0xFF808080);
    assertThat(Tone.mix(0x00FF0000, 0xFF0000FF, 2)).isEqualTo(0xFF0000FF);
    assertThat(Tone.light(0xFF204060, 0)).isEqualTo(0xFF204060);
    assertThat(Tone.light(0xFF204060, 1)).isEqualTo(Tone.WHITE);
    assertThat(Tone.dark(0x80204060, 1)).isEqualTo(0x80000000);
    assertThat(Tone.of(0x123456)).isEqualTo(0xFF123456);
    assertThat(Tone.alpha(0xFF123456, 0.5)).isEqualTo(0x80123456);
    assertThat(Tone.channelAlpha(0x80123456)).isBetween(0.5, 0.51);
    assertThat(Tone.lit(0xFFFF8040, 0xFFFF8000)).isEqualTo(0xFFFF4000);
  }

  @ParameterizedTest
  @CsvSource({"0, FFFF0000", "60, FFFFFF00", "120, FF00FF00", "240, FF0000FF", "-120, FF0000FF"})
  void a_hue_is_its_colour(double hue, String colour) {
    assertThat(Integer.toHexString(Tone.hsl(hue, 1, 0.5))).isEqualToIgnoringCase(colour);
  }

  @Test
  void a_neighbour_of_a_colour_is_near_and_as_opaque() {
    Dice dice = new Dice(SEED);
    for (int i = 0; i < 200; i++) {
      int varied = Tone.vary(0x90808080, dice, 0.1);
      assertThat(varied >>> 24).isEqualTo(0x90);
      assertThat(varied & 0xFF).isBetween(0x80 - 35, 0x80 + 35);
    }
  }

  // ---- noise

  @Test
  void a_ridge_is_smooth_and_neither_flat_nor_beyond_its_bounds() {
    Ridge ridge = new Ridge(new Dice(SEED), 5);
    double[] heights = DoubleStream.iterate(0, x -> x + 0.01).limit(3000).map(ridge::at).toArray();
    assertThat(DoubleStream.of(heights).min().orElseThrow()).isBetween(-2.0, -0.2);
    assertThat(DoubleStream.of(heights).max().orElseThrow()).isBetween(0.2, 2.0);
    for (int i = 1; i < heights.length; i++) {
      assertThat(Math.abs(heights[i] - heights[i - 1])).isLessThan(0.3);
    }
  }

  @Test
  void noise_closes_on_itself() {
    Noise.Lattice lattice = new Noise.Lattice(SEED);
    for (float y = 0.3f; y < 8; y++) {
      assertThat(lattice.at(0.25f, y, 8)).isEqualTo(lattice.at(8.25f, y, 8));
      assertThat(lattice.at(y, 0.25f, 8)).isEqualTo(lattice.at(y, 8.25f, 8));
    }
    assertThat(lattice.fractal(3, 7)).isEqualTo(lattice.fractal(3 + Noise.SIZE, 7));
  }

  // ---- ink

  private static Pixels painted(Consumer<Art> painter) {
    return Studio.pixels(36, 36, SEED, painter);
  }

  /// 0xRRGGBB in the middle of a square filled with an ink, on a ground of another colour.
  private static int middle(Ink ink, int ground) {
    Pixels pixels =
        painted(art -> {
          art.fill(Shape.box(0, 0, 360, 360), Ink.of(ground));
          art.fill(Shape.box(90, 90, 180, 180), ink);
        });
    int at = 3 * (18 * 36 + 18);
    return (pixels.data()[at] & 0xFF) << 16
        | (pixels.data()[at + 1] & 0xFF) << 8
        | (pixels.data()[at + 2] & 0xFF);
  }

  @Test
  void inks_are_laid_on_in_their_ways() {
    Ink grey = Ink.of(0xFF808080);
    assertThat(middle(Ink.of(0xFF102030), 0xFFFFFFFF)).isEqualTo(0x102030);
    assertThat(middle(grey.multiply(), 0xFF404040)).isBetween(0x1F1F1F, 0x212121);
    assertThat(middle(grey.add(), 0xFF404040)).isEqualTo(0xC0C0C0);
    assertThat(middle(grey.screen(), 0xFF404040)).isBetween(0x9F9F9F, 0xA1A1A1);
    assertThat(middle(Ink.of(Tone.BLACK).alpha(0.5).alpha(0.5), Tone.WHITE))
        .isBetween(0xBEBEBE, 0xC1C1C1);
    assertThat(middle(Ink.down(0, 360, Tone.BLACK, Tone.WHITE), 0xFFFF0000))
        .isBetween(0x7C7C7C, 0x868686);
  }

  @Test
  void an_ink_is_not_changed_by_what_is_made_of_it() {
    Ink plain = Ink.of(0xFF102030);
    plain.alpha(0.1).blur(9).multiply().dashed(3, 3);
    assertThat(middle(plain, Tone.WHITE)).isEqualTo(0x102030);
  }

  @Test
  void a_soft_edge_reaches_beyond_its_shape() {
    Shape box = Shape.box(120, 120, 120, 120);
    Pixels hard = painted(art -> art.fill(box, Ink.of(Tone.BLACK)));
    Pixels soft = painted(art -> art.fill(box, Ink.of(Tone.BLACK).blur(40)));
    int beyond = 3 * (18 * 36 + 11);
    assertThat(hard.data()[beyond] & 0xFF).isEqualTo(255);
    assertThat(soft.data()[beyond] & 0xFF).isBetween(100, 250);
  }

  // ---- the canvas

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 8193})
  void a_picture_has_sides_that_can_be_painted(int side) {
    assertThatThrownBy(() -> Studio.pixels(side, 10, SEED, _ -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a drawing of " + side + " x 10 was asked for; sides are 1 to 8192");
  }

  @Test
  void the_shorter_side_is_360_units_at_every_size() {
    for (int[] size : new int[][] {{36, 36}, {72, 36}, {36, 72}, {720, 720}}) {
      Studio.pixels(
          size[0],
          size[1],
          SEED,
          art -> {
            assertThat(Math.min(art.width(), art.height())).isEqualTo(Art.SHORT);
            assertThat(art.width() / art.height()).isEqualTo((double) size[0] / size[1]);
          });
    }
  }

  @Test
  void a_jpeg_shows_what_the_pixels_do() {
    byte[] jpeg = Studio.jpeg(36, 36, SEED, art -> art.wash(Ink.of(0xFF3060A0)));
    assertThat(jpeg).startsWith(0xFF, 0xD8, 0xFF);
    assertThat(jpeg.length).isBetween(200, 3000);
  }
}
