package dev.semblance.train;

import dev.semblance.train.data.Group;
import dev.semblance.train.data.VectorFile;
import dev.semblance.train.guide.Guide;
import dev.semblance.train.guide.Teaching;
import dev.semblance.train.net.NetShape;
import dev.semblance.train.run.RunFolder;
import dev.semblance.train.run.RunFolder.Outcome;
import dev.semblance.train.run.RunPictures;
import dev.semblance.train.run.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;

/// Trains the mini model, as far as each call asks for.
public final class MiniTraining {
  private static final long GUIDE_STEPS = 1000;
  private static final int GUIDE_HIDDEN = 1024;

  /// More captions than the net sees: the guide learns from few pictures what words mean.
  private static final Map<Group, Integer> GUIDE_MIX =
      Map.of(
          Group.FLICKR, 150,
          Group.WEB, 250,
          Group.PRODUCTS, 20,
          Group.LABELS, 200,
          Group.DRAWINGS, 64);

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

  /// Makes the data ready; what is ready already is kept.
  ///
  /// @param drawings how many of our own drawings are rendered for training
  public void prepare(int drawings) {
    new Preparation(data, cache(), log).run(drawings);
  }

  /// Makes the guide that runs follow: learns its heads, keeps the text head and where each picture
  /// is put. What is there already is kept. Not in a process that is to run networks afterwards:
  /// see [dev.semblance.train].
  ///
  /// @param threads PyTorch's
  public void guide(int threads) {
    Path places = cache().resolve(MiniData.GUIDE);
    try (MiniData open = new MiniData(data, cache())) {
      int size = open.training().size();
      if (open.hasGuide() && open.guide().rows() == size) {
        return;
      }
      torch.set_num_threads(threads);
      Teaching teaching =
          new Teaching(open.training(), open.vectors(), open.teachers(), open.nameVectors());
      Settings usual = Settings.mini(1);
      try (Guide guide = new Guide(teaching, GUIDE_MIX, GUIDE_HIDDEN, usual.seed())) {
        guide.learn(GUIDE_STEPS, log::println);
        log.printf(
            Locale.ROOT,
            "guide: of %d pictures it was not taught, %.3f come among the first ten for a text%n",
            open.training().heldOut().length,
            guide.recall());
        guide.save(cache().resolve(MiniData.GUIDE_HEAD), GUIDE_STEPS);
        VectorFile.writeHalves(places, guide.embeddings(IntStream.range(0, size).toArray()));
      }
    }
  }

  /// Keeps the settings of a run, which is not trained yet.
  ///
  /// @param asked settings of a new run; one that was begun keeps its own but takes the steps and
  ///   threads
  /// @return the settings it has now
  Settings begin(String run, Settings asked) {
    Settings own = new RunFolder(work.resolve(run)).begin(asked);
    if (!own.equals(asked)) {
      log.println(
          run + " was begun with other settings and keeps them, but for steps and threads: " + own);
    }
    return own;
  }

  /// Begins the run of this name, or goes on with it.
  ///
  /// @param settings of a new run; one that was begun keeps its own but takes the steps and threads
  public void train(String run, Settings settings) {
    RunFolder folder = new RunFolder(work.resolve(run));
    Settings own = begin(run, settings);
    try (MiniData open = new MiniData(data, cache());
        Measures measures = new Measures(open, data, cache())) {
      Optional<Path> guide =
          Optional.of(cache().resolve(MiniData.GUIDE_HEAD)).filter(_ -> own.goals().guide().any());
      Trainer.Task task =
          new Trainer.Task(NetShape.mini(), new Batches(own, open), measures, guide);
      new Trainer(own, task, folder, log).run();
    }
  }

  /// Lets a run that has kept no state yet begin with the picture net of an exported model instead
  /// of random weights; one that has goes on as it is.
  ///
  /// @param model a folder that [#export] wrote
  /// @throws IllegalArgumentException when there is no such net in it
  public void from(String run, Path model) {
    RunFolder folder = new RunFolder(work.resolve(run));
    Settings settings = begun(run);
    if (folder.newestState().isPresent()) {
      return;
    }
    Path file = model.resolve(MiniExport.IMAGE);
    try (MiniData open = new MiniData(data, cache());
        Learner learner = new Learner(settings, NetShape.mini());
        PointerScope _ = new PointerScope()) {
      if (settings.goals().guide().any()) {
        learner.follow(cache().resolve(MiniData.GUIDE_HEAD));
      }
      byte[] net = Files.readAllBytes(file);
      learner.goOnFrom(net, new Batches(settings, open).at(0, settings.side(0)).pixels());
      learner.save(folder.stateFile(0), 0);
      log.println(run + " begins with the picture net of " + file);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + ": cannot be read; a model that `semblance train mini` wrote is expected", e);
    }
  }

  private Settings begun(String run) {
    return new RunFolder(work.resolve(run))
        .settings()
        .orElseThrow(() -> new IllegalArgumentException(run + ": no run of this name"));
  }

  /// Draws the cosines of pictures and captions by one state of a run, or before it.
  ///
  /// @param state a kept state; absent for the untrained net
  /// @param picture a PNG file
  public void grid(String run, Optional<Path> state, Path picture) {
    Settings settings = begun(run);
    try (MiniData open = new MiniData(data, cache());
        Measures measures = new Measures(open, data, cache());
        Learner learner = new Learner(settings, NetShape.mini())) {
      state.ifPresent(learner::loadWeights);
      int side = settings.sides().getLast().side();
      String title = "100 pictures and their captions, " + (state.isPresent() ? run : "untrained");
      RunPictures.grid(title, measures.grid(learner, side), picture);
    }
  }

  /// Writes the model that a run has come to.
  ///
  /// @param folder where its files are put
  /// @param rounded whether the picture net's weights are stored in 8 bits each
  /// @throws IllegalArgumentException when the run has kept no state
  public void export(String run, Path folder, boolean rounded) {
    RunFolder from = new RunFolder(work.resolve(run));
    Settings settings = begun(run);
    Outcome outcome =
        from.outcome(settings)
            .orElseThrow(() -> new IllegalArgumentException(run + ": has kept no state yet"));
    MiniExport.write(settings, outcome, folder, rounded);
    log.println(
        outcome.state().getFileName()
            + (outcome.averaged() ? ", averaged weights," : "")
            + " exported to "
            + folder);
  }

  /// Finds out how sure the scores of an exported model are, and writes that into its card. Not in
  /// a process that has trained: see [dev.semblance.train].
  ///
  /// @param folder of the model
  public void calibrate(Path folder) {
    new MiniCalibration(data, work, log).run(folder);
  }

  /// `java … MiniTraining prepare DATA WORK DRAWINGS`, then `guide DATA WORK THREADS`, then `train
  /// DATA WORK RUN STEPS`, with the settings of [Settings#mini] or, without STEPS, those in the
  /// run's folder, before it perhaps `from DATA WORK RUN FOLDER`, then `export DATA WORK RUN
  /// FOLDER`, then `calibrate DATA WORK FOLDER`; `grid DATA WORK RUN PICTURE STATE` with `-` for no
  /// state.
  public static void main(String[] arguments) {
    MiniTraining training =
        new MiniTraining(Path.of(arguments[1]), Path.of(arguments[2]), System.err);
    switch (arguments[0]) {
      case "prepare" -> training.prepare(Integer.parseInt(arguments[3]));
      case "guide" -> training.guide(Integer.parseInt(arguments[3]));
      case "train" ->
          training.train(
              arguments[3],
              arguments.length > 4
                  ? Settings.mini(Long.parseLong(arguments[4]))
                  : training.begun(arguments[3]));
      case "from" -> training.from(arguments[3], Path.of(arguments[4]));
      case "export" -> training.export(arguments[3], Path.of(arguments[4]), true);
      case "grid" ->
          training.grid(
              arguments[3],
              Optional.of(arguments[5]).filter(it -> !it.equals("-")).map(Path::of),
              Path.of(arguments[4]));
      case "calibrate" -> training.calibrate(Path.of(arguments[3]));
      default ->
          throw new IllegalArgumentException(
              "prepare, guide, from, train, export, grid or calibrate expected, got "
                  + arguments[0]);
    }
  }
}
