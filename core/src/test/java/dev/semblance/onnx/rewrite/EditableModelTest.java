package dev.semblance.onnx.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.FolderFiles;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.MemoryFiles;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.proto.ProtobufWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A changed network differs from the old one in what was changed and in no other byte.
class EditableModelTest {
  private static final byte[] FOUR = {0, 0, (byte) 128, 63};
  private static final byte[] TWO = {0, 0, 0, 64};

  @TempDir Path folder;

  private Path out() {
    return folder.resolve("out.onnx");
  }

  private static EditableModel open(SmallGraph graph) {
    return EditableModel.open(new MemoryFiles(Map.of("n.onnx", graph.toBytes())), "n.onnx");
  }

  private static SmallGraph begun() {
    return new SmallGraph().input("x", SmallGraph.FLOAT, -1, 2);
  }

  private static SmallGraph graph() {
    return begun()
        .constant("a", SmallGraph.FLOAT, FOUR, 1)
        .node("Add", List.of("x", "a"), "sum")
        .constant("b", SmallGraph.FLOAT, FOUR, 1)
        .node("", "Softmax", List.of("sum"), List.of(SmallGraph.whole("axis", 1)), "soft")
        .node("Mul", List.of("soft", "b"), "y")
        .output("y", SmallGraph.FLOAT, -1, 2);
  }

  private static Node node(EditableModel model, String operator) {
    return model.nodes().stream().filter(node -> node.is(operator)).findFirst().orElseThrow();
  }

  private byte[] written(EditableModel model) throws IOException {
    model.write(out());
    return Files.readAllBytes(out());
  }

  @Test
  void nothing_changed_is_the_same_file() throws IOException {
    try (EditableModel model = open(graph())) {
      assertThat(model.isChanged()).isFalse();
      assertThat(written(model)).isEqualTo(graph().toBytes());
    }
  }

  @Test
  void weights_and_nodes_are_changed_in_their_places_and_new_weights_stand_at_the_end()
      throws IOException {
    try (EditableModel model = open(graph())) {
      model.drop("a");
      model.replace("b", NewWeight.floats("b", List.of(1L), new float[] {2}));
      model.add(NewWeight.floats("c", List.of(), new float[] {1}));
      model.replace(node(model, "Add"), List.of(node(model, "Mul"), node(model, "Softmax")));
      assertThat(model.isChanged()).isTrue();
      SmallGraph expected =
          begun()
              .node("Mul", List.of("soft", "b"), "y")
              .node("", "Softmax", List.of("sum"), List.of(SmallGraph.whole("axis", 1)), "soft")
              .constant("b", SmallGraph.FLOAT, TWO, 1)
              .node("", "Softmax", List.of("sum"), List.of(SmallGraph.whole("axis", 1)), "soft")
              .node("Mul", List.of("soft", "b"), "y")
              .output("y", SmallGraph.FLOAT, -1, 2)
              .constant("c", SmallGraph.FLOAT, FOUR);
      assertThat(written(model)).isEqualTo(expected.toBytes());
    }
  }

  @Test
  void fields_that_nobody_knows_are_kept_before_and_after_the_graph() throws IOException {
    byte[] before = new ProtobufWriter().text(99, "before").toBytes();
    byte[] unknown = new ProtobufWriter().real(77, 1).number(78, -1).toBytes();
    byte[] after = new ProtobufWriter().text(98, "after").toBytes();
    byte[] network = joined(before, new ProtobufWriter().bytes(7, unknown).toBytes(), after);
    MemoryFiles files = new MemoryFiles(Map.of("n.onnx", network));
    try (EditableModel model = EditableModel.open(files, "n.onnx")) {
      model.add(NewWeight.floats("c", List.of(), new float[] {1}));
      byte[] weight = new ProtobufWriter().number(2, 1).text(8, "c").bytes(9, FOUR).toBytes();
      byte[] field = new ProtobufWriter().bytes(5, weight).toBytes();
      byte[] graph = new ProtobufWriter().bytes(7, joined(unknown, field)).toBytes();
      assertThat(written(model)).isEqualTo(joined(before, graph, after));
    }
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Test
  void weights_larger_than_a_chunk_are_copied_whole() throws IOException {
    byte[] large = new byte[3_000_001];
    new Random(20261128).nextBytes(large);
    SmallGraph graph = graph().constant("large", SmallGraph.UINT8, large, large.length);
    graph.write(folder.resolve("n.onnx"));
    try (EditableModel model = EditableModel.open(new FolderFiles(folder), "n.onnx")) {
      assertThat(written(model)).isEqualTo(graph.toBytes());
    }
  }

  @Test
  void numbers_from_outside_go_into_one_file_beside_the_copy_each_on_a_page() throws IOException {
    byte[] numbers = new byte[6000];
    new Random(20261128).nextBytes(numbers);
    Files.write(folder.resolve("w.bin"), numbers);
    SmallGraph graph =
        begun()
            .outside("a", SmallGraph.UINT8, "w.bin", 7, 5000, 5000)
            .outside("dropped", SmallGraph.UINT8, "w.bin", 0, 9, 9)
            .outside("b", SmallGraph.UINT8, "w.bin", 5500, 3, 3)
            .outside("changed", SmallGraph.UINT8, "w.bin", 0, 4, 4)
            .output("y", SmallGraph.FLOAT, 1);
    graph.write(folder.resolve("n.onnx"));
    try (EditableModel model = EditableModel.open(new FolderFiles(folder), "n.onnx")) {
      model.drop("dropped");
      model.replace("changed", NewWeight.floats("changed", List.of(1L), new float[] {2}));
      model.write(out());
    }
    Files.delete(folder.resolve("w.bin"));
    assertThat(OnnxGraph.read(new FolderFiles(folder), "out.onnx").externalFiles())
        .containsExactly(Map.entry("out.onnx.data", 3L * 4096 + 4));
    try (EditableModel copy = EditableModel.open(new FolderFiles(folder), "out.onnx")) {
      assertThat(numbers(copy, "a")).isEqualTo(Arrays.copyOfRange(numbers, 7, 5007));
      assertThat(numbers(copy, "b")).isEqualTo(Arrays.copyOfRange(numbers, 5500, 5503));
      assertThat(numbers(copy, "changed")).isEqualTo(TWO);
      assertThat(copy.weight("dropped")).isEmpty();
    }
  }

  private static byte[] numbers(EditableModel model, String weight) {
    return model.numbers(model.weight(weight).orElseThrow());
  }

  @Test
  void who_takes_and_who_names_a_tensor_is_known() {
    SmallGraph graph =
        graph()
            .node("Max", List.of("a", "a", ""), "largest")
            .constant("named", SmallGraph.FLOAT, FOUR, 1)
            .output("named", SmallGraph.FLOAT, 1);
    try (EditableModel model = open(graph)) {
      assertThat(model.users("a")).extracting(Node::operator).containsExactly("Add", "Max", "Max");
      assertThat(model.users("nobody")).isEmpty();
      assertThat(model.isNamedElsewhere("named")).isTrue();
      assertThat(model.isNamedElsewhere("x")).isTrue();
      assertThat(model.isNamedElsewhere("a")).isFalse();
    }
  }

  @Test
  void a_tensor_that_branches_take_or_give_is_named_elsewhere() {
    ProtobufWriter inner =
        new ProtobufWriter()
            .message(1, new ProtobufWriter().text(1, "a").text(2, "v").text(4, "Neg"))
            .message(12, new ProtobufWriter().text(1, "b"));
    ProtobufWriter branch = new ProtobufWriter().text(1, "then_branch").message(6, inner);
    ProtobufWriter loop = new ProtobufWriter().text(4, "Loop").message(5, branch);
    ProtobufWriter bodies =
        new ProtobufWriter().text(1, "bodies").message(11, new ProtobufWriter().message(1, loop));
    for (ProtobufWriter attribute : List.of(branch, bodies)) {
      SmallGraph graph = graph().node("", "If", List.of("c"), List.of(attribute), "z");
      try (EditableModel model = open(graph)) {
        assertThat(model.isNamedElsewhere("a")).isTrue();
        assertThat(model.isNamedElsewhere("b")).isTrue();
        assertThat(model.isNamedElsewhere("sum")).isFalse();
      }
    }
  }

  @Test
  void a_free_name_is_one_that_nothing_has_and_the_same_for_the_same_wish() {
    SmallGraph graph = graph().node("TopK", List.of("x", "k"), "values", "nobody_takes_it");
    try (EditableModel model = open(graph)) {
      assertThat(model.freeName("new")).isEqualTo("new").isEqualTo(model.freeName("new"));
      for (String taken : List.of("a", "x", "y", "sum", "k", "nobody_takes_it")) {
        assertThat(model.freeName(taken)).isEqualTo(taken + "_");
      }
    }
  }

  @Test
  void files_that_hold_no_graph_or_two_are_refused_by_name() {
    byte[] graph = new ProtobufWriter().text(2, "g").toBytes();
    ProtobufWriter none = new ProtobufWriter().number(1, 8);
    ProtobufWriter two = new ProtobufWriter().bytes(7, graph).bytes(7, graph);
    assertRefused(none, "it holds no graph");
    assertRefused(two, "its graph comes in several pieces");
  }

  private static void assertRefused(ProtobufWriter network, String reason) {
    MemoryFiles files = new MemoryFiles(Map.of("n.onnx", network.toBytes()));
    assertThatThrownBy(() -> EditableModel.open(files, "n.onnx"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("memory/n.onnx: the file is cut short or is no ONNX network")
        .hasMessageContaining(reason);
  }

  @Test
  void closed_twice_it_is_closed() {
    byte[] large = new byte[100_000];
    graph()
        .constant("large", SmallGraph.UINT8, large, large.length)
        .write(folder.resolve("n.onnx"));
    EditableModel model = EditableModel.open(new FolderFiles(folder), "n.onnx");
    assertThat(numbers(model, "large")).isEqualTo(large);
    model.close();
    model.close();
    assertThatThrownBy(() -> numbers(model, "large")).isInstanceOf(UncheckedIOException.class);
  }
}
