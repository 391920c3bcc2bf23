package dev.semblance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir static Path home;
  private static Photos photos;

  @BeforeAll
  static void index() throws IOException {
    photos = Photos.drawnIn(home, 5);
    photos.copy(4, Photos.ODD_NAME);
    Files.move(photos.file(4), photos.folder().resolve("old.jpg"));
    photos.copy(3, "deep/er/003.jpg");
    Files.setLastModifiedTime(
        photos.folder().resolve("old.jpg"), FileTime.from(Instant.parse("2019-07-01T12:00:00Z")));
    Called called = semblance().run("index", "photos", "--model", Photos.model());
    assertThat(called.out()).as(called.toString()).startsWith("added 7, ");
  }

  private static Called semblance() {
    return new Called().in(home).with("SEMBLANCE_LIBRARY", "library");
  }

  @Test
  void prints_score_tab_path_best_first() {
    Called called = semblance().run("search", "a red bridge", "-k", "5");
    assertThat(called.code()).as(called.toString()).isZero();
    assertThat(called.lines()).hasSize(5).allMatch(line -> line.matches("-?\\d\\.\\d{4}\t/.+"));
    List<Double> scores =
        called.lines().stream().map(line -> Double.valueOf(line.split("\t")[0])).toList();
    assertThat(scores).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(called.err()).isEmpty();
  }

  @Test
  void words_need_no_quotes() {
    assertThat(semblance().run("search", "a", "red", "bridge").out())
        .isEqualTo(semblance().run("search", "a red bridge").out());
  }

  @Test
  void a_picture_finds_itself() {
    Called called = semblance().run("search", "photos/002.jpg", "-k", "1");
    assertThat(called.out()).isEqualTo("1.0000\t" + photos.file(2) + "\n");
  }

  @Test
  void a_picture_that_is_not_in_the_library_can_be_searched_by() throws IOException {
    Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
    Files.copy(photos.file(1), elsewhere.resolve("x.jpg"));
    Called called =
        semblance()
            .in(elsewhere)
            .run("search", "--library", home.resolve("library").toString(), "./x.jpg", "-k", "1");
    assertThat(called.out()).isEqualTo("1.0000\t" + photos.file(1) + "\n");
  }

  @Test
  void sums_weigh_and_take_away() {
    Called called =
        semblance().run("search", "0.1:a dog", "+", "5:photos/002.jpg", "-", "people", "-k", "1");
    assertThat(called.out()).as(called.toString()).endsWith("\t" + photos.file(2) + "\n");
    assertThat(semblance().run("search", "a dog", "-", "people").out())
        .isNotEqualTo(semblance().run("search", "a dog", "+", "people").out());
  }

  @Test
  void options_may_stand_anywhere() {
    String expected = semblance().run("search", "a dog", "-k", "2").out();
    assertThat(semblance().run("search", "-k", "2", "a dog").out()).isEqualTo(expected);
    assertThat(semblance().run("search", "--top=2", "a dog").out()).isEqualTo(expected);
    assertThat(semblance().run("--library", "library", "search", "-k2", "a dog").out())
        .isEqualTo(expected);
    assertThat(semblance().run("search", "--library", "library", "-k2", "a dog").out())
        .isEqualTo(expected);
    assertThat(semblance().run("search", "-k2", "--", "a dog").out()).isEqualTo(expected);
  }

  @Test
  void json_is_one_object_a_line() throws IOException {
    Called called = semblance().run("search", "a dog", "--json", "-k", "7");
    List<JsonNode> hits = new ArrayList<>();
    for (String line : called.lines()) {
      hits.add(JSON.readTree(line));
    }
    assertThat(hits).hasSize(7);
    for (int i = 0; i < hits.size(); i++) {
      JsonNode hit = hits.get(i);
      assertThat(hit.propertyStream().map(java.util.Map.Entry::getKey))
          .containsExactly("rank", "score", "path", "width", "height");
      assertThat(hit.get("rank").intValue()).isEqualTo(i + 1);
      assertThat(hit.get("score").isNumber()).isTrue();
      assertThat(hit.get("width").intValue()).isEqualTo(64);
      assertThat(hit.get("height").intValue()).isEqualTo(48);
    }
    assertThat(hits.stream().map(hit -> hit.get("path").textValue()))
        .contains(photos.folder().resolve(Photos.ODD_NAME).toString());
  }

  @Test
  void plain_output_shows_odd_names_on_one_line() {
    assertThat(semblance().run("search", "a dog").out())
        .contains("/photos/a\\tb\\nc \\u001b[31m ü.jpg\n")
        .doesNotContain("\u001b");
  }

  @Test
  void paths_are_as_they_are() {
    Called called = semblance().run("search", "a dog", "--paths", "--null");
    String[] paths = called.out().split("\0", -1);
    assertThat(paths)
        .hasSize(8)
        .endsWith("")
        .contains(photos.folder().resolve(Photos.ODD_NAME).toString());
    assertThat(
            semblance().run("search", "a dog", "--paths", "-k", "1", "--in", "photos/deep").out())
        .isEqualTo(photos.folder().resolve("deep/er/003.jpg") + "\n");
  }

  @Test
  void looks_only_in_a_folder() {
    Called called = semblance().run("search", "a dog", "--in", "photos/deep/");
    assertThat(called.lines()).singleElement().asString().endsWith("deep/er/003.jpg");
  }

  @Test
  void looks_only_at_a_time() {
    assertThat(semblance().run("search", "a dog", "--before", "2020").lines())
        .singleElement()
        .asString()
        .endsWith("/old.jpg");
    assertThat(
            semblance().run("search", "a dog", "--after", "2019-07", "--before", "2019-08").lines())
        .hasSize(1);
    assertThat(semblance().run("search", "a dog", "--after", "2020-01-01").lines()).hasSize(6);
  }

  @Test
  void ends_with_one_when_nothing_is_found() {
    Called called = semblance().run("search", "a dog", "--in", "nowhere");
    assertThat(called.code()).isEqualTo(1);
    assertThat(called.out()).isEmpty();
    assertThat(called.err()).isEqualTo("semblance: nothing found; try fewer filters\n");
    Called score = semblance().run("search", "a dog", "--min-score", "0.999");
    assertThat(score.code()).isEqualTo(1);
    assertThat(score.err()).isEqualTo("semblance: nothing found; try a lower --min-score\n");
    assertThat(semblance().run("-q", "search", "a dog", "--in", "nowhere").err()).isEmpty();
  }

  @Test
  void marks_scores_only_in_a_terminal_that_may_be_coloured() {
    String[] search = {"search", "a dog", "-k", "1"};
    assertThat(semblance().atTerminal().run(search).out()).startsWith("\u001b[2m");
    assertThat(semblance().atTerminal().with("NO_COLOR", "1").run(search).out())
        .isEqualTo(semblance().run(search).out());
  }

  @Test
  void a_reader_that_has_seen_enough_is_no_error() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Called called = semblance().into(closed).run("search", "a dog");
    assertThat(called.code()).isZero();
    assertThat(called.err()).isEmpty();
  }

  @Test
  void a_full_disk_is_an_error() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    Called called = semblance().into(full).run("search", "a dog");
    assertThat(called.code()).isEqualTo(2);
    assertThat(called.err())
        .isEqualTo("semblance: the output cannot be written: No space left on device\n");
  }

  @Test
  void a_full_disk_is_told_once_though_the_rest_is_still_in_the_buffer() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    for (String[] arguments :
        List.of(new String[] {"search", "a dog", "--paths"}, new String[] {"status"})) {
      Called called = semblance().into(new BufferedOutputStream(full, 1 << 16)).run(arguments);

      assertThat(called.code()).as(called.toString()).isEqualTo(2);
      assertThat(called.err())
          .isEqualTo("semblance: the output cannot be written: No space left on device\n");
    }
  }

  @Test
  void refuses_a_model_of_another_space() {
    Called called = semblance().run("search", "a dog", "--model", Photos.otherModel());
    assertThat(called.code()).isEqualTo(2);
    assertThat(called.err()).contains("clip-split").contains("siglip").contains("index --force");
  }

  @Test
  void tells_once_when_a_text_is_cut() {
    String tooLong = "very ".repeat(200) + "long";
    Called called = semblance().run("search", tooLong, "-k", "1");
    assertThat(called.code()).isZero();
    assertThat(called.err()).contains("reads only the beginning").containsOnlyOnce("beginning");
  }

  @Test
  void says_with_verbose_where_an_error_came_from() {
    Called called = semblance().run("search", "./nowhere.jpg", "--verbose");
    assertThat(called.code()).isEqualTo(2);
    assertThat(called.err()).contains("nowhere.jpg").contains("    at dev.semblance.");
    assertThat(semblance().run("search", "./nowhere.jpg").err().lines()).hasSize(1);
  }

  @Test
  void writes_bytes_that_are_utf8() {
    assertThat(new String(semblance().run("search", "a dog").bytes(), StandardCharsets.UTF_8))
        .contains("ü.jpg");
  }
}
