package dev.semblance.hub.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
  private static final URI HUB = URI.create("https://huggingface.co");

  @TempDir Path home;

  @Test
  void understands_a_repository_with_and_without_revision() {
    assertThat(parse("org/name", "")).isEqualTo(new Place.Repository(HUB, "org/name", "main"));
    assertThat(parse("org/name", "v2")).isEqualTo(new Place.Repository(HUB, "org/name", "v2"));
    assertThat(parse("org/name", "").name()).isEqualTo("name");
  }

  @Test
  void understands_the_address_of_a_page() {
    URI mirror = URI.create("http://mirror:8080/hf");
    assertThat(parse("https://huggingface.co/org/name", ""))
        .isEqualTo(new Place.Repository(HUB, "org/name", "main"));
    assertThat(parse("https://huggingface.co/org/name/tree/v2/", ""))
        .isEqualTo(new Place.Repository(HUB, "org/name", "v2"));
    assertThat(parse("http://mirror:8080/hf/org/name", "v3"))
        .isEqualTo(new Place.Repository(mirror, "org/name", "v3"));
  }

  @Test
  void a_folder_that_is_there_comes_first() throws IOException {
    Path folder = Files.createDirectories(home.resolve("org/name"));
    assertThat(parse("org/name", "")).isEqualTo(new Place.Folder(folder));
    assertThat(parse("./org/name", "")).isEqualTo(new Place.Folder(folder));
    assertThat(parse(folder.toUri().toString(), "")).isEqualTo(new Place.Folder(folder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "a/b/c",
        "org/a..b",
        "../nowhere-beside-it",
        "/nowhere",
        "org/na me",
        "https://huggingface.co/name",
        "file:///nowhere",
        ""
      })
  void refuses_what_is_neither(String written) {
    assertThatThrownBy(() -> parse(written, ""))
        .hasMessageMatching("(?s).*(ORG/REPO|no such folder).*");
  }

  @Test
  void refuses_a_revision_that_climbs() {
    assertThatThrownBy(() -> parse("org/name", "../../x")).hasMessageContaining("revision");
  }

  private Place parse(String written, String revision) {
    return Place.parse(written, revision, HUB, home);
  }
}
