package dev.semblance.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.image.Pixels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final List<Drawing> DEMO = Gallery.demo();

  /// One drawing of every family.
  private static final List<Drawing> ONE_EACH = Gallery.training(9, Gallery.families().size());

  @Test
  @Tag("slow")
  void every_demo_drawing_is_a_picture_and_not_a_blank() {
    Map<String, Double> contrast = new TreeMap<>();
    for (Drawing drawing : DEMO) {
      Pixels pixels = drawing.render(96, 72);
      assertThat(pixels.width()).isEqualTo(96);
      assertThat(pixels.height()).isEqualTo(72);
      assertThat(pixels.channels()).isEqualTo(3);
      contrast.put(drawing.toString(), deviation(pixels));
    }
    assertThat(contrast).allSatisfy((name, value) -> assertThat(value).as(name).isGreaterThan(6));
  }

  @Test
  @Tag("slow")
  void no_two_demo_drawings_look_alike() {
    Map<String, String> seen = new TreeMap<>();
    for (Drawing drawing : DEMO) {
      String twin = seen.put(Arrays.toString(drawing.render(24, 18).data()), drawing.name());
      assertThat(twin).as("twin of %s", drawing).isNull();
    }
  }

  @Test
  void a_drawing_gives_the_same_bytes_again_and_on_many_threads() {
    Map<String, byte[]> first =
        ONE_EACH.stream().collect(Collectors.toMap(Drawing::name, d -> d.render(80, 60).data()));
    List<String> different =
        ONE_EACH.parallelStream()
            .filter(d -> !Arrays.equals(d.render(80, 60).data(), first.get(d.name())))
            .map(Drawing::toString)
            .toList();
    assertThat(different).isEmpty();
  }

  @Test
  void a_drawing_looks_alike_at_two_sizes() {
    for (String family : List.of("pie-chart", "road-sign", "shapes", "cat")) {
      Drawing drawing = ONE_EACH.stream().filter(d -> d.family().equals(family)).findAny().get();
      Pixels large = drawing.render(320, 240);
      Pixels small = drawing.render(80, 60);
      assertThat(difference(halved(halved(large)), small)).as(family).isLessThan(14);
    }
  }

  @Test
  void any_proportions_can_be_drawn() {
    for (Drawing drawing : ONE_EACH) {
      Pixels tall = drawing.render(40, 90);
      assertThat(deviation(tall)).as(drawing.toString()).isGreaterThan(2);
      assertThat(drawing.render(91, 40).data()).hasSize(91 * 40 * 3);
    }
    assertThat(ONE_EACH.getFirst().render(1, 1).data()).hasSize(3);
    assertThat(ONE_EACH.getFirst().render(300, 1).data()).hasSize(900);
  }

  @Test
  void a_jpeg_file_holds_the_same_picture() {
    Drawing drawing = DEMO.getFirst();
    byte[] file = drawing.jpeg(160, 120);
    Pixels decoded = new PictureDecoder().decode(file, "jpeg", DecodeBounds.full()).pixels();
    assertThat(decoded.width()).isEqualTo(160);
    assertThat(decoded.height()).isEqualTo(120);
    assertThat(difference(decoded, drawing.render(160, 120))).isLessThan(6);
    assertThat(drawing.jpeg(160, 120)).isEqualTo(file);
  }

  @Test
  void a_size_that_cannot_be_is_refused() {
    Drawing drawing = DEMO.getFirst();
    assertThatThrownBy(() -> drawing.render(0, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a drawing of 0 x 10 was asked for; sides are 1 to 8192");
    assertThatThrownBy(() -> drawing.jpeg(10, 8193)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double deviation(Pixels pixels) {
    double sum = 0;
    double squares = 0;
    for (byte value : pixels.data()) {
      sum += value & 0xFF;
      squares += (value & 0xFF) * (double) (value & 0xFF);
    }
    int n = pixels.data().length;
    return Math.sqrt(Math.max(0, squares / n - (sum / n) * (sum / n)));
  }

  /// The mean absolute difference of two pictures of one size.
  private static double difference(Pixels a, Pixels b) {
    double sum = 0;
    for (int i = 0; i < a.data().length; i++) {
      sum += Math.abs((a.data()[i] & 0xFF) - (b.data()[i] & 0xFF));
    }
    return sum / a.data().length;
  }

  private static Pixels halved(Pixels p) {
    int w = p.width() / 2;
    int h = p.height() / 2;
    byte[] data = new byte[w * h * 3];
    for (int i = 0; i < data.length; i++) {
      int x = i / 3 % w;
      int y = Math.floorDiv(i, 3 * w);
      int sum = 0;
      for (int k = 0; k < 4; k++) {
        sum += p.data()[3 * ((2 * y + k / 2) * p.width() + 2 * x + k % 2) + i % 3] & 0xFF;
      }
      data[i] = (byte) (sum / 4);
    }
    return new Pixels(w, h, 3, data);
  }
}
