package dev.semblance.cli.train;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `semblance train`: models of one's own.
@Command(
    name = "train",
    header = "Train the mini model, or fit a model to your own pictures.",
    description = {"", "Needs Linux on x64, macOS on Apple silicon, or Windows on x64."},
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  semblance train adapter --model mini --images photos --captions labels.tsv --out mine",
      "  semblance train mini --data training"
    })
public final class TrainCommand implements Callable<Integer> {
  private final GlobalOptions options;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  public TrainCommand(GlobalOptions options) {
    this.options = options;
  }

  /// The command with its own commands.
  public CommandLine line() {
    return new CommandLine(this)
        .addSubcommand(new TrainAdapter(options))
        .addSubcommand(new TrainMini(options));
  }

  @Override
  public Integer call() {
    options.surroundings().err().print(spec.commandLine()::usage);
    return ExitCode.ERROR;
  }
}
