package dev.semblance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCommandTest {
  @TempDir Path home;
  private Photos photos;
  private Called semblance;

  @BeforeEach
  void draw() throws IOException {
    photos = Photos.drawnIn(home, 5);
    semblance = new Called().in(home).with("SEMBLANCE_LIBRARY", "library");
  }

  @Test
  void ends_with_a_line_of_counts() throws IOException {
    photos.broken("broken.jpg");
    index("photos");
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    assertThat(semblance.out())
        .matches(
            "added 5, moved 0, unchanged 0, removed 0, failed 1; [0-9.]+ pictures per second\n");
    assertThat(semblance.err()).contains("why files failed is told by: semblance failures");
  }

  @Test
  void finds_what_changed() throws IOException {
    index("photos");
    Files.move(photos.file(0), photos.folder().resolve("moved.jpg"));
    Files.delete(photos.file(1));
    index("photos");
    assertThat(semblance.out()).startsWith("added 0, moved 1, unchanged 3, removed 1, failed 0; ");
  }

  @Test
  void knows_the_folders_when_none_is_named() throws IOException {
    index("photos");
    photos.copy(0, "more.jpg");
    semblance.run("index");
    assertThat(semblance.out()).startsWith("added 1, moved 0, unchanged 5,");
  }

  @Test
  void embeds_everything_again_when_forced() {
    index("photos");
    semblance.run("index", "photos", "--force");
    assertThat(semblance.out()).startsWith("added 5, moved 0, unchanged 0,");
  }

  @Test
  void leaves_out_what_is_excluded() {
    index("photos", "--exclude", "**/00[12].jpg", "--exclude", "**/003.jpg");
    assertThat(semblance.out()).startsWith("added 2, ");
  }

  @Test
  void only_says_what_it_would_do() {
    index("photos");
    int items = 5;
    semblance.run("index", "photos", "--dry-run", "--exclude", "**/000.jpg");
    assertThat(semblance.out())
        .isEqualTo("would be: added 0, moved 0, unchanged 4, removed 1, failed 0\n");
    assertThat(semblance.run("status").out()).containsPattern("pictures +" + items + "\n");
  }

  @Test
  void ends_with_one_where_there_is_no_picture() throws IOException {
    Files.createDirectories(home.resolve("empty"));
    index("empty");
    assertThat(semblance.code()).isEqualTo(1);
    assertThat(semblance.err()).contains("no picture was found there that can be searched");
  }

  @Test
  void refuses_paths_that_are_not_there() {
    index("photos", "photo");
    assertThat(semblance.code()).isEqualTo(2);
    assertThat(semblance.err())
        .isEqualTo("semblance: " + home.resolve("photo") + ": there is no such file or folder\n");
    assertThat(home.resolve("library")).doesNotExist();
  }

  @Test
  void without_library_and_path_says_what_to_write() {
    semblance.run("index");
    assertThat(semblance.code()).isEqualTo(2);
    assertThat(semblance.err()).contains("there is no library in " + home.resolve("library"));
  }

  @Test
  void refuses_another_model_and_embeds_anew_when_told_to() {
    index("photos");
    semblance.run("index", "photos", "--model", Photos.otherModel());
    assertThat(semblance.code()).isEqualTo(2);
    assertThat(semblance.err()).contains("clip-split").contains("siglip").contains("--force");
    semblance.run("index", "--force", "--model", Photos.otherModel());
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    assertThat(semblance.out()).startsWith("added 5, ");
    assertThat(semblance.run("status").out()).contains("siglip").doesNotContain("clip-split");
  }

  @Test
  void takes_new_folders_along_when_it_embeds_anew() throws IOException {
    index("photos");
    Path more = Files.createDirectories(home.resolve("more"));
    Files.copy(photos.file(0), more.resolve("again.jpg"));
    semblance.run("index", "more", "--force", "--model", Photos.otherModel());
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    assertThat(semblance.out()).startsWith("added 6, ");
  }

  @Test
  void is_quiet_when_asked() {
    semblance.run("-q", "index", "photos", "--model", Photos.model());
    assertThat(semblance.err()).isEmpty();
    assertThat(semblance.out()).startsWith("added 5, ");
  }

  @Test
  void contradicting_options_are_refused() {
    index("photos", "--watch", "--dry-run");
    assertThat(semblance.code()).isEqualTo(2);
    assertThat(semblance.err()).contains("--watch and --dry-run");
  }

  private void index(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "index";
    all[1] = "--model";
    all[2] = Photos.model();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    semblance.run(all);
  }
}
