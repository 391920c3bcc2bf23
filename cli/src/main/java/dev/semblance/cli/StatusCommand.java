package dev.semblance.cli;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.library.Library;
import dev.semblance.library.Status;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `semblance status`: what the library holds.
@Command(
    name = "status",
    header = "Show what the library holds.",
    description = {
      "",
      "Where it lies, its model, how many pictures it can find and how many files failed, its size,"
          + " the folders that were indexed, and who is writing to it now."
    },
    footer = {
      "",
      "Examples:",
      "  semblance status",
      "  semblance status --library /photos/.library"
    })
final class StatusCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private final GlobalOptions options;

  StatusCommand(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    try (Library library = options.openExisting()) {
      show(library.status());
    }
    return ExitCode.FOUND;
  }

  private void show(Status status) {
    row("library", Names.shown(status.folder().toString()));
    row("model", Names.shown(status.model()));
    row("space", status.space().describe());
    row("pictures", String.format(Locale.ROOT, "%,d", status.items()));
    row("failures", String.format(Locale.ROOT, "%,d", status.failures()));
    row("size", String.format(Locale.ROOT, "%,.1f MB", status.sizeBytes() / 1e6));
    row("written", TIME.format(status.indexed().atZone(ZoneId.systemDefault())));
    String label = "folders";
    for (Path root : status.roots()) {
      row(label, Names.shown(root.toString()));
      label = "";
    }
    status.writer().ifPresent(writer -> row("writing now", Names.shown(writer)));
  }

  private void row(String label, String value) {
    Output out = options.surroundings().out();
    out.line(out.style().faint(String.format(Locale.ROOT, "%-12s", label)) + value);
  }
}
