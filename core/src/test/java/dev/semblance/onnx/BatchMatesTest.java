package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.image.Preprocessor;
import dev.semblance.model.FolderFiles;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard.ImageSide;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.session.Batch;
import dev.semblance.onnx.session.Network;
import dev.semblance.onnx.session.NetworkFile;
import dev.semblance.onnx.session.Settings;
import dev.semblance.onnx.session.Tensor;
import dev.semblance.space.Embedding;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What other pictures in a batch do to a picture's vector: much to a network that quantises while
/// it runs, nothing to what an encoder gives (docs/decisions/0003-int8-and-batch-mates.md).
class BatchMatesTest {
  @TempDir Path cache;

  @ParameterizedTest
  @ValueSource(strings = {"clip-split", "siglip", "siglip2", "mobileclip"})
  void an_encoder_gives_each_picture_the_vector_it_has_alone(String folder) {
    GoldenModel golden = new GoldenModel(folder);
    List<Input.Image> pictures = golden.pictures();
    try (Model model = golden.open("int8")) {
      List<Embedding> together = model.requireImage().embed(pictures);
      for (int i = 0; i < pictures.size(); i++) {
        Embedding alone = model.requireImage().embed(pictures.subList(i, i + 1)).getFirst();
        assertThat(together.get(i).toArray()).as(folder + " " + i).isEqualTo(alone.toArray());
      }
      double mates = 1 - networkWithMates(model, golden, pictures);
      System.out.printf(Locale.ROOT, "%s: the network alone loses %.6f to mates%n", folder, mates);
      assertThat(mates).as("what the encoder is spared").isBetween(1e-9, 0.1);
    }
  }

  /// The smallest cosine between a picture's vector alone and beside the others.
  private double networkWithMates(Model model, GoldenModel golden, List<Input.Image> pictures) {
    ImageSide side = model.card().image().orElseThrow();
    String file =
        side.graph().files().stream()
            .filter(variant -> variant.variant().equals("int8"))
            .findFirst()
            .orElseThrow()
            .file();
    NetworkFile place =
        new NetworkFile(golden.folder(), new FolderFiles(golden.path()), file, "none");
    try (Network network = new Network(place, new Settings(1, cache, false))) {
      float[][] together = run(network, side, pictures);
      double smallest = 1;
      for (int i = 0; i < pictures.size(); i++) {
        float[] alone = run(network, side, pictures.subList(i, i + 1))[0];
        smallest = Math.min(smallest, cosine(alone, together[i]));
      }
      return smallest;
    }
  }

  private static float[][] run(Network network, ImageSide side, List<Input.Image> pictures) {
    Preprocessor preprocessor = new Preprocessor(side.preprocessing());
    try (Batch batch = new Batch()) {
      FloatBuffer values =
          batch
              .add(
                  side.graph().input(),
                  ElementType.FLOAT,
                  pictures.size(),
                  3,
                  side.preprocessing().height(),
                  side.preprocessing().width())
              .asFloatBuffer();
      for (Input.Image picture : pictures) {
        float[] numbers = new float[preprocessor.length()];
        preprocessor.write(picture.pixels(), numbers, 0);
        values.put(numbers);
      }
      String output = side.graph().output();
      Tensor out = Objects.requireNonNull(network.run(batch, Set.of(output)).get(output));
      float[][] vectors = new float[pictures.size()][];
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] = Arrays.copyOfRange(out.values(), i * out.length(1), (i + 1) * out.length(1));
      }
      return vectors;
    }
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
}
