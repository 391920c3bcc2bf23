package dev.semblance.cli;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.library.Library;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `semblance forget`: takes files out of the library.
@Command(
    name = "forget",
    header = "Take files or folders out of the library.",
    description = {
      "",
      "The files themselves stay as they are. Pictures below a folder that is indexed again come"
          + " back; leave them out with: semblance index --exclude."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:something left the library", "1:the library knew nothing there", "2:error"},
    footer = {
      "",
      "Examples:",
      "  semblance forget ~/Pictures/old",
      "  semblance forget a.jpg b.jpg"
    })
final class ForgetCommand implements Callable<Integer> {
  private final GlobalOptions options;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Files, or folders with all below.")
  private List<String> paths = List.of();

  ForgetCommand(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    long total = 0;
    try (Library library = options.openExisting()) {
      for (String written : paths) {
        long left = library.forget(options.path(written));
        if (left == 0) {
          options.tell(
              "the library knew nothing at " + Names.shown(options.path(written).toString()));
        }
        total += left;
      }
    }
    options
        .surroundings()
        .out()
        .line(String.format(Locale.ROOT, "%,d pictures left the library", total));
    return total > 0 ? ExitCode.FOUND : ExitCode.NOTHING;
  }
}
