package dev.semblance.cli.model;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.hub.ModelStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `semblance model remove`.
@Command(
    name = "remove",
    header = "Delete an installed model.",
    description = {
      "",
      "Only a model in the folder of models, by its name. Libraries made with it can no longer be"
          + " searched until it is there again."
    },
    footer = {"", "Examples:", "  semblance model remove clip-b32"})
final class RemoveModel implements Callable<Integer> {
  private final GlobalOptions options;

  @Parameters(paramLabel = "NAME", description = "The model.")
  private String name = "";

  @Option(names = "--yes", description = "Delete it without asking.")
  private boolean yes;

  RemoveModel(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    ModelStore store = options.models();
    store.find(name);
    options.confirm("The model " + name + " will be deleted from this disk. Go on?", yes);
    boolean chosen = store.chosen().equals(name);
    Path gone = store.remove(name);
    options.surroundings().out().line("removed: " + Names.shown(gone.toString()));
    if (chosen) {
      options.tell("new libraries now get the model " + store.chosen());
    }
    return ExitCode.FOUND;
  }
}
