package dev.semblance.train.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.image.Pixels;
import dev.semblance.image.Preprocessing;
import dev.semblance.image.ResizeFilter;
import dev.semblance.model.CardJson;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard;
import dev.semblance.onnx.OnnxModels;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.train.net.NetShape;
import dev.semblance.train.net.ResidualNet;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.net.Views;
import dev.semblance.train.net.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A net of the mini model's depth is run here by PyTorch and, as a model that is opened like any
/// other, by ONNX Runtime.
class NetExportTest {
  private static final NetShape SHAPE =
      new NetShape(8, List.of(12, 16, 24, 32), List.of(1, 2, 2, 2), 40, 20, 6);
  private static final int SIDE = 48;

  /// Neither a whole part of the other nor a float that a factor hits without rounding.
  private static final int SMALLER = 41;

  private static final long SEED = 8;

  @TempDir Path folder;
  private final Weights weights = new Weights();
  private ResidualNet net;

  @BeforeEach
  void make() {
    torch.manual_seed(SEED);
    try (PointerScope _ = new PointerScope()) {
      net = new ResidualNet(SHAPE, weights);
      // Kept statistics unlike 0 and 1, so that folding them wrongly shows.
      weights.all().forEach(NetExportTest::disturb);
    }
  }

  private static void disturb(String name, Tensor tensor) {
    // Means far over what comes out of a random net would leave nothing behind the ReLUs.
    if (name.endsWith(".mean")) {
      tensor.copy_(torch.rand(tensor.size(0)).sub(Tensors.number(0.5)).mul(Tensors.number(0.2)));
    }
    if (name.endsWith(".variance")) {
      tensor.copy_(torch.rand(tensor.size(0)).add(Tensors.number(0.5)));
    }
  }

  @AfterEach
  void close() {
    weights.close();
  }

  /// One test for both files, ONNX Runtime first: after PyTorch has run a convolution, ONNX Runtime
  /// 1.29 crashes in one of its own in the same process.
  @Test
  void onnx_runtime_agrees_with_pytorch_and_weights_of_8_bits_keep_the_direction()
      throws IOException {
    NetExport.Reading asGiven = new NetExport.Reading(SIDE, SIDE);
    float[] got = byOnnxRuntime(asGiven, false);
    float[] rounded = byOnnxRuntime(asGiven, true);
    float[] smaller = byOnnxRuntime(new NetExport.Reading(SIDE, SMALLER), false);

    float[] wanted = byPyTorch(SIDE);
    float[] wantedSmaller = byPyTorch(SMALLER);

    assertThat(got).hasSameSizeAs(wanted);
    double cosine = 0;
    for (int i = 0; i < got.length; i++) {
      assertThat(got[i]).as("seed %d, component %d", SEED, i).isCloseTo(wanted[i], within(1e-4f));
      assertThat(smaller[i])
          .as("seed %d, component %d, read smaller", SEED, i)
          .isCloseTo(wantedSmaller[i], within(1e-4f));
      cosine += (double) rounded[i] * wanted[i];
    }
    assertThat(cosine).as("seed %d", SEED).isBetween(0.99, 1 + 1e-6);
  }

  @Test
  void pictures_are_never_read_larger_than_they_are_given() {
    assertThatThrownBy(() -> new NetExport.Reading(SIDE, SIDE + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("got given 48 and read 49");
    assertThatThrownBy(() -> new NetExport.Reading(SIDE, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// The picture resampled as it is in training: a view of all of it, its light as it is.
  private float[] byPyTorch(int side) {
    try (PointerScope _ = new PointerScope()) {
      Tensor bytes = Tensors.emptyBytes(1, SIDE, SIDE, 3);
      Tensors.bytes(bytes).put(picture());
      Tensor whole = Tensors.floats(new float[] {1, 0, 0, 0, 1, 0}, 1, 2, 3);
      Tensor asItIs = Tensors.floats(new float[] {1, 1, 1, 0, 0, 0}, 1, 6);
      Tensor pixels = Views.parts(bytes, whole, asItIs, side);
      return Tensors.toFloats(net.embeddings(net.features(pixels, ResidualNet.Statistics.KEPT)));
    }
  }

  private float[] byOnnxRuntime(NetExport.Reading reading, boolean rounded) throws IOException {
    Files.write(
        folder.resolve("net.onnx"), new NetExport(weights, SHAPE, rounded).toBytes(reading));
    Files.write(folder.resolve(CardJson.FILE), CardJson.write(card()));
    try (Model model = OnnxModels.open(folder, OpenOptions.usual().withThreads(1))) {
      return model.embed(new Input.Image(new Pixels(SIDE, SIDE, 3, picture()), "noise")).toArray();
    }
  }

  private static ModelCard card() {
    ModelCard.Graph graph =
        new ModelCard.Graph(
            List.of(new ModelCard.VariantFile("fp32", "net.onnx")),
            "pixels",
            "embedding",
            ModelCard.Pooling.NONE,
            false,
            Optional.empty());
    Preprocessing rule =
        new Preprocessing(
            Preprocessing.Fit.SQUASH,
            SIDE,
            SIDE,
            SIDE,
            ResizeFilter.BILINEAR,
            Preprocessing.CropRounding.DOWN,
            Preprocessing.Alpha.OVER_WHITE,
            0,
            1 / 255.0,
            Collections.nCopies(3, ResidualNet.MEAN),
            Collections.nCopies(3, ResidualNet.DEVIATION));
    return new ModelCard(
        "tiny",
        "",
        SHAPE.dimension(),
        Optional.empty(),
        Optional.of(new ModelCard.ImageSide(graph, rule)),
        new ModelCard.Scoring(ModelCard.Link.SOFTMAX, 1, 0, "none"),
        List.of(),
        "unknown",
        List.of(),
        List.of());
  }

  private static byte[] picture() {
    byte[] picture = new byte[SIDE * SIDE * 3];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (byte) (128 + 100 * Math.sin(i * 0.013) + 20 * Math.sin(i * 1.7));
    }
    return picture;
  }
}
