package dev.semblance.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.hub.catalogue.Catalogue;
import dev.semblance.hub.catalogue.CatalogueEntry;
import dev.semblance.hub.pull.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is known of a model that is there: by its own files, else by the catalogue it was pulled
/// from; and of one that is broken, what is wrong.
class ModelEntryTest {
  private static final CatalogueEntry KNOWN =
      Catalogue.builtIn().find("siglip2-base-224").orElseThrow();

  @TempDir Path home;

  @Test
  void a_sound_model_says_what_it_is() throws IOException {
    Path folder = CardFolder.write(home.resolve("models/mine"), "called", "\"licence\": \"MIT\",");
    Files.writeString(Files.createDirectory(folder.resolve("below")).resolve("x"), "12345");
    ModelEntry entry = entry();
    assertThat(entry.card().orElseThrow().name()).isEqualTo("called");
    assertThat(entry.dimension()).isEqualTo(4);
    assertThat(entry.licence()).isEqualTo("MIT");
    assertThat(entry.languages()).isEmpty();
    assertThat(entry.problem()).isEmpty();
    assertThat(entry.origin()).isEmpty();
    long card = Files.size(folder.resolve("semblance.json"));
    assertThat(entry.sizeBytes()).isEqualTo(card + 10 + 5);
  }

  @Test
  void a_broken_model_is_listed_with_what_is_wrong() throws IOException {
    Path folder = CardFolder.write(home.resolve("models/mine"), "mine", "");
    Files.writeString(folder.resolve("semblance.json"), "{");
    writeOrigin(folder, KNOWN.name());
    ModelEntry entry = entry();
    assertThat(entry.card()).isEmpty();
    assertThat(entry.problem().orElseThrow()).contains("mine/semblance.json: not valid JSON");
    assertThat(entry.dimension()).isZero();
    assertThat(entry.sizeBytes()).isGreaterThan(11);
    assertThat(entry.catalogued()).contains(KNOWN);
  }

  @Test
  void a_spoiled_origin_is_what_is_wrong() throws IOException {
    Path folder = CardFolder.write(home.resolve("models/mine"), "mine", "");
    Files.writeString(folder.resolve(Origin.FILE), "[]");
    ModelEntry entry = entry();
    assertThat(entry.origin()).isEmpty();
    assertThat(entry.problem().orElseThrow())
        .isEqualTo("mine/" + Origin.FILE + ": must hold one JSON object, begins otherwise");
  }

  @Test
  void a_folder_that_cannot_be_read_is_listed_and_hides_no_other() throws IOException {
    Path around = Files.createDirectories(home.resolve("models/around"));
    Files.createSymbolicLink(around.resolve("itself"), around);
    CardFolder.write(home.resolve("models/mine"), "mine", "");
    List<ModelEntry> entries = store().list();
    assertThat(entries).extracting(ModelEntry::name).containsExactly("around", "mine");
    assertThat(entries.getFirst().problem().orElseThrow()).contains("cannot be listed");
    assertThat(entries.getLast().problem()).isEmpty();
  }

  @Test
  void what_its_files_leave_unsaid_the_catalogue_says() throws IOException {
    Path folder = CardFolder.write(home.resolve("models/mine"), "mine", "");
    assertThat(entry().licence()).isEqualTo("unknown");
    writeOrigin(folder, KNOWN.name());
    assertThat(entry().licence()).isEqualTo(KNOWN.licence()).isEqualTo("Apache-2.0");
    assertThat(entry().languages()).isEqualTo(KNOWN.languages().good());
  }

  @Test
  void its_own_files_come_before_the_catalogue() throws IOException {
    Path folder =
        CardFolder.write(
            home.resolve("models/mine"), "mine", "\"licence\": \"MIT\", \"languages\": [\"fi\"],");
    writeOrigin(folder, KNOWN.name());
    assertThat(entry().licence()).isEqualTo("MIT");
    assertThat(entry().languages()).containsExactly("fi");
  }

  @Test
  void an_entry_that_the_catalogue_no_longer_has_says_nothing() throws IOException {
    Path folder = CardFolder.write(home.resolve("models/mine"), "mine", "");
    for (String catalogue : List.of("", "withdrawn-model")) {
      writeOrigin(folder, catalogue);
      assertThat(entry().catalogued()).isEmpty();
      assertThat(entry().licence()).isEqualTo("unknown");
      assertThat(entry().languages()).isEmpty();
    }
  }

  private ModelEntry entry() {
    return store().find("mine");
  }

  private ModelStore store() {
    return new ModelStore(home.resolve("models"), home.resolve("config"), List.of());
  }

  private static void writeOrigin(Path folder, String catalogue) throws IOException {
    String json =
        String.format(
            Locale.ROOT, "{\"catalogue\": \"%s\", \"sources\": [], \"files\": []}", catalogue);
    Files.writeString(folder.resolve(Origin.FILE), json, StandardCharsets.UTF_8);
  }
}
