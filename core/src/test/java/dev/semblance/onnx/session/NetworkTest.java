package dev.semblance.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.golden.Golden;
import dev.semblance.model.FolderFiles;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.graph.OnnxGraph;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A network opens at its first run or ahead of it, and is closed once.
class NetworkTest {
  private static final String FILE = "text_model.onnx";
  private static final Path FOLDER = Golden.path("models/clip-split/onnx");

  @TempDir Path folder;

  private Network network(Path place) {
    FolderFiles files = new FolderFiles(place);
    return new Network(
        new NetworkFile("clip", files, FILE, "no hash"), new Settings(1, folder, false));
  }

  private static float[] run(Network network) {
    OnnxGraph graph = OnnxGraph.read(new FolderFiles(FOLDER), FILE);
    String output = graph.outputs().getFirst().name();
    try (Batch batch = new Batch()) {
      ByteBuffer ids = batch.add(graph.inputs().getFirst().name(), ElementType.INT64, 1, 4);
      ids.putLong(0, 3).putLong(8, 5).putLong(16, 7).putLong(24, 1);
      return Objects.requireNonNull(network.run(batch, Set.of(output)).get(output)).values();
    }
  }

  @Test
  void opened_ahead_it_gives_what_it_gives_opened_at_its_first_run() {
    try (Network ahead = network(FOLDER);
        Network late = network(FOLDER)) {
      ahead.openAhead();
      assertThat(run(ahead)).isEqualTo(run(late)).isNotEmpty();
      ahead.openAhead();
      assertThat(run(ahead)).isEqualTo(run(late));
    }
  }

  @Test
  void what_went_wrong_ahead_is_told_by_the_first_run() throws IOException {
    Files.write(folder.resolve(FILE), new byte[] {1, 2, 3});
    try (Network network = network(folder)) {
      network.openAhead();
      assertThatThrownBy(() -> run(network))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("clip/text_model.onnx: the network cannot be opened");
    }
  }

  @Test
  void closed_while_it_opens_ahead_it_is_closed() {
    for (int i = 0; i < 20; i++) {
      Network network = network(FOLDER);
      network.openAhead();
      network.close();
      assertThatThrownBy(() -> run(network)).isInstanceOf(IllegalStateException.class);
    }
  }
}
