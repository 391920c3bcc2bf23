package dev.semblance.onnx.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.onnx.proto.Bytes;
import dev.semblance.onnx.proto.ProtobufReader;
import dev.semblance.onnx.proto.ProtobufWriter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Nodes are read, changed in one thing and written, and all else of them stays.
class NodeTest {
  private static final ProtobufWriter AXIS = SmallGraph.whole("axis", -1);
  private static final ProtobufWriter ALPHA =
      new ProtobufWriter().text(1, "alpha").real(2, .25f).number(20, 1);

  private static Node read(ProtobufWriter node) {
    return Node.read(new ProtobufReader(Bytes.of(node.toBytes())));
  }

  private static ProtobufWriter gemm() {
    return new ProtobufWriter()
        .text(1, "x")
        .text(1, "")
        .text(1, "w")
        .text(2, "y")
        .text(2, "second")
        .text(3, "a node")
        .text(4, "Gemm")
        .message(5, AXIS)
        .message(5, ALPHA)
        .text(7, "ai.onnx");
  }

  @Test
  void a_node_is_read_with_all_it_has_and_written_as_it_was() {
    Node node = read(gemm());
    assertThat(node.name()).isEqualTo("a node");
    assertThat(node.inputs()).containsExactly("x", "", "w");
    assertThat(node.outputs()).containsExactly("y", "second");
    assertThat(node.whole("axis", 7)).isEqualTo(-1);
    assertThat(node.real("alpha", 7)).isEqualTo(.25f);
    assertThat(node.toBytes()).isEqualTo(gemm().toBytes());
  }

  @Test
  void an_attribute_that_is_not_there_has_its_usual_value() {
    Node node = read(gemm());
    assertThat(node.whole("transA", 7)).isEqualTo(7);
    assertThat(node.real("beta", 1.5f)).isEqualTo(1.5f);
  }

  @Test
  void an_input_left_out_in_the_middle_or_at_the_end_is_none() {
    Node node = read(gemm());
    assertThat(node.input(0)).contains("x");
    assertThat(node.input(1)).isEmpty();
    assertThat(node.input(2)).contains("w");
    assertThat(node.input(3)).isEmpty();
  }

  @Test
  void another_input_takes_its_place_and_those_left_out_before_it_stay_so() {
    Node node = read(gemm());
    assertThat(node.withInput(0, "z").inputs()).containsExactly("z", "", "w");
    Node longer = node.withInput(5, "z");
    assertThat(longer.inputs()).containsExactly("x", "", "w", "", "", "z");
    assertThat(longer.withInput(5, "q").withInput(4, "p").inputs())
        .containsExactly("x", "", "w", "", "p", "q");
    assertThat(longer.attributes()).containsOnlyKeys("axis", "alpha");
    assertThat(node.inputs()).as("the old one").hasSize(3);
  }

  @Test
  void a_whole_number_more_is_written_as_the_schema_says() {
    Node node = Node.of("Cast", List.of("a"), "b").with("to", 1);
    ProtobufWriter expected =
        new ProtobufWriter()
            .text(1, "a")
            .text(2, "b")
            .text(3, "b_Cast")
            .text(4, "Cast")
            .message(5, SmallGraph.whole("to", 1));
    assertThat(node.toBytes()).isEqualTo(expected.toBytes());
    assertThat(node.with("to", 9).whole("to", 0)).as("put in the other's place").isEqualTo(9);
  }

  @Test
  void operators_of_other_makers_are_not_onnx_s_own() {
    ProtobufWriter bare = new ProtobufWriter().text(4, "Gemm");
    assertThat(read(bare).is("Gemm")).isTrue();
    assertThat(read(gemm()).is("Gemm")).isTrue();
    assertThat(read(gemm()).is("gemm")).isFalse();
    assertThat(read(new ProtobufWriter().text(4, "Gemm").text(7, "com.microsoft")).is("Gemm"))
        .isFalse();
  }

  @Test
  void what_graphs_inside_take_from_anywhere_is_remembered() {
    ProtobufWriter deep =
        new ProtobufWriter().message(1, new ProtobufWriter().text(1, "deep").text(4, "Neg"));
    ProtobufWriter body =
        new ProtobufWriter()
            .message(1, new ProtobufWriter().text(1, "shallow").text(4, "Abs"))
            .message(1, new ProtobufWriter().message(5, new ProtobufWriter().message(6, deep)))
            .message(12, new ProtobufWriter().text(1, "given"));
    Node node = read(new ProtobufWriter().message(5, new ProtobufWriter().message(11, body)));
    assertThat(node.inner()).isEqualTo(Set.of("deep", "shallow", "given"));
  }
}
