package dev.semblance.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.train.net.Tensors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A process that is told to keep its memory, as a run of training is, gives it back when asked.
@Tag("slow")
class NativeMemoryTest {
  private static final int PIECES = 100;
  private static final int PIECE_MB = 4;

  @Test
  void what_a_step_kept_is_given_back() throws Exception {
    if (!hasGlibc()) {
      assertThat(NativeMemory.giveBack()).as("only glibc keeps it").isFalse();
      return;
    }
    Process process = MiniRecipe.process(Own.class, List.of()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    List<Long> megabytes =
        said.lines()
            .filter(line -> line.startsWith("resident "))
            .map(line -> Long.valueOf(line.substring("resident ".length())))
            .toList();
    assertThat(megabytes).as(said).hasSize(3);
    int all = PIECES * PIECE_MB;
    assertThat(megabytes.get(1)).as("kept: " + said).isGreaterThan(megabytes.get(0) + all * 3 / 4);
    assertThat(megabytes.get(2)).as("given back: " + said).isLessThan(megabytes.get(1) - all / 2);
  }

  private static boolean hasGlibc() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    return Files.exists(maps) && Files.readString(maps).contains("/libc.so.6");
  }

  /// The process: takes memory, lets go of most of it with some pieces in between still held, asks.
  static final class Own {
    private Own() {}

    public static void main(String[] arguments) throws IOException {
      NativeMemory.giveBack();
      List<Tensor> pieces = new ArrayList<>();
      try (PointerScope _ = new PointerScope()) {
        Tensors.floats(new float[] {1}, 1); // what is loaded on the way is there
        tell();
        for (int i = 0; i < PIECES; i++) {
          pieces.add(
              Tensors.emptyBytes(PIECE_MB, 1024, 1024).fill_(Tensors.number(1)).retainReference());
        }
      }
      for (int i = 0; i < PIECES; i++) {
        if (i % 10 != 9) {
          pieces.get(i).close();
        }
      }
      tell();
      System.out.println("gave back " + NativeMemory.giveBack());
      tell();
    }

    private static void tell() throws IOException {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("RssAnon:")) {
          System.out.println("resident " + (Long.parseLong(line.replaceAll("\\D", "")) >> 10));
        }
      }
    }
  }
}
