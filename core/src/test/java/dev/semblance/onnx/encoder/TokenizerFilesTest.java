package dev.semblance.onnx.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.golden.Golden;
import dev.semblance.model.FolderFiles;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.session.Networks;
import dev.semblance.onnx.session.Settings;
import dev.semblance.text.TokenizerSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerFilesTest {
  private static final String FILE = "tokenizer.json";
  private static final TokenizerSpec SPEC =
      new TokenizerSpec(64, false, 0, TokenizerSpec.Cleaning.NONE);

  @TempDir Path place;
  private Path model;
  private Path kept;

  @BeforeEach
  void copy() throws IOException {
    model = Files.createDirectory(place.resolve("model"));
    kept = place.resolve("cache").resolve("tokenizers");
    Files.write(model.resolve(FILE), Golden.bytes("models/clip-split/tokenizer.json"));
  }

  @Test
  void a_large_one_is_parsed_once_and_then_read_as_it_was_kept() {
    int[] ids = encode(counted(true));
    assertThat(keptFiles()).hasSize(1);

    Counted again = counted(true);

    assertThat(encode(again)).isEqualTo(ids);
    assertThat(again.reads).isZero();
  }

  @Test
  void one_that_was_kept_by_another_version_or_in_part_is_kept_anew() throws IOException {
    int[] ids = encode(counted(true));
    Path copy = keptFiles().getFirst();
    byte[] whole = Files.readAllBytes(copy);
    for (byte[] broken : List.of(new byte[0], Arrays.copyOf(whole, whole.length / 2))) {
      Files.write(copy, broken);

      Counted again = counted(true);
      assertThat(encode(again)).isEqualTo(ids);
      assertThat(again.reads).isPositive();
      assertThat(copy).hasBinaryContent(whole);
    }
    assertThat(keptFiles()).hasSize(1);
  }

  @Test
  void another_content_is_another_tokenizer() throws IOException {
    int[] ids = encode(counted(true));
    Files.write(model.resolve(FILE), Golden.bytes("models/jina-clip-v2/tokenizer.json"));

    assertThat(encode(counted(true))).isNotEqualTo(ids);
    assertThat(keptFiles()).hasSize(2);
  }

  @Test
  void nothing_is_kept_of_small_ones_or_where_nothing_is_to_be_kept_or_can_be() throws IOException {
    encode(counted(false));
    assertThat(kept).doesNotExist();

    Files.createDirectories(place.resolve("cache"));
    Files.writeString(kept, "a file in the way");
    int[] ids = encode(counted(true));
    Files.delete(kept);

    assertThat(encode(counted(true))).isEqualTo(ids);
    assertThat(keptFiles()).hasSize(1);
    Files.write(model.resolve(FILE), Golden.bytes("models/siglip2/tokenizer.json"));
    encode(counted(true));
    assertThat(keptFiles()).hasSize(1);
  }

  @Test
  void a_broken_one_is_named_and_not_kept() throws IOException {
    Files.writeString(model.resolve(FILE), "{\"model\": 5}" + " ".repeat(100_000));

    assertThatThrownBy(() -> encode(counted(true)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("model/tokenizer.json: this tokenizer is not understood");
    assertThat(kept).doesNotExist();
  }

  private int[] encode(Counted files) {
    Settings settings = new Settings(1, place.resolve("cache"), files.prepares);
    try (Networks networks = new Networks("model", files, settings)) {
      return new TokenizerFiles(networks).read(FILE, SPEC).encode("a dog on grass").ids();
    }
  }

  private List<Path> keptFiles() {
    try (Stream<Path> files = Files.list(kept)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Counted counted(boolean prepares) {
    return new Counted(new FolderFiles(model), prepares);
  }

  /// Counts how often a content is asked for.
  private static final class Counted implements ModelFiles {
    private final ModelFiles files;
    private final boolean prepares;
    private int reads;

    Counted(ModelFiles files, boolean prepares) {
      this.files = files;
      this.prepares = prepares;
    }

    @Override
    public String name() {
      return files.name();
    }

    @Override
    public boolean has(String file) {
      return files.has(file);
    }

    @Override
    public byte[] read(String file) {
      reads++;
      return files.read(file);
    }

    @Override
    public Optional<Path> path(String file) {
      return files.path(file);
    }

    @Override
    public List<String> list() {
      return files.list();
    }
  }
}
