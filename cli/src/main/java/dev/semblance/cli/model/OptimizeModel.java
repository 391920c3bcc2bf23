package dev.semblance.cli.model;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.gallery.Drawing;
import dev.semblance.gallery.Gallery;
import dev.semblance.hub.ModelEntry;
import dev.semblance.model.Input;
import dev.semblance.onnx.optimize.ModelOptimizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `semblance model optimize`.
@Command(
    name = "optimize",
    header = "Make a faster int8 variant of an fp32 model.",
    description = {
      "",
      "The new networks lie beside the old ones, and semblance.json says how far their vectors lie"
          + " from those of fp32, measured on drawings and their captions. Where that is little,"
          + " new libraries get the int8 variant; libraries that exist were made with another"
          + " variant and must be indexed again: semblance index --force."
    },
    footer = {"", "Examples:", "  semblance model optimize siglip2-base-patch16-224"})
final class OptimizeModel implements Callable<Integer> {
  private static final long SEED = 20261124;
  private static final int MOST = 10_000;
  private static final int WIDTH = 480;
  private static final int HEIGHT = 360;

  private final GlobalOptions options;

  @Parameters(paramLabel = "NAME|DIR", description = "The model.")
  private String name = "";

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "64",
      description = "How many drawings the loss is measured on (default: ${DEFAULT-VALUE}).")
  private int sample;

  OptimizeModel(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    if (sample < 1 || sample > MOST) {
      throw new IllegalArgumentException("--sample must be 1 to " + MOST + ", got " + sample);
    }
    ModelEntry entry = options.models().find(options.places().modelName(name));
    if (entry.where().equals(ModelEntry.BUILT_IN)) {
      throw new IllegalArgumentException(
          entry.name() + " is built in and stays as it is; models in folders can be optimised");
    }
    List<Drawing> drawings = Gallery.training(SEED, sample);
    options.tell("quantising, and measuring on " + sample + " drawings");
    ModelOptimizer.Outcome outcome =
        ModelOptimizer.optimize(
            Path.of(entry.where()),
            drawings.stream().map(drawing -> new Input.Text(drawing.caption())).toList(),
            drawings.stream().map(OptimizeModel::picture).toList());
    outcome.text().ifPresent(side -> line("texts", side));
    outcome.image().ifPresent(side -> line("pictures", side));
    return ExitCode.FOUND;
  }

  private static Input.Image picture(Drawing drawing) {
    return new Input.Image(drawing.render(WIDTH, HEIGHT), drawing.name());
  }

  private void line(String label, ModelOptimizer.Side side) {
    Output out = options.surroundings().out();
    out.line(
        out.style().faint(String.format(Locale.ROOT, "%-11s", label))
            + Names.shown(side.file())
            + ", "
            + Wording.megabytes(side.sizeBytes())
            + " to "
            + Wording.megabytes(side.newSizeBytes())
            + String.format(
                Locale.ROOT,
                ", cosine to fp32 %.4f in the mean, %.4f at least",
                side.loss().cosine(),
                side.loss().smallest()));
  }
}
