package dev.semblance.onnx.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.FolderFiles;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.proto.ProtobufWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Networks that are broken are rewritten or refused with a sentence, and nothing else happens.
class SpoiledNetworksTest {
  private static final long SEED = 20261128;

  @TempDir Path folder;

  /// Both ways to rewrite a network.
  private interface Rewriter {
    void write(ModelFiles files, String file, Path graph);
  }

  private static final List<Rewriter> REWRITERS =
      List.of(DynamicQuantizer::write, SignedWeights::write);

  @BeforeEach
  void put_weights_beside() throws IOException {
    Files.write(folder.resolve("w.bin"), new byte[4500]);
  }

  private static SmallGraph graph() {
    return new SmallGraph()
        .input("x", SmallGraph.FLOAT, -1, 32)
        .outside("o", SmallGraph.FLOAT, "w.bin", 100, 4096, 32, 32)
        .listed("u", SmallGraph.UINT8, new byte[] {1, 2, 3, 4}, 4)
        .constant("s", SmallGraph.FLOAT, new byte[4])
        .node("MatMul", List.of("x", "o"), "y")
        .node("", "DequantizeLinear", List.of("u", "s"), List.of(SmallGraph.whole("axis", 0)), "d")
        .output("y", SmallGraph.FLOAT, -1, 32);
  }

  private void rewrite(Rewriter rewriter, byte[] network) throws IOException {
    Files.write(folder.resolve("n.onnx"), network);
    rewriter.write(new FolderFiles(folder), "n.onnx", folder.resolve("out.onnx"));
  }

  @Test
  void the_unspoiled_one_is_rewritten() throws IOException {
    for (Rewriter rewriter : REWRITERS) {
      rewrite(rewriter, graph().toBytes());
      assertThat(folder.resolve("out.onnx")).exists();
      Files.delete(folder.resolve("out.onnx"));
    }
  }

  @Test
  void bytes_spoiled_at_random_give_a_sentence_and_no_other_error() throws IOException {
    byte[] whole = graph().toBytes();
    for (int round = 0; round < 400; round++) {
      Random random = new Random(SEED + round);
      byte[] bytes = whole.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      for (Rewriter rewriter : REWRITERS) {
        assertNoOtherError(rewriter, bytes, "seed " + (SEED + round));
      }
    }
  }

  private void assertNoOtherError(Rewriter rewriter, byte[] bytes, String as) throws IOException {
    try {
      rewrite(rewriter, bytes);
    } catch (ModelException e) {
      assertThat(e).as(as).hasMessageContaining(folder.getFileName().toString());
    } catch (RuntimeException e) {
      throw new AssertionError(as, e);
    }
  }

  private static ProtobufWriter tensor(String name, int type, long... shape) {
    ProtobufWriter tensor = new ProtobufWriter();
    for (long length : shape) {
      tensor.number(1, length);
    }
    return tensor.number(2, type).text(8, name);
  }

  private static byte[] with(ProtobufWriter tensor, String operator, List<String> inputs) {
    ProtobufWriter node = new ProtobufWriter();
    inputs.forEach(input -> node.text(1, input));
    ProtobufWriter graph =
        new ProtobufWriter()
            .message(1, node.text(2, "y").text(4, operator))
            .message(5, tensor)
            .message(5, tensor("u", SmallGraph.UINT8, 1).bytes(9, new byte[1]));
    return new ProtobufWriter().message(7, graph).toBytes();
  }

  @Test
  void shapes_that_cannot_be_counted_are_refused_by_the_weight_s_name() {
    for (long[] shape : new long[][] {{1L << 40, 1L << 40}, {-4, 4}, {1L << 61, 2}}) {
      for (Rewriter rewriter : REWRITERS) {
        byte[] network = with(tensor("w", SmallGraph.FLOAT, shape), "MatMul", List.of("x", "w"));
        assertThatThrownBy(() -> rewrite(rewriter, network))
            .isInstanceOf(ModelException.class)
            .hasMessageContaining("n.onnx")
            .hasMessageContaining("weight w of shape [" + shape[0]);
      }
    }
  }

  @Test
  void shapes_larger_than_an_array_leave_the_network_as_it_is() throws IOException {
    ProtobufWriter huge = tensor("w", SmallGraph.FLOAT, 1L << 33, 2);
    rewrite(DynamicQuantizer::write, with(huge, "MatMul", List.of("x", "w")));
    rewrite(SignedWeights::write, with(huge, "DequantizeLinear", List.of("u", "w")));
    assertThat(folder.resolve("out.onnx")).doesNotExist();
  }

  @Test
  void a_length_that_the_file_beside_does_not_have_is_not_waited_for_in_memory() {
    ProtobufWriter huge = tensor("w", SmallGraph.FLOAT, 22_000, 22_000);
    huge.message(13, new ProtobufWriter().text(1, "location").text(2, "w.bin"));
    assertThatThrownBy(
            () -> rewrite(DynamicQuantizer::write, with(huge, "MatMul", List.of("x", "w"))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("weight w of shape [22000, 22000] has 4500 bytes");
  }
}
