package dev.semblance.cli;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.options.HeadStart;
import dev.semblance.cli.options.LuceneLog;
import dev.semblance.cli.terminal.Output;
import dev.semblance.cli.terminal.StandardError;
import dev.semblance.cli.terminal.Surroundings;
import java.io.UncheckedIOException;
import java.util.Optional;
import picocli.CommandLine;

/// The command, from its arguments to the number it ends with.
public final class Semblance {
  private Semblance() {}

  public static void main(String[] arguments) {
    Integer descriptor = Integer.getInteger("semblance.stderr");
    if (descriptor != null) {
      StandardError.restoreFrom(descriptor);
    }
    System.exit(run(Surroundings.ofProcess(), arguments));
  }

  /// Runs one command line in this process.
  ///
  /// @return 0 found, 1 nothing found, 2 error, 130 interrupted
  public static int run(Surroundings surroundings, String... arguments) {
    String called = Commands.called(arguments);
    if (!HeadStart.helps(called)) {
      LuceneLog.hush();
    }
    try (HeadStart headStart = HeadStart.of(called, surroundings, arguments)) {
      GlobalOptions options = new GlobalOptions(surroundings, Optional.of(headStart));
      int code = flushed(surroundings, Commands.of(options, called).execute(arguments));
      surroundings.err().flush();
      return code;
    } catch (Output.ReaderGone e) {
      return CommandLine.ExitCode.OK;
    }
  }

  /// Sends on what the command wrote last; a full disk is told unless the command told it.
  private static int flushed(Surroundings surroundings, int code) {
    try {
      surroundings.out().flush();
      return code;
    } catch (UncheckedIOException e) {
      if (code != ExitCode.ERROR) {
        surroundings.err().line("semblance: " + e.getMessage());
      }
      return ExitCode.ERROR;
    }
  }
}
