package dev.semblance.onnx.layout.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.graph.TensorPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Which input takes ids, which takes pixels, and which output is the embedding.
class PortsTest {
  private static TensorPort whole(String name) {
    return new TensorPort(name, ElementType.INT64, List.of(TensorPort.FREE, TensorPort.FREE));
  }

  private static TensorPort floats(String name, Long... shape) {
    return new TensorPort(name, ElementType.FLOAT, List.of(shape));
  }

  private static OnnxGraph taking(TensorPort... inputs) {
    return new OnnxGraph(List.of(inputs), List.of(floats("out", 1L)), Set.of(), Map.of());
  }

  private static OnnxGraph giving(TensorPort... outputs) {
    return new OnnxGraph(List.of(), List.of(outputs), Set.of(), Map.of());
  }

  @Test
  void ids_are_known_by_their_usual_names_in_a_fixed_order_of_trust() {
    OnnxGraph all =
        taking(whole("attention_mask"), whole("input"), whole("text"), whole("input_ids"));
    assertThat(Ports.ids(all)).contains(whole("input_ids"));
    assertThat(Ports.ids(taking(whole("a"), whole("input"), whole("text"))))
        .contains(whole("text"));
    assertThat(Ports.ids(taking(whole("a"), whole("input")))).contains(whole("input"));
  }

  @Test
  void an_unusual_name_will_do_only_where_there_is_no_other() {
    assertThat(Ports.ids(taking(floats("pixels", 1L, 3L, 2L, 2L), whole("tokens"))))
        .contains(whole("tokens"));
    assertThat(Ports.ids(taking(whole("tokens"), whole("mask")))).isEmpty();
    assertThat(Ports.ids(taking())).isEmpty();
  }

  @Test
  void a_usual_name_with_pictures_behind_it_is_no_input_of_ids() {
    TensorPort pixels = floats("input", -1L, 3L, 224L, 224L);
    assertThat(Ports.ids(taking(pixels))).isEmpty();
    assertThat(Ports.ids(taking(pixels, whole("tokens")))).contains(whole("tokens"));
    assertThat(Ports.ids(taking(floats("input_ids", -1L, 77L)))).isEmpty();
  }

  @Test
  void ids_are_a_table_of_whole_numbers() {
    TensorPort narrow = new TensorPort("input_ids", ElementType.INT32, List.of(1L, 77L));
    TensorPort flat = new TensorPort("input_ids", ElementType.INT64, List.of(77L));
    TensorPort deep = new TensorPort("input_ids", ElementType.INT64, List.of(1L, 1L, 77L));
    assertThat(Ports.ids(taking(narrow))).contains(narrow);
    assertThat(Ports.ids(taking(flat))).isEmpty();
    assertThat(Ports.ids(taking(deep))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"INT64", "INT32"})
  void other_numbers_are_no_ids(ElementType type) {
    assertThat(Ports.ids(taking(new TensorPort("input_ids", type, List.of(1L, 7L))))).isEmpty();
  }

  @Test
  void pixels_are_the_first_input_with_four_dimensions() {
    TensorPort one = floats("b", -1L, 3L, 8L, 8L);
    TensorPort other = floats("a", -1L, 3L, 8L, 8L);
    assertThat(Ports.pixels(taking(whole("ids"), floats("x", 1L, 3L, 8L), one, other)))
        .contains(one);
    assertThat(Ports.pixels(taking(whole("ids")))).isEmpty();
  }

  @Test
  void the_output_is_the_best_name_wherever_it_stands_in_the_network() {
    OnnxGraph graph = giving(floats("pooler_output", -1L, 8L), floats("image_embeds", -1L, 4L));
    List<String> names = List.of("image_embeds", "pooler_output");
    assertThat(Ports.output(graph, names, "m/net.onnx").name()).isEqualTo("image_embeds");
    assertThat(Ports.output(graph, names.reversed(), "m/net.onnx").name())
        .isEqualTo("pooler_output");
  }

  @Test
  void a_network_without_such_an_output_is_told_what_it_has_and_what_is_understood() {
    OnnxGraph graph = giving(floats("logits", -1L, -1L), floats("states", -1L, 50L, 768L));
    assertThatThrownBy(() -> Ports.output(graph, List.of("embedding", "output"), "m/net.onnx"))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "m/net.onnx: has no output that is an embedding; it has logits float [?, ?], states"
                + " float [?, 50, 768]; understood: embedding, output");
  }
}
