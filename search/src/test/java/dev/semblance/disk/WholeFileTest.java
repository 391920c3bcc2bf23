package dev.semblance.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  private static byte[] filled(int value) {
    byte[] content = new byte[20_000];
    Arrays.fill(content, (byte) value);
    return content;
  }

  @Test
  void a_file_is_made_and_replaced_and_leaves_nothing_beside_it() throws IOException {
    Path file = folder.resolve("a.json");
    WholeFile.write(file, new byte[0]);
    assertThat(file).isEmptyFile();
    WholeFile.write(file, filled(1));
    WholeFile.write(file, filled(2));
    assertThat(file).hasBinaryContent(filled(2));
    assertThat(folder).isDirectoryContaining("glob:**/a.json");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void what_a_killed_writer_left_is_written_over() throws IOException {
    Path file = folder.resolve("a.json");
    WholeFile.write(file, filled(1));
    Files.write(folder.resolve("a.json.new"), new byte[50_000]);
    assertThat(file).as("a half-written file harms nobody").hasBinaryContent(filled(1));
    WholeFile.write(file, filled(2));
    assertThat(file).hasBinaryContent(filled(2));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void a_reader_sees_the_old_content_or_the_new_and_nothing_between() throws IOException {
    Path file = folder.resolve("a.json");
    WholeFile.write(file, filled(0));
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> reader =
        CompletableFuture.supplyAsync(() -> {
          int reads = 0;
          while (!done.get()) {
            assertWhole(file);
            reads++;
          }
          return reads;
        });
    for (int i = 1; i < 40; i++) {
      WholeFile.write(file, filled(i));
    }
    done.set(true);
    reader.join();
    assertThat(file).hasBinaryContent(filled(39));
  }

  private static void assertWhole(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      assertThat(content).isEqualTo(filled(content[0]));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void without_its_folder_nothing_is_written() {
    assertThatThrownBy(() -> WholeFile.write(folder.resolve("none/a.json"), filled(1)))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(folder).isEmptyDirectory();
  }
}
