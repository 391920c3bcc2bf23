package dev.semblance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measuring and calibrating, with a model of random weights: what is told has the right form, and
/// what is written is read again.
class EvalCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PICTURES = 110;

  @TempDir static Path home;

  @BeforeAll
  static void prepare() throws IOException {
    Photos photos = Photos.drawnIn(home, PICTURES);
    List<String> captions = new ArrayList<>(List.of("file\tcaption"));
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      String name = photos.folder().relativize(photos.file(i)).toString();
      captions.add(name + "\tpicture number " + i);
      captions.add(name + "\tone of kind " + i % 4);
      labels.add(name + "\t" + (i % 2 == 0 ? "Cat" : "dog"));
    }
    Files.write(home.resolve("captions.tsv"), captions);
    Files.write(home.resolve("labels.tsv"), labels);
    Files.writeString(home.resolve("names.txt"), "cat\ndog\nboat\n");
    copy(Path.of(Photos.model()), home.resolve("model"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private static Called semblance() {
    return new Called().in(home).with("SEMBLANCE_LIBRARY", "library");
  }

  @Test
  void retrieval_tells_both_directions() throws IOException {
    Called called =
        semblance()
            .run(
                "eval",
                "retrieval",
                "--images",
                "photos",
                "--captions",
                "captions.tsv",
                "--model",
                "./model",
                "--json");

    assertThat(called.code()).as(called.toString()).isZero();
    JsonNode told = JSON.readTree(called.out());
    assertThat(told.get("images").intValue()).isEqualTo(PICTURES);
    assertThat(told.get("captions").intValue()).isEqualTo(2 * PICTURES);
    for (String direction : List.of("text_to_image", "image_to_text")) {
      JsonNode shares = told.get(direction);
      double r1 = shares.get("r@1").doubleValue();
      double r10 = shares.get("r@10").doubleValue();
      assertThat(r1).isBetween(0.0, shares.get("r@5").doubleValue());
      assertThat(r10).isBetween(r1, 1.0);
      assertThat(shares.get("median_rank").doubleValue()).isGreaterThanOrEqualTo(1);
      assertThat(shares.get("r@10_interval").get(0).doubleValue()).isLessThanOrEqualTo(r10);
    }
  }

  @Test
  void retrieval_takes_a_csv_or_the_texts_beside_the_pictures_alike() throws IOException {
    Photos few = Photos.drawnIn(home.resolve("few"), 4);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String name = few.folder().relativize(few.file(i)).toString();
      rows.add(name + ",\"picture, number " + i + "\"");
      Files.writeString(
          few.folder().resolve(name.replace(".jpg", ".txt")), "picture, number " + i + "\n");
    }
    Files.write(home.resolve("few.csv"), rows);
    String[] arguments = {
      "eval", "retrieval", "--images", "few/photos", "--model", "./model", "--json"
    };

    Called beside = semblance().run(arguments);
    List<String> withTable = new ArrayList<>(List.of(arguments));
    withTable.addAll(List.of("--captions", "few.csv"));
    Called csv = semblance().run(withTable.toArray(String[]::new));

    assertThat(beside.code()).as(beside.toString()).isZero();
    assertThat(JSON.readTree(beside.out()).get("images").intValue()).isEqualTo(3);
    assertThat(beside.err()).contains("1 picture has no text in a .txt file beside");
    assertThat(csv.out()).isEqualTo(beside.out());
    Called none = semblance().run("eval", "retrieval", "--images", "photos", "--model", "./model");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err().lines()).hasSize(1);
    assertThat(none.err()).contains("no picture has a .txt file of the same name beside it");
  }

  @Test
  void zero_shot_takes_names_in_any_case_and_draws_the_confusions() throws IOException {
    Called called =
        semblance()
            .run(
                "eval",
                "zeroshot",
                "--images",
                "photos",
                "--labels",
                "labels.tsv",
                "--names",
                "names.txt",
                "--model",
                "./model",
                "--confusions",
                "c.png",
                "--json");

    assertThat(called.code()).as(called.toString()).isZero();
    JsonNode told = JSON.readTree(called.out());
    assertThat(told.get("classes").intValue()).isEqualTo(3);
    assertThat(told.get("images").intValue()).isEqualTo(PICTURES);
    assertThat(told.get("top5").doubleValue()).isEqualTo(1);
    assertThat(told.get("per_class").size()).isEqualTo(2);
    assertThat(home.resolve("c.png")).isNotEmptyFile();
  }

  @Test
  void what_is_missing_or_unknown_is_named() throws IOException {
    Files.writeString(home.resolve("gone.tsv"), "nowhere.jpg\ta cat\n");
    Called gone =
        semblance().run("eval", "retrieval", "--images", "photos", "--captions", "gone.tsv");
    assertThat(gone.code()).isEqualTo(2);
    assertThat(gone.err()).contains("1 of 1 pictures are not in").contains("nowhere.jpg");

    Files.writeString(home.resolve("few.txt"), "boat\n");
    Called unknown =
        semblance()
            .run(
                "eval",
                "zeroshot",
                "--images",
                "photos",
                "--labels",
                "labels.tsv",
                "--names",
                "few.txt",
                "--model",
                "./model");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("its label \"Cat\" is not among the names");
  }

  @Test
  void a_calibrated_model_says_how_sure_it_is_and_keeps_its_space() throws IOException {
    copy(Path.of(Photos.model()), home.resolve("other"));
    assertThat(semblance().run("index", "photos", "--model", "./other").code()).isZero();
    assertThat(semblance().run("search", "a cat", "--json", "-k", "1").out())
        .doesNotContain("confidence");

    Called calibrated =
        semblance()
            .run(
                "model",
                "calibrate",
                "./other",
                "--pairs",
                "captions.tsv",
                "--images",
                "photos",
                "photos");

    assertThat(calibrated.code()).as(calibrated.toString()).isZero();
    assertThat(calibrated.out()).contains("calibration error").contains("refused");
    Called sure = semblance().run("search", "a cat", "--all", "--json", "-k", "1");
    assertThat(sure.code()).as(sure.toString()).isZero();
    assertThat(JSON.readTree(sure.out()).get("confidence").doubleValue()).isBetween(0.0, 1.0);
    Called index = semblance().run("eval", "index", "--queries", "20", "--json");
    assertThat(JSON.readTree(index.out()).get("recall@10").doubleValue()).isEqualTo(1);
    Called weaker = semblance().run("model", "calibrate", "./other");
    assertThat(weaker.code()).as(weaker.toString()).isZero();
    assertThat(weaker.err()).contains("weaker, and not measured");
  }

  @Test
  void texts_that_nothing_answers_are_read_from_a_file_and_need_the_pairs() throws IOException {
    copy(Path.of(Photos.model()), home.resolve("asked"));
    List<String> texts = IntStream.range(0, 25).mapToObj(i -> "nothing like it " + i).toList();
    Files.write(home.resolve("absent.txt"), texts);
    Files.write(home.resolve("few.txt"), texts.subList(0, 5));
    List<String> command =
        List.of("model", "calibrate", "./asked", "--pairs", "captions.tsv", "--images", "photos");

    Called told = semblance().run(with(command, "--absent", "absent.txt"));
    Called few = semblance().run(with(command, "--absent", "few.txt"));
    Called missing = semblance().run(with(command, "--absent", "none.txt"));
    Called alone = semblance().run("model", "calibrate", "./asked", "--absent", "absent.txt");

    assertThat(told.code()).as(told.toString()).isZero();
    assertThat(told.out()).contains("calibration error").contains("refused");
    assertThat(few.code()).as(few.toString()).isEqualTo(2);
    assertThat(few.err()).contains("at least 20 texts that no picture answers, or none, got 5");
    assertThat(missing.code()).as(missing.toString()).isNotZero();
    assertThat(missing.err())
        .contains("none.txt: does not exist; a text, one a line, was expected");
    assertThat(alone.code()).as(alone.toString()).isEqualTo(2);
    assertThat(alone.err()).contains("--absent goes with --pairs and --images");
  }

  private static String[] with(List<String> command, String... more) {
    return Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void the_built_in_model_is_not_calibrated_again() {
    Called called = semblance().run("model", "calibrate", "mini");
    assertThat(called.code()).isEqualTo(2);
    assertThat(called.err()).contains("mini is built in and calibrated already");
  }
}
