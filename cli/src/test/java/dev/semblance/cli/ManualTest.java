package dev.semblance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.AutoComplete;
import picocli.CommandLine;

/// The manual pages and the completion script that are committed say what the commands say.
///
/// To write them anew: `./mvnw verify -pl cli -am -Dtest=ManualTest -Dsemblance.write=true`
class ManualTest {
  private static final Path DOCS = Path.of(System.getProperty("semblance.root")).resolve("docs");
  private static final boolean WRITE = Boolean.getBoolean("semblance.write");

  @Test
  void manual_pages_are_those_of_the_commands() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    collect(commands(), pages);
    Path folder = Files.createDirectories(DOCS.resolve("man"));
    for (Map.Entry<String, String> page : pages.entrySet()) {
      check(folder.resolve(page.getKey()), page.getValue());
    }
    assertThat(names(folder)).isEqualTo(pages.keySet());
  }

  @Test
  void the_completion_script_is_that_of_the_commands() throws IOException {
    Files.createDirectories(DOCS.resolve("completion"));
    check(DOCS.resolve("completion/semblance.bash"), AutoComplete.bash("semblance", commands()));
  }

  private static CommandLine commands() {
    return Commands.of(new Called().surroundings());
  }

  private static void collect(CommandLine command, Map<String, String> pages) {
    pages.put(ManPage.fileName(command.getCommandSpec()), ManPage.of(command.getCommandSpec()));
    command.getSubcommands().values().forEach(sub -> collect(sub, pages));
  }

  private static void check(Path file, String expected) throws IOException {
    if (WRITE) {
      Files.writeString(file, expected);
    }
    assertThat(file)
        .as("to write it anew: ./mvnw verify -pl cli -am -Dtest=ManualTest -Dsemblance.write=true")
        .hasContent(expected);
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
