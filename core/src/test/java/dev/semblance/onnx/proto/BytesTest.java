package dev.semblance.onnx.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bytes seen through a window are those of the file, wherever one looks and in whatever order.
class BytesTest {
  private static final int LENGTH = 30_011;
  private static final long SEED = 20261128;

  @TempDir Path folder;
  private final byte[] content = new byte[LENGTH];
  private Path file;

  @BeforeEach
  void write() throws IOException {
    new Random(SEED).nextBytes(content);
    file = Files.write(folder.resolve("content"), content);
  }

  @Test
  void steps_back_and_forth_give_what_the_file_holds() throws IOException {
    Random random = new Random(SEED);
    try (FileChannel channel = FileChannel.open(file)) {
      Bytes bytes = Bytes.of(channel);
      assertThat(bytes.length()).isEqualTo(LENGTH);
      int at = 0;
      for (int step = 0; step < 5000; step++) {
        int near = at + random.nextInt(5) - 2;
        at = random.nextInt(4) == 0 ? random.nextInt(LENGTH) : Math.clamp(near, 0, LENGTH - 1);
        assertThat(bytes.get(at)).as("at " + at + ", seed " + SEED).isEqualTo(content[at]);
      }
    }
  }

  @Test
  void copies_of_every_size_equal_those_of_an_array() throws IOException {
    Random random = new Random(SEED);
    try (FileChannel channel = FileChannel.open(file)) {
      for (Bytes bytes : List.of(Bytes.of(channel), Bytes.of(content))) {
        for (int length : new int[] {0, 1, 8191, 8192, 8193, 20_000, LENGTH}) {
          int from = random.nextInt(LENGTH - length + 1);
          assertThat(bytes.copy(from, length))
              .as(length + " from " + from + ", seed " + SEED)
              .isEqualTo(Arrays.copyOfRange(content, from, from + length));
        }
        assertThat(bytes.copy(LENGTH, 0)).as("nothing at the end").isEmpty();
      }
    }
  }

  @Test
  void a_copy_is_the_caller_s_own() {
    Bytes bytes = Bytes.of(content.clone());
    Arrays.fill(bytes.copy(0, LENGTH), (byte) 0);
    assertThat(bytes.copy(0, LENGTH)).isEqualTo(content);
  }

  @Test
  void what_lies_beyond_either_end_is_refused() throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      for (Bytes bytes : List.of(Bytes.of(channel), Bytes.of(content))) {
        assertMalformed(bytes, LENGTH - 1, 2);
        assertMalformed(bytes, LENGTH - 9000, 9001);
        assertMalformed(bytes, 0, 1L << 40);
        assertMalformed(bytes, Long.MAX_VALUE, 2);
        assertMalformed(bytes, -1, 2);
        assertMalformed(bytes, 2, -1);
        assertThatExceptionOfType(MalformedGraphException.class)
            .isThrownBy(() -> bytes.get(LENGTH))
            .withMessage("it ends at byte " + LENGTH);
      }
    }
  }

  private static void assertMalformed(Bytes bytes, long from, long count) {
    assertThatExceptionOfType(MalformedGraphException.class)
        .as(count + " from " + from)
        .isThrownBy(() -> bytes.copy(from, count))
        .withMessageContaining("it ends at byte " + LENGTH);
  }

  @Test
  void a_file_that_shrinks_while_it_is_read_is_refused() throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Bytes bytes = Bytes.of(channel);
      channel.truncate(9000);
      assertThatThrownBy(() -> bytes.copy(100, 20_000))
          .isInstanceOf(MalformedGraphException.class)
          .hasMessage("it ends at byte 9000");
      assertThatThrownBy(() -> bytes.copy(8999, 2))
          .isInstanceOf(MalformedGraphException.class)
          .hasMessage("it ends at byte 9000");
    }
  }

  @Test
  void an_empty_file_and_a_closed_one_give_nothing() throws IOException {
    Path empty = Files.write(folder.resolve("empty"), new byte[0]);
    FileChannel channel = FileChannel.open(empty);
    try (channel) {
      assertThat(Bytes.of(channel).length()).isZero();
      assertThatThrownBy(() -> Bytes.of(channel).get(0))
          .isInstanceOf(MalformedGraphException.class);
    }
    FileChannel open = FileChannel.open(file);
    Bytes bytes = Bytes.of(open);
    open.close();
    assertThatThrownBy(() -> bytes.get(0)).isInstanceOf(UncheckedIOException.class);
  }
}
