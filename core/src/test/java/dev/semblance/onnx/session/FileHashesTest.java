package dev.semblance.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.FolderFiles;
import dev.semblance.onnx.graph.MemoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hash is that of the content, whether it was reckoned or remembered.
class FileHashesTest {
  private static final int LARGE = 100_000;
  private static final Instant EARLIER = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path place;
  private final byte[] content = new byte[LARGE];
  private Path model;
  private Path file;
  private Path cache;

  @BeforeEach
  void write() throws IOException {
    new Random(20261128).nextBytes(content);
    model = Files.createDirectory(place.resolve("model"));
    file = Files.write(model.resolve("n.onnx"), content);
    Files.setLastModifiedTime(file, FileTime.from(EARLIER));
    cache = place.resolve("cache");
  }

  private String hash(String name) {
    return new FileHashes(cache).of(new FolderFiles(model), name);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private List<Path> remembered() throws IOException {
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void hashes_are_those_of_the_standard_s_examples() throws IOException {
    Files.writeString(model.resolve("abc"), "abc", StandardCharsets.US_ASCII);
    Files.write(model.resolve("empty"), new byte[0]);
    assertThat(hash("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(hash("empty"))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(remembered()).as("small ones are read each time").isEmpty();
  }

  @Test
  void a_file_in_memory_has_the_hash_of_the_same_file_on_disk() {
    MemoryFiles files = new MemoryFiles(Map.of("n.onnx", content));
    assertThat(new FileHashes(cache).of(files, "n.onnx"))
        .isEqualTo(hash("n.onnx"))
        .isEqualTo(sha256(content));
  }

  @Test
  void a_large_file_is_read_once_and_then_known_by_path_size_and_time() throws IOException {
    String first = hash("n.onnx");
    assertThat(remembered()).hasSize(1);
    // The same size and time stand for the same content, which shows that nothing was read.
    Files.write(file, new byte[LARGE]);
    Files.setLastModifiedTime(file, FileTime.from(EARLIER));
    assertThat(hash("n.onnx")).isEqualTo(first);
  }

  @Test
  void a_file_that_changed_in_size_or_time_is_read_again() throws IOException {
    hash("n.onnx");
    byte[] longer = Arrays.copyOf(content, LARGE + 1);
    Files.write(file, longer);
    Files.setLastModifiedTime(file, FileTime.from(EARLIER));
    assertThat(hash("n.onnx")).isEqualTo(sha256(longer));
    byte[] other = new byte[LARGE];
    Files.write(file, other);
    Files.setLastModifiedTime(file, FileTime.from(EARLIER.plusSeconds(1)));
    assertThat(hash("n.onnx")).isEqualTo(sha256(other));
  }

  @Test
  void two_files_of_one_size_and_time_are_two() throws IOException {
    byte[] other = new byte[LARGE];
    Files.write(model.resolve("m.onnx"), other);
    Files.setLastModifiedTime(model.resolve("m.onnx"), FileTime.from(EARLIER));
    assertThat(hash("n.onnx")).isEqualTo(sha256(content));
    assertThat(hash("m.onnx")).isEqualTo(sha256(other));
    assertThat(hash("n.onnx")).isEqualTo(sha256(content));
  }

  @Test
  void a_link_is_known_as_the_file_it_leads_to() throws IOException {
    Path link = Files.createSymbolicLink(model.resolve("link.onnx"), file);
    assertThat(hash("link.onnx")).isEqualTo(hash("n.onnx"));
    assertThat(remembered()).hasSize(1);
    Path other = Files.write(place.resolve("other"), new byte[LARGE]);
    Files.setLastModifiedTime(other, FileTime.from(EARLIER));
    Files.delete(link);
    Files.createSymbolicLink(link, other);
    assertThat(hash("link.onnx")).isEqualTo(sha256(new byte[LARGE]));
  }

  @Test
  void a_memory_cut_short_or_of_something_else_is_not_believed() throws IOException {
    String right = hash("n.onnx");
    Path known = remembered().getFirst();
    byte[] whole = Files.readAllBytes(known);
    for (int length : new int[] {0, 1, whole.length - 64, whole.length - 1}) {
      Files.write(known, Arrays.copyOf(whole, length));
      assertThat(hash("n.onnx")).as("cut at " + length).isEqualTo(right);
      assertThat(known).as("written anew").hasBinaryContent(whole);
    }
    byte[] foreign = whole.clone();
    foreign[0] ^= 1;
    foreign[whole.length - 1] ^= 1;
    Files.write(known, foreign);
    assertThat(hash("n.onnx")).isEqualTo(right);
  }

  @Test
  void without_a_cache_the_file_is_read_each_time() throws IOException {
    Files.writeString(cache, "a file where a folder should be");
    assertThat(hash("n.onnx")).isEqualTo(sha256(content));
    Files.write(file, new byte[LARGE]);
    Files.setLastModifiedTime(file, FileTime.from(EARLIER));
    assertThat(hash("n.onnx")).isEqualTo(sha256(new byte[LARGE]));
  }

  @Test
  void many_threads_reckon_one_hash() throws IOException {
    FileHashes hashes = new FileHashes(cache);
    FolderFiles files = new FolderFiles(model);
    List<String> all =
        IntStream.range(0, 40).parallel().mapToObj(_ -> hashes.of(files, "n.onnx")).toList();
    assertThat(all).containsOnly(sha256(content));
    assertThat(remembered()).as("no half-written ones are left").hasSize(1);
  }

  @Test
  void an_absent_file_is_named() {
    assertThatThrownBy(() -> hash("absent.onnx"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("model/absent.onnx");
  }
}
