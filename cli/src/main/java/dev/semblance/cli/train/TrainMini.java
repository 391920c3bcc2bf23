package dev.semblance.cli.train;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.train.MiniRecipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `semblance train mini`: the carried model, made anew.
@Command(
    name = "mini",
    header = "Train the mini model from the training folder.",
    description = {
      "",
      "Prepares the pictures, asks the teacher, trains, exports and calibrates. Takes hours. It may"
          + " be stopped at any time, also by kill -9, and goes on where it was when called again."
    },
    footer = {
      "",
      "Examples:",
      "  semblance train mini --data ../shared/training",
      "  semblance train mini --data ../shared/training --steps 6000 --run longer --out longer"
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
      names = "--steps",
      paramLabel = "N",
      description = "Batches of 512 pictures (as many as the carried weights took).")
  private long steps = MiniRecipe.STEPS;

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
        new MiniRecipe(folder, options.path(work), run, steps, drawings, options.path(out));
    return Engine.with(() -> {
      recipe.go(System.err);
      return ExitCode.FOUND;
    });
  }
}
