package dev.semblance.train;

import java.io.PrintStream;
import java.nio.file.Path;

/// Trains the mini model, as far as each call asks for.
public final class MiniTraining {
  private final Path data;
  private final Path work;
  private final PrintStream log;

  /// @param data the folder of tars, tables and measuring sets
  /// @param work where prepared data (`cache`) and runs lie
  /// @param log where progress is told
  public MiniTraining(Path data, Path work, PrintStream log) {
    this.data = data;
    this.work = work;
    this.log = log;
  }

  private Path cache() {
    return work.resolve("cache");
  }

  /// Writes all texts that a run can ask for.
  public void texts() {
    MiniData.allTexts(data, cache()).write(cache().resolve("texts.txt"));
  }

  /// Begins the run of this name, or goes on with it.
  ///
  /// @param settings of a new run; a run that was begun keeps its own but takes the step count
  public void train(String run, Settings settings) {
    RunFolder folder = new RunFolder(work.resolve(run));
    Settings own = folder.settings().map(old -> old.withSteps(settings.steps())).orElse(settings);
    folder.write(own);
    try (MiniData open = new MiniData(data, cache());
        Measures measures = new Measures(open, data, cache())) {
      new Trainer(own, open, measures, folder, log).run();
    }
  }

  /// `java … MiniTraining texts|train DATA WORK [RUN STEPS]`.
  public static void main(String[] arguments) {
    MiniTraining training =
        new MiniTraining(Path.of(arguments[1]), Path.of(arguments[2]), System.err);
    switch (arguments[0]) {
      case "texts" -> training.texts();
      case "train" -> training.train(arguments[3], Settings.mini(Long.parseLong(arguments[4])));
      default -> throw new IllegalArgumentException("texts or train expected, got " + arguments[0]);
    }
  }
}
