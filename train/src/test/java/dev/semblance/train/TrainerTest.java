package dev.semblance.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.train.run.Measure;
import dev.semblance.train.run.RunFolder;
import dev.semblance.train.run.Settings;
import dev.semblance.train.run.Shares;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs of a tiny net whose measures are made up.
class TrainerTest {
  private static final int PATIENCE = 2;
  private static final int EVERY = 2;

  /// The best is the second, at step 4; after two worse ones, at step 8, the run gives up.
  private static final double[] RECALLS = {0.1, 0.3, 0.2, 0.25, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9};

  @TempDir Path place;

  @Test
  void a_run_without_patience_goes_to_its_end() {
    RunFolder folder = folder("run");
    train(folder, settings(0, 0), new Watched(folder));

    assertThat(folder.measures()).hasSize(10);
    assertThat(folder.outcome(settings(0, 0)).orElseThrow().state())
        .isEqualTo(folder.stateFile(20));
  }

  @Test
  void a_run_that_gets_no_better_stops_and_its_best_state_is_the_outcome() {
    RunFolder folder = folder("run");
    Settings settings = settings(PATIENCE, 0);
    train(folder, settings, new Watched(folder));

    assertThat(folder.measures()).extracting(Measure::step).containsExactly(2L, 4L, 6L, 8L);
    assertThat(folder.stateFile(2)).doesNotExist();
    assertThat(folder.outcome(settings))
        .contains(new RunFolder.Outcome(folder.stateFile(4), false));

    Watched again = new Watched(folder);
    train(folder, settings, again);
    assertThat(again.learnt).isZero();
    assertThat(folder.measures()).hasSize(4);
  }

  @Test
  @Tag("slow")
  void a_run_killed_anywhere_ends_with_the_same_files() throws IOException {
    Settings settings = settings(PATIENCE, 3);
    RunFolder unbroken = folder("unbroken");
    train(unbroken, settings, new Watched(unbroken));

    for (int kill = 0; kill < 8; kill++) {
      RunFolder folder = folder("killed" + kill);
      Watched killed = new Watched(folder);
      killed.lastStep = kill;
      assertThatThrownBy(() -> train(folder, settings, killed)).hasMessage("killed");
      train(folder, settings, new Watched(folder));

      assertThat(contents("killed" + kill)).as("killed at step " + kill).isEqualTo(kept());
    }
    for (int kill = 0; kill < 8; kill++) {
      RunFolder folder = folder("kept" + kill);
      Watched killed = new Watched(folder);
      killed.lastExam = kill; // the state is kept, its measure is not
      assertThatThrownBy(() -> train(folder, settings, killed)).hasMessage("killed");
      train(folder, settings, new Watched(folder));

      assertThat(contents("kept" + kill)).as("killed in exam " + kill).isEqualTo(kept());
    }
  }

  @Test
  void averages_are_measured_beside_the_raw_weights() {
    RunFolder folder = folder("run");
    Settings settings = settings(0, 3);
    train(folder, settings, new Watched(folder));

    assertThat(folder.measures()).hasSize(10).allMatch(each -> each.averaged().isPresent());
    // The made-up exam says a little more each time it is asked at a step.
    assertThat(folder.measures()).allMatch(Measure::averagedIsBetter);
    assertThat(folder.outcome(settings).orElseThrow().averaged()).isTrue();
  }

  private Map<String, Integer> kept() throws IOException {
    return contents("unbroken");
  }

  private RunFolder folder(String name) {
    return new RunFolder(place.resolve(name));
  }

  /// The states and tables of a run, a hash of each.
  private Map<String, Integer> contents(String run) throws IOException {
    Map<String, Integer> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(place.resolve(run))) {
      for (Path file : files.filter(it -> !it.toString().endsWith(".png")).toList()) {
        contents.put(file.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  private static Settings settings(int patience, long average) {
    return new Settings(
        3,
        (long) RECALLS.length * EVERY,
        Map.of(),
        Settings.mini(1).sides(),
        new Settings.Goals(Settings.Pairs.SOFTMAX, 0.8, 0.97, 1, 0.5),
        new Settings.Optimising(2, 0.05, 5e-3, 0.05, 1, average, 1),
        new Settings.Machine(false, 1),
        new Settings.Keeping(EVERY, EVERY, patience));
  }

  private static void train(RunFolder folder, Settings settings, Watched watched) {
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    new Trainer(
            settings,
            new Trainer.Task(LearnerTest.TINY, watched, watched, Optional.empty()),
            folder,
            silent)
        .run();
  }

  /// Batches that depend on their step, measures that depend on how many there are already.
  private static final class Watched implements Trainer.Source, Trainer.Exam {
    private final RunFolder folder;
    private int learnt;
    private int exams;
    private int lastStep = Integer.MAX_VALUE;
    private int lastExam = Integer.MAX_VALUE;

    Watched(RunFolder folder) {
      this.folder = folder;
    }

    @Override
    public int size() {
      return LearnerTest.BATCH;
    }

    @Override
    public Learner.Example at(long step, int side) {
      if (step >= lastStep) {
        throw new IllegalStateException("killed");
      }
      learnt++;
      return LearnerTest.example(step);
    }

    @Override
    public Shares of(Learner learner, int side) {
      if (exams >= lastExam) {
        throw new IllegalStateException("killed");
      }
      double recall = RECALLS[folder.measures().size()] + 0.001 * (exams++ % 2);
      return new Shares(recall, recall, recall, 0, 0);
    }

    @Override
    public double[][] grid(Learner learner, int side) {
      return new double[][] {{1, 0}, {0, 1}};
    }
  }
}
