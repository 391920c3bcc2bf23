package dev.semblance.cli.model;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.hub.ModelEntry;
import dev.semblance.hub.ModelStore;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.VariantFile;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `semblance model show`.
@Command(
    name = "show",
    header = "Show what is known about a model.",
    footer = {"", "Examples:", "  semblance model show mini", "  semblance model show ./siglip2"})
final class ShowModel implements Callable<Integer> {
  private final GlobalOptions options;

  @Parameters(
      paramLabel = "NAME|DIR",
      arity = "0..1",
      description = "The model; the chosen one where none is named.")
  private String name = "";

  ShowModel(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    ModelStore store = options.models();
    ModelEntry entry = store.find(name.isEmpty() ? store.chosen() : options.modelName(name));
    row("name", entry.name());
    row("place", entry.where());
    row("size", Wording.megabytes(entry.sizeBytes()));
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
    row("languages", Wording.orUnknown(String.join(", ", card.languages())));
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
