package dev.semblance.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.image.Pixels;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Captions that count are held against the pictures: as many connected patches of that colour.
class CountedShapesTest {
  private static final Map<String, int[]> COLOURS =
      Map.of(
          "red", new int[] {210, 50, 45},
          "blue", new int[] {44, 98, 184},
          "green", new int[] {47, 147, 80},
          "yellow", new int[] {243, 201, 40},
          "orange", new int[] {238, 127, 34},
          "purple", new int[] {122, 63, 160},
          "black", new int[] {30, 31, 36},
          "white", new int[] {247, 245, 240});
  private static final List<String> NUMBERS =
      List.of("zero", "one", "two", "three", "four", "five", "six");
  private static final int SMALLEST = 80;

  @Test
  void the_picture_holds_as_many_shapes_of_the_colour_as_the_caption_says() {
    Set<Integer> counts = new HashSet<>();
    Set<String> colours = new HashSet<>();
    for (Drawing drawing : shapes(80)) {
      String[] words = drawing.caption().split(" ");
      int count = words[0].startsWith("a") ? 1 : NUMBERS.indexOf(words[0]);
      Pixels pixels = drawing.render(240, 180);
      assertThat(patches(pixels, Objects.requireNonNull(COLOURS.get(words[1]))))
          .as(drawing.toString())
          .isEqualTo(count);
      counts.add(count);
      colours.add(words[1]);
    }
    assertThat(counts).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    assertThat(colours).isEqualTo(COLOURS.keySet());
  }

  @Test
  void the_demos_three_red_circles_are_three_and_round() {
    Drawing drawing =
        Gallery.demo().stream()
            .filter(d -> d.caption().equals("three red circles"))
            .findAny()
            .orElseThrow();
    Pixels pixels = drawing.render(480, 360);
    boolean[] red = near(pixels, Objects.requireNonNull(COLOURS.get("red")));
    int found = 0;
    for (int i = 0; i < red.length; i++) {
      if (red[i]) {
        int[] patch = fill(red, i, pixels.width());
        double box = (patch[2] - patch[1] + 1.0) * (patch[4] - patch[3] + 1.0);
        if (patch[0] > SMALLEST) {
          found++;
          assertThat(patch[0] / box).as("share of its box").isBetween(0.74, 0.83);
        }
      }
    }
    assertThat(found).isEqualTo(3);
  }

  private static List<Drawing> shapes(int count) {
    return Gallery.training(17, count * Gallery.families().size()).stream()
        .filter(d -> d.family().equals("shapes"))
        .toList();
  }

  private static int patches(Pixels pixels, int[] colour) {
    boolean[] near = near(pixels, colour);
    int found = 0;
    for (int i = 0; i < near.length; i++) {
      if (near[i] && fill(near, i, pixels.width())[0] > SMALLEST) {
        found++;
      }
    }
    return found;
  }

  /// Which pixels are nearer to the colour than to the ground, which is what most of the rim has.
  private static boolean[] near(Pixels pixels, int[] colour) {
    int[] ground = ground(pixels);
    boolean[] near = new boolean[pixels.width() * pixels.height()];
    for (int i = 0; i < near.length; i++) {
      double own = distance(pixels, i, colour);
      near[i] = own < distance(pixels, i, ground) && own < 105;
    }
    return near;
  }

  /// The mean colour along the picture's rim, where no shape is.
  private static int[] ground(Pixels pixels) {
    long[] sum = new long[3];
    int n = 0;
    for (int x = 0; x < pixels.width(); x++) {
      for (int y : new int[] {1, pixels.height() - 2}) {
        for (int c = 0; c < 3; c++) {
          sum[c] += pixels.data()[3 * (y * pixels.width() + x) + c] & 0xFF;
        }
        n++;
      }
    }
    return new int[] {(int) (sum[0] / n), (int) (sum[1] / n), (int) (sum[2] / n)};
  }

  private static double distance(Pixels pixels, int pixel, int[] colour) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double d = (pixels.data()[3 * pixel + c] & 0xFF) - colour[c];
      sum += d * d;
    }
    return Math.sqrt(sum);
  }

  /// Takes away the patch that holds a pixel; gives its size and its box: left, right, top, bottom.
  private static int[] fill(boolean[] mask, int start, int width) {
    int[] patch = {0, width, 0, Integer.MAX_VALUE, 0};
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    mask[start] = false;
    while (!open.isEmpty()) {
      int i = open.pop();
      int x = i % width;
      int y = Math.floorDiv(i, width);
      patch[0]++;
      patch[1] = Math.min(patch[1], x);
      patch[2] = Math.max(patch[2], x);
      patch[3] = Math.min(patch[3], y);
      patch[4] = Math.max(patch[4], y);
      for (int step : new int[] {-1, 1, -width, width}) {
        int next = i + step;
        boolean inside = next >= 0 && next < mask.length && Math.abs(next % width - x) <= 1;
        if (inside && mask[next]) {
          mask[next] = false;
          open.push(next);
        }
      }
    }
    return patch;
  }
}
