package dev.semblance.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.FolderFiles;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.GraphWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A large network opens by its prepared copy, and whatever becomes of that copy, with the same
/// numbers.
class SessionOpenerTest {
  private static final int SIDE = 1100;

  @TempDir Path place;
  private final float[] x = new float[SIDE];
  private Path model;
  private Path cache;
  private float[] expected = {};

  @BeforeEach
  void write() throws IOException {
    float[] w = new float[SIDE * SIDE];
    fill(w);
    fill(x);
    GraphWriter graph = new GraphWriter("large");
    graph.input("x", -1, SIDE);
    graph.node("MatMul", List.of("x", graph.floats("w", w, SIDE, SIDE)), "h");
    graph.node("Relu", List.of("h"), "y");
    graph.output("y", -1, SIDE);
    model = Files.createDirectory(place.resolve("model"));
    cache = place.resolve("cache");
    Files.write(model.resolve("n.onnx"), graph.toBytes());
    assertThat(Files.size(model.resolve("n.onnx"))).isGreaterThan(PreparedGraphs.SMALLEST_BYTES);
    expected = run(false);
  }

  private static void fill(float[] numbers) {
    Random random = new Random(20261128);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextFloat() - .5f;
    }
  }

  private float[] run(boolean prepares) {
    NetworkFile file = new NetworkFile("m", new FolderFiles(model), "n.onnx", "0123");
    try (Network network = new Network(file, new Settings(1, cache, prepares));
        Batch batch = new Batch()) {
      OneRun.add(batch, "x", x, 1, SIDE);
      return Objects.requireNonNull(network.run(batch, Set.of("y")).get("y")).values();
    }
  }

  private Path copy() throws IOException {
    try (Stream<Path> files = Files.walk(cache.resolve("graphs"))) {
      return files.filter(file -> file.endsWith("graph.onnx")).findFirst().orElseThrow();
    }
  }

  @Test
  void unprepared_nothing_is_written() {
    assertThat(cache).doesNotExist();
  }

  @Test
  void the_second_time_the_copy_runs_and_the_original_is_not_looked_at() throws IOException {
    assertThat(run(true)).isEqualTo(expected);
    assertThat(copy()).exists();
    Files.write(model.resolve("n.onnx"), new byte[] {1, 2, 3});
    assertThat(run(true)).isEqualTo(expected);
  }

  @Test
  void a_copy_that_was_spoiled_is_made_anew() throws IOException {
    assertThat(run(true)).isEqualTo(expected);
    byte[] right = Files.readAllBytes(copy());
    Files.write(copy(), new byte[] {1, 2, 3});
    assertThat(run(true)).isEqualTo(expected);
    assertThat(copy()).hasBinaryContent(right);
  }

  @Test
  void a_copy_whose_weights_were_deleted_is_made_anew() throws IOException {
    assertThat(run(true)).isEqualTo(expected);
    Path weights = copy().resolveSibling("graph.onnx.data");
    Files.delete(weights);
    assertThat(run(true)).isEqualTo(expected);
    assertThat(weights).exists();
    Files.delete(copy());
    assertThat(run(true)).isEqualTo(expected);
    assertThat(copy()).exists();
  }

  @Test
  void without_a_place_for_the_copy_the_original_runs() throws IOException {
    Files.writeString(cache, "a file where a folder should be");
    assertThat(run(true)).isEqualTo(expected);
    assertThat(cache).isRegularFile();
  }

  @Test
  void a_network_that_cannot_be_opened_leaves_no_copy_and_its_own_complaint() throws IOException {
    byte[] whole = Files.readAllBytes(model.resolve("n.onnx"));
    whole[whole.length - 1] = 99;
    Files.write(model.resolve("n.onnx"), whole);
    assertThatThrownBy(() -> run(true))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("m/n.onnx: the network cannot be opened: ");
    try (Stream<Path> files = Files.walk(cache.resolve("graphs"))) {
      List<String> left = files.map(file -> file.getFileName().toString()).toList();
      assertThat(left).containsOnly("graphs", "0123");
    }
  }
}
