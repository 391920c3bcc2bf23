package dev.semblance.hub.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.hub.http.HubSettings;
import dev.semblance.hub.pull.PullRequest.Part;
import dev.semblance.hub.source.Place;
import dev.semblance.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models made of several places, with files of their own, pulled from folders on disk.
class PartsPullTest {
  private static final FileSelection ALL = new FileSelection(List.of("**"), List.of("all"));

  @TempDir Path home;

  @Test
  void parts_are_laid_side_by_side_under_the_names_they_go_to() throws IOException {
    write("text/export/model.onnx", "T");
    write("text/export/tokenizer.json", "t");
    write("text/other/model.onnx", "not wanted");
    write("image/model.onnx", "I");
    PullReport report =
        pull(
            Map.of(),
            new Part(folder("text"), "export/", "textual/", ALL),
            new Part(folder("image"), "", "visual/", ALL));
    assertThat(contents(report.folder()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "textual/model.onnx", "T",
                "textual/tokenizer.json", "t",
                "visual/model.onnx", "I"));
    assertThat(report.bytes()).isEqualTo(3);
    assertThat(report.origin().sources())
        .extracting(pin -> pin.place())
        .containsExactlyInAnyOrder(
            home.resolve("text").toString(), home.resolve("image").toString());
  }

  @Test
  void of_two_files_with_one_name_the_first_part_s_is_taken() throws IOException {
    write("one/model.onnx", "1");
    write("one/config.json", "one");
    write("two/model_fp16.onnx", "2");
    write("two/config.json", "two");
    Part one = new Part(folder("one"), "", "", ALL);
    Part two = new Part(folder("two"), "", "", ALL);
    assertThat(contents(pull(Map.of(), one, two).folder())).containsEntry("config.json", "one");
    Folders.delete(home.resolve("models/joined"));
    assertThat(contents(pull(Map.of(), two, one).folder())).containsEntry("config.json", "two");
  }

  @Test
  void files_of_the_request_s_own_come_before_those_pulled_also_in_folders() throws IOException {
    write("one/model.onnx", "1");
    write("one/semblance.json", "theirs");
    Map<String, String> own = Map.of("semblance.json", "öurs", "notes/licence.txt", "free");
    PullReport report = pull(own, new Part(folder("one"), "", "", ALL));
    assertThat(contents(report.folder()))
        .containsEntry("semblance.json", "öurs")
        .containsEntry("notes/licence.txt", "free");
    assertThat(report.origin().files())
        .as("they were not pulled")
        .extracting(Origin.Pulled::name)
        .containsExactly("model.onnx");
    assertThat(report.origin().catalogue()).isEqualTo("the-entry");
  }

  @Test
  void the_origin_of_the_place_is_not_taken_for_the_model_s() throws IOException {
    write("one/model.onnx", "1");
    write("one/" + Origin.FILE, "spoiled");
    PullReport report = pull(Map.of(), new Part(folder("one"), "", "", ALL));
    assertThat(Origin.of(report.folder())).contains(report.origin());
  }

  @Test
  void small_files_come_first_so_that_what_is_missing_is_known_early() throws IOException {
    write("one/model.onnx", "x".repeat(5000));
    write("one/model_fp16.onnx", "x".repeat(500));
    write("one/tokenizer.json", "x".repeat(1000));
    List<String> order = new ArrayList<>();
    List<Long> done = new ArrayList<>();
    long[] planned = new long[2];
    pull(
        new PullListener() {
          @Override
          public void planned(int files, long bytes) {
            planned[0] = files;
            planned[1] = bytes;
          }

          @Override
          public void progressed(String file, long bytes, long total) {
            assertThat(total).isEqualTo(6500);
            order.add(file);
            done.add(bytes);
          }
        },
        Map.of(),
        new Part(folder("one"), "", "", ALL));
    assertThat(planned).containsExactly(3, 6500);
    assertThat(order.stream().distinct())
        .containsExactly("model_fp16.onnx", "tokenizer.json", "model.onnx");
    assertThat(done.stream().distinct()).containsExactly(500L, 1500L, 6500L);
  }

  @Test
  void a_folder_that_changed_since_the_pull_broke_off_is_taken_as_it_is_now() throws IOException {
    write("one/config.json", "old");
    write("one/model.onnx", "weights");
    Part part = new Part(folder("one"), "", "", ALL);
    PullListener killer =
        new PullListener() {
          @Override
          public void progressed(String file, long bytes, long total) {
            if (file.equals("model.onnx")) {
              throw new IllegalStateException("killed");
            }
          }
        };
    assertThatThrownBy(() -> pull(killer, Map.of(), part)).hasMessage("killed");
    write("one/config.json", "new");
    assertThat(contents(pull(Map.of(), part).folder())).containsEntry("config.json", "new");
  }

  @Test
  void what_an_earlier_pull_wanted_and_this_one_does_not_is_left_out() throws IOException {
    write("one/model.onnx", "1");
    write("one/model_fp16.onnx", "22");
    Part both = new Part(folder("one"), "", "", ALL);
    Part half = new Part(folder("one"), "", "", ALL.withVariants(List.of("fp16")));
    PullListener killer =
        new PullListener() {
          @Override
          public void progressed(String file, long bytes, long total) {
            if (bytes == 3) {
              throw new IllegalStateException("killed");
            }
          }
        };
    assertThatThrownBy(() -> pull(killer, Map.of(), both)).hasMessage("killed");
    assertThat(contents(pull(Map.of(), half).folder())).containsOnlyKeys("model_fp16.onnx");
  }

  @Test
  void fewer_files_of_a_model_that_is_there_are_there_and_more_are_not() throws IOException {
    write("one/model.onnx", "1");
    write("one/model_fp16.onnx", "22");
    Part both = new Part(folder("one"), "", "", ALL);
    Part half = new Part(folder("one"), "", "", ALL.withVariants(List.of("fp16")));
    PullReport first = pull(Map.of(), both);
    PullReport again = pull(Map.of(), half);
    assertThat(again.alreadyThere()).isTrue();
    assertThat(again.origin()).as("what is there").isEqualTo(first.origin());
    Folders.delete(first.folder());
    pull(Map.of(), half);
    assertThatThrownBy(() -> pull(Map.of(), both))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("or the same with other files");
  }

  @Test
  void a_folder_of_the_model_s_name_that_was_not_pulled_is_not_touched() throws IOException {
    write("one/model.onnx", "1");
    write("models/joined/mine.txt", "mine");
    assertThatThrownBy(() -> pull(Map.of(), new Part(folder("one"), "", "", ALL)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("take it away first: semblance model remove joined");
    assertThat(home.resolve("models/joined/mine.txt")).hasContent("mine");
  }

  @Test
  void the_check_sees_the_whole_model_before_anybody_else_does() throws IOException {
    write("one/model.onnx", "1");
    List<Map<String, String>> seen = new ArrayList<>();
    Part part = new Part(folder("one"), "", "", ALL);
    new ModelPull(
            settings(),
            home.resolve("models"),
            model -> {
              assertThat(home.resolve("models/joined")).doesNotExist();
              assertThat(Origin.of(model)).isPresent();
              seen.add(contents(model));
            })
        .pull(request(Map.of("semblance.json", "{}"), part), new PullListener() {});
    assertThat(seen).containsExactly(Map.of("model.onnx", "1", "semblance.json", "{}"));
  }

  @Test
  void a_models_folder_that_cannot_be_made_is_a_matter_of_the_disk() throws IOException {
    write("one/model.onnx", "1");
    write("models", "a file");
    assertThatThrownBy(() -> pull(Map.of(), new Part(folder("one"), "", "", ALL)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(home.resolve("models/joined") + ": cannot be written");
  }

  private PullReport pull(Map<String, String> own, Part... parts) {
    return pull(new PullListener() {}, own, parts);
  }

  private PullReport pull(PullListener listener, Map<String, String> own, Part... parts) {
    return new ModelPull(settings(), home.resolve("models"), _ -> {})
        .pull(request(own, parts), listener);
  }

  private static PullRequest request(Map<String, String> own, Part... parts) {
    return new PullRequest("joined", List.of(parts), own, "the-entry");
  }

  /// Of a hub that nobody asks.
  private HubSettings settings() {
    return new HubSettings(
        URI.create("http://localhost:1"),
        Optional.empty(),
        home.resolve("cache"),
        true,
        ProxySelector.of(null));
  }

  private Place folder(String name) {
    return new Place.Folder(home.resolve(name));
  }

  private void write(String name, String content) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, content);
  }

  private static Map<String, String> contents(Path folder) {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    contents.remove(Origin.FILE);
    return contents;
  }
}
