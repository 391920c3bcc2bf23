package dev.semblance.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.image.Preprocessing.Alpha;
import dev.semblance.image.Preprocessing.CropRounding;
import dev.semblance.image.Preprocessing.Fit;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Preprocessing of every kind agrees with its plain twin, alone and on many threads.
class PreprocessorTwinTest {
  private static final long SEED = 20261128;

  private final Random random = new Random(SEED);

  @Test
  void agrees_with_its_plain_twin_on_random_pictures_and_settings() {
    for (int i = 0; i < 400; i++) {
      Preprocessing preprocessing = any();
      Pixels picture = noise(1 + random.nextInt(90), 1 + random.nextInt(90));
      Preprocessor preprocessor = new Preprocessor(preprocessing);
      float[] numbers = new float[preprocessor.length()];

      preprocessor.write(picture, numbers, 0);

      assertThat(numbers)
          .as(
              "seed %d, case %d: %d x %d, %s",
              SEED, i, picture.width(), picture.height(), preprocessing)
          .isEqualTo(new PlainPreprocessor(preprocessing).numbers(picture));
    }
  }

  private Preprocessing any() {
    Fit fit = one(Fit.values());
    int width = 1 + random.nextInt(40);
    int height = random.nextBoolean() ? width : 1 + random.nextInt(40);
    int resizeTo = fit == Fit.SHORTEST_AND_CROP ? 1 + random.nextInt(50) : Math.max(width, height);
    return new Preprocessing(
        fit,
        width,
        height,
        resizeTo,
        one(ResizeFilter.values()),
        one(CropRounding.values()),
        one(Alpha.values()),
        random.nextInt(256),
        random.nextBoolean() ? 1 / 255.0 : 1,
        List.of(random.nextDouble(), random.nextDouble(), 0.0),
        List.of(1.0, 0.1 + random.nextDouble(), -2.0));
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private Pixels noise(int width, int height) {
    int channels = new int[] {1, 3, 4}[random.nextInt(3)];
    byte[] data = new byte[width * height * channels];
    random.nextBytes(data);
    return new Pixels(width, height, channels, data);
  }

  @Test
  void many_threads_write_to_places_of_one_buffer() throws Exception {
    Preprocessor preprocessor = new Preprocessor(Preprocessing.clip(20));
    int length = preprocessor.length();
    int count = 64;
    FloatBuffer buffer = FloatBuffer.allocate(length * count + 5);
    FloatBuffer expected = FloatBuffer.allocate(buffer.capacity());
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Pixels picture = noise(10 + i, 40);
      int offset = 5 + i * length;
      preprocessor.write(picture, expected, offset);
      tasks.add(() -> {
        preprocessor.write(picture, buffer, offset);
        return offset;
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> task : threads.invokeAll(tasks)) {
        assertThat(task.get()).isPositive();
      }
    }

    assertThat(buffer.position()).isZero();
    assertThat(buffer.array()).as("seed %d", SEED).isEqualTo(expected.array());
  }
}
