package dev.semblance.image;

import dev.semblance.golden.Golden;
import dev.semblance.image.format.PictureFormat;
import dev.semblance.image.format.PictureStructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/// Measures what decoding JPEGs at a reduced scale costs in levels and saves in time.
///
/// Run it with `-Dsemblance.shared=FOLDER`. It prints, for drawn 12-megapixel JPEGs and for small
/// photographs, the mean and the greatest difference in levels (0 to 255) between the preprocessed
/// bytes of the full and of the reduced decode, and for the large ones the least processor time of
/// each (one thread).
final class DecodeMeasurement {
  private static final PictureDecoder DECODER = new PictureDecoder();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long SEED = 12;
  private static final int LARGE_PICTURES = 6;
  private static final int RUNS = 8;
  private static final int PHOTOGRAPHS = 300;

  private DecodeMeasurement() {}

  public static void main(String[] arguments) {
    System.out.println(
        "picture | reduced by | left to resize by | mean | worst picture's mean | max");
    measureLarge();
    measurePhotographs();
    measureScans();
  }

  /// A progressive JPEG goes over all of the picture with each of its scans.
  private static void measureScans() {
    Pixels picture = textured(2000, 1500, SEED);
    byte[] jpeg = JpegFiles.progressive(picture);
    int scans = PictureStructure.of(PictureFormat.JPEG, jpeg).scans();
    double millis = fastest(() -> decode(jpeg, DecodeBounds.full()));
    System.out.printf(
        Locale.ROOT,
        "a progressive JPEG of %d scans: %.2f ns a pixel and scan%n",
        scans,
        millis * 1e6 / scans / picture.width() / picture.height());
  }

  private static void measureLarge() {
    Preprocessing clip = Preprocessing.clip(224);
    List<byte[]> jpegs = new ArrayList<>();
    for (int i = 0; i < LARGE_PICTURES; i++) {
      jpegs.add(PictureWriter.jpeg(textured(4000, 3000, SEED + i), 90));
    }
    for (int reduction = 2; reduction <= 8; reduction *= 2) {
      Loss loss = new Loss();
      DecodeBounds bounds = reducedBy(reduction, 3000);
      for (byte[] jpeg : jpegs) {
        loss.add(decode(jpeg, DecodeBounds.full()), decode(jpeg, bounds), clip);
      }
      loss.print("drawn, 4000 x 3000", reduction, 3000.0 / reduction / 224);
    }
    byte[] jpeg = jpegs.getFirst();
    double full = fastest(() -> decode(jpeg, DecodeBounds.full()));
    double reduced = fastest(() -> decode(jpeg, DecodeBounds.forPreprocessing(clip)));
    Pixels fullPixels = decode(jpeg, DecodeBounds.full());
    Pixels reducedPixels = decode(jpeg, DecodeBounds.forPreprocessing(clip));
    Preprocessor preprocessor = new Preprocessor(clip);
    System.out.printf(
        Locale.ROOT,
        "a JPEG of %.1f MB: full %.1f ms, reduced to %d x %d %.1f ms, ratio %.2f; preprocessing"
            + " %.1f and %.1f ms%n",
        jpeg.length / 1e6,
        full,
        reducedPixels.width(),
        reducedPixels.height(),
        reduced,
        full / reduced,
        fastest(() -> preprocessor.rgb(fullPixels)),
        fastest(() -> preprocessor.rgb(reducedPixels)));
  }

  /// The photographs have short sides of 100 to 144 pixels, so a target of a quarter of that stands
  /// for 224 in a photograph of 900.
  private static void measurePhotographs() {
    Loss loss = new Loss();
    for (Pixels photograph : photographs()) {
      int shorter = Math.min(photograph.width(), photograph.height());
      byte[] jpeg = PictureWriter.jpeg(photograph, 90);
      Preprocessing clip = Preprocessing.clip(shorter / 4);
      loss.add(
          decode(jpeg, DecodeBounds.full()),
          decode(jpeg, DecodeBounds.forPreprocessing(clip)),
          clip);
    }
    loss.print(loss.pictures + " small photographs, to a quarter", 2, 2);
  }

  private static List<Pixels> photographs() {
    List<Pixels> result = new ArrayList<>();
    try (InputStream in = Files.newInputStream(Golden.shared("training/labels-b-00.tar"))) {
      for (int i = 0; i < PHOTOGRAPHS; ) {
        byte[] header = in.readNBytes(512);
        int size = Integer.parseInt(text(header, 124, 11).strip(), 8);
        byte[] content = in.readNBytes(size);
        in.skipNBytes((512 - size % 512) % 512);
        if (text(header, 0, 100).strip().endsWith(".webp")) {
          result.add(DECODER.decode(content, "photograph", DecodeBounds.full()).pixels());
          i++;
        }
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.US_ASCII).replace('\0', ' ');
  }

  private static Pixels decode(byte[] jpeg, DecodeBounds bounds) {
    return DECODER.decode(jpeg, "measured", bounds).pixels();
  }

  /// Bounds that reduce a picture by a factor.
  private static DecodeBounds reducedBy(int reduction, int shorter) {
    int target = shorter / reduction / 2;
    return DecodeBounds.full()
        .withTarget(new DecodeBounds.Target(Preprocessing.Fit.SHORTEST_AND_CROP, target, target));
  }

  private static double fastest(Supplier<Pixels> task) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      if (task.get().width() < 1) {
        throw new IllegalStateException("nothing was decoded");
      }
      best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e6);
    }
    return best;
  }

  /// Noise of every size, as in clouds and foliage, with sharp edges and fine lines over it.
  static Pixels textured(int width, int height, long seed) {
    Random random = new Random(seed);
    byte[] rgb = new byte[3 * width * height];
    float[][] noise = {noise(width, height, random), noise(width, height, random)};
    for (int i = 0; i < width * height; i++) {
      float light = 128 + 70 * noise[0][i];
      float tint = 40 * noise[1][i];
      rgb[3 * i] = level(light + tint);
      rgb[3 * i + 1] = level(light);
      rgb[3 * i + 2] = level(light - tint);
    }
    for (int i = 0; i < 60; i++) {
      int boxWidth = 2 + random.nextInt(width / 6);
      int boxHeight = 2 + random.nextInt(i % 3 == 0 ? 6 : height / 6);
      int left = random.nextInt(width - boxWidth);
      int top = random.nextInt(height - boxHeight);
      byte[] colour = new byte[3];
      random.nextBytes(colour);
      for (int y = top; y < top + boxHeight; y++) {
        for (int x = left; x < left + boxWidth; x += i % 4 == 0 ? 3 : 1) {
          System.arraycopy(colour, 0, rgb, 3 * (y * width + x), 3);
        }
      }
    }
    return new Pixels(width, height, 3, rgb);
  }

  /// Octaves of value noise, each half as large and .8 times as strong as the one before.
  private static float[] noise(int width, int height, Random random) {
    float[] result = new float[width * height];
    float strength = 1;
    for (int cell = 512; cell >= 2; cell /= 2, strength *= 0.8f) {
      int columns = width / cell + 2;
      float[] grid = new float[columns * (height / cell + 2)];
      for (int i = 0; i < grid.length; i++) {
        grid[i] = (random.nextFloat() - 0.5f) * strength;
      }
      for (int y = 0; y < height; y++) {
        int row = y / cell * columns;
        float down = (float) (y % cell) / cell;
        for (int x = 0; x < width; x++) {
          int at = row + x / cell;
          float right = (float) (x % cell) / cell;
          float upper = grid[at] * (1 - right) + grid[at + 1] * right;
          float lower = grid[at + columns] * (1 - right) + grid[at + columns + 1] * right;
          result[y * width + x] += upper * (1 - down) + lower * down;
        }
      }
    }
    return result;
  }

  private static byte level(float value) {
    return (byte) Math.clamp(Math.round(value), 0, 255);
  }

  /// Differences in levels, added up.
  private static final class Loss {
    private int pictures;
    private double sumOfMeans;
    private double worstMean;
    private int greatest;

    void add(Pixels full, Pixels reduced, Preprocessing preprocessing) {
      Preprocessor preprocessor = new Preprocessor(preprocessing);
      byte[] one = preprocessor.rgb(full).data();
      byte[] other = preprocessor.rgb(reduced).data();
      long sum = 0;
      for (int i = 0; i < one.length; i++) {
        int difference = Math.abs((one[i] & 0xff) - (other[i] & 0xff));
        sum += difference;
        greatest = Math.max(greatest, difference);
      }
      double mean = (double) sum / one.length;
      pictures++;
      sumOfMeans += mean;
      worstMean = Math.max(worstMean, mean);
    }

    void print(String what, int reduction, double left) {
      System.out.printf(
          Locale.ROOT,
          "%s | %d | %.2f | %.3f | %.3f | %d%n",
          what,
          reduction,
          left,
          sumOfMeans / pictures,
          worstMean,
          greatest);
    }
  }
}
