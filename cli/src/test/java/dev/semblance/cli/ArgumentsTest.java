package dev.semblance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Wrong arguments give one sentence with the next step; help tells the rest.
class ArgumentsTest {
  @TempDir Path home;

  private Called run(String... arguments) {
    return new Called().in(home).run(arguments);
  }

  @Test
  void without_a_command_the_commands_are_listed() {
    Called called = run();
    assertThat(called.code()).isEqualTo(2);
    assertThat(called.out()).isEmpty();
    assertThat(called.err())
        .contains("Usage: semblance")
        .contains("index", "search", "embed", "status", "failures", "forget", "model", "demo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search",
        "serch dog",
        "search --jsno dog",
        "search -k dog",
        "search -k two dog",
        "search -k 0 dog",
        "search dog --after 2024-13",
        "search dog --after yesterday",
        "search dog --after 2025 --before 2024",
        "search dog --min-score 7",
        "search dog --min-score NaN",
        "search dog --json --paths",
        "search dog -0",
        "search dog --sheet x.jpg",
        "search -people",
        "search dog --library",
        "embed",
        "forget",
        "model use",
        "model optimize",
        "model optimize mini",
        "model optimize mini --sample 0",
        "model fetch x",
        "index --exclude",
        "index --watch --dry-run .",
        "index nowhere",
        "status more",
        "demo --foo",
        "--model"
      })
  void wrong_arguments_give_one_sentence(String line) {
    Called called = run(line.split(" "));
    assertThat(called.code()).as(called.toString()).isEqualTo(2);
    assertThat(called.out()).isEmpty();
    assertThat(called.err().lines()).as(called.err()).hasSize(1);
    assertThat(called.err()).startsWith("semblance: ").doesNotContain("Exception");
  }

  @Test
  void wrong_arguments_name_the_help_that_has_the_right_ones() {
    assertThat(run("search", "--jsno", "dog").err())
        .isEqualTo(
            "semblance: Unknown option: '--jsno'; did you mean --json?"
                + " see: semblance search --help\n");
    assertThat(run("serch", "dog").err())
        .isEqualTo(
            "semblance: there is no command 'serch'; did you mean search? see: semblance --help\n");
    assertThat(run("model", "fetch").err()).contains("see: semblance model --help");
  }

  @Test
  void a_word_with_a_minus_is_no_option() {
    assertThat(run("search", "dog", "-people").err())
        .contains("to take something away, write: - people");
  }

  @Test
  void every_command_has_help_with_an_example() {
    for (List<String> command :
        List.of(
            List.of("index"),
            List.of("search"),
            List.of("embed"),
            List.of("status"),
            List.of("failures"),
            List.of("forget"),
            List.of("model"),
            List.of("model", "list"),
            List.of("model", "show"),
            List.of("model", "use"),
            List.of("demo"))) {
      String[] arguments = new String[command.size() + 1];
      command.toArray(arguments);
      arguments[command.size()] = "--help";
      Called called = run(arguments);
      assertThat(called.code()).isZero();
      assertThat(called.out())
          .contains("Usage: semblance " + String.join(" ", command))
          .contains("Examples:\n  semblance " + String.join(" ", command))
          .contains("--library");
      assertThat(called.out().lines()).as(called.out()).allMatch(line -> line.length() <= 80);
    }
  }

  @Test
  void help_is_a_command_too() {
    assertThat(run("help", "search").out()).isEqualTo(run("search", "--help").out());
    assertThat(run("help").out()).isEqualTo(run("--help").out());
    assertThat(run("help").code()).isZero();
  }

  @Test
  void tells_its_version() {
    Called called = run("--version");
    assertThat(called.code()).isZero();
    assertThat(called.out()).startsWith("Semblance ").contains("Java 25");
  }

  @Test
  void prints_a_completion_script() {
    Called called = run("generate-completion");
    assertThat(called.code()).isZero();
    assertThat(called.out()).contains("complete").contains("semblance");
  }

  @Test
  void the_library_is_where_the_option_the_variable_or_the_system_says() {
    assertThat(run("status", "--library", "here").err()).contains(home.resolve("here") + " yet");
    assertThat(new Called().in(home).with("SEMBLANCE_LIBRARY", "there").run("status").err())
        .contains(home.resolve("there") + " yet");
    assertThat(
            new Called()
                .in(home)
                .with("SEMBLANCE_LIBRARY", "there")
                .run("--library", "here", "status")
                .err())
        .contains(home.resolve("here") + " yet");
    assertThat(run("status").err()).contains(home.toString()).contains("semblance/library yet");
    assertThat(run("status", "--library", "").err()).contains("a path must not be empty");
  }
}
