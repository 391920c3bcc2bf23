package dev.semblance.cli.model;

import dev.semblance.calibration.Calibration;
import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.hub.ModelEntry;
import dev.semblance.hub.ModelStore;
import dev.semblance.hub.catalogue.Catalogue;
import dev.semblance.hub.catalogue.CatalogueEntry;
import dev.semblance.hub.pull.Origin;
import dev.semblance.hub.source.Pin;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.VariantFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `semblance model show`.
@Command(
    name = "show",
    header = "Show what is known about a model.",
    description = {
      "",
      "An installed model, with where it came from and where its scale and bias come from; or a"
          + " well-known one that can be pulled."
    },
    footer = {
      "",
      "Examples:",
      "  semblance model show mini",
      "  semblance model show ./siglip2",
      "  semblance model show siglip2-base-224"
    })
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
    String wanted = name.isEmpty() ? store.chosen() : options.places().modelName(name);
    Optional<CatalogueEntry> known = Catalogue.builtIn().find(wanted);
    if (known.isPresent() && store.list().stream().noneMatch(it -> it.name().equals(wanted))) {
      describe(known.get());
      options.tell("it is not installed; fetch it with: semblance model pull " + wanted);
      return ExitCode.FOUND;
    }
    ModelEntry entry = store.find(wanted);
    row("name", entry.name());
    row("place", entry.where());
    row("size", Wording.megabytes(entry.sizeBytes()));
    entry.problem().ifPresent(problem -> row("broken", problem));
    entry.card().ifPresent(card -> describe(card, entry));
    entry.origin().map(Origin::sources).orElse(List.of()).forEach(this::describe);
    entry.catalogued().ifPresent(this::accuracy);
    return entry.problem().isEmpty() ? ExitCode.FOUND : ExitCode.ERROR;
  }

  private void describe(CatalogueEntry entry) {
    row("name", entry.name());
    row("about", entry.about());
    for (CatalogueEntry.Source source : entry.sources()) {
      row("repository", source.repository());
    }
    row("layout", entry.layout());
    row("dimension", entry.dimension() == 0 ? "unknown" : Integer.toString(entry.dimension()));
    entry.sizes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(size -> row(size.getKey(), "about " + Wording.megabytes(size.getValue())));
    row("languages", Wording.orUnknown(String.join(", ", entry.languages().good())));
    if (!entry.languages().weak().isEmpty()) {
      row("weak in", String.join(", ", entry.languages().weak()));
    }
    row("licence", Wording.licence(entry));
    row("speed", entry.speed().words());
    row("use it", entry.recommendation());
    accuracy(entry);
  }

  private void accuracy(CatalogueEntry entry) {
    entry.accuracy().forEach((what, percent) -> row("published", what + ": " + percent + " %"));
  }

  private void describe(Pin pin) {
    row("pulled from", pin.place() + (pin.hub().isEmpty() ? "" : " at " + pin.hub()));
    if (!pin.commit().isEmpty()) {
      row("commit", pin.commit());
    }
  }

  private void describe(ModelCard card, ModelEntry entry) {
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
    card.calibration().ifPresent(it -> row("confidence", "by " + it.source()));
    card.calibration()
        .flatMap(Calibration::measured)
        .ifPresent(measured -> row("", measured.inWords()));
    row("languages", Wording.orUnknown(String.join(", ", entry.languages())));
    row("licence", entry.catalogued().map(Wording::licence).orElse(entry.licence()));
    if (!card.lineage().isEmpty()) {
      row("made from", String.join(", ", card.lineage()));
    }
  }

  private static String variants(Graph graph) {
    return graph.files().stream().map(VariantFile::variant).collect(Collectors.joining("/"));
  }

  private void row(String label, String value) {
    Output out = options.surroundings().out();
    out.line(out.style().faint(String.format(Locale.ROOT, "%-12s", label)) + Names.shown(value));
  }
}
