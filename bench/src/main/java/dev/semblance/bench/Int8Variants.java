package dev.semblance.bench;

import dev.semblance.gallery.Drawing;
import dev.semblance.gallery.Gallery;
import dev.semblance.image.Preprocessing;
import dev.semblance.image.Preprocessor;
import dev.semblance.model.FolderFiles;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.rewrite.DynamicQuantizer;
import dev.semblance.onnx.rewrite.SignedWeights;
import dev.semblance.onnx.session.Batch;
import dev.semblance.onnx.session.Network;
import dev.semblance.onnx.session.NetworkFile;
import dev.semblance.onnx.session.Settings;
import dev.semblance.onnx.session.Tensor;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What the sign of int8 weights changes: pictures a second of a CLIP picture network as fp32, as
/// `_quantized` was found, with signed weights, and as `model optimize` makes it, in turns in one
/// run; how near their vectors lie; and what batch mates do to a vector.
///
/// Arguments: a folder with `onnx/vision_model.onnx` and `onnx/vision_model_quantized.onnx`, how
/// many rounds.
public final class Int8Variants {
  private static final int SIDE = 224;
  private static final int PICTURES = 32;
  private static final int BATCH = 8;
  private static final String OUTPUT = "image_embeds";

  private final List<float[]> pictures;
  private final Map<String, Network> networks;

  private Int8Variants(List<float[]> pictures, Map<String, Network> networks) {
    this.pictures = pictures;
    this.networks = networks;
  }

  /// Runs it.
  public static void main(String[] arguments) throws IOException {
    FolderFiles found = new FolderFiles(Path.of(arguments[0]));
    Path folder = Files.createTempDirectory("semblance-bench");
    FolderFiles made = new FolderFiles(folder);
    SignedWeights.write(found, "onnx/vision_model_quantized.onnx", folder.resolve("signed.onnx"));
    DynamicQuantizer.write(found, "onnx/vision_model.onnx", folder.resolve("optimized.onnx"));
    Map<String, Network> networks = new LinkedHashMap<>();
    networks.put("fp32", network(found, "onnx/vision_model.onnx"));
    networks.put("found", network(found, "onnx/vision_model_quantized.onnx"));
    networks.put("signed", network(made, "signed.onnx"));
    networks.put("optimized", network(made, "optimized.onnx"));
    Int8Variants variants = new Int8Variants(pictures(), networks);
    variants.near();
    variants.batchMates();
    variants.speeds(Integer.parseInt(arguments[1]));
    networks.values().forEach(Network::close);
    for (String file : List.of("signed.onnx", "optimized.onnx", "")) {
      Files.delete(folder.resolve(file));
    }
  }

  private static Network network(FolderFiles files, String file) {
    int threads = Runtime.getRuntime().availableProcessors();
    return new Network(
        new NetworkFile("bench", files, file, file), new Settings(threads, Path.of("."), false));
  }

  private static List<float[]> pictures() {
    Preprocessor preprocessor = new Preprocessor(Preprocessing.clip(SIDE));
    List<float[]> pictures = new ArrayList<>();
    for (Drawing drawing : Gallery.training(20261124L, PICTURES)) {
      float[] numbers = new float[preprocessor.length()];
      preprocessor.write(drawing.render(320, 256), numbers, 0);
      pictures.add(numbers);
    }
    return pictures;
  }

  private float[][] encode(String variant, List<float[]> some) {
    Network network = Objects.requireNonNull(networks.get(variant));
    try (Batch batch = new Batch()) {
      FloatBuffer values =
          batch.add("pixel_values", ElementType.FLOAT, some.size(), 3, SIDE, SIDE).asFloatBuffer();
      some.forEach(values::put);
      Tensor out = Objects.requireNonNull(network.run(batch, Set.of(OUTPUT)).get(OUTPUT));
      float[][] vectors = new float[some.size()][];
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] = Arrays.copyOfRange(out.values(), i * out.length(1), (i + 1) * out.length(1));
      }
      return vectors;
    }
  }

  private float[][] alone(String variant) {
    float[][] vectors = new float[pictures.size()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = encode(variant, pictures.subList(i, i + 1))[0];
    }
    return vectors;
  }

  private void near() {
    float[][] exact = alone("fp32");
    float[][] found = alone("found");
    float[][] signed = alone("signed");
    System.out.println("signed equal to found, bit for bit: " + Arrays.deepEquals(found, signed));
    print("found against fp32", exact, found);
    print("signed against fp32", exact, signed);
    print("optimized against fp32", exact, alone("optimized"));
  }

  private void batchMates() {
    for (String variant : networks.keySet()) {
      float[][] together = new float[pictures.size()][];
      for (int from = 0; from < together.length; from += BATCH) {
        float[][] some = encode(variant, pictures.subList(from, from + BATCH));
        System.arraycopy(some, 0, together, from, BATCH);
      }
      print(variant + " in a batch of " + BATCH + " against alone", alone(variant), together);
    }
  }

  private static void print(String what, float[][] left, float[][] right) {
    double sum = 0;
    double smallest = 1;
    for (int i = 0; i < left.length; i++) {
      double cosine = cosine(left[i], right[i]);
      sum += cosine;
      smallest = Math.min(smallest, cosine);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: cosine %.6f in the mean, %.6f at least%n",
        what,
        sum / left.length,
        smallest);
  }

  private static double cosine(float[] left, float[] right) {
    double dot = 0;
    double lefts = 0;
    double rights = 0;
    for (int i = 0; i < left.length; i++) {
      dot += (double) left[i] * right[i];
      lefts += (double) left[i] * left[i];
      rights += (double) right[i] * right[i];
    }
    return dot / Math.sqrt(lefts * rights);
  }

  private void speeds(int rounds) {
    for (int size : new int[] {1, BATCH}) {
      double[][] seconds = new double[networks.size()][rounds];
      for (int round = 0; round < rounds; round++) {
        int row = 0;
        for (String variant : networks.keySet()) {
          long start = System.nanoTime();
          for (int from = 0; from + size <= BATCH; from += size) {
            encode(variant, pictures.subList(from, from + size));
          }
          seconds[row++][round] = (System.nanoTime() - start) / 1e9;
        }
      }
      int row = 0;
      for (String variant : networks.keySet()) {
        Arrays.sort(seconds[row]);
        System.out.printf(
            Locale.ROOT,
            "batch %d, %s: %.1f pictures/s in the median of %d rounds, %.1f at best%n",
            size,
            variant,
            BATCH / seconds[row][rounds / 2],
            rounds,
            BATCH / seconds[row][0]);
        row++;
      }
    }
  }
}
