package dev.semblance.cli.eval;

import dev.semblance.cli.options.CaptionsOption;
import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.JsonLine;
import dev.semblance.cli.terminal.Output;
import dev.semblance.eval.Retrieval;
import dev.semblance.eval.Retrieval.Direction;
import dev.semblance.eval.files.PairTable.Pair;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `semblance eval retrieval`: do captions find their pictures, and pictures their captions?
@Command(
    name = "retrieval",
    header = "Measure how well captions find their pictures and pictures their captions.",
    description = {
      "",
      "Captions stand in a table, or in a .txt file beside each picture; a picture may have several."
          + " R@k is the share of queries whose answer is among the first k of all pictures (or"
          + " captions)."
    },
    footer = {
      "",
      "Examples:",
      "  semblance eval retrieval --images photos --captions captions.tsv",
      "  semblance eval retrieval --images test.tar --captions test.csv --model siglip2 --json",
      "  semblance eval retrieval --images webdataset-00.tar"
    })
final class EvalRetrieval implements Callable<Integer> {
  private final GlobalOptions options;

  @Mixin private final MeasuredPictures pictures;

  @Mixin private final CaptionsOption captions;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  EvalRetrieval(GlobalOptions options) {
    this.options = options;
    this.pictures = new MeasuredPictures(options);
    this.captions = new CaptionsOption(options);
  }

  @Override
  public Integer call() {
    List<Pair> pairs = captions.pairs(pictures.source());
    SequencedSet<String> files = MeasuredPictures.files(pairs);
    List<String> order = new ArrayList<>(files);
    int[] captionOf = pairs.stream().mapToInt(pair -> order.indexOf(pair.file())).toArray();
    try (Model model = pictures.open()) {
      List<Embedding> images = pictures.embed(model, files);
      List<Embedding> texts =
          model.requireText().embed(pairs.stream().map(p -> new Input.Text(p.text())).toList());
      Retrieval measured = Retrieval.measure(images, texts, captionOf);
      if (json) {
        options.surroundings().out().line(asJson(measured, model));
      } else {
        show(measured, model);
      }
    }
    return ExitCode.FOUND;
  }

  private static String asJson(Retrieval measured, Model model) {
    return new JsonLine()
        .with("model", model.space().name())
        .with("images", measured.images())
        .with("captions", measured.captions())
        .with("text_to_image", asJson(measured.textToImage()))
        .with("image_to_text", asJson(measured.imageToText()))
        .end();
  }

  private static JsonLine asJson(Direction direction) {
    return new JsonLine()
        .with("r@1", direction.r1().value())
        .with("r@5", direction.r5().value())
        .with("r@10", direction.r10().value())
        .with("median_rank", direction.medianRank())
        .with("r@1_interval", direction.r1().low(), direction.r1().high())
        .with("r@5_interval", direction.r5().low(), direction.r5().high())
        .with("r@10_interval", direction.r10().low(), direction.r10().high());
  }

  private void show(Retrieval measured, Model model) {
    Output out = options.surroundings().out();
    out.line(
        String.format(
            Locale.ROOT,
            "%s: %,d pictures, %,d captions",
            model.space().name(),
            measured.images(),
            measured.captions()));
    out.line(
        "                R@1                 R@5                 R@10              median rank");
    out.line(row("text to image", measured.textToImage()));
    out.line(row("image to text", measured.imageToText()));
  }

  private static String row(String name, Direction direction) {
    return String.format(
        Locale.ROOT,
        "%s   %s  %s  %s  %8.1f",
        name,
        direction.r1().inWords(),
        direction.r5().inWords(),
        direction.r10().inWords(),
        direction.medianRank());
  }
}
