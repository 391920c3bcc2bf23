package dev.semblance.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Filter;
import dev.semblance.index.Items;
import dev.semblance.space.EmbeddingSpace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A writer is killed (-9) in the middle of its work, again and again.
class KilledWriterTest {
  private static final long SEED = 9;
  private static final EmbeddingSpace SPACE = Items.space("killed", 64);
  private static final int BATCH = 300;

  @TempDir Path folder;

  @Test
  @Tag("slow")
  void what_was_committed_before_a_kill_is_there_whole_and_the_next_writer_gets_in()
      throws Exception {
    LuceneIndex.create(folder, SPACE).close();
    Random random = new Random(SEED);
    int committed = 0;
    for (int round = 0; round < 4; round++) {
      int said = committed + random.nextInt(1, 12);
      killAfter(said);
      committed = batches();
      assertThat(committed).as("seed %d, round %d", SEED, round).isGreaterThanOrEqualTo(said);
    }
  }

  /// Runs a writer until it says that so many batches are committed, and kills it in the next.
  private void killAfter(int batches) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      int said = 0;
      while (said < batches) {
        said = Integer.parseInt(lines.readLine());
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /// How many batches are there; none may be there in part.
  private int batches() {
    try (LuceneIndex index = LuceneIndex.openForReading(folder)) {
      int batches = (int) index.count(new Filter.Everything()) / BATCH;
      for (int batch = 0; batch < batches; batch++) {
        assertThat(index.count(new Filter.InFolder("/" + batch))).isEqualTo(BATCH);
      }
      List<EmbeddedItem> all = new ArrayList<>();
      index.forEachEmbedded(new Filter.Everything(), all::add);
      assertThat(all).hasSize(batches * BATCH);
      return batches;
    }
  }

  /// The process that is killed: writes batch after batch and says so.
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      try (LuceneIndex index = LuceneIndex.openForWriting(Path.of(args[0]))) {
        int batch = (int) index.count(new Filter.Everything()) / BATCH;
        while (true) {
          int folder = batch++;
          index.put(
              IntStream.range(0, BATCH)
                  .mapToObj(i -> Items.embedded(SPACE, "/" + folder + "/" + i))
                  .toList());
          index.commit();
          System.out.println(batch);
        }
      }
    }
  }
}
