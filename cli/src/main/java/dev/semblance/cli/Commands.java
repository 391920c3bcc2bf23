package dev.semblance.cli;

import dev.semblance.cli.terminal.Style;
import dev.semblance.cli.terminal.Surroundings;
import java.io.PrintWriter;
import java.io.Writer;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// All commands, put together.
final class Commands {
  private static final int WIDEST = 100;

  private Commands() {}

  static CommandLine of(Surroundings surroundings) {
    GlobalOptions options = new GlobalOptions(surroundings);
    TopCommand top = new TopCommand(options);
    CommandLine line =
        new CommandLine(top)
            .addSubcommand(new IndexCommand(options))
            .addSubcommand(new SearchCommand(options))
            .addSubcommand(new EmbedCommand(options))
            .addSubcommand(new StatusCommand(options))
            .addSubcommand(new FailuresCommand(options))
            .addSubcommand(new ForgetCommand(options))
            .addSubcommand(new HelpCommand())
            .addSubcommand(new GenerateCompletion());
    line.getSubcommands().values().forEach(command -> addHelp(command.getCommandSpec()));
    addHelp(line.getCommandSpec());
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
    Complaints complaints = new Complaints(options);
    line.setParameterExceptionHandler(complaints::ofArguments)
        .setExecutionExceptionHandler(complaints::ofExecution)
        .setUsageHelpWidth(Math.clamp(surroundings.columns(), 55, WIDEST))
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(surroundings)))
        .setOut(printer(surroundings.out()::text))
        .setErr(printer(surroundings.err()::text));
    return line;
  }

  private static void addHelp(CommandSpec command) {
    if (command.findOption("--help") == null) {
      command.addOption(
          OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("Show this help.")
              .build());
    }
  }

  private static Ansi ansi(Surroundings surroundings) {
    return surroundings.out().style() == Style.COLOURED ? Ansi.ON : Ansi.OFF;
  }

  private static PrintWriter printer(java.util.function.Consumer<String> sink) {
    return new PrintWriter(
        new Writer() {
          @Override
          public void write(char[] text, int from, int count) {
            sink.accept(new String(text, from, count));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        },
        true);
  }
}
