package dev.semblance.cli.model;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.hub.ModelStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `semblance model use`.
@Command(
    name = "use",
    header = "Choose the model that new libraries get.",
    description = {
      "",
      "Libraries that exist keep theirs; to change one: semblance index --force --model NAME."
    },
    footer = {"", "Examples:", "  semblance model use mini"})
final class UseModel implements Callable<Integer> {
  private final GlobalOptions options;

  @Parameters(paramLabel = "NAME|DIR", description = "The model.")
  private String name = "";

  UseModel(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    ModelStore store = options.models();
    store.use(options.places().modelName(name));
    options
        .surroundings()
        .out()
        .line("new libraries now get the model " + Names.shown(store.chosen()));
    if (Path.of(store.chosen()).isAbsolute()) {
      options.tell("keep that folder: libraries made with it need it to be searched");
    }
    return ExitCode.FOUND;
  }
}
