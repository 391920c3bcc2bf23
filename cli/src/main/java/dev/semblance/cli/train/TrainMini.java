package dev.semblance.cli.train;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.train.MiniRecipe;
import dev.semblance.train.run.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `semblance train mini`: a model like the carried one, from the beginning.
@Command(
    name = "mini",
    header = "Train the mini model from the training folder.",
    description = {
      "",
      "Prepares the pictures, asks the teachers, learns a guide, trains, exports and calibrates. Takes hours. It may"
          + " be stopped at any time, also by kill -9, and goes on where it was when called again: then"
          + " with the settings it was begun with, but for --steps and --threads."
    },
    footer = {
      "",
      "Examples:",
      "  semblance train mini --data ../shared/training",
      "  semblance train mini --data ../shared/training --steps 6000 --run longer --out longer",
      "  semblance train mini --data ../shared/training --steps 2000 --run more --from longer --out"
          + " more"
    })
final class TrainMini implements Callable<Integer> {
  private final GlobalOptions options;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The training folder: tars, tables, teachers, measure.")
  private String data = "";

  @Option(
      names = "--work",
      paramLabel = "DIR",
      defaultValue = "mini-training",
      description = "Where prepared data and runs are kept (${DEFAULT-VALUE}); some 6 GB.")
  private String work = "";

  @Option(
      names = "--run",
      paramLabel = "NAME",
      defaultValue = "run",
      description = "The name of the run (${DEFAULT-VALUE}).")
  private String run = "";

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description =
          "Begin with the picture net of a model that this command wrote before, instead of random"
              + " weights: at lower rates, and from 80 pixels a side on.")
  private @Nullable String from;

  @Option(names = "--steps", paramLabel = "N", description = "Batches of 512 pictures (5,000).")
  private long steps = MiniRecipe.STEPS;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the first weights and the order of the pictures (7).")
  private long seed = Settings.mini(MiniRecipe.STEPS).seed();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "PyTorch's threads (1). They change the order of sums and so the last bits of a run,"
              + " nothing else; on cores that others use, more are slower.")
  private int threads = Settings.mini(MiniRecipe.STEPS).machine().threads();

  @Option(
      names = "--average",
      paramLabel = "N",
      description =
          "Also average the weights over about N steps, measure those too, and export what is"
              + " better; a tenth of the steps is the most that helps (0: none).")
  private long average;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description =
          "Stop when N measures, 100 steps apart, brought nothing better on the dev split, and"
              + " export the best (0: never). The rates fall to 0 at the last step, where most is"
              + " gained, so this is for runs on few pictures.")
  private int patience;

  @Option(
      names = "--accumulate",
      paramLabel = "N",
      description =
          "Send a batch through the net in N parts, for machines with little memory (1). The losses"
              + " still see the whole batch, batch norm a part.")
  private int accumulate = 1;

  @Option(
      names = "--drawings",
      paramLabel = "N",
      description = "Drawings of our own to train on (as many as the carried weights saw).")
  private int drawings = MiniRecipe.DRAWINGS;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "mini",
      description = "The folder the model is written to (${DEFAULT-VALUE}).")
  private String out = "";

  TrainMini(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    Path folder = options.path(data);
    if (!Files.isDirectory(folder.resolve("teachers"))) {
      throw new IllegalArgumentException(
          folder
              + ": has no folder teachers; the training folder with tars, tables, teachers and"
              + " measure is expected");
    }
    if (steps < 2 || drawings < 0) {
      throw new IllegalArgumentException(
          "--steps must be at least 2 and --drawings at least 0, got "
              + steps
              + " and "
              + drawings);
    }
    MiniRecipe recipe =
        new MiniRecipe(
            folder,
            options.path(work),
            run,
            settings(),
            Optional.ofNullable(from).map(options::path),
            drawings,
            options.path(out));
    return Engine.with(() -> {
      recipe.go(System.err);
      return ExitCode.FOUND;
    });
  }

  private Settings settings() {
    Settings mini = (from == null ? Settings.mini(steps) : Settings.further(steps)).withSeed(seed);
    Settings.Keeping kept = mini.keeping();
    return mini.with(mini.optimising().with(accumulate, average))
        .with(new Settings.Machine(mini.machine().half(), threads))
        .with(new Settings.Keeping(kept.keepEvery(), kept.measureEvery(), patience));
  }
}
