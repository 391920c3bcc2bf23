package dev.semblance.cli;

import dev.semblance.cli.options.DateOption;
import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.Given;
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
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// `semblance search`: the pictures nearest to a query.
final class SearchCommand implements Callable<Integer> {
  private static final int USUAL_TOP = 20;

  private final PositionalParamSpec words =
      PositionalParamSpec.builder()
          .paramLabel("QUERY")
          .arity("1..*")
          .required(true)
          .type(List.class)
          .auxiliaryTypes(String.class)
          .description("What the pictures should show.")
          .build();
  private final OptionSpec top =
      OptionSpec.builder("-k", "--top")
          .paramLabel("N")
          .type(Integer.class)
          .description(
              "How many pictures at most (20 that match). Where any picture matches, exactly so many"
                  + " of the nearest, those that match first.")
          .build();
  private final OptionSpec folder =
      OptionSpec.builder("--in")
          .paramLabel("DIR")
          .type(String.class)
          .description("Only pictures in this folder or below it.")
          .build();
  private final OptionSpec after =
      OptionSpec.builder("--after")
          .paramLabel("DATE")
          .type(LocalDateTime.class)
          .converters(new DateOption())
          .description(
              "Only pictures taken from the beginning of DATE on: 2024, 2024-05, 2024-05-17 or"
                  + " 2024-05-17T18:30. Where it is not known when a picture was taken, the time of"
                  + " its file counts.")
          .build();
  private final OptionSpec before =
      OptionSpec.builder("--before")
          .paramLabel("DATE")
          .type(LocalDateTime.class)
          .converters(new DateOption())
          .description("Only pictures taken before the beginning of DATE.")
          .build();
  private final OptionSpec minScore =
      OptionSpec.builder("--min-score")
          .paramLabel("S")
          .type(Double.class)
          .description("Only pictures of at least this score, -1 to 1.")
          .build();
  private final OptionSpec all =
      OptionSpec.builder("--all")
          .type(boolean.class)
          .description(
              "Also pictures that are probably not what was asked for; without it a query that"
                  + " nothing matches finds nothing. Goes without saying with --min-score.")
          .build();
  private final GlobalOptions options;
  private final HitOptions shown;

  SearchCommand(GlobalOptions options) {
    this.options = options;
    this.shown = new HitOptions(options);
  }

  /// How it is called, and what help says of it.
  CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("search");
    spec.addPositional(words);
    for (OptionSpec option : List.of(top, folder, after, before, minScore, all)) {
      spec.addOption(option);
    }
    shown.addTo(spec);
    spec.usageMessage()
        .header("Find pictures by words, by a picture, or by a sum of both.")
        .description(
            "",
            "Words next to each other are one text. A + or - that stands alone begins another term,"
                + " which is added or taken away; a number and a colon in front of a term weigh it."
                + " A term that names a file is that picture.",
            "",
            "Prints the score (the cosine between query and picture, at most 1), a tab, and the path."
                + " Where the model is calibrated, pictures that are probably not what was asked for"
                + " are left out, and it is told how many of the others are likely.")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:found", "1:nothing found, or nothing matches", "2:error"))
        .footer(
            "",
            "Examples:",
            "  semblance search a red bridge at sunset",
            "  semblance search ./holiday.jpg",
            "  semblance search \"2:golden retriever\" + ./pool.jpg - people",
            "  semblance search -k 5 --after 2024-06 --in ~/Pictures snow --sheet snow.png",
            "  semblance search --all an elephant",
            "  semblance search --paths -0 invoice | xargs -0 cp -t /tmp/invoices");
    return spec;
  }

  private List<String> words() {
    return Given.<List<String>>value(words).orElseThrow();
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
      List<Hit> hits = unjudged() || Given.value(top).isPresent() ? nearest : verdict.matches();
      shown.show(String.join(" ", words()), hits);
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
    return Given.flag(all) || Given.value(minScore).isPresent();
  }

  private Query query() {
    Query query =
        QueryParser.parse(words(), options.surroundings().folder())
            .top(Given.<Integer>value(top).orElse(USUAL_TOP));
    Optional<String> inside = Given.value(folder);
    if (inside.isPresent()) {
      query = query.where(new Filter.InFolder(options.path(inside.get()).toString()));
    }
    if (dates()) {
      query = query.where(dated());
    }
    Optional<Double> least = Given.value(minScore);
    return least.isPresent() ? query.minScore(atMostOne(least.get())) : query;
  }

  private boolean dates() {
    return Given.value(after).isPresent() || Given.value(before).isPresent();
  }

  private Filter dated() {
    LocalDateTime from = Given.<LocalDateTime>value(after).orElse(LocalDateTime.of(0, 1, 1, 0, 0));
    LocalDateTime until =
        Given.<LocalDateTime>value(before).orElse(LocalDateTime.of(9999, 12, 31, 0, 0));
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
    boolean narrowed = Given.value(folder).isPresent() || dates();
    if (Given.value(minScore).isPresent()) {
      return narrowed ? "; try a lower --min-score or fewer filters" : "; try a lower --min-score";
    }
    return narrowed ? "; try fewer filters" : "; the library is empty: semblance index PICTURES";
  }
}
