package dev.semblance.cli.model;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.hub.catalogue.Catalogue;
import dev.semblance.hub.catalogue.CatalogueEntry;
import dev.semblance.hub.catalogue.CatalogueEntry.Terms;
import dev.semblance.hub.http.HubSettings;
import dev.semblance.hub.pull.FileSelection;
import dev.semblance.hub.pull.PullReport;
import dev.semblance.hub.pull.PullRequest;
import dev.semblance.hub.source.Pin;
import dev.semblance.hub.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `semblance model pull`.
@Command(
    name = "pull",
    header = "Fetch a model from a hub, a mirror or a folder.",
    description = {
      "",
      "A name of the catalogue ('semblance model list --available'), a repository of the Hugging"
          + " Face hub, its address, or a folder. Fetches the files that the model needs, checks"
          + " their sizes and hashes, and writes down the commit. Stopped at any point, the same"
          + " command goes on where it was; until it has ended, the model is not there.",
      "",
      "No model is fetched unless this command is called. A licence that allows research only, or no"
          + " commercial use, is asked about first."
    },
    footer = {
      "",
      "Examples:",
      "  semblance model pull siglip2-base-224",
      "  semblance model pull Xenova/clip-vit-base-patch32 --variant int8,fp32",
      "  semblance model pull ~/Downloads/siglip2",
      "  HF_ENDPOINT=https://mirror.example semblance model pull clip-b32",
      "",
      "Environment:",
      "  HF_ENDPOINT         the hub, or file:///FOLDER for a mirror on disk",
      "  HF_TOKEN            sent to the hub, to no other host (else the file HF_TOKEN_PATH, else"
          + " HF_HOME/token)",
      "  HF_HOME             huggingface_hub's folder; HF_HUB_CACHE its cache, which is used first",
      "  HF_HUB_OFFLINE      when 1, nothing but that cache is used",
      "  https_proxy, http_proxy, all_proxy, no_proxy"
    })
final class PullModel implements Callable<Integer> {
  private final GlobalOptions options;

  @Parameters(paramLabel = "NAME|ORG/REPO|DIR|URL", description = "What to fetch.")
  private String what = "";

  @Option(
      names = "--revision",
      paramLabel = "REVISION",
      description = "A branch, tag or commit of the repository (else the newest).")
  private String revision = "";

  @Option(
      names = "--variant",
      paramLabel = "VARIANT",
      split = ",",
      description =
          "Precisions of the networks: auto (int8 where there is one, else fp32), all, or names such"
              + " as fp32, fp16, int8, with commas between.")
  private List<String> variants = List.of("auto");

  @Option(names = "--yes", description = "Agree to the licence without being asked.")
  private boolean yes;

  PullModel(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    HubSettings settings =
        HubSettings.of(options.surroundings().environment(), options.places().home());
    Optional<CatalogueEntry> entry = Catalogue.builtIn().find(what);
    if (entry.isPresent()) {
      confirm(entry.get());
      String wanted = revision.isEmpty() ? Place.NEWEST : revision;
      return pull(entry.get().request(settings.endpoint(), wanted, variants), settings);
    }
    Place place = Place.parse(what, revision, settings.endpoint(), options.surroundings().folder());
    PullRequest request = PullRequest.of(place, FileSelection.USUAL.withVariants(variants));
    return switch (place) {
      case Place.Folder _ -> pull(request, settings);
      case Place.Repository repository -> {
        Catalogue.builtIn().ofRepository(repository.id()).stream()
            .filter(PullModel::isRestricted)
            .findFirst()
            .ifPresent(this::confirm);
        yield pull(request, settings.withEndpoint(repository.endpoint()));
      }
    };
  }

  private int pull(PullRequest request, HubSettings settings) {
    PullReport report;
    try (PullProgress progress = new PullProgress(options, System::nanoTime)) {
      report = options.models().pull(request, settings, progress);
    }
    Output out = options.surroundings().out();
    out.line(
        (report.alreadyThere() ? "already there: " : "pulled: ")
            + Names.shown(request.name())
            + ", "
            + Wording.megabytes(report.bytes())
            + ", in "
            + Names.shown(report.folder().toString()));
    for (Pin pin : report.origin().sources()) {
      if (!pin.commit().isEmpty()) {
        options.tell(Names.shown(pin.place()) + " is pinned to commit " + pin.commit());
      }
    }
    options.tell("to use it for new libraries: semblance model use " + request.name());
    return ExitCode.FOUND;
  }

  private void confirm(CatalogueEntry entry) {
    if (isRestricted(entry)) {
      options.confirm(
          entry.name()
              + " is licensed for "
              + (entry.terms() == Terms.RESEARCH_ONLY ? "research only" : "non-commercial use")
              + " ("
              + entry.licence()
              + "). Is that what you use it for?",
          yes);
    }
  }

  private static boolean isRestricted(CatalogueEntry entry) {
    return entry.terms() == Terms.RESEARCH_ONLY || entry.terms() == Terms.NON_COMMERCIAL;
  }
}
