package dev.semblance.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.hub.http.HubSettings;
import dev.semblance.hub.pull.FileSelection;
import dev.semblance.hub.pull.Origin;
import dev.semblance.hub.pull.PullListener;
import dev.semblance.hub.pull.PullReport;
import dev.semblance.hub.pull.PullRequest;
import dev.semblance.hub.source.Place;
import dev.semblance.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Models by name: in which order they are looked for, how one is chosen, pulled and removed.
class ModelStoreTest {
  @TempDir Path home;
  private Path models;
  private ModelStore store;

  @BeforeEach
  void open_a_store() {
    models = home.resolve("models");
    store =
        new ModelStore(
            models,
            home.resolve("config"),
            List.of(
                CardFolder.builtIn(home.resolve("jar/second"), "second"),
                CardFolder.builtIn(home.resolve("jar/mini"), "mini")));
  }

  @Test
  void lists_those_built_in_first_each_by_name() {
    assertThat(store.list()).extracting(ModelEntry::name).containsExactly("mini", "second");
    install("b");
    install("a");
    assertThat(store.list())
        .extracting(ModelEntry::name)
        .containsExactly("mini", "second", "a", "b");
    assertThat(store.list())
        .extracting(ModelEntry::where)
        .containsExactly(
            "built in", "built in", models.resolve("a").toString(), models.resolve("b").toString());
  }

  @Test
  void neither_hidden_folders_nor_files_are_models_but_links_to_folders_are() throws IOException {
    install(".pull");
    Files.writeString(models.resolve("notes.txt"), "");
    Files.createSymbolicLink(
        models.resolve("linked"), CardFolder.write(home.resolve("elsewhere"), "x", ""));
    assertThat(store.list())
        .extracting(ModelEntry::name)
        .containsExactly("mini", "second", "linked");
    assertThat(store.find("linked").problem()).isEmpty();
  }

  @Test
  void a_name_is_first_a_built_in_model_then_an_installed_one_then_a_path() {
    install("mini");
    assertThat(store.find("mini").where()).isEqualTo("built in");
    Path folder = install("mine");
    assertThat(store.find("mine").name()).isEqualTo("mine");
    ModelEntry byPath = store.find(folder.toString());
    assertThat(byPath.name()).isEqualTo(folder.toString());
    assertThat(byPath.card()).isEqualTo(store.find("mine").card());
    assertThat(store.files("mine").name()).isEqualTo("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "minimal", "MINI", "no/such/folder", "a\u0000b"})
  void a_name_that_is_none_is_told_with_those_there_are(String name) {
    install("mine");
    assertThatThrownBy(() -> store.find(name))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "there is no model \""
                + name
                + "\"; known are mini, second, mine; give one of these, the path of a model's"
                + " folder, or put the folder into "
                + models);
  }

  @Test
  void where_nothing_is_known_it_says_so() {
    ModelStore empty = new ModelStore(home.resolve("none"), home.resolve("config"), List.of());
    assertThat(empty.list()).isEmpty();
    assertThatThrownBy(empty::openChosen)
        .hasMessageContaining("there is no model \"mini\"; known are none;");
  }

  @Test
  void mini_is_chosen_until_another_is_and_the_choice_is_for_every_later_store()
      throws IOException {
    assertThat(store.chosen()).isEqualTo("mini");
    install("mine");
    store.use("mine");
    assertThat(store.chosen()).isEqualTo("mine");
    assertThat(new ModelStore(models, home.resolve("config"), List.of()).chosen())
        .isEqualTo("mine");
    store.use("second");
    assertThat(store.chosen()).isEqualTo("second");
    try (Stream<Path> left = Files.list(home.resolve("config"))) {
      assertThat(left).containsExactly(home.resolve("config/model"));
    }
  }

  @Test
  void a_path_is_remembered_as_an_absolute_one() {
    Path folder = CardFolder.write(home.resolve("elsewhere"), "x", "");
    Path standing = Path.of("").toAbsolutePath();
    store.use(standing.relativize(folder).toString());
    assertThat(store.chosen()).isEqualTo(folder.toAbsolutePath().toString());
    store.use(folder + "/../elsewhere/.");
    assertThat(store.chosen()).isEqualTo(folder.toAbsolutePath().toString());
  }

  @Test
  void what_cannot_be_used_does_not_change_the_choice() throws IOException {
    install("mine");
    store.use("mine");
    Files.createDirectories(models.resolve("broken"));
    assertThatThrownBy(() -> store.use("broken")).isInstanceOf(ModelException.class);
    assertThatThrownBy(() -> store.use("absent")).isInstanceOf(ModelException.class);
    assertThat(store.chosen()).isEqualTo("mine");
  }

  @Test
  void a_choice_that_holds_nothing_is_none_and_one_that_cannot_be_read_is_named()
      throws IOException {
    Path choice = home.resolve("config/model");
    Files.createDirectories(home.resolve("config"));
    Files.writeString(choice, " \n");
    assertThat(store.chosen()).isEqualTo("mini");
    Files.writeString(choice, "\tmine \r\n");
    assertThat(store.chosen()).isEqualTo("mine");
    Files.delete(choice);
    Files.createDirectories(choice.resolve("x"));
    assertThatThrownBy(store::chosen)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(choice + ": the choice cannot be read");
    assertThatThrownBy(() -> store.use("mini"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(choice + ": the choice cannot be written");
  }

  @Test
  void of_many_who_choose_at_once_one_is_heard_and_none_is_half_heard() {
    IntStream.range(0, 8).forEach(i -> install("model-" + "x".repeat(i)));
    IntStream.range(0, 200)
        .parallel()
        .forEach(i -> {
          store.use("model-" + "x".repeat(i % 8));
          assertThat(store.chosen()).matches("model-x{0,7}");
        });
  }

  @Test
  void a_removed_model_is_gone_and_no_other() throws IOException {
    install("mine");
    install("mine-too");
    assertThat(store.remove("mine")).isEqualTo(models.resolve("mine"));
    try (Stream<Path> left = Files.list(models)) {
      assertThat(left).containsExactly(models.resolve("mine-too"));
    }
  }

  @Test
  void a_link_is_removed_and_what_it_leads_to_stays() throws IOException {
    Path elsewhere = CardFolder.write(home.resolve("elsewhere"), "x", "");
    Files.createDirectories(models);
    Files.createSymbolicLink(models.resolve("linked"), elsewhere);
    store.remove("linked");
    assertThat(models).isEmptyDirectory();
    assertThat(elsewhere.resolve("semblance.json")).exists();
  }

  @Test
  void the_choice_goes_with_the_model_whether_it_was_chosen_by_name_or_by_path() {
    for (String chosen : List.of("mine", models.resolve("mine").toString())) {
      install("mine");
      install("other");
      store.use(chosen);
      store.remove("other");
      assertThat(store.chosen()).isEqualTo(chosen);
      store.remove("mine");
      assertThat(store.chosen()).as("after " + chosen).isEqualTo("mini");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "", "mine/../mine", "../elsewhere", ".pull", "absent"})
  void only_a_name_is_removed_and_never_a_path(String name) {
    CardFolder.write(home.resolve("elsewhere"), "x", "");
    install("mine");
    install(".pull");
    assertThatThrownBy(() -> store.remove(name))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "there is no model \""
                + name
                + "\" in "
                + models
                + "; models elsewhere are removed by deleting their folders");
    assertThat(home.resolve("elsewhere")).exists();
    assertThat(models.resolve("mine")).exists();
  }

  @Test
  void what_is_built_in_can_be_neither_removed_nor_pulled_over() {
    install("mini");
    assertThatThrownBy(() -> store.remove("mini"))
        .isInstanceOf(ModelException.class)
        .hasMessage("mini: is built in and cannot be removed");
    Path folder = CardFolder.write(home.resolve("elsewhere/second"), "x", "");
    assertThatThrownBy(() -> pull(folder))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("second: a built-in model has this name");
    assertThat(models.resolve("second")).doesNotExist();
  }

  @Test
  void a_pulled_model_has_a_name_here() {
    Path folder = CardFolder.write(home.resolve("elsewhere/mine"), "x", "");
    PullReport report = pull(folder);
    assertThat(report.folder()).isEqualTo(models.resolve("mine"));
    assertThat(store.find("mine").origin()).contains(report.origin());
    store.use("mine");
    assertThat(pull(folder).alreadyThere()).isTrue();
  }

  @Test
  void a_model_that_is_not_understood_does_not_appear() throws IOException {
    Path folder = CardFolder.write(home.resolve("elsewhere/mine"), "x", "\"unheard\": 1,");
    assertThatThrownBy(() -> pull(folder))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("unknown field unheard");
    assertThat(store.list()).extracting(ModelEntry::name).doesNotContain("mine");
    try (Stream<Path> all = Files.walk(models)) {
      assertThat(all.filter(it -> it.endsWith(Origin.FILE))).isEmpty();
    }
  }

  private PullReport pull(Path folder) {
    HubSettings settings =
        new HubSettings(
            URI.create("http://localhost:1"),
            Optional.empty(),
            home.resolve("cache"),
            true,
            ProxySelector.of(null));
    PullRequest request = PullRequest.of(new Place.Folder(folder), FileSelection.USUAL);
    return store.pull(request, settings, new PullListener() {});
  }

  private Path install(String name) {
    return CardFolder.write(models.resolve(name), name, "");
  }
}
