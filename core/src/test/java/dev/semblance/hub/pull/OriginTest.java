package dev.semblance.hub.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.hub.HubServer;
import dev.semblance.hub.pull.Origin.Pulled;
import dev.semblance.hub.source.Pin;
import dev.semblance.model.FolderFiles;
import dev.semblance.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The file that says from where a model was pulled: written, read, spoiled, and held against the
/// files beside it.
class OriginTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final Pin HUB = new Pin("org/x", "https://huggingface.co", "main", COMMIT);

  @TempDir Path folder;

  @Test
  void what_was_written_is_read_again_whatever_names_hold() throws IOException {
    Origin origin =
        new Origin(
            "an \"entry\"",
            List.of(HUB, new Pin("C:\\models\\größe", "", "", "")),
            List.of(
                new Pulled("a b/\u2028.json", 0, "none:"),
                new Pulled("large.onnx", 9_007_199_254_740_991L, "sha256:" + "a".repeat(64))));
    Files.write(folder.resolve(Origin.FILE), origin.json());
    assertThat(Origin.of(folder)).contains(origin);
    assertThat(Origin.of(new FolderFiles(folder))).contains(origin);
    assertThat(new String(origin.json(), StandardCharsets.UTF_8))
        .doesNotContain("\r")
        .contains("\n");
  }

  @Test
  void a_folder_without_the_file_was_not_pulled() {
    assertThat(Origin.of(folder)).isEmpty();
    assertThat(Origin.of(new FolderFiles(folder))).isEmpty();
  }

  @Test
  void only_a_place_is_needed_of_a_source() throws IOException {
    write(Origin.FILE, "{\"sources\": [{\"place\": \"here\"}], \"files\": [], \"later\": 1}");
    assertThat(Origin.of(folder))
        .contains(new Origin("", List.of(new Pin("here", "", "", "")), List.of()));
  }

  @Test
  void cut_off_anywhere_it_is_spoiled_and_says_which_file_is() throws IOException {
    byte[] whole = new Origin("", List.of(HUB), List.of(pulled("a", "x"))).json();
    for (int length = 0; length < whole.length; length++) {
      Files.write(folder.resolve(Origin.FILE), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Origin.of(folder))
          .as("the first " + length + " bytes")
          .isInstanceOf(ModelException.class)
          .hasMessageStartingWith(folder.resolve(Origin.FILE) + ": ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"sources\": [{}]}|sources.place is missing",
        "{\"files\": [{\"name\": \"a\", \"hash\": \"\"}]}|files.bytes is missing",
        "{\"files\": [{\"name\": 1, \"hash\": \"\", \"bytes\": 1}]}|files.name is 1.0",
        "{\"files\": {}}|files is {}; allowed: a list of objects",
        "{\"catalogue\": []}|catalogue is []; allowed: a text"
      })
  void a_spoiled_field_is_named(String json, String complaint) throws IOException {
    write(Origin.FILE, json);
    assertThatThrownBy(() -> Origin.of(new FolderFiles(folder)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(folder.getFileName() + "/" + Origin.FILE)
        .hasMessageContaining(complaint);
  }

  @Test
  void a_file_that_cannot_be_read_is_no_spoiled_one() throws IOException {
    Files.createDirectory(folder.resolve(Origin.FILE));
    assertThatThrownBy(() -> Origin.of(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void files_that_are_as_they_were_differ_in_nothing_whatever_lies_beside_them()
      throws IOException {
    write("a.json", "{}");
    write("empty", "");
    write("added-since", "x");
    Origin origin =
        new Origin("", List.of(), List.of(pulled("a.json", "{}"), pulled("empty", ""), unknown()));
    write("unknown", "abc");
    assertThat(origin.differences(folder)).isEmpty();
  }

  @Test
  void each_difference_is_a_sentence_in_the_order_of_the_files() throws IOException {
    Origin origin =
        new Origin(
            "",
            List.of(),
            List.of(pulled("z", "xyz"), pulled("gone", "x"), unknown(), pulled("a", "abc")));
    write("z", "xy");
    write("a", "abd");
    write("unknown", "any");
    assertThat(origin.differences(folder))
        .containsExactly(
            "z has 2 bytes, it had 3",
            "gone is no longer there",
            "a has another content than when it was pulled");
  }

  @Test
  void a_name_that_leads_out_of_the_folder_is_not_followed() {
    Origin origin = new Origin("", List.of(), List.of(new Pulled("../other", 1, "none:")));
    assertThatThrownBy(() -> origin.differences(folder))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("../other");
  }

  @Test
  void it_covers_what_has_no_more_files_and_the_same_contents() {
    Origin three = origin(pulled("a", "1"), pulled("b", "2"), pulled("c", "3"));
    assertThat(three.covers(three)).isTrue();
    assertThat(three.covers(origin(pulled("c", "3"), pulled("a", "1")))).isTrue();
    assertThat(three.covers(origin())).isTrue();
    assertThat(three.covers(origin(pulled("a", "1"), pulled("d", "4")))).isFalse();
    assertThat(three.covers(origin(pulled("a", "2")))).as("another content").isFalse();
    assertThat(origin().covers(three)).isFalse();
  }

  @Test
  void where_nobody_announced_a_hash_the_size_decides() {
    Origin there = origin(pulled("a", "1"));
    assertThat(there.covers(origin(new Pulled("a", 1, "none:")))).isTrue();
    assertThat(there.covers(origin(new Pulled("a", 2, "none:")))).isFalse();
    assertThat(there.covers(origin(new Pulled("b", 1, "none:")))).isFalse();
  }

  @Test
  void it_keeps_its_own_lists() {
    List<Pulled> files = new ArrayList<>(List.of(pulled("a", "1")));
    Origin origin = new Origin("", List.of(), files);
    files.clear();
    assertThat(origin.files()).hasSize(1);
  }

  private static Origin origin(Pulled... files) {
    return new Origin("", List.of(HUB), List.of(files));
  }

  private static Pulled pulled(String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new Pulled(name, bytes.length, "git-sha1:" + HubServer.gitBlob(bytes));
  }

  private static Pulled unknown() {
    return new Pulled("unknown", 3, "none:");
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
