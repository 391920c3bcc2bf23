package dev.semblance.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.FolderFiles;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.graph.GraphWriter;
import dev.semblance.onnx.graph.MemoryFiles;
import dev.semblance.onnx.proto.ProtobufWriter;
import dev.semblance.onnx.rewrite.SmallGraph;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run gives, in which precision, to how many threads, and what it says when it fails.
class NetworkRunsTest {
  private static final int HALF = 10;
  private static final int WHOLE = 7;

  @TempDir Path folder;

  private Network network(ModelFiles files) {
    NetworkFile file = new NetworkFile("m", files, "n.onnx", "0".repeat(64));
    return new Network(file, new Settings(1, folder.resolve("cache"), false));
  }

  private Network network(SmallGraph graph) {
    graph.write(folder.resolve("n.onnx"));
    return network(new FolderFiles(folder));
  }

  private static SmallGraph doubling() {
    return new SmallGraph()
        .input("x", SmallGraph.FLOAT, -1, 2)
        .node("Add", List.of("x", "x"), "y")
        .node("Neg", List.of("x"), "z")
        .output("y", SmallGraph.FLOAT, -1, 2)
        .output("z", SmallGraph.FLOAT, -1, 2);
  }

  private static Map<String, Tensor> run(Network network, Set<String> outputs, float... x) {
    try (Batch batch = new Batch()) {
      OneRun.add(batch, "x", x, x.length / 2, 2);
      return network.run(batch, outputs);
    }
  }

  private static float[] run(Network network, float... x) {
    return Objects.requireNonNull(run(network, Set.of("y"), x).get("y")).values();
  }

  @Test
  void only_the_outputs_that_are_wanted_come_with_their_shapes() {
    try (Network network = network(doubling())) {
      Map<String, Tensor> both = run(network, Set.of("z", "y"), 1, 2, 3, 4);
      assertThat(both).containsOnlyKeys("y", "z");
      Tensor z = Objects.requireNonNull(both.get("z"));
      assertThat(z.values()).containsExactly(-1, -2, -3, -4);
      assertThat(z.rank()).isEqualTo(2);
      assertThat(z.length(1)).isEqualTo(2);
      assertThat(z).hasToString("[2, 2]");
      assertThat(run(network, Set.of("y"), 1, 2)).containsOnlyKeys("y");
    }
  }

  @Test
  void what_came_out_stays_when_batch_and_network_are_closed() {
    Tensor y;
    try (Network network = network(doubling())) {
      y = Objects.requireNonNull(run(network, Set.of("y"), 1, 2).get("y"));
      assertThat(run(network, 7, 8)).containsExactly(14, 16);
    }
    assertThat(y.values()).containsExactly(2, 4);
  }

  @Test
  void a_network_in_memory_runs_like_one_on_disk() {
    MemoryFiles files = new MemoryFiles(Map.of("n.onnx", doubling().toBytes()));
    try (Network network = network(files)) {
      assertThat(run(network, 1, 2)).containsExactly(2, 4);
    }
  }

  @Test
  void half_precision_goes_in_and_single_comes_out() {
    SmallGraph graph =
        new SmallGraph().input("x", HALF, 3).node("Neg", List.of("x"), "y").output("y", HALF, 3);
    try (Network network = network(graph);
        Batch batch = new Batch()) {
      ByteBuffer x = batch.add("x", ElementType.FLOAT16, 3);
      float[] values = {1.5f, -65504, 6e-8f};
      for (int i = 0; i < 3; i++) {
        x.putShort(2 * i, Float.floatToFloat16(values[i]));
      }
      assertThat(Objects.requireNonNull(network.run(batch, Set.of("y")).get("y")).values())
          .containsExactly(-1.5f, 65504, -Float.float16ToFloat((short) 1));
    }
  }

  @Test
  void whole_numbers_that_come_out_are_refused_by_file_and_name() {
    SmallGraph graph =
        new SmallGraph()
            .input("x", SmallGraph.FLOAT, -1, 2)
            .node("Shape", List.of("x"), "whole")
            .output("whole", WHOLE, 2);
    try (Network network = network(graph)) {
      assertThatThrownBy(() -> run(network, Set.of("whole"), 1, 2))
          .isInstanceOf(ModelException.class)
          .hasMessage("m/n.onnx: output whole holds no floating point numbers");
    }
  }

  @Test
  void a_list_of_tensors_is_no_tensor() {
    GraphWriter graph = new GraphWriter("list");
    graph.input("x", -1, 2);
    graph.node("SplitToSequence", List.of("x"), "list");
    ProtobufWriter tensor = inside(1, new ProtobufWriter().number(1, SmallGraph.FLOAT));
    ProtobufWriter type = inside(4, inside(1, tensor));
    graph.copy(12, new ProtobufWriter().text(1, "list").message(2, type).toBytes());
    try (Network network = network(new MemoryFiles(Map.of("n.onnx", graph.toBytes())))) {
      assertFails(() -> run(network, Set.of("list"), 1, 2), "output list is no tensor");
    }
  }

  private static ProtobufWriter inside(int field, ProtobufWriter message) {
    return new ProtobufWriter().message(field, message);
  }

  @Test
  void inputs_and_outputs_it_does_not_have_and_shapes_it_does_not_take_are_told() {
    try (Network network = network(doubling())) {
      assertFails(() -> run(network, Set.of("q"), 1, 2), "q");
      assertFails(() -> runOn(network, "p", 1, 2), "p");
      assertFails(() -> runOn(network, "x", 1, 3), "m/n.onnx: the network failed: ");
      assertThat(run(network, 1, 2)).as("afterwards it runs").containsExactly(2, 4);
    }
  }

  private static void runOn(Network network, String input, long... shape) {
    try (Batch batch = new Batch()) {
      batch.add(input, ElementType.FLOAT, shape);
      assertThat(network.run(batch, Set.of("y"))).isNotNull();
    }
  }

  private static void assertFails(Runnable run, String part) {
    assertThatThrownBy(run::run)
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("m/n.onnx: ")
        .hasMessageContaining(part);
  }

  @Test
  void an_id_beyond_the_table_tells_that_tokenizer_and_network_are_of_two_models() {
    SmallGraph graph =
        new SmallGraph()
            .input("ids", WHOLE, -1)
            .constant("table", SmallGraph.FLOAT, new byte[16], 2, 2)
            .node("Gather", List.of("table", "ids"), "y")
            .output("y", SmallGraph.FLOAT, -1, 2);
    try (Network network = network(graph);
        Batch batch = new Batch()) {
      batch.add("ids", ElementType.INT64, 1).putLong(0, 2);
      assertFails(() -> network.run(batch, Set.of("y")), "they belong to two models");
    }
  }

  @Test
  void once_closed_it_says_so_and_closing_again_changes_nothing() {
    Network network = network(doubling());
    network.requireOpen();
    assertThat(run(network, 1, 2)).containsExactly(2, 4);
    network.close();
    network.close();
    network.openAhead();
    assertThatThrownBy(() -> run(network, 1, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("m is closed; open it again");
    assertThatThrownBy(network::requireOpen).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void many_threads_share_one_network_and_closing_waits_for_those_that_run() throws Exception {
    Network network = network(doubling());
    CountDownLatch begun = new CountDownLatch(4);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> runs =
          List.of(0, 1, 2, 3).stream()
              .map(thread -> threads.submit(() -> runUntilClosed(network, thread, begun)))
              .toList();
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      network.close();
      for (Future<Integer> run : runs) {
        assertThat(run.get(30, TimeUnit.SECONDS)).isPositive();
      }
    }
  }

  /// How many runs there were, each of which gave what it should.
  private static int runUntilClosed(Network network, int thread, CountDownLatch begun) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    for (int runs = 0; System.nanoTime() < end; runs++) {
      try {
        float x = thread * 1_000_000f + runs;
        assertThat(run(network, x, -x)).containsExactly(2 * x, -2 * x);
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("m is closed; open it again");
        return runs;
      }
      if (runs == 0) {
        begun.countDown();
      }
    }
    throw new AssertionError("still open");
  }
}
