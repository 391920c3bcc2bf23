package dev.semblance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.cli.options.GlobalOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Only the called command is looked at, where it can be told before the arguments are read.
class CommandsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "search a dog|search",
        "--library there search a dog|search",
        "-q --model mini -v embed x|embed",
        "--library=there status|status",
        "--library search index x|index",
        "help search|help",
        "--help|-",
        "--model|-",
      })
  void the_command_is_the_first_argument_that_belongs_to_no_option(String line, String command) {
    String expected = command == null ? "" : command;
    assertThat(Commands.called(line.split(" "))).isEqualTo(expected);
  }

  @Test
  void the_tree_of_a_called_command_has_no_other() {
    GlobalOptions options = new GlobalOptions(new Called().surroundings());
    assertThat(Commands.of(options, "search").getSubcommands()).containsOnlyKeys("search");
    assertThat(Commands.of(options, "model").getSubcommands()).containsOnlyKeys("model");
  }

  @Test
  void the_tree_of_help_and_of_unknown_commands_has_all() {
    GlobalOptions options = new GlobalOptions(new Called().surroundings());
    for (String called : new String[] {"", "help", "serch"}) {
      assertThat(Commands.of(options, called).getSubcommands())
          .as(called)
          .containsKeys("search", "index", "model", "doctor", "help", "generate-completion");
    }
  }

  @Test
  void help_of_a_command_alone_is_that_in_the_whole_tree() {
    Called alone = new Called().run("search", "--help");
    Called whole = new Called().run("help", "search");
    assertThat(alone.out()).isEqualTo(whole.out()).contains("Usage: semblance search");
  }
}
