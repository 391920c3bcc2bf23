package dev.semblance.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.FolderFiles;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.rewrite.SmallGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The networks of a model are read, hashed and opened once, and closed together.
class NetworksTest {
  private static final String FILE = "onnx/n.onnx";

  @TempDir Path place;
  private Path model;

  @BeforeEach
  void write() throws IOException {
    model = Files.createDirectory(place.resolve("model"));
    Files.createDirectory(model.resolve("onnx"));
    Files.write(model.resolve("onnx/a.bin"), new byte[] {1, 2, 3, 4});
    Files.write(model.resolve("onnx/b.bin"), new byte[] {5, 6, 7, 8});
    graph().write(model.resolve(FILE));
  }

  private static SmallGraph graph() {
    return new SmallGraph()
        .input("x", SmallGraph.FLOAT, 1)
        .outside("a", SmallGraph.UINT8, "a.bin", 0, 4, 4)
        .outside("b", SmallGraph.UINT8, "b.bin", 0, 4, 4)
        .node("Neg", List.of("x"), "y")
        .output("y", SmallGraph.FLOAT, 1);
  }

  private Networks networks(boolean prepares) {
    Settings settings = new Settings(1, place.resolve("cache"), prepares);
    return new Networks("m", new FolderFiles(model), settings);
  }

  private String weights() {
    try (Networks networks = networks(false)) {
      return networks.weights(FILE);
    }
  }

  private static float run(Network network) {
    try (Batch batch = new Batch()) {
      OneRun.add(batch, "x", new float[] {7}, 1);
      return Objects.requireNonNull(network.run(batch, Set.of("y")).get("y")).values()[0];
    }
  }

  @Test
  void a_network_without_weights_beside_it_has_the_hash_of_its_file() {
    new SmallGraph()
        .node("Neg", List.of("x"), "y")
        .output("y", SmallGraph.FLOAT, 1)
        .write(model.resolve(FILE));
    try (Networks networks = networks(false)) {
      assertThat(networks.weights(FILE)).isEqualTo(networks.hash(FILE)).matches("[0-9a-f]{64}");
    }
  }

  @Test
  void every_file_with_weights_counts_and_so_does_which_is_which() throws IOException {
    String first = weights();
    assertThat(weights()).isEqualTo(first);
    byte[] a = Files.readAllBytes(model.resolve("onnx/a.bin"));
    byte[] b = Files.readAllBytes(model.resolve("onnx/b.bin"));
    Files.write(model.resolve("onnx/a.bin"), b);
    Files.write(model.resolve("onnx/b.bin"), a);
    assertThat(weights()).as("taken for one another").isNotEqualTo(first);
    Files.write(model.resolve("onnx/a.bin"), a);
    assertThat(weights()).as("the second changed").isNotEqualTo(first);
    Files.write(model.resolve("onnx/b.bin"), b);
    assertThat(weights()).isEqualTo(first);
    Files.write(model.resolve("onnx/c.bin"), a);
    assertThat(weights()).as("a file of nobody").isEqualTo(first);
    graph().output("x", SmallGraph.FLOAT, 1).write(model.resolve(FILE));
    assertThat(weights()).as("the graph changed").isNotEqualTo(first);
  }

  @Test
  void a_file_is_read_once_and_its_network_is_one_for_all() {
    try (Networks networks = networks(false)) {
      OnnxGraph graph = networks.graph(FILE);
      String weights = networks.weights(FILE);
      graph().output("x", SmallGraph.FLOAT, 1).write(model.resolve(FILE));
      assertThat(networks.graph(FILE)).isSameAs(graph);
      assertThat(networks.weights(FILE)).isEqualTo(weights);
      assertThat(networks.network(FILE)).isSameAs(networks.network(FILE));
      assertThat(networks.called(FILE)).isEqualTo("m/onnx/n.onnx");
    }
  }

  @Test
  void closing_closes_every_network_but_those_that_were_lent_to_be_run_once() {
    Networks networks = networks(false);
    Network kept = networks.network(FILE);
    try (Network lent = networks.shortLived(FILE)) {
      assertThat(run(kept)).isEqualTo(-7);
      networks.close();
      networks.close();
      assertThat(run(lent)).isEqualTo(-7);
    }
    assertThatThrownBy(() -> run(kept)).hasMessage("m is closed; open it again");
  }

  @Test
  void a_cache_is_told_only_where_copies_are_kept() {
    try (Networks keeping = networks(true);
        Networks other = networks(false)) {
      assertThat(keeping.cache("tokenizers")).contains(place.resolve("cache/tokenizers"));
      assertThat(other.cache("tokenizers")).isEmpty();
    }
  }

  @Test
  void what_was_decided_is_told_once_a_network_ran_and_of_lent_ones_never() {
    new SmallGraph()
        .input("x", SmallGraph.FLOAT, 1)
        .constant("w", SmallGraph.UINT8, new byte[] {1}, 1)
        .constant("s", SmallGraph.FLOAT, new byte[] {0, 0, (byte) 128, 63})
        .node("DequantizeLinear", List.of("w", "s"), "one")
        .node("Mul", List.of("x", "one"), "y")
        .output("y", SmallGraph.FLOAT, 1)
        .write(model.resolve(FILE));
    try (Networks networks = networks(true);
        Network lent = networks.shortLived(FILE)) {
      assertThat(run(lent)).isEqualTo(7);
      assertThat(place.resolve("cache")).as("nothing is prepared for it").doesNotExist();
      assertThat(run(networks.network(FILE))).isEqualTo(7);
      assertThat(networks.notes())
          .singleElement()
          .satisfies(note -> assertThat(note).startsWith("onnx/n.onnx: unsigned weights run"));
      assertThat(lent.note()).isEmpty();
    }
  }

  @Test
  void a_network_without_anything_to_decide_has_no_note() throws IOException {
    try (Networks networks = networks(true)) {
      assertThat(run(networks.network(FILE))).isEqualTo(-7);
      assertThat(networks.notes()).isEmpty();
    }
    try (Stream<Path> graphs = Files.walk(place.resolve("cache"))) {
      assertThat(graphs.filter(file -> file.endsWith("graph.onnx"))).as("small").isEmpty();
    }
  }
}
