package dev.semblance.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.semblance.golden.Golden;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ResizerTest {
  private static final int CASES = 72;
  private static final List<ResizeFilter> FILTERS = List.of(ResizeFilter.values());
  private static final long SEED = 20261124;

  @TestFactory
  Stream<DynamicTest> resizes_like_pillow_to_every_byte() {
    JsonNode cases = Golden.json("pillow-resize/index.json").path("cases");
    return StreamSupport.stream(cases.spliterator(), false)
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.path("out").asText(), () -> assertEqualsReference(entry)));
  }

  @Test
  void there_are_as_many_references_as_the_readme_says() {
    assertThat(Golden.json("pillow-resize/index.json").path("cases")).hasSize(CASES);
  }

  private static void assertEqualsReference(JsonNode entry) {
    Pixels source = decoded(entry.path("src").asText());
    Pixels expected = decoded(entry.path("out").asText());
    int width = entry.path("size").path(0).asInt();
    int height = entry.path("size").path(1).asInt();
    ResizeFilter filter =
        ResizeFilter.valueOf(entry.path("filter").asText().toUpperCase(Locale.ROOT));

    Pixels resized = Resizer.resize(source, box(entry, source), width, height, filter);

    assertThat(resized.width()).isEqualTo(expected.width());
    assertThat(resized.height()).isEqualTo(expected.height());
    assertThat(resized.data()).isEqualTo(expected.data());
  }

  private static Resizer.Box box(JsonNode entry, Pixels source) {
    JsonNode box = entry.path("box");
    return box.isMissingNode() || box.isNull()
        ? Resizer.Box.of(source)
        : new Resizer.Box(
            (float) box.path(0).asDouble(),
            (float) box.path(1).asDouble(),
            (float) box.path(2).asDouble(),
            (float) box.path(3).asDouble());
  }

  private static Pixels decoded(String name) {
    byte[] bytes = Golden.bytes("pillow-resize/" + name);
    return new PictureDecoder().decode(bytes, name, DecodeBounds.full()).pixels();
  }

  @Test
  void agrees_with_its_plain_twin_on_random_sizes_boxes_and_filters() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      Pixels source = noise(random, 1 + random.nextInt(200), 1 + random.nextInt(300));
      Resizer.Box box = i % 3 == 0 ? part(source, random) : Resizer.Box.of(source);
      int width = 1 + random.nextInt(150);
      int height = i % 7 == 0 ? source.height() : 1 + random.nextInt(150);
      ResizeFilter filter = FILTERS.get(random.nextInt(FILTERS.size()));

      Pixels fast = Resizer.resize(source, box, width, height, filter);

      assertThat(fast.data())
          .as(
              "seed %d, case %d: %d x %d x %d, %s to %d x %d, %s",
              SEED,
              i,
              source.width(),
              source.height(),
              source.channels(),
              box,
              width,
              height,
              filter)
          .isEqualTo(PlainResizer.resize(source, box, width, height, filter).data());
    }
  }

  @Test
  void computes_a_window_as_it_would_the_whole() {
    Random random = new Random(SEED);
    for (int i = 0; i < 60; i++) {
      Pixels source = noise(random, 1 + random.nextInt(90), 1 + random.nextInt(400));
      int width = 1 + random.nextInt(80);
      int height = 1 + random.nextInt(80);
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      Resizer.Window window =
          new Resizer.Window(
              left,
              top,
              left + 1 + random.nextInt(width - left),
              top + 1 + random.nextInt(height - top));
      ResizeFilter filter = FILTERS.get(random.nextInt(FILTERS.size()));
      Resizer.Plan plan = new Resizer.Plan(Resizer.Box.of(source), width, height, filter, window);

      Pixels part = Resizer.resize(source, plan);

      assertThat(part.data())
          .as("seed %d, case %d: %s", SEED, i, plan)
          .isEqualTo(Resizer.crop(Resizer.resize(source, width, height, filter), window).data());
    }
  }

  @Test
  void refuses_a_box_outside_of_the_picture_and_an_empty_result() {
    Pixels source = noise(new Random(SEED), 10, 10);

    assertThatThrownBy(
            () -> Resizer.resize(source, new Resizer.Box(0, 0, 11, 5), 4, 4, ResizeFilter.BICUBIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("box up to 11.0, 5.0 reaches out of the picture of 10 x 10");
    assertThatThrownBy(() -> new Resizer.Box(3, 0, 3, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Resizer.resize(source, 0, 4, ResizeFilter.BICUBIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot resize to 0 x 4; both sides must be at least 1");
  }

  private static Pixels noise(Random random, int width, int height) {
    int channels = new int[] {1, 3, 4}[random.nextInt(3)];
    byte[] data = new byte[width * height * channels];
    random.nextBytes(data);
    return new Pixels(width, height, channels, data);
  }

  private static Resizer.Box part(Pixels source, Random random) {
    float left = random.nextFloat() * source.width() / 2;
    float top = random.nextInt(source.height() / 2 + 1);
    float right = left + 0.5f + random.nextFloat() * (source.width() - left - 0.5f);
    return new Resizer.Box(
        left, top, Math.min(right, source.width()), top + (source.height() - top) * 0.75f);
  }
}
