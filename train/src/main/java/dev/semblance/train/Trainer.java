package dev.semblance.train;

import dev.semblance.train.data.Batch;
import dev.semblance.train.data.BatchPlan;
import dev.semblance.train.data.Negatives;
import dev.semblance.train.data.PictureStore;
import dev.semblance.train.data.TeacherAnswers;
import dev.semblance.train.data.View;
import dev.semblance.train.net.NetShape;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.net.Views;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/// A run of the mini model: goes on from the newest state in its folder, or begins.
///
/// For one thread.
final class Trainer {
  private static final String LOSSES = "losses.csv";
  private static final String MEASURES = "measures.csv";
  private static final int TELL_EVERY = 10;

  private final Settings settings;
  private final MiniData data;
  private final Measures measures;
  private final RunFolder folder;
  private final PrintStream log;
  private final BatchPlan plan;
  private final Negatives negatives;
  private final float[] nameVectors;

  Trainer(Settings settings, MiniData data, Measures measures, RunFolder folder, PrintStream log) {
    this.settings = settings;
    this.data = data;
    this.measures = measures;
    this.folder = folder;
    this.log = log;
    this.plan = new BatchPlan(data.training(), settings.mix(), settings.seed());
    this.negatives = new Negatives(data.training(), settings.sameMeaning(), settings.sameDrawing());
    this.nameVectors = data.nameVectors();
  }

  /// Trains to the last step and keeps the state there.
  void run() {
    try (Learner learner = new Learner(settings, NetShape.mini())) {
      long step = 0;
      Optional<Path> kept = folder.newestState();
      if (kept.isPresent()) {
        step = learner.load(kept.get());
        say("goes on at step " + step + " from " + kept.get().getFileName());
      } else {
        say("begins; " + learner.weights().count() + " numbers to learn, batch " + plan.size());
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
    }
    for (long step = first; step < settings.steps(); step++) {
      int side = settings.side(step);
      Learner.Lost lost;
      try (PointerScope _ = new PointerScope()) {
        lost = learner.learn(step, example(plan.at(step), side));
      }
      lines.add(line(step, side, lost));
      pace.add(plan.size());
      long done = step + 1;
      if (done % TELL_EVERY == 0) {
        say(progress(done, side, lost, pace));
      }
      boolean last = done == settings.steps();
      if (last || done % settings.keepEvery() == 0) {
        folder.append(LOSSES, "step,side,total,pairs,features,names,scale", lines);
        lines.clear();
        learner.save(folder.stateFile(done), done);
        folder.tidy();
      }
      if (last || done % settings.measureEvery() == 0) {
        measure(learner, done, side);
        RunPictures.losses(folder.file(LOSSES), folder.file("losses.png"));
      }
      if (last || done == settings.steps() / 2) {
        grid(learner, done, last ? "after" : "during");
      }
    }
  }

  private void measure(Learner learner, long step, int side) {
    Measures.Shares shares = measures.of(learner, side);
    String line =
        String.format(
            Locale.ROOT,
            "%d,%d,%d,%.4f,%.4f,%.4f,%.4f,%.4f",
            step,
            side,
            step * plan.size(),
            shares.r1(),
            shares.r5(),
            shares.r10(),
            shares.top1(),
            shares.top5());
    folder.append(MEASURES, "step,side,pictures,r@1,r@5,r@10,top1,top5", List.of(line));
    say("measured: " + line);
  }

  private void grid(Learner learner, long step, String when) {
    double[][] cosines = measures.grid(learner, settings.side(step));
    String title = "100 pictures and their captions, step " + step;
    RunPictures.grid(title, cosines, folder.file("grid-" + when + ".png"));
  }

  private Learner.Example example(Batch batch, int side) {
    int n = batch.pictures().length;
    Tensor bytes = Tensors.emptyBytes(n, PictureStore.SIDE, PictureStore.SIDE, 3);
    ByteBuffer memory = Tensors.bytes(bytes);
    float[] maps = new float[n * 6];
    float[] light = new float[n * 6];
    for (int i = 0; i < n; i++) {
      data.training().read(batch.pictures()[i], memory);
      put(batch.views()[i], maps, light, i * 6);
    }
    Tensor pixels =
        Views.parts(bytes, Tensors.floats(maps, n, 2, 3), Tensors.floats(light, n, 6), side);
    float[] texts = data.vectors().gather(batch.texts());
    return new Learner.Example(
        pixels,
        Tensors.floats(texts, n, MiniData.TEXT_WIDTH),
        Tensors.floats(negatives.limits(batch), n, n),
        answers(batch.pictures()));
  }

  private Learner.Answers answers(int[] pictures) {
    int n = pictures.length;
    if (settings.featureWeight() == 0 && settings.nameWeight() == 0) {
      Tensor none = Tensors.floats(new float[] {0}, 1);
      return new Learner.Answers(none, none, none, none);
    }
    TeacherAnswers teacher = data.teacher();
    return new Learner.Answers(
        Tensors.floats(teacher.known(pictures), n),
        Tensors.floats(teacher.features(pictures), n, TeacherAnswers.FEATURES),
        Tensors.floats(teacher.names(pictures), n, TeacherAnswers.NAMES),
        Tensors.floats(nameVectors, TeacherAnswers.NAMES, MiniData.TEXT_WIDTH));
  }

  private static void put(View view, float[] maps, float[] light, int at) {
    maps[at] = view.mirrored() ? -view.width() : view.width();
    maps[at + 2] = view.centreX();
    maps[at + 4] = view.height();
    maps[at + 5] = view.centreY();
    // About the middle grey: (x - 1/2) * contrast + 1/2 + brightness, warmer red, cooler blue.
    float base = 0.5f - 0.5f * view.contrast() + view.brightness();
    for (int channel = 0; channel < 3; channel++) {
      light[at + channel] = view.contrast();
      light[at + 3 + channel] = base + (1 - channel) * view.warmth();
    }
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
        + (float) lost.scale();
  }

  private String progress(long done, int side, Learner.Lost lost, Pace pace) {
    double perSecond = pace.perSecond();
    double left = (settings.steps() - done) * plan.size() / perSecond;
    return String.format(
        Locale.ROOT,
        "step %d/%d, %d px, loss %.3f (pairs %.3f, features %.3f, names %.3f), scale %.1f, "
            + "%.0f pictures/s, %.0f min left at this pace",
        done,
        settings.steps(),
        side,
        lost.total(),
        lost.pairs(),
        lost.features(),
        lost.names(),
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
