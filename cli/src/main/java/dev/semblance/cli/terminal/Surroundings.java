package dev.semblance.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What a command finds around it: where it writes, from where it was called, by whom.
///
/// @param out for results
/// @param err for progress, notices and errors
/// @param environment variables by name
/// @param folder where relative paths start, absolute
/// @param columns how wide the terminal is
/// @param answers gives the next line that the user types; empty when nobody does
/// @param interrupts takes what is to be done on the first Ctrl-C
public record Surroundings(
    Output out,
    Output err,
    Map<String, String> environment,
    Path folder,
    int columns,
    Supplier<String> answers,
    Consumer<Runnable> interrupts) {
  private static final int USUAL_COLUMNS = 80;

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /// Those of this process. Which streams are terminals is told by the starting script in the
  /// property `semblance.terminal` (`o`, `e`, `oe`), the width in `semblance.columns`; without the
  /// script Java is asked, which knows only whether all are.
  public static Surroundings ofProcess() {
    Map<String, String> environment = System.getenv();
    String terminals = System.getProperty("semblance.terminal");
    if (terminals == null) {
      terminals =
          Optional.ofNullable(System.console())
              .filter(Console::isTerminal)
              .map(_ -> "oe")
              .orElse("");
    }
    return new Surroundings(
        output(FileDescriptor.out, terminals.contains("o"), environment),
        output(FileDescriptor.err, terminals.contains("e"), environment),
        environment,
        Path.of("").toAbsolutePath(),
        Integer.getInteger("semblance.columns", USUAL_COLUMNS),
        Surroundings::readLine,
        Interrupts::handle);
  }

  /// How things are marked: as `NO_COLOR` (see no-color.org) and `TERM` allow.
  public static Style style(boolean terminal, Map<String, String> environment) {
    boolean plain =
        !terminal
            || !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "dumb").equals("dumb");
    return plain ? Style.PLAIN : Style.COLOURED;
  }

  private static String readLine() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      return "";
    }
  }

  private static Output output(
      FileDescriptor descriptor, boolean terminal, Map<String, String> environment) {
    return new Output(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
        terminal,
        style(terminal, environment));
  }
}
