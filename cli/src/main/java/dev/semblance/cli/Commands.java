package dev.semblance.cli;

import dev.semblance.cli.model.ModelCommand;
import dev.semblance.cli.options.Complaints;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Style;
import dev.semblance.cli.terminal.Surroundings;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Objects;
import java.util.function.Consumer;
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
            .addSubcommand(new ModelCommand(options).line())
            .addSubcommand(new DemoCommand(options))
            .addSubcommand(new HelpCommand())
            .addSubcommand(new GenerateCompletion());
    forAll(line, Commands::shape);
    say(line, "help", "Show how a command is used.");
    say(line, "generate-completion", "Print a script that completes commands in bash and zsh.");
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

  private static void forAll(CommandLine line, Consumer<CommandSpec> action) {
    action.accept(line.getCommandSpec());
    line.getSubcommands().values().forEach(command -> forAll(command, action));
  }

  /// What all commands have in common: the option for help, and how help is laid out.
  private static void shape(CommandSpec command) {
    if (command.findOption("--help") == null) {
      command.addOption(
          OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("Show this help.")
              .build());
    }
    command
        .usageMessage()
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n");
  }

  private static void say(CommandLine line, String command, String header) {
    Objects.requireNonNull(line.getSubcommands().get(command))
        .getCommandSpec()
        .usageMessage()
        .header(header)
        .description("");
  }

  private static Ansi ansi(Surroundings surroundings) {
    return surroundings.out().style() == Style.COLOURED ? Ansi.ON : Ansi.OFF;
  }

  private static PrintWriter printer(Consumer<String> sink) {
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
