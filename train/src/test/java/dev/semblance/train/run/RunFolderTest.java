package dev.semblance.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.train.data.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  /// As runs wrote it whose settings had no groups.
  private static final String BEFORE =
      """
      {
        "seed" : 9,
        "steps" : 2400,
        "warmUp" : 61,
        "mix" : {
          "FLICKR" : 90,
          "DRAWINGS" : 65
        },
        "sides" : [ {
          "until" : 0.5,
          "side" : 64
        }, {
          "until" : 1.0,
          "side" : 112
        } ],
        "convolutionRate" : 0.036,
        "rate" : 0.0016,
        "decay" : 0.06,
        "pairs" : "SIGMOID",
        "sameMeaning" : 0.81,
        "sameDrawing" : 0.98,
        "featureWeight" : 2.5,
        "nameWeight" : 1.5,
        "half" : false,
        "threads" : 3,
        "keepEvery" : 51,
        "measureEvery" : 101
      }
      """;

  private static final Settings READ =
      new Settings(
          9,
          2400,
          Map.of(Group.FLICKR, 90, Group.DRAWINGS, 65),
          List.of(new Settings.Part(0.5, 64), new Settings.Part(1, 112)),
          new Settings.Goals(Settings.Pairs.SIGMOID, 0.81, 0.98, 2.5, 1.5),
          new Settings.Optimising(61, 0.036, 0.0016, 0.06, 1, 0, 0.45),
          new Settings.Machine(false, 3),
          new Settings.Keeping(51, 101, 0));

  @TempDir Path place;

  private RunFolder folder() {
    return new RunFolder(place);
  }

  private void write(String settings) throws IOException {
    Files.writeString(place.resolve("settings.json"), settings);
  }

  @Test
  void settings_written_before_there_were_groups_are_read() throws IOException {
    write(BEFORE);

    assertThat(folder().settings()).contains(READ);
  }

  @Test
  void what_settings_lack_is_usual_and_what_is_unknown_is_passed_over() throws IOException {
    write("{\"seed\": 5, \"steps\": 30, \"colour\": 1, \"keeping\": {\"patience\": 4, \"x\": []}}");
    Settings mini = Settings.unguided(30);

    assertThat(folder().settings())
        .contains(mini.withSeed(5).with(new Settings.Keeping(50, 100, 4)));
    assertThat(mini.goals().guide().any()).isFalse();
    assertThat(mini.optimising().average()).isZero();
    assertThat(mini.keeping().patience()).isZero();
  }

  @Test
  void a_run_keeps_its_settings_but_steps_and_threads() throws IOException {
    write(BEFORE);
    Settings asked =
        Settings.mini(77)
            .withSeed(1)
            .with(new Settings.Machine(true, 2))
            .with(new Settings.Keeping(1, 1, 1));

    Settings now = folder().begin(asked);

    assertThat(now.steps()).isEqualTo(77);
    assertThat(now).isEqualTo(READ.goingOnAs(asked));
    assertThat(now.machine()).isEqualTo(new Settings.Machine(false, 2));
    assertThat(now.seed()).isEqualTo(9);
    assertThat(folder().settings()).contains(now);
  }

  @Test
  void settings_that_follow_a_guide_are_read_as_they_were_written() {
    Settings mini = Settings.mini(40);
    assertThat(mini.goals().guide().any()).isTrue();

    folder().begin(mini);

    assertThat(folder().settings()).contains(mini);
  }

  @Test
  void broken_settings_are_named() throws IOException {
    for (String broken : List.of("{\"steps\": ", "{\"machine\": {\"threads\": \"many\"}}")) {
      write(broken);
      assertThatThrownBy(() -> folder().settings())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("settings.json: are no settings: ");
    }
  }

  @Test
  void a_run_gives_up_when_its_patience_brought_nothing_better() {
    Settings patient = Settings.mini(900).with(new Settings.Keeping(50, 100, 2));

    assertThat(folder().gaveUp(patient)).isFalse();
    add(100, 0.1, Optional.empty());
    add(200, 0.3, Optional.empty());
    add(300, 0.2, Optional.empty());
    assertThat(folder().gaveUp(patient)).isFalse();
    add(400, 0.3, Optional.empty());
    assertThat(folder().gaveUp(patient)).isTrue();
    assertThat(folder().gaveUp(Settings.mini(900))).isFalse();
  }

  @Test
  void averages_that_are_better_count() {
    Settings patient = Settings.mini(900).with(new Settings.Keeping(50, 100, 1));

    add(100, 0.3, Optional.empty());
    add(200, 0.2, Optional.of(0.31));

    assertThat(folder().gaveUp(patient)).isFalse();
    assertThat(folder().measures().getLast().averagedIsBetter()).isTrue();
  }

  @Test
  void the_best_state_of_a_run_with_patience_is_never_tidied_away_and_exported()
      throws IOException {
    Settings plain = Settings.mini(900);
    Settings patient = plain.with(new Settings.Keeping(50, 100, 9));
    for (long step : new long[] {100, 200, 300, 400}) {
      Files.writeString(folder().stateFile(step), "");
      add(step, step == 200 ? 0.5 : 0.4, Optional.empty());
      folder().tidy(patient);
    }

    assertThat(folder().stateFile(100)).doesNotExist();
    assertThat(folder().stateFile(200)).exists();
    assertThat(folder().outcome(patient))
        .contains(new RunFolder.Outcome(folder().stateFile(200), false));
    assertThat(folder().outcome(plain))
        .contains(new RunFolder.Outcome(folder().stateFile(400), false));
    folder().tidy(plain);
    assertThat(folder().stateFile(200)).doesNotExist();
    assertThat(folder().outcome(patient))
        .contains(new RunFolder.Outcome(folder().stateFile(400), false));
  }

  @Test
  void averages_are_exported_where_they_measured_better() throws IOException {
    Settings mini = Settings.mini(900);
    Settings averaging = mini.with(mini.optimising().with(1, 9));
    Files.writeString(folder().stateFile(100), "");
    add(100, 0.4, Optional.of(0.41));
    assertThat(folder().outcome(averaging))
        .contains(new RunFolder.Outcome(folder().stateFile(100), true));

    Files.writeString(folder().stateFile(200), "");
    add(200, 0.42, Optional.of(0.41));
    assertThat(folder().outcome(averaging))
        .contains(new RunFolder.Outcome(folder().stateFile(200), false));
  }

  @Test
  void a_table_of_measures_begun_without_averages_gets_their_columns() throws IOException {
    add(100, 0.25, Optional.empty());
    add(200, 0.25, Optional.of(0.5));

    assertThat(Files.readAllLines(place.resolve("measures.csv")))
        .containsExactly(
            "step,side,pictures,r@1,r@5,r@10,top1,top5,"
                + "averaged r@1,averaged r@5,averaged r@10,averaged top1,averaged top5",
            "100,64,51200,0.2500,0.2500,0.2500,0.0100,0.0200",
            "200,64,102400,0.2500,0.2500,0.2500,0.0100,0.0200,0.5000,0.5000,0.5000,0.0100,0.0200");
    assertThat(folder().measures()).hasSize(2);
    assertThat(folder().measures().getLast().averaged()).contains(shares(0.5));
    assertThat(folder().measures().getLast().comparison())
        .contains("the averaged weights are better: mean recall 0.5000 averaged, 0.2500 raw");
  }

  private void add(long step, double recall, Optional<Double> averaged) {
    folder()
        .add(
            new Measure(step, 64, step * 512, shares(recall), averaged.map(RunFolderTest::shares)));
  }

  private static Shares shares(double recall) {
    return new Shares(recall, recall, recall, 0.01, 0.02);
  }
}
