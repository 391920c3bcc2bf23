package dev.semblance.hub.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.hub.source.Place.Repository;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found in a cache of huggingface_hub, and what is passed over.
class HubCacheTest {
  private static final URI HUB = URI.create("https://huggingface.co");
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path home;
  private Path models;
  private HubCache cache;

  @BeforeEach
  void fill() throws IOException {
    cache = new HubCache(home);
    models = home.resolve("models--org--name");
    write("snapshots/" + COMMIT + "/config.json", "{}");
    write("refs/main", COMMIT);
  }

  @Test
  void a_branch_leads_to_the_snapshot_of_its_commit() {
    FolderSource found = cache.find(at("main")).orElseThrow();
    assertThat(found.pin())
        .isEqualTo(new Pin("org/name", "https://huggingface.co", "main", COMMIT));
    assertThat(found.names()).containsExactly("config.json");
  }

  @Test
  void a_ref_may_have_blanks_around_it_and_a_name_in_folders() throws IOException {
    write("refs/refs/pr/1", " " + COMMIT + "\n");
    assertThat(cache.find(at("refs/pr/1")).orElseThrow().pin().commit()).isEqualTo(COMMIT);
  }

  @Test
  void a_commit_is_found_without_any_ref() {
    FolderSource found = cache.find(at(COMMIT)).orElseThrow();
    assertThat(found.pin().revision()).isEqualTo(COMMIT);
    assertThat(found.pin().commit()).isEqualTo(COMMIT);
    assertThat(cache.find(at(COMMIT.substring(0, 7)))).as("a short one").isEmpty();
  }

  @Test
  void a_branch_that_is_called_like_a_commit_is_the_branch() throws IOException {
    String other = "f".repeat(40);
    write("refs/" + other, COMMIT);
    assertThat(cache.find(at(other)).orElseThrow().pin().commit()).isEqualTo(COMMIT);
  }

  @Test
  void nothing_is_found_where_nothing_is() throws IOException {
    assertThat(cache.find(at("v2"))).as("no such ref").isEmpty();
    assertThat(cache.find(new Repository(HUB, "org/other", "main"))).isEmpty();
    assertThat(new HubCache(home.resolve("absent")).find(at("main"))).isEmpty();
    assertThat(cache.snapshot(at("main"), "f".repeat(40))).as("no such snapshot").isEmpty();
    write("refs/v3", "f".repeat(40));
    assertThat(cache.find(at("v3"))).as("a ref without a snapshot").isEmpty();
  }

  @Test
  void a_ref_that_holds_no_commit_leads_nowhere() throws IOException {
    for (String spoiled : new String[] {"", "main", "../../..", COMMIT + "0", "G".repeat(40)}) {
      write("refs/main", spoiled);
      assertThat(cache.find(at("main"))).as(spoiled).isEmpty();
    }
  }

  @Test
  void a_revision_that_is_a_folder_of_refs_or_lies_below_a_ref_is_not_there() throws IOException {
    write("refs/release/v1", COMMIT);
    assertThat(cache.find(at("release"))).isEmpty();
    assertThat(cache.find(at("main/x"))).isEmpty();
  }

  @Test
  void a_snapshot_that_is_a_file_is_none() throws IOException {
    write("snapshots/" + "e".repeat(40), "");
    assertThat(cache.find(at("e".repeat(40)))).isEmpty();
  }

  @Test
  void the_names_of_blobs_are_the_hashes_of_files() throws IOException {
    String large = "a".repeat(64);
    Path link = link("onnx/model.onnx", large, "weights");
    assertThat(link).isSymbolicLink();
    FolderSource found = cache.find(at("main")).orElseThrow();
    assertThat(found.names()).containsExactly("config.json", "onnx/model.onnx");
    assertThat(found.file("onnx/model.onnx"))
        .isEqualTo(new RemoteFile("onnx/model.onnx", 7, ContentHash.ofEtag(large)));
    assertThat(found.file("config.json").hash().kind())
        .as("a file that is no link")
        .isEqualTo(ContentHash.Kind.NONE);
    link("small.json", "b".repeat(40), "{}");
    assertThat(found.file("small.json").hash().kind()).isEqualTo(ContentHash.Kind.GIT_BLOB);
    link("strange.json", "not-a-hash", "{}");
    assertThat(found.file("strange.json").hash().kind()).isEqualTo(ContentHash.Kind.NONE);
  }

  @Test
  void a_link_whose_blob_is_gone_is_no_file() throws IOException {
    Path link = link("gone.json", "c".repeat(64), "{}");
    Files.delete(link.toRealPath());
    assertThat(cache.find(at("main")).orElseThrow().names()).containsExactly("config.json");
  }

  private Path link(String name, String blob, String content) throws IOException {
    Path target = write("blobs/" + blob, content);
    Path link = models.resolve("snapshots").resolve(COMMIT).resolve(name);
    Path in = Files.createDirectories(Objects.requireNonNull(link.getParent()));
    return Files.createSymbolicLink(link, in.relativize(target));
  }

  private Path write(String name, String content) throws IOException {
    Path file = models.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, content, StandardCharsets.UTF_8);
  }

  private static Repository at(String revision) {
    return new Repository(HUB, "org/name", revision);
  }
}
