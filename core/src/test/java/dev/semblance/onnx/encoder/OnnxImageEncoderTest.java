package dev.semblance.onnx.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.image.Pixels;
import dev.semblance.image.Preprocessing;
import dev.semblance.image.Preprocessing.Alpha;
import dev.semblance.image.Preprocessing.CropRounding;
import dev.semblance.image.Preprocessing.Fit;
import dev.semblance.image.ResizeFilter;
import dev.semblance.model.Encoder.Prepared;
import dev.semblance.model.Input;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.Pooling;
import dev.semblance.model.ModelCard.VariantFile;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.onnx.rewrite.SmallGraph;
import dev.semblance.onnx.session.Networks;
import dev.semblance.onnx.session.Settings;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pictures of one colour through networks that add up each channel, so that a picture's vector is
/// its colour.
class OnnxImageEncoderTest {
  private static final String NETWORK = "image.onnx";
  private static final Offset<Double> CLOSE = within(1e-6);
  private static final Preprocessing BYTES =
      new Preprocessing(
          Fit.SQUASH,
          2,
          2,
          2,
          ResizeFilter.BICUBIC,
          CropRounding.DOWN,
          Alpha.DROP,
          0,
          1,
          List.of(0.0, 0.0, 0.0),
          List.of(1.0, 1.0, 1.0));

  private final MemoryFiles files = new MemoryFiles("m");
  private final Networks networks =
      new Networks("m", files, new Settings(1, Path.of("unused"), false));

  @AfterEach
  void close() {
    networks.close();
  }

  private OnnxImageEncoder encoder(String file, int whole, int dimension) {
    List<VariantFile> variants = List.of(new VariantFile("fp32", file));
    Graph graph = new Graph(variants, "pixels", "vector", Pooling.NONE, false, Optional.empty());
    EmbeddingSpace space = new EmbeddingSpace("m", "0".repeat(64), dimension);
    return new OnnxImageEncoder(space, BYTES, new Tower(networks, graph, file, whole));
  }

  private OnnxImageEncoder encoder(byte[] network) {
    files.with(NETWORK, network);
    return encoder(NETWORK, 3, 3);
  }

  private static byte[] network(long batch) {
    return TinyNetworks.colours(SmallGraph.FLOAT, batch, 3, 2, 2);
  }

  private static Input.Image picture(int red, int green, int blue) {
    byte[] data = new byte[5 * 4 * 3];
    for (int i = 0; i < data.length; i += 3) {
      data[i] = (byte) red;
      data[i + 1] = (byte) green;
      data[i + 2] = (byte) blue;
    }
    return new Input.Image(
        new Pixels(5, 4, 3, data), String.format(Locale.ROOT, "%d-%d-%d.png", red, green, blue));
  }

  private static void assertColour(Embedding got, int red, int green, int blue) {
    double length = Math.sqrt(red * red + green * green + blue * blue);
    float[] numbers = got.toArray();
    assertThat((double) numbers[0]).isCloseTo(red / length, CLOSE);
    assertThat((double) numbers[1]).isCloseTo(green / length, CLOSE);
    assertThat((double) numbers[2]).isCloseTo(blue / length, CLOSE);
  }

  @Test
  void red_green_and_blue_arrive_in_this_order_in_every_kind_of_network() {
    files
        .with("planes", network(-1))
        .with("byte planes", TinyNetworks.colours(SmallGraph.UINT8, -1, 3, 2, 2))
        .with("pixels", TinyNetworks.colours(SmallGraph.FLOAT, -1, 2, 2, 3))
        .with("byte pixels", TinyNetworks.colours(SmallGraph.UINT8, -1, 2, 2, 3));
    for (String file : files.list()) {
      Embedding got = encoder(file, 3, 3).embed(List.of(picture(10, 20, 200))).getFirst();
      assertColour(got, 10, 20, 200);
    }
  }

  @Test
  void pictures_keep_their_order_in_batches_of_any_size() {
    OnnxImageEncoder any = encoder(network(-1));
    List<Prepared> batch = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      batch.add(any.prepare(picture(i, 100, 50)));
    }
    List<Embedding> embeddings = any.encode(batch);
    assertThat(embeddings).hasSize(21);
    for (int i = 0; i < 21; i++) {
      assertColour(embeddings.get(i), i, 100, 50);
    }
  }

  @Test
  void a_network_of_a_fixed_batch_is_filled_with_pictures_that_nobody_gets() {
    OnnxImageEncoder pairs = encoder(network(2));
    List<Embedding> embeddings =
        pairs.embed(List.of(picture(1, 0, 0), picture(0, 1, 0), picture(0, 0, 1)));
    assertThat(embeddings).hasSize(3);
    assertColour(embeddings.get(0), 1, 0, 0);
    assertColour(embeddings.get(1), 0, 1, 0);
    assertColour(embeddings.get(2), 0, 0, 1);
  }

  @Test
  void a_smaller_space_gets_the_first_components() {
    files.with(NETWORK, network(-1));
    float[] cut = encoder(NETWORK, 3, 2).embed(List.of(picture(3, 4, 100))).getFirst().toArray();
    assertThat(cut).hasSize(2);
    assertThat((double) cut[0]).isCloseTo(.6, CLOSE);
    assertThat((double) cut[1]).isCloseTo(.8, CLOSE);
  }

  @Test
  void a_vector_without_direction_is_refused_with_the_picture_s_name() {
    OnnxImageEncoder encoder = encoder(network(-1));
    List<Prepared> batch =
        List.of(encoder.prepare(picture(9, 9, 9)), encoder.prepare(picture(0, 0, 0)));
    assertThatThrownBy(() -> encoder.encode(batch))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("m: 0-0-0.png: the vector is zero and has no direction");
  }

  @Test
  void a_vector_of_another_dimension_is_refused_with_both() {
    files.with(NETWORK, network(-1));
    OnnxImageEncoder other = encoder(NETWORK, 5, 5);
    assertThatThrownBy(() -> other.embed(List.of(picture(1, 1, 1))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("1-1-1.png: a vector of 3 components does not fit the space m (5-d");
  }

  @Test
  void a_network_that_fails_is_told_with_the_picture_and_those_beside_it() {
    byte[] broken =
        new SmallGraph()
            .input("pixels", SmallGraph.FLOAT, -1, 3, 2, 2)
            .constant("w", SmallGraph.FLOAT, new byte[4 * 7], 7)
            .node("Add", List.of("pixels", "w"), "vector")
            .output("vector", SmallGraph.FLOAT, -1, -1)
            .toBytes();
    OnnxImageEncoder encoder = encoder(broken);
    List<Prepared> batch =
        List.of(encoder.prepare(picture(1, 2, 3)), encoder.prepare(picture(4, 5, 6)));
    assertThatThrownBy(() -> encoder.encode(batch))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("1-2-3.png and 1 more: m/image.onnx: the network ");
    assertThatThrownBy(() -> encoder.encode(batch.subList(1, 2)))
        .hasMessageStartingWith("4-5-6.png: m/image.onnx: the network ");
  }
}
