package dev.semblance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandTest {
  @TempDir Path home;
  private Called semblance;

  @BeforeEach
  void put_a_model_into_the_folder_of_models() throws IOException {
    Path models = Files.createDirectories(home.resolve("models"));
    copy(Path.of(Photos.model()), models.resolve("tiny"));
    Files.createDirectories(models.resolve("nothing"));
    semblance = new Called().in(home).with("SEMBLANCE_MODELS", models.toString());
  }

  @Test
  void lists_models_and_marks_the_chosen_one() {
    semblance.run("model", "list");
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    assertThat(semblance.out())
        .containsPattern("(?m)^\\* mini +\\d+-d +[0-9.]+ MB .*built in$")
        .containsPattern("(?m)^ {2}tiny +\\d+-d +[0-9.]+ MB .*" + home + "/models/tiny$");
    assertThat(semblance.lines()).anyMatch(line -> line.matches("  nothing +.*no.*"));
    assertThat(semblance.err()).contains("put their folders into " + home.resolve("models"));
  }

  @Test
  void shows_what_is_known_of_a_model() {
    semblance.run("model", "show", "tiny");
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    assertThat(semblance.out())
        .containsPattern("(?m)^name +tiny$")
        .containsPattern("(?m)^dimension +\\d+$")
        .containsPattern("(?m)^text +\\S+, \\d+ tokens$")
        .containsPattern("(?m)^pictures +\\S+, \\d+ x \\d+ pixels$")
        .containsPattern("(?m)^scoring +softmax, scale .*$")
        .containsPattern("(?m)^licence +.+$");
  }

  @Test
  void shows_the_chosen_model_where_none_is_named() {
    assertThat(semblance.run("model", "show").out()).containsPattern("(?m)^name +mini$");
  }

  @Test
  void a_broken_model_is_an_error_with_its_reason() {
    semblance.run("model", "show", "nothing");
    assertThat(semblance.code()).isEqualTo(2);
    assertThat(semblance.out()).containsPattern("(?m)^broken +.+$");
  }

  @Test
  void remembers_the_model_to_use() {
    semblance.run("model", "use", "tiny");
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    assertThat(semblance.out()).isEqualTo("new libraries now get the model tiny\n");
    assertThat(semblance.run("model", "list").out()).containsPattern("(?m)^\\* tiny ");
  }

  @Test
  void remembers_a_folder_wherever_it_is_called_from() {
    semblance.run("model", "use", "./models/tiny");
    assertThat(semblance.out())
        .isEqualTo("new libraries now get the model " + home.resolve("models/tiny") + "\n");
    assertThat(semblance.err()).contains("keep that folder");
  }

  @Test
  void refuses_a_model_that_is_not_there() {
    semblance.run("model", "use", "gigantic");
    assertThat(semblance.code()).isEqualTo(2);
    assertThat(semblance.err()).contains("\"gigantic\"").contains("mini").contains("tiny");
    assertThat(semblance.run("model", "list").out()).containsPattern("(?m)^\\* mini ");
  }

  @Test
  void makes_an_int8_variant_and_says_what_it_loses() {
    semblance.run("model", "optimize", "tiny", "--sample", "3");
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    assertThat(semblance.out())
        .containsPattern(
            "pictures +onnx/vision_model_s8\\.onnx, 0\\.5 MB to 0\\.\\d MB,"
                + " cosine to fp32 0\\.99\\d\\d in the mean, 0\\.99\\d\\d at least");
    assertThat(home.resolve("models/tiny/semblance.json")).exists();
    assertThat(semblance.run("model", "show", "tiny").out())
        .containsPattern("(?m)^pictures +fp32/fp16/found-int8/int8, ");
  }

  @Test
  void says_which_commands_there_are() {
    semblance.run("model");
    assertThat(semblance.code()).isEqualTo(2);
    assertThat(semblance.err()).contains("list").contains("show").contains("use");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
