package dev.semblance.cli.eval;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.JsonLine;
import dev.semblance.cli.terminal.Output;
import dev.semblance.index.IndexQuality;
import dev.semblance.library.Library;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `semblance eval index`: does the index find what exact search finds, and how fast?
@Command(
    name = "index",
    header = "Measure the index against exact search, and how fast it answers.",
    description = {
      "",
      "Pictures of the library, drawn by chance, are the queries. Recall is the share of the true"
          + " ten nearest that the index gives too."
    },
    footer = {
      "",
      "Examples:",
      "  semblance eval index",
      "  semblance eval index --queries 1000 --json"
    })
final class EvalIndex implements Callable<Integer> {
  private final GlobalOptions options;

  @Option(
      names = "--queries",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many pictures are asked for (${DEFAULT-VALUE}).")
  private int queries;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  EvalIndex(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    try (Library library = options.openExisting()) {
      IndexQuality measured = library.quality(queries);
      Output out = options.surroundings().out();
      if (json) {
        out.line(
            new JsonLine()
                .with("items", measured.items())
                .with("queries", measured.queries())
                .with("recall@10", measured.recall())
                .with("median_ms", measured.medianMillis())
                .with("p95_ms", measured.slowMillis())
                .with("exact_ms", measured.exactMillis())
                .end());
      } else {
        out.line(
            String.format(
                Locale.ROOT,
                "%,d items, %,d queries: recall@10 %.4f; an answer takes %.2f ms (95 %% under %.2f"
                    + " ms), exact search %.2f ms",
                measured.items(),
                measured.queries(),
                measured.recall(),
                measured.medianMillis(),
                measured.slowMillis(),
                measured.exactMillis()));
      }
    }
    return ExitCode.FOUND;
  }
}
