package dev.semblance.cli.eval;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.JsonLine;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.drawing.HeatMap;
import dev.semblance.eval.ClassPrompts;
import dev.semblance.eval.Share;
import dev.semblance.eval.ZeroShot;
import dev.semblance.eval.files.PairTable;
import dev.semblance.eval.files.PairTable.Pair;
import dev.semblance.model.Model;
import dev.semblance.space.Embedding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `semblance eval zeroshot`: do pictures find the names of their classes?
@Command(
    name = "zeroshot",
    header = "Measure how well pictures find the names of their classes.",
    description = {
      "",
      "The table has a line of file<TAB>label for each picture. Candidates are its distinct labels,"
          + " or the lines of --names; a label is the name that equals it, whatever the case. Each"
          + " name is put into every template."
    },
    footer = {
      "",
      "Examples:",
      "  semblance eval zeroshot --images photos --labels labels.tsv",
      "  semblance eval zeroshot --images x.tar --labels x.tsv --names imagenet.txt --json"
    })
final class EvalZeroShot implements Callable<Integer> {
  private final GlobalOptions options;

  @Mixin private final MeasuredPictures pictures;

  @Option(
      names = "--labels",
      paramLabel = "FILE.tsv",
      required = true,
      description = "A table of file<TAB>label, with or without that header line.")
  private String labels = "";

  @Option(
      names = "--names",
      paramLabel = "FILE",
      description = "The candidates, one a line (the table's distinct labels).")
  private @Nullable String names;

  @Option(
      names = "--templates",
      paramLabel = "FILE",
      description = "Sentences with {} for the name, one a line (those of the model).")
  private @Nullable String templates;

  @Option(
      names = "--confusions",
      paramLabel = "FILE.png",
      description = "Draw which class is taken for which.")
  private @Nullable String confusions;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  EvalZeroShot(GlobalOptions options) {
    this.options = options;
    this.pictures = new MeasuredPictures(options);
  }

  @Override
  public Integer call() {
    List<Pair> pairs = PairTable.read(pictures.table(labels));
    SequencedSet<String> files = MeasuredPictures.files(pairs);
    if (files.size() != pairs.size()) {
      throw new IllegalArgumentException(
          labels + ": a picture has more than one label; zero-shot classes need exactly one each");
    }
    List<String> candidates = candidates(pairs);
    int[] classes = classes(pairs, candidates);
    try (Model model = pictures.open()) {
      List<Embedding> points = prompts(model).points(model, candidates);
      ZeroShot measured =
          ZeroShot.measure(pictures.embed(model, files), classes, points, candidates);
      if (json) {
        options.surroundings().out().line(asJson(measured, model));
      } else {
        show(measured, model);
      }
      draw(measured);
    }
    return ExitCode.FOUND;
  }

  private void draw(ZeroShot measured) {
    if (confusions != null) {
      Path file = options.path(confusions);
      String title = "pictures of the class of each row, by the class they were taken for";
      new HeatMap(title, measured.names(), shares(measured.confusions()), 0, 1).writeTo(file);
      options.tell("the picture is " + Names.shown(file.toString()));
    }
  }

  /// Counts as shares of their row.
  private static double[][] shares(int[][] confusions) {
    double[][] shares = new double[confusions.length][];
    for (int row = 0; row < shares.length; row++) {
      int sum = Math.max(1, IntStream.of(confusions[row]).sum());
      shares[row] = IntStream.of(confusions[row]).mapToDouble(n -> (double) n / sum).toArray();
    }
    return shares;
  }

  private List<String> candidates(List<Pair> pairs) {
    return names == null
        ? pairs.stream().map(Pair::text).distinct().sorted().toList()
        : lines(names);
  }

  private int[] classes(List<Pair> pairs, List<String> candidates) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < candidates.size(); i++) {
      numbers.putIfAbsent(candidates.get(i).toLowerCase(Locale.ROOT), i);
    }
    int[] classes = new int[pairs.size()];
    for (int i = 0; i < classes.length; i++) {
      String label = pairs.get(i).text();
      Integer number = numbers.get(label.toLowerCase(Locale.ROOT));
      if (number == null) {
        throw new IllegalArgumentException(
            pairs.get(i).file() + ": its label \"" + label + "\" is not among the names");
      }
      classes[i] = number;
    }
    return classes;
  }

  private ClassPrompts prompts(Model model) {
    return templates == null ? ClassPrompts.of(model) : new ClassPrompts(lines(templates));
  }

  private List<String> lines(String file) {
    Path path = options.path(file);
    try {
      List<String> lines =
          Files.readAllLines(path).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      if (lines.isEmpty()) {
        throw new IllegalArgumentException(path + ": holds no line");
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be read as UTF-8 text", e);
    }
  }

  private static String asJson(ZeroShot measured, Model model) {
    JsonLine perClass = new JsonLine();
    measured.perClass().forEach(one -> perClass.with(one.name(), one.top1()));
    return new JsonLine()
        .with("model", model.space().name())
        .with("images", measured.images())
        .with("classes", measured.names().size())
        .with("top1", measured.top1().value())
        .with("top5", measured.top5().value())
        .with("top1_interval", measured.top1().low(), measured.top1().high())
        .with("top5_interval", measured.top5().low(), measured.top5().high())
        .with("per_class", perClass)
        .end();
  }

  private void show(ZeroShot measured, Model model) {
    Output out = options.surroundings().out();
    out.line(
        String.format(
            Locale.ROOT,
            "%s: %,d pictures, %,d classes",
            model.space().name(),
            measured.images(),
            measured.names().size()));
    out.line("top-1  " + share(measured.top1()));
    out.line("top-5  " + share(measured.top5()));
    List<ZeroShot.ClassShare> worstLast = new ArrayList<>(measured.perClass());
    worstLast.sort((a, b) -> Double.compare(b.top1(), a.top1()));
    out.line("");
    for (ZeroShot.ClassShare one : worstLast) {
      out.line(
          String.format(
              Locale.ROOT, "%.3f  %5d  %s", one.top1(), one.images(), Names.shown(one.name())));
    }
  }

  private static String share(Share share) {
    return String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", share.value(), share.low(), share.high());
  }
}
