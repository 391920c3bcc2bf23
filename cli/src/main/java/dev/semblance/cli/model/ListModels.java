package dev.semblance.cli.model;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.hub.ModelEntry;
import dev.semblance.hub.ModelStore;
import dev.semblance.hub.catalogue.Catalogue;
import dev.semblance.hub.catalogue.CatalogueEntry;
import dev.semblance.hub.catalogue.CatalogueFilter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `semblance model list`.
@Command(
    name = "list",
    header = "List the models there are.",
    description = {
      "",
      "Name, dimension, size, languages, licence and place of each; * marks the one that new"
          + " libraries get.",
      "",
      "With --available, or a filter, the well-known models that can be pulled, the ones to be"
          + " preferred first: name, dimension, about how large (int8 where there is one), languages"
          + " (mul: many), speed, licence with what it allows, for whom it is; * marks those that"
          + " are installed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:there are some", "1:there is none", "2:error"},
    footer = {
      "",
      "Examples:",
      "  semblance model list",
      "  semblance model list --language fi --max-size 1GB --licence any"
    })
final class ListModels implements Callable<Integer> {
  private final GlobalOptions options;

  @Option(names = "--available", description = "The models that can be pulled.")
  private boolean available;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "Only those that understand it: a tag such as fi, or a name such as Finnish.")
  private @Nullable String language;

  @Option(
      names = "--max-size",
      paramLabel = "SIZE",
      converter = SizeOption.class,
      description = "Only those of at most this size: 500MB, 1.5GB.")
  private @Nullable Long maxSize;

  @Option(
      names = "--licence",
      paramLabel = "free|any",
      description = "Only those that may be used for anything (free), or all (any, the default).")
  private @Nullable Licence licence;

  ListModels(GlobalOptions options) {
    this.options = options;
  }

  /// What a licence must allow; written in small letters, as people do.
  enum Licence {
    free,
    any
  }

  @Override
  public Integer call() {
    boolean filtered = language != null || maxSize != null || licence != null;
    return available || filtered ? available() : installed();
  }

  private int installed() {
    ModelStore store = options.models();
    Output out = options.surroundings().out();
    String chosen = store.chosen();
    List<ModelEntry> entries = store.list();
    int widest = entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
    for (ModelEntry entry : entries) {
      out.line(
          (entry.name().equals(chosen) ? "* " : "  ")
              + name(entry.name(), widest)
              + Names.shown(entry.problem().orElseGet(() -> about(entry))));
    }
    options.tell(
        "more models: semblance model list --available, or put their folders into "
            + Names.shown(store.folder().toString()));
    return entries.isEmpty() ? ExitCode.NOTHING : ExitCode.FOUND;
  }

  private int available() {
    CatalogueFilter filter = CatalogueFilter.ALL.withOnlyFree(licence == Licence.free);
    filter = language == null ? filter : filter.withLanguage(language);
    filter = maxSize == null ? filter : filter.withMostBytes(maxSize);
    Catalogue catalogue = Catalogue.builtIn();
    List<CatalogueEntry> entries = catalogue.matching(filter);
    if (entries.isEmpty()) {
      options.tell("no well-known model is all of that; leave out a filter");
      return ExitCode.NOTHING;
    }
    List<String> there = options.models().list().stream().map(ModelEntry::name).toList();
    Output out = options.surroundings().out();
    int widest = entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
    for (CatalogueEntry entry : entries) {
      out.line(
          (there.contains(entry.name()) ? "* " : "  ") + name(entry.name(), widest) + about(entry));
    }
    catalogue
        .recommend(filter)
        .ifPresent(entry ->
            options.tell(
                "recommended: "
                    + entry.name()
                    + "; fetch it with: semblance model pull "
                    + entry.name()));
    return ExitCode.FOUND;
  }

  private String name(String name, int widest) {
    String padded = name + " ".repeat(widest - name.length());
    return options.surroundings().out().style().bold(Names.shown(padded)) + "  ";
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

  private static String about(CatalogueEntry entry) {
    return String.format(
        Locale.ROOT,
        "%7s  %8s  %-7s  %-6s  %s: %s",
        entry.dimension() == 0 ? "?" : entry.dimension() + "-d",
        entry.sizeBytes() == 0 ? "?" : Math.round(entry.sizeBytes() / 1e6) + " MB",
        Wording.orUnknown(String.join(",", entry.languages().good())),
        entry.speed().words(),
        Wording.licence(entry),
        entry.recommendation());
  }
}
