package dev.semblance.train.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.train.net.NetShape;
import dev.semblance.train.net.ResidualNet;
import dev.semblance.train.net.ResidualNet.Statistics;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.net.Weights;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was exported comes back: the same embeddings, from weights that can be trained on.
class NetImportTest {
  private static final NetShape SHAPE = new NetShape(8, List.of(12, 16), List.of(1, 2), 24, 20, 6);
  private static final int SIDE = 32;
  private static final int PICTURES = 40;

  private final PointerScope scope = new PointerScope();
  private final NoGradGuard plain = new NoGradGuard();
  private final Weights weights = new Weights();
  private final Weights again = new Weights();
  private ResidualNet net;
  private ResidualNet imported;
  private Tensor pixels;

  @BeforeEach
  void make() {
    torch.manual_seed(12);
    net = new ResidualNet(SHAPE, weights);
    pixels = torch.randn(PICTURES, 3, SIDE, SIDE);
    for (int i = 0; i < 30; i++) {
      net.features(pixels, Statistics.OF_BATCH_AND_KEPT); // statistics that fit the net
    }
    imported = new ResidualNet(SHAPE, again);
  }

  @AfterEach
  void close() {
    weights.close();
    again.close();
    plain.close();
    scope.close();
  }

  private void comeBack(boolean rounded) {
    NetImport.into(
        again, new NetExport(weights, SHAPE, rounded).toBytes(new NetExport.Reading(SIDE, SIDE)));
  }

  private float[] embedded(ResidualNet by, Statistics statistics) {
    return Tensors.toFloats(by.embeddings(by.features(pixels, statistics)));
  }

  private static void close(float[] got, float[] wanted, double tolerance) {
    assertThat(got).hasSameSizeAs(wanted);
    for (int i = 0; i < got.length; i++) {
      assertThat(got[i]).as("number " + i).isCloseTo(wanted[i], within((float) tolerance));
    }
  }

  @Test
  void an_exported_net_comes_back_and_settling_changes_nothing_of_what_it_computes() {
    float[] wanted = embedded(net, Statistics.KEPT);
    comeBack(false);
    close(embedded(imported, Statistics.KEPT), wanted, 1e-4);

    imported.settle(pixels);

    close(embedded(imported, Statistics.KEPT), wanted, 1e-4);
  }

  @Test
  void after_settling_the_statistics_of_the_batch_are_the_kept_ones() {
    comeBack(false);
    float[] wanted = embedded(imported, Statistics.KEPT);
    float[] before = embedded(imported, Statistics.OF_BATCH);
    assertThat(farthest(before, wanted)).as("norms that only add, on a batch").isGreaterThan(0.02);

    imported.settle(pixels);

    close(embedded(imported, Statistics.OF_BATCH), wanted, 1e-3);
  }

  @Test
  void filters_are_as_long_as_new_ones() {
    comeBack(false);
    imported.settle(pixels);
    again
        .all()
        .forEach((name, tensor) -> {
          if (name.endsWith(".filters")) {
            for (float square : Tensors.toFloats(tensor.square().sum(1, 2, 3))) {
              assertThat(square).as(name).isCloseTo(1, within(1e-4f));
            }
          }
        });
  }

  @Test
  void weights_stored_in_8_bits_come_back_rounded() {
    float[] wanted = embedded(net, Statistics.KEPT);
    comeBack(true);
    float[] got = embedded(imported, Statistics.KEPT);
    double cosine = 0;
    for (int i = 0; i < got.length; i++) {
      cosine += (double) got[i] * wanted[i] / PICTURES;
    }
    assertThat(cosine).isBetween(0.99, 1 + 1e-6);
    assertThat(got).isNotEqualTo(wanted);
  }

  @Test
  void the_teachers_head_stays_as_it_was() {
    float[] before = Tensors.toFloats(again.get("teacher.weight"));
    comeBack(false);
    assertThat(Tensors.toFloats(again.get("teacher.weight"))).isEqualTo(before);
  }

  @Test
  void another_net_or_no_net_is_refused() {
    byte[] model = new NetExport(weights, SHAPE, true).toBytes(new NetExport.Reading(SIDE, SIDE));
    try (Weights wider = new Weights()) {
      ResidualNet other =
          new ResidualNet(new NetShape(10, List.of(12, 16), List.of(1, 2), 24, 20, 6), wider);
      assertThat(other.shape().stem()).isEqualTo(10);
      assertThatThrownBy(() -> NetImport.into(wider, model))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("has 600 values called stem.filters, 750 are wanted");
    }
    byte[] cut = Arrays.copyOf(model, model.length / 2);
    assertThatThrownBy(() -> NetImport.into(again, cut))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no ONNX file");
    assertThatThrownBy(() -> NetImport.into(again, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 0 values called stem.filters");
  }

  private static double farthest(float[] a, float[] b) {
    double farthest = 0;
    for (int i = 0; i < a.length; i++) {
      farthest = Math.max(farthest, Math.abs(a[i] - b[i]));
    }
    return farthest;
  }
}
