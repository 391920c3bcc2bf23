package dev.semblance.cli.eval;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.JsonLine;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.drawing.HeatMap;
import dev.semblance.eval.ClassPrompts;
import dev.semblance.eval.ZeroShot;
import dev.semblance.eval.files.PairTable;
import dev.semblance.eval.files.PairTable.Pair;
import dev.semblance.eval.files.TextLines;
import dev.semblance.model.Model;
import dev.semblance.space.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
      "The table has a line with file and label for each picture. Candidates are its distinct labels,"
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
  /// As many classes have room for their names in a picture.
  private static final int MOST_DRAWN = 60;

  private final GlobalOptions options;

  @Mixin private final MeasuredPictures pictures;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      required = true,
      description =
          "A table of file<TAB>label, or of file,label where its name ends in .csv, with or without"
              + " that header line.")
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
      description =
          "Draw which class is taken for which; of more than 60, those with most pictures.")
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
    if (confusions == null) {
      return;
    }
    Path file = options.path(confusions);
    int[] drawn = mostPictures(measured.confusions());
    List<String> names = IntStream.of(drawn).mapToObj(measured.names()::get).toList();
    String title = "pictures of the class of each row, by the class they were taken for";
    new HeatMap(title, names, shares(measured.confusions(), drawn), 0, 1).writeTo(file);
    options.tell(
        "the picture is "
            + Names.shown(file.toString())
            + (drawn.length < measured.names().size()
                ? ", of the " + drawn.length + " classes with the most pictures"
                : ""));
  }

  /// The classes with the most pictures, in the order of the names; those without any are left out.
  private static int[] mostPictures(int[][] confusions) {
    return IntStream.range(0, confusions.length)
        .filter(name -> pictures(confusions[name]) > 0)
        .boxed()
        .sorted(Comparator.comparingInt(name -> -pictures(confusions[name])))
        .limit(MOST_DRAWN)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private static int pictures(int[] row) {
    return IntStream.of(row).sum();
  }

  /// Counts as shares of all pictures of their row, for the drawn classes alone.
  private static double[][] shares(int[][] confusions, int[] drawn) {
    return IntStream.of(drawn)
        .mapToObj(row ->
            IntStream.of(drawn)
                .mapToDouble(column -> (double) confusions[row][column] / pictures(confusions[row]))
                .toArray())
        .toArray(double[][]::new);
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
    return TextLines.read(options.path(file));
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
    out.line("top-1  " + measured.top1().inWords());
    out.line("top-5  " + measured.top5().inWords());
    List<ZeroShot.ClassShare> worstLast = new ArrayList<>(measured.perClass());
    worstLast.sort((a, b) -> Double.compare(b.top1(), a.top1()));
    out.line("");
    for (ZeroShot.ClassShare one : worstLast) {
      out.line(
          String.format(
              Locale.ROOT, "%.3f  %5d  %s", one.top1(), one.images(), Names.shown(one.name())));
    }
  }
}
