package dev.semblance.cli.model;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `semblance model`: which models there are, and which is used.
@Command(
    name = "model",
    header = "List, show, fetch, choose, check, speed up and remove models.",
    description = {
      "",
      "A model is built in, or a folder with an ONNX export as on the Hugging Face hub or with a"
          + " semblance.json. Folders in the folder of models ('semblance model list' names it) have"
          + " names; any other can be given by its path."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  semblance model list",
      "  semblance model list --available",
      "  semblance model pull siglip2-base-224",
      "  semblance model show mini",
      "  semblance model use ~/models/siglip2-base-patch16-224",
      "  semblance model optimize siglip2-base-patch16-224"
    })
public final class ModelCommand implements Callable<Integer> {
  private final GlobalOptions options;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  public ModelCommand(GlobalOptions options) {
    this.options = options;
  }

  /// The command with its own commands.
  public CommandLine line() {
    return new CommandLine(this)
        .addSubcommand(new ListModels(options))
        .addSubcommand(new ShowModel(options))
        .addSubcommand(new PullModel(options))
        .addSubcommand(new UseModel(options))
        .addSubcommand(new VerifyModel(options))
        .addSubcommand(new OptimizeModel(options))
        .addSubcommand(new RemoveModel(options));
  }

  @Override
  public Integer call() {
    options.surroundings().err().print(spec.commandLine()::usage);
    return ExitCode.ERROR;
  }
}
