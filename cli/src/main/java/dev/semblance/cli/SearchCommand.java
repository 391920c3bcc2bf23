package dev.semblance.cli;

import dev.semblance.cli.options.DateOption;
import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.options.HitOptions;
import dev.semblance.cli.terminal.Output;
import dev.semblance.index.Filter;
import dev.semblance.library.Hit;
import dev.semblance.library.Library;
import dev.semblance.library.Query;
import dev.semblance.library.QueryParser;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `semblance search`: the pictures nearest to a query.
@Command(
    name = "search",
    header = "Find pictures by words, by a picture, or by a sum of both.",
    description = {
      "",
      "Words next to each other are one text. A + or - that stands alone begins another term, which"
          + " is added or taken away; a number and a colon in front of a term weigh it. A term that"
          + " names a file is that picture.",
      "",
      "Prints the score (the cosine between query and picture, at most 1), a tab, and the path."
          + " Where the model is calibrated, pictures that are probably not what was asked for are"
          + " left out, and it is told how many of the others are likely."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:found", "1:nothing found, or nothing matches", "2:error"},
    footer = {
      "",
      "Examples:",
      "  semblance search a red bridge at sunset",
      "  semblance search ./holiday.jpg",
      "  semblance search \"2:golden retriever\" + ./pool.jpg - people",
      "  semblance search -k 5 --after 2024-06 --in ~/Pictures snow --sheet snow.png",
      "  semblance search --all an elephant",
      "  semblance search --paths -0 invoice | xargs -0 cp -t /tmp/invoices"
    })
final class SearchCommand implements Callable<Integer> {
  private static final int USUAL_TOP = 20;
  private final GlobalOptions options;

  @Parameters(paramLabel = "QUERY", arity = "1..*", description = "What the pictures should show.")
  private List<String> words = List.of();

  @Option(
      names = {"-k", "--top"},
      paramLabel = "N",
      description =
          "How many pictures at most (20 that match). Where any picture matches, exactly so many of"
              + " the nearest, those that match first.")
  private @Nullable Integer top;

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = "Only pictures in this folder or below it.")
  private @Nullable String folder;

  @Option(
      names = "--after",
      paramLabel = "DATE",
      converter = DateOption.class,
      description =
          "Only pictures taken from the beginning of DATE on: 2024, 2024-05, 2024-05-17 or"
              + " 2024-05-17T18:30. Where it is not known when a picture was taken, the time of its"
              + " file counts.")
  private @Nullable LocalDateTime after;

  @Option(
      names = "--before",
      paramLabel = "DATE",
      converter = DateOption.class,
      description = "Only pictures taken before the beginning of DATE.")
  private @Nullable LocalDateTime before;

  @Option(
      names = "--min-score",
      paramLabel = "S",
      description = "Only pictures of at least this score, -1 to 1.")
  private @Nullable Double minScore;

  @Option(
      names = "--all",
      description =
          "Also pictures that are probably not what was asked for; without it a query that nothing"
              + " matches finds nothing. Goes without saying with --min-score.")
  private boolean all;

  @Mixin private final HitOptions shown;

  SearchCommand(GlobalOptions options) {
    this.options = options;
    this.shown = new HitOptions(options);
  }

  @Override
  public Integer call() {
    options.timing().mark("arguments");
    shown.check();
    Query query = query();
    try (Library library = options.openExisting()) {
      options.timing().mark("library open");
      List<Hit> nearest = library.search(query);
      options.timing().mark("searched");
      options.tellOfCutTexts(library, query);
      options.tellOfModel(library);
      if (nearest.isEmpty()) {
        options.tell("nothing found" + advice());
        return ExitCode.NOTHING;
      }
      Verdict verdict = Verdict.of(nearest, library.calibration());
      if (verdict.matches().isEmpty() && !unjudged()) {
        options.tell("nothing matches; what is nearest all the same: semblance search --all ...");
        return ExitCode.NOTHING;
      }
      List<Hit> hits = unjudged() || top != null ? nearest : verdict.matches();
      shown.show(String.join(" ", words), hits);
      if (verdict.judged() || options.verbose()) {
        options.tell(verdict.inWords());
      }
    }
    finish(options.surroundings().err());
    return ExitCode.FOUND;
  }

  private void finish(Output err) {
    options.timing().mark("shown");
    if (options.timed()) {
      options.surroundings().out().flush();
      err.line("semblance: " + options.timing().summary());
    }
  }

  /// Whether the user decides what is near enough.
  private boolean unjudged() {
    return all || minScore != null;
  }

  private Query query() {
    int most = top == null ? USUAL_TOP : top;
    Query query = QueryParser.parse(words, options.surroundings().folder()).top(most);
    if (folder != null) {
      query = query.where(new Filter.InFolder(options.path(folder).toString()));
    }
    if (after != null || before != null) {
      query = query.where(dated());
    }
    if (minScore != null) {
      query = query.minScore(atMostOne(minScore));
    }
    return query;
  }

  private Filter dated() {
    LocalDateTime from = after != null ? after : LocalDateTime.of(0, 1, 1, 0, 0);
    LocalDateTime until = before != null ? before : LocalDateTime.of(9999, 12, 31, 0, 0);
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "no picture can be taken from " + from + " on and before " + until + "; swap the dates");
    }
    return new Filter.Dated(from, until);
  }

  private static double atMostOne(double score) {
    if (!(score >= -1 && score <= 1)) {
      throw new IllegalArgumentException(
          "--min-score must be a cosine between -1 and 1, got " + score);
    }
    return score;
  }

  private String advice() {
    boolean narrowed = folder != null || after != null || before != null;
    if (minScore != null) {
      return narrowed ? "; try a lower --min-score or fewer filters" : "; try a lower --min-score";
    }
    return narrowed ? "; try fewer filters" : "; the library is empty: semblance index PICTURES";
  }
}
