package dev.semblance.cli;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.index.Failure;
import dev.semblance.library.IndexOptions;
import dev.semblance.library.Library;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `semblance failures`: which files could not be embedded, and why.
@Command(
    name = "failures",
    header = "List the files that could not be embedded, each with the reason.",
    description = {
      "",
      "Prints a short word for the kind, a tab, the path, a tab, and the reason. A failed file is"
          + " left alone until it changes or --retry asks for it."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:there are failures, or --retry has run", "1:there are none", "2:error"},
    footer = {"", "Examples:", "  semblance failures", "  semblance failures --retry"})
final class FailuresCommand implements Callable<Integer> {
  private final GlobalOptions options;

  @Option(
      names = "--retry",
      description = "Try them again, together with whatever else changed in the indexed folders.")
  private boolean retry;

  FailuresCommand(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    try (Library library = options.openExisting()) {
      if (retry) {
        return new IndexRun(options, IndexOptions.usual().withRetryFailures(true))
            .run(index -> library.index(library.status().roots(), index));
      }
      long[] count = {0};
      library.forEachFailure(failure -> {
        count[0]++;
        show(failure);
      });
      if (count[0] == 0) {
        options.tell("no file failed");
        return ExitCode.NOTHING;
      }
    }
    return ExitCode.FOUND;
  }

  private void show(Failure failure) {
    Output out = options.surroundings().out();
    out.line(
        failure.kind() + "\t" + Names.shown(failure.path()) + "\t" + Names.shown(failure.reason()));
  }
}
