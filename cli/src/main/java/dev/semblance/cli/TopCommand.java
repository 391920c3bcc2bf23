package dev.semblance.cli;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// `semblance` without a command: says what there is.
final class TopCommand implements Callable<Integer> {
  private final GlobalOptions options;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("semblance");

  TopCommand(GlobalOptions options) {
    this.options = options;
    options.addTo(spec);
    spec.versionProvider(new Version());
    spec.usageMessage()
        .header("Finds pictures by what they show.")
        .description(
            "",
            "Point it at folders of pictures once, then describe what you look for: in words, by"
                + " another picture, or by sums of both.")
        .synopsisSubcommandLabel("COMMAND")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:found, or done", "1:nothing found", "2:error", "130:ended by Ctrl-C"))
        .footer(
            "",
            "Examples:",
            "  semblance demo",
            "  semblance index ~/Pictures",
            "  semblance search a red bridge at sunset",
            "  semblance help search",
            "",
            "Environment:",
            "  SEMBLANCE_LIBRARY   the folder of the library, where --library is not given",
            "  NO_COLOR            when set, nothing is coloured");
  }

  /// How it is called, and what help says of it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    options.surroundings().err().print(spec.commandLine()::usage);
    return ExitCode.ERROR;
  }

  /// What was built.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version =
          Optional.ofNullable(getClass().getPackage().getImplementationVersion())
              .orElse("from sources");
      return new String[] {
        "Semblance " + version,
        "Java "
            + Runtime.version()
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
      };
    }
  }
}
