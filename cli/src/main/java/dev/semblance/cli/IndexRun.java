package dev.semblance.cli;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.IndexingProgress;
import dev.semblance.cli.terminal.Interrupts;
import dev.semblance.library.IndexOptions;
import dev.semblance.library.IndexReport;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// An indexing run as a command shows it: progress, Ctrl-C, summary, exit code.
final class IndexRun {
  private final GlobalOptions options;
  private final IndexOptions index;

  IndexRun(GlobalOptions options, IndexOptions index) {
    this.options = options;
    this.index = index;
  }

  /// Runs it, says how it went and what that means for the caller.
  int run(Function<IndexOptions, IndexReport> indexing) {
    AtomicBoolean stop = new AtomicBoolean();
    IndexReport report;
    try (IndexingProgress progress = options.progress()) {
      options
          .surroundings()
          .interrupts()
          .accept(() -> {
            stop.set(true);
            progress.notice("stopping after the pictures in hand; Ctrl-C again to stop at once");
          });
      report = indexing.apply(index.withProgress(progress).withStop(stop::get));
    }
    options.surroundings().out().line(summary(report, index.dryRun()));
    if (report.failed() > 0) {
      options.tell("why files failed is told by: semblance failures");
    }
    if (report.interrupted()) {
      options.tell("stopped before the end; the same command goes on where it was");
      return Interrupts.EXIT_CODE;
    }
    boolean any = report.added() + report.moved() + report.unchanged() > 0;
    if (!any) {
      options.tell("no picture was found there that can be searched");
    }
    return any ? ExitCode.FOUND : ExitCode.NOTHING;
  }

  /// One line of counts, in the order of the manual.
  static String summary(IndexReport report, boolean dryRun) {
    String counts =
        String.format(
            Locale.ROOT,
            "added %d, moved %d, unchanged %d, removed %d, failed %d",
            report.added(),
            report.moved(),
            report.unchanged(),
            report.removed(),
            report.failed());
    return dryRun
        ? "would be: " + counts
        : counts
            + String.format(Locale.ROOT, "; %.1f pictures per second", report.picturesPerSecond());
  }
}
