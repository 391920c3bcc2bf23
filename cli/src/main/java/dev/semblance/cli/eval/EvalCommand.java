package dev.semblance.cli.eval;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `semblance eval`: measures.
@Command(
    name = "eval",
    header = "Measure how good a model or an index is.",
    description = {
      "",
      "Shares are given with the bounds between which they lie with 95 % confidence, by resampling"
          + " pictures."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  semblance eval retrieval --images photos --captions captions.tsv",
      "  semblance eval zeroshot --images photos.tar --labels labels.tsv --json",
      "  semblance eval index --queries 500"
    })
public final class EvalCommand implements Callable<Integer> {
  private final GlobalOptions options;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  public EvalCommand(GlobalOptions options) {
    this.options = options;
  }

  /// The command with its own commands.
  public CommandLine line() {
    return new CommandLine(this)
        .addSubcommand(new EvalRetrieval(options))
        .addSubcommand(new EvalZeroShot(options))
        .addSubcommand(new EvalIndex(options));
  }

  @Override
  public Integer call() {
    options.surroundings().err().print(spec.commandLine()::usage);
    return ExitCode.ERROR;
  }
}
