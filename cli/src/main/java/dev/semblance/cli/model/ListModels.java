package dev.semblance.cli.model;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.hub.ModelEntry;
import dev.semblance.hub.ModelStore;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `semblance model list`.
@Command(
    name = "list",
    header = "List the models there are.",
    description = {
      "",
      "Name, dimension, size, languages, licence and place of each; * marks the one that new"
          + " libraries get."
    },
    footer = {"", "Examples:", "  semblance model list"})
final class ListModels implements Callable<Integer> {
  private final GlobalOptions options;

  ListModels(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    ModelStore store = options.models();
    Output out = options.surroundings().out();
    String chosen = store.chosen();
    List<ModelEntry> entries = store.list();
    int widest = entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
    for (ModelEntry entry : entries) {
      String name = entry.name() + " ".repeat(widest - entry.name().length());
      out.line(
          (entry.name().equals(chosen) ? "* " : "  ")
              + out.style().bold(Names.shown(name))
              + "  "
              + Names.shown(entry.problem().orElseGet(() -> about(entry))));
    }
    options.tell("more models: put their folders into " + Names.shown(store.folder().toString()));
    return entries.isEmpty() ? ExitCode.NOTHING : ExitCode.FOUND;
  }

  private static String about(ModelEntry entry) {
    return String.format(
        Locale.ROOT,
        "%4d-d  %10s  %s  %s  %s",
        entry.dimension(),
        Wording.megabytes(entry.sizeBytes()),
        Wording.orUnknown(String.join(",", entry.languages())),
        entry.licence(),
        entry.where());
  }
}
