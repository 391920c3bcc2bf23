package dev.semblance.hub.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder on disk as a place that models are pulled from.
class FolderSourceTest {
  @TempDir Path home;

  @Test
  void names_files_below_sorted_but_not_what_is_hidden_at_the_top() throws IOException {
    write("model/onnx/model.onnx", "weights");
    write("model/config.json", "{}");
    write("model/.git/HEAD", "ref");
    write("model/.DS_Store", "");
    assertThat(source().names()).containsExactly("config.json", "onnx/model.onnx");
  }

  @Test
  void a_folder_is_pinned_by_its_path_alone() throws IOException {
    write("model/config.json", "{}");
    assertThat(source().pin()).isEqualTo(new Pin(home.resolve("model").toString(), "", "", ""));
  }

  @Test
  void a_name_that_another_system_cannot_write_is_refused() throws IOException {
    write("model/a:b.json", "{}");
    assertThatThrownBy(() -> source().names())
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(home.resolve("model") + ": names a file \"a:b.json\"");
  }

  @Test
  void a_file_is_copied_over_what_a_broken_off_pull_left() throws IOException {
    write("model/onnx/model.onnx", "the weights");
    Path part = Files.writeString(home.resolve("x.part"), "another beginning, and longer");
    List<Long> progress = new ArrayList<>();
    RemoteFile file = source().file("onnx/model.onnx");
    assertThat(file).isEqualTo(new RemoteFile("onnx/model.onnx", 11, ContentHash.ofEtag("")));
    assertThat(source().fetch(file, part, progress::add)).isTrue();
    assertThat(part).hasContent("the weights");
    assertThat(progress).containsExactly(11L);
  }

  @Test
  void a_link_is_copied_as_the_file_it_leads_to() throws IOException {
    Path elsewhere = write("elsewhere", "content");
    Files.createSymbolicLink(write("model/a", "").resolveSibling("link.json"), elsewhere);
    Path part = home.resolve("x.part");
    assertThat(source().fetch(source().file("link.json"), part, _ -> {})).isTrue();
    assertThat(Files.isSymbolicLink(part)).isFalse();
    assertThat(part).hasContent("content");
  }

  @Test
  void a_hash_is_the_name_of_a_blob_only_in_a_folder_called_blobs() throws IOException {
    String hash = "d".repeat(64);
    write("model/" + hash, "x");
    write("model/blobs/" + hash, "x");
    assertThat(source().file(hash).hash().kind()).isEqualTo(ContentHash.Kind.NONE);
    assertThat(source().file("blobs/" + hash).hash().hex()).isEqualTo(hash);
  }

  @Test
  void a_file_that_went_away_is_named() throws IOException {
    write("model/config.json", "{}");
    assertThatThrownBy(() -> source().file("gone.json"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(home.resolve("model/gone.json") + ": cannot be read")
        .hasCauseInstanceOf(NoSuchFileException.class);
  }

  @Test
  void it_has_a_file_when_name_and_size_are_the_same() throws IOException {
    write("model/config.json", "{}");
    FolderSource source = source();
    assertThat(source.has(source.file("config.json"))).isTrue();
    assertThat(source.has(new RemoteFile("config.json", 3, ContentHash.ofEtag("")))).isFalse();
    assertThat(source.has(new RemoteFile("absent", 0, ContentHash.ofEtag("")))).isFalse();
    write("model/onnx/a", "");
    long bytes = Files.size(home.resolve("model/onnx"));
    assertThat(source.has(new RemoteFile("onnx", bytes, ContentHash.ofEtag(""))))
        .as("a folder is no file")
        .isFalse();
  }

  private FolderSource source() {
    return FolderSource.of(new Place.Folder(home.resolve("model")));
  }

  private Path write(String name, String content) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, content);
  }
}
