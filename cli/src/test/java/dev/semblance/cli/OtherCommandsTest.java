package dev.semblance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `embed`, `status`, `failures`, `forget`.
class OtherCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir Path home;
  private Photos photos;
  private Called semblance;

  @BeforeEach
  void draw() throws IOException {
    photos = Photos.drawnIn(home, 3);
    semblance = new Called().in(home).with("SEMBLANCE_LIBRARY", "library");
  }

  private void index() {
    semblance.run("index", "photos", "--model", Photos.model());
    assertThat(semblance.code()).as(semblance.toString()).isZero();
  }

  @Test
  void embeds_texts_and_pictures_as_json_without_a_library() throws IOException {
    semblance.run(
        "embed", "--json", "--model", Photos.model(), "a \"red\" bridge", "photos/000.jpg");
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    List<JsonNode> objects = new ArrayList<>();
    for (String line : semblance.lines()) {
      objects.add(JSON.readTree(line));
    }
    assertThat(objects).hasSize(2);
    for (JsonNode object : objects) {
      assertThat(object.propertyStream().map(java.util.Map.Entry::getKey))
          .containsExactly("input", "modality", "space", "dimension", "vector");
      assertThat(object.get("vector")).hasSize(object.get("dimension").intValue());
      double squares = 0;
      for (JsonNode component : object.get("vector")) {
        squares += component.doubleValue() * component.doubleValue();
      }
      assertThat(squares).isBetween(0.999, 1.001);
      assertThat(object.get("space").textValue()).matches("clip-split\\S*@[0-9a-f]{12}");
    }
    assertThat(objects.get(0).get("input").textValue()).isEqualTo("a \"red\" bridge");
    assertThat(objects.get(0).get("modality").textValue()).isEqualTo("text");
    assertThat(objects.get(1).get("input").textValue()).isEqualTo("photos/000.jpg");
    assertThat(objects.get(1).get("modality").textValue()).isEqualTo("image");
    assertThat(home.resolve("library")).doesNotExist();
  }

  @Test
  void embeds_with_the_library_s_own_model() {
    index();
    semblance.run("embed", "a dog");
    assertThat(semblance.out())
        .matches("a dog\ttext\tclip-split\\S*@[0-9a-f]{12}\t\\d+ numbers: [-0-9.]+, .*\n");
  }

  @Test
  void takes_no_missing_picture_for_a_text() {
    semblance.run("embed", "photos/nowhere.jpg", "--model", Photos.model());
    assertThat(semblance.code()).isEqualTo(2);
    assertThat(semblance.err()).contains("nowhere.jpg: there is no such picture");
  }

  @Test
  void tells_which_picture_cannot_be_embedded() throws IOException {
    photos.broken("broken.jpg");
    semblance.run("embed", "photos/broken.jpg", "--model", Photos.model());
    assertThat(semblance.code()).isEqualTo(2);
    assertThat(semblance.err().lines()).hasSize(1).first().asString().contains("broken.jpg");
  }

  @Test
  void status_says_what_there_is() throws IOException {
    photos.broken("broken.jpg");
    index();
    semblance.run("status");
    assertThat(semblance.out())
        .containsPattern("library +" + home.resolve("library") + "\n")
        .containsPattern("model +.*clip-split\n")
        .containsPattern("space +clip-split\\S* \\(\\d+-d, [0-9a-f]{12}\\)\n")
        .containsPattern("pictures +3\n")
        .containsPattern("failures +1\n")
        .containsPattern("size +\\d+\\.\\d MB\n")
        .containsPattern("written +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\n")
        .containsPattern("folders +" + photos.folder() + "\n");
  }

  @Test
  void commands_that_need_a_library_say_how_to_make_one() {
    for (String[] command :
        new String[][] {{"status"}, {"failures"}, {"forget", "x"}, {"search", "x"}}) {
      semblance.run(command);
      assertThat(semblance.code()).as(command[0]).isEqualTo(2);
      assertThat(semblance.err())
          .isEqualTo(
              "semblance: there is no library in "
                  + home.resolve("library")
                  + " yet; make one with: semblance index PICTURES\n");
    }
  }

  @Test
  void failures_are_listed_with_their_reasons() throws IOException {
    photos.broken("a\tb.jpg");
    photos.broken("b.jpg");
    index();
    semblance.run("failures");
    assertThat(semblance.code()).isZero();
    assertThat(semblance.lines())
        .hasSize(2)
        .first()
        .asString()
        .matches("NOT_A_PICTURE\t" + photos.folder() + "/a\\\\tb.jpg\t.+");
  }

  @Test
  void no_failures_are_nothing_found() {
    index();
    semblance.run("failures");
    assertThat(semblance.code()).isEqualTo(1);
    assertThat(semblance.out()).isEmpty();
    assertThat(semblance.err()).isEqualTo("semblance: no file failed\n");
  }

  @Test
  void failures_are_left_alone_until_retried() throws IOException {
    Path broken = photos.broken("broken.jpg");
    index();
    semblance.run("index");
    assertThat(semblance.out()).startsWith("added 0, moved 0, unchanged 3, removed 0, failed 1");
    var time = Files.getLastModifiedTime(broken);
    byte[] picture = Files.readAllBytes(photos.file(0));
    assertThat(picture.length).isGreaterThan("this is no picture".length());
    semblance.run("failures", "--retry");
    assertThat(semblance.out()).startsWith("added 0, moved 0, unchanged 3, removed 0, failed 1");
    Files.write(broken, picture);
    Files.setLastModifiedTime(broken, time);
    semblance.run("failures", "--retry");
    assertThat(semblance.out()).startsWith("added 1, moved 0, unchanged 3, removed 0, failed 0");
  }

  @Test
  void forgets_files_and_folders() throws IOException {
    photos.copy(0, "deep/one.jpg");
    photos.copy(1, "deep/two.jpg");
    index();
    semblance.run("forget", "photos/deep", "photos/000.jpg");
    assertThat(semblance.code()).isZero();
    assertThat(semblance.out()).isEqualTo("3 pictures left the library\n");
    assertThat(photos.file(0)).exists();
    assertThat(semblance.run("status").out()).containsPattern("pictures +2\n");
    semblance.run("forget", "photos/000.jpg");
    assertThat(semblance.code()).isEqualTo(1);
    assertThat(semblance.err()).contains("the library knew nothing at " + photos.file(0));
  }
}
