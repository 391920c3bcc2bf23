package dev.semblance.onnx.layout.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.onnx.layout.file.NetworkSketch;
import dev.semblance.onnx.rewrite.SmallGraph;
import org.junit.jupiter.api.Test;

/// What rclip's networks say where no file says anything.
class RclipLayoutTest {
  private static final String VOCABULARY = "tokenizer/bpe_simple_vocab_16e6.txt.gz";

  private final MemoryFiles files =
      new MemoryFiles("rclip").with(VOCABULARY, "").with("README.md", "");

  private void add(String folder, byte[] pictures, byte[] texts) {
    files.with(folder + "visual.onnx", pictures).with(folder + "textual.onnx", texts);
  }

  private static byte[] pictures(long height, long width) {
    return new SmallGraph()
        .input("input", SmallGraph.FLOAT, -1, 3, height, width)
        .output("output", SmallGraph.FLOAT, -1, 16)
        .toBytes();
  }

  private static byte[] texts(long columns) {
    return new NetworkSketch().ids("input", columns).gives("output", -1, 16).toBytes();
  }

  private ModelCard card() {
    return new RclipLayout().translate(files).orElseThrow().card();
  }

  @Test
  void sizes_come_from_the_networks_and_the_name_from_their_folder() {
    add("ViT/", pictures(48, 48), texts(20));
    files.with("ViT/visual_int8.onnx", "");
    assertThat(card().name()).isEqualTo("ViT");
    assertThat(card().text().orElseThrow().tokenizer().maxLength()).isEqualTo(20);
    assertThat(card().image().orElseThrow().preprocessing().height()).isEqualTo(48);
    assertThat(card().image().orElseThrow().graph().files()).hasSize(2);
  }

  @Test
  void networks_beside_the_tokenizer_s_folder_have_the_whole_s_name() {
    add("", pictures(48, 48), texts(20));
    assertThat(card().name()).isEqualTo("rclip");
  }

  @Test
  void pictures_that_are_not_square_are_nobody_s() {
    add("ViT/", pictures(48, 32), texts(20));
    assertThatThrownBy(this::card)
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("rclip/ViT/visual.onnx: takes pictures that are not square, input");
  }

  @Test
  void texts_of_open_length_need_a_card() {
    add("ViT/", pictures(48, 48), texts(-1));
    assertThatThrownBy(this::card)
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("rclip/ViT/textual.onnx: its input input int64 [?, ?] leaves open");
  }

  @Test
  void one_network_without_the_other_is_another_layout_s() {
    add("ViT/", pictures(48, 48), texts(20));
    files.without("ViT/textual.onnx");
    assertThat(new RclipLayout().translate(files)).isEmpty();
  }
}
