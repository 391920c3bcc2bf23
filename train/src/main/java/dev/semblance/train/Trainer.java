package dev.semblance.train;

import dev.semblance.train.net.AveragedWeights;
import dev.semblance.train.net.NetShape;
import dev.semblance.train.run.Measure;
import dev.semblance.train.run.RunFolder;
import dev.semblance.train.run.RunPictures;
import dev.semblance.train.run.Settings;
import dev.semblance.train.run.Shares;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;

/// A run of the mini model: goes on from the newest state in its folder, or begins.
///
/// For one thread.
final class Trainer {
  private static final String LOSSES = "losses.csv";
  private static final String MEASURES = "measures.csv";
  private static final int TELL_EVERY = 10;

  private final Settings settings;
  private final Task task;
  private final RunFolder folder;
  private final PrintStream log;

  Trainer(Settings settings, Task task, RunFolder folder, PrintStream log) {
    this.settings = settings;
    this.task = task;
    this.folder = folder;
    this.log = log;
  }

  /// What is learned.
  ///
  /// @param shape of the net
  /// @param source of the batches
  /// @param exam that tells how good the net is
  /// @param guide the kept head of a guide, for settings that follow one
  record Task(NetShape shape, Source source, Exam exam, Optional<Path> guide) {}

  /// Batches by the number of their step.
  interface Source {
    /// The pictures of a batch.
    int size();

    Learner.Example at(long step, int side);
  }

  /// Measures a learner as it is.
  interface Exam {
    Shares of(Learner learner, int side);

    /// The cosines of some pictures (rows) and their captions (columns).
    double[][] grid(Learner learner, int side);
  }

  /// Trains to the last step, or until patience ends, and keeps the state there.
  void run() {
    try (Learner learner = new Learner(settings, task.shape())) {
      long step = 0;
      Optional<Path> kept = folder.newestState();
      if (kept.isPresent()) {
        step = learner.load(kept.get());
        say("goes on at step " + step + " from " + kept.get().getFileName());
      } else {
        task.guide().ifPresent(learner::follow);
        say(
            "begins; "
                + learner.weights().count()
                + " numbers to learn, batch "
                + task.source().size());
      }
      folder.cut(LOSSES, step);
      folder.cut(MEASURES, step + 1);
      go(learner, step);
    }
  }

  private void go(Learner learner, long first) {
    List<String> lines = new ArrayList<>();
    Pace pace = new Pace(System.nanoTime());
    if (first == 0) {
      grid(learner, 0, "before");
    } else if (isMeasured(first) && measured(first).isEmpty()) {
      measure(learner, first); // ended between keeping the state and measuring it
    }
    for (long step = first; step < settings.steps() && !folder.gaveUp(settings); step++) {
      int side = settings.side(step);
      Learner.Lost lost;
      try (PointerScope _ = new PointerScope()) {
        lost = learner.learn(step, task.source().at(step, side));
      }
      lines.add(line(step, side, lost));
      pace.add(task.source().size());
      long done = step + 1;
      if (done % TELL_EVERY == 0) {
        say(progress(done, side, lost, pace));
      }
      if (isKept(done)) {
        folder.append(LOSSES, "step,side,total,pairs,features,names,scale,guide", lines);
        lines.clear();
        learner.save(folder.stateFile(done), done);
        folder.tidy(settings);
        NativeMemory.giveBack();
      }
      if (isMeasured(done)) {
        measure(learner, done);
        RunPictures.losses(folder.file(LOSSES), folder.file("losses.png"));
      }
      boolean last = done == settings.steps();
      if (last || done == settings.steps() / 2) {
        grid(learner, done, last ? "after" : "during");
      }
    }
    if (folder.gaveUp(settings)) {
      say("stopped: " + settings.keeping().patience() + " measures brought nothing better");
    }
  }

  /// What has patience keeps all that is measured, since it may turn out to be the best.
  private boolean isKept(long done) {
    return done == settings.steps()
        || done % settings.keeping().keepEvery() == 0
        || (settings.keeping().patience() > 0 && isMeasured(done));
  }

  private boolean isMeasured(long done) {
    return done == settings.steps() || done % settings.keeping().measureEvery() == 0;
  }

  private Optional<Measure> measured(long step) {
    return folder.measures().stream().filter(measure -> measure.step() == step).findFirst();
  }

  private void measure(Learner learner, long done) {
    int side = settings.side(done - 1);
    Shares raw = task.exam().of(learner, side);
    Optional<Shares> averaged = Optional.empty();
    if (learner.averages().isPresent()) {
      try (AveragedWeights.InPlace _ = learner.averages().get().inPlace()) {
        averaged = Optional.of(task.exam().of(learner, side));
      }
    }
    Measure measure = new Measure(done, side, done * task.source().size(), raw, averaged);
    folder.add(measure);
    say("measured: " + measure.line() + measure.comparison().map(it -> "; " + it).orElse(""));
  }

  private void grid(Learner learner, long step, String when) {
    double[][] cosines = task.exam().grid(learner, settings.side(step));
    String title = "100 pictures and their captions, step " + step;
    RunPictures.grid(title, cosines, folder.file("grid-" + when + ".png"));
  }

  private static String line(long step, int side, Learner.Lost lost) {
    return step
        + ","
        + side
        + ","
        + (float) lost.total()
        + ","
        + (float) lost.pairs()
        + ","
        + (float) lost.features()
        + ","
        + (float) lost.names()
        + ","
        + (float) lost.scale()
        + ","
        + (float) lost.guide();
  }

  private String progress(long done, int side, Learner.Lost lost, Pace pace) {
    double perSecond = pace.perSecond();
    double left = (settings.steps() - done) * task.source().size() / perSecond;
    return String.format(
        Locale.ROOT,
        "step %d/%d, %d px, loss %.3f (pairs %.3f, features %.3f, names %.3f, guide %.3f), "
            + "scale %.1f, %.0f pictures/s, %.0f min left at this pace",
        done,
        settings.steps(),
        side,
        lost.total(),
        lost.pairs(),
        lost.features(),
        lost.names(),
        lost.guide(),
        lost.scale(),
        perSecond,
        left / 60);
  }

  private void say(String message) {
    log.println(message);
  }

  /// Pictures a second since the last question.
  private static final class Pace {
    private long start;
    private long pictures;

    Pace(long start) {
      this.start = start;
    }

    void add(int count) {
      pictures += count;
    }

    double perSecond() {
      long now = System.nanoTime();
      double rate = pictures * 1e9 / Math.max(1, now - start);
      start = now;
      pictures = 0;
      return rate;
    }
  }
}
