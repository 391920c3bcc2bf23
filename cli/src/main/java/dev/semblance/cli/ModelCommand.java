package dev.semblance.cli;

import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.hub.ModelEntry;
import dev.semblance.hub.ModelStore;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.VariantFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `semblance model`: which models there are, and which is used.
@Command(
    name = "model",
    header = "List, show and choose models.",
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
      "  semblance model show mini",
      "  semblance model use ~/models/siglip2-base-patch16-224"
    })
final class ModelCommand implements Callable<Integer> {
  private final GlobalOptions options;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  ModelCommand(GlobalOptions options) {
    this.options = options;
  }

  /// The command with its own commands.
  CommandLine line() {
    return new CommandLine(this)
        .addSubcommand(new ListModels(options))
        .addSubcommand(new Show(options))
        .addSubcommand(new Use(options));
  }

  @Override
  public Integer call() {
    options.surroundings().err().print(spec.commandLine()::usage);
    return ExitCode.ERROR;
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }

  private static String orUnknown(String text) {
    return text.isEmpty() ? "unknown" : text;
  }

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
  static final class ListModels implements Callable<Integer> {
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
          megabytes(entry.sizeBytes()),
          orUnknown(String.join(",", entry.languages())),
          entry.licence(),
          entry.where());
    }
  }

  /// `semblance model show`.
  @Command(
      name = "show",
      header = "Show what is known about a model.",
      footer = {"", "Examples:", "  semblance model show mini", "  semblance model show ./siglip2"})
  static final class Show implements Callable<Integer> {
    private final GlobalOptions options;

    @Parameters(
        paramLabel = "NAME|DIR",
        arity = "0..1",
        description = "The model; the chosen one where none is named.")
    private String name = "";

    Show(GlobalOptions options) {
      this.options = options;
    }

    @Override
    public Integer call() {
      ModelStore store = options.models();
      ModelEntry entry = store.find(name.isEmpty() ? store.chosen() : options.modelName(name));
      row("name", entry.name());
      row("place", entry.where());
      row("size", megabytes(entry.sizeBytes()));
      entry.problem().ifPresent(problem -> row("broken", problem));
      entry.card().ifPresent(this::describe);
      return entry.problem().isEmpty() ? ExitCode.FOUND : ExitCode.ERROR;
    }

    private void describe(ModelCard card) {
      row("about", card.description());
      row("dimension", Integer.toString(card.dimension()));
      card.text()
          .ifPresent(text -> {
            row("text", variants(text.graph()) + ", " + text.tokenizer().maxLength() + " tokens");
            if (!text.prefix().isEmpty()) {
              row("prefix", text.prefix());
            }
          });
      card.image()
          .ifPresent(image ->
              row(
                  "pictures",
                  variants(image.graph())
                      + ", "
                      + image.preprocessing().width()
                      + " x "
                      + image.preprocessing().height()
                      + " pixels"));
      row(
          "scoring",
          card.scoring().link().name().toLowerCase(Locale.ROOT)
              + ", scale "
              + card.scoring().scale()
              + ", bias "
              + card.scoring().bias()
              + " (from: "
              + card.scoring().source()
              + ")");
      row("languages", orUnknown(String.join(", ", card.languages())));
      row("licence", card.licence());
      if (!card.lineage().isEmpty()) {
        row("made from", String.join(", ", card.lineage()));
      }
    }

    private static String variants(Graph graph) {
      return graph.files().stream().map(VariantFile::variant).collect(Collectors.joining("/"));
    }

    private void row(String label, String value) {
      Output out = options.surroundings().out();
      out.line(out.style().faint(String.format(Locale.ROOT, "%-11s", label)) + Names.shown(value));
    }
  }

  /// `semblance model use`.
  @Command(
      name = "use",
      header = "Choose the model that new libraries get.",
      description = {
        "",
        "Libraries that exist keep theirs; to change one: semblance index --force --model NAME."
      },
      footer = {"", "Examples:", "  semblance model use mini"})
  static final class Use implements Callable<Integer> {
    private final GlobalOptions options;

    @Parameters(paramLabel = "NAME|DIR", description = "The model.")
    private String name = "";

    Use(GlobalOptions options) {
      this.options = options;
    }

    @Override
    public Integer call() {
      ModelStore store = options.models();
      store.use(options.modelName(name));
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
}
