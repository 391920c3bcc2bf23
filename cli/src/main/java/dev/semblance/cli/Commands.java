package dev.semblance.cli;

import dev.semblance.cli.doctor.DoctorCommand;
import dev.semblance.cli.eval.CalibrateModel;
import dev.semblance.cli.eval.EvalCommand;
import dev.semblance.cli.model.ModelCommand;
import dev.semblance.cli.options.Complaints;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Style;
import dev.semblance.cli.terminal.Surroundings;
import dev.semblance.cli.train.TrainCommand;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

  /// The whole tree, for help, completion and the manual.
  static CommandLine of(Surroundings surroundings) {
    return of(new GlobalOptions(surroundings), "");
  }

  /// The tree with the called command alone, where it is one of ours: looking at the options of all
  /// the others by reflection takes longer than most commands.
  ///
  /// @param called the command's name as far as it is known, see [#called]
  static CommandLine of(GlobalOptions options, String called) {
    Surroundings surroundings = options.surroundings();
    CommandLine line = new CommandLine(new TopCommand(options).spec());
    Map<String, Supplier<Object>> own = own(options);
    if (own.containsKey(called)) {
      line.addSubcommand(own.get(called).get());
    } else {
      own.values().forEach(command -> line.addSubcommand(command.get()));
      line.addSubcommand(new HelpCommand()).addSubcommand(new GenerateCompletion());
      say(line, "help", "Show how a command is used.");
      say(line, "generate-completion", "Print a script that completes commands in bash and zsh.");
    }
    shapeAll(line);
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
    Complaints complaints = new Complaints(options);
    line.setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints)
        .setUsageHelpWidth(Math.clamp(surroundings.columns(), 55, WIDEST))
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(surroundings)))
        .setOut(printer(surroundings.out()::text))
        .setErr(printer(surroundings.err()::text));
    return line;
  }

  /// Our commands by name, in the order of the help: whatever the parser takes for a command. They
  /// are suppliers of objects, not of the parser's classes: those cannot be in the start-up cache,
  /// and then nor could these lambdas.
  private static Map<String, Supplier<Object>> own(GlobalOptions options) {
    Map<String, Supplier<Object>> own = new LinkedHashMap<>();
    own.put("index", () -> new IndexCommand(options));
    own.put("search", () -> new SearchCommand(options).spec());
    own.put("embed", () -> new EmbedCommand(options).spec());
    own.put("status", () -> new StatusCommand(options));
    own.put("failures", () -> new FailuresCommand(options));
    own.put("forget", () -> new ForgetCommand(options));
    own.put(
        "model", () -> new ModelCommand(options).line().addSubcommand(new CalibrateModel(options)));
    own.put("eval", () -> new EvalCommand(options).line());
    own.put("train", () -> new TrainCommand(options).line());
    own.put("demo", () -> new DemoCommand(options));
    own.put("doctor", () -> new DoctorCommand(options.surroundings()));
    return own;
  }

  /// The command's name: the first argument that is no option and no value of a global one. Empty
  /// where there is none.
  static String called(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (GlobalOptions.TAKING_A_VALUE.contains(argument)) {
        i++;
      } else if (!argument.startsWith("-")) {
        return argument;
      }
    }
    return "";
  }

  private static void shapeAll(CommandLine line) {
    shape(line.getCommandSpec());
    for (CommandLine command : line.getSubcommands().values()) {
      shapeAll(command);
    }
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
