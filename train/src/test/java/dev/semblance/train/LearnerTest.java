package dev.semblance.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.train.net.NetShape;
import dev.semblance.train.net.StateFile;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.run.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LearnerTest {
  static final NetShape TINY = new NetShape(4, List.of(8, 8), List.of(1, 2), 16, 12, 10);
  static final int BATCH = 6;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void a_resumed_run_loses_bit_for_bit_what_the_unbroken_one_lost(Settings.Pairs pairs) {
    resumedIsUnbroken(settings(pairs));
  }

  @Test
  void so_does_one_in_parts_with_averages() {
    resumedIsUnbroken(settings(Settings.Pairs.SOFTMAX, 2, 3));
  }

  private void resumedIsUnbroken(Settings settings) {
    List<Learner.Lost> unbroken = new ArrayList<>();
    List<float[]> averages = new ArrayList<>();
    try (Learner learner = new Learner(settings, TINY)) {
      for (long step = 0; step < 6; step++) {
        if (step == 3) {
          learner.save(folder.resolve("state"), step);
        }
        unbroken.add(learn(learner, step));
      }
      learner.save(folder.resolve("unbroken"), 6);
      averages.addAll(averages(learner));
    }

    List<Learner.Lost> resumed = new ArrayList<>();
    try (Learner learner = new Learner(settings, TINY)) {
      learn(learner, 0); // what came before must not matter
      for (long step = learner.load(folder.resolve("state")); step < 6; step++) {
        resumed.add(learn(learner, step));
      }
      learner.save(folder.resolve("resumed"), 6);
      assertThat(averages(learner)).containsExactlyElementsOf(averages);
    }

    assertThat(resumed).isEqualTo(unbroken.subList(3, 6));
    assertThat(unbroken.get(5)).isNotEqualTo(unbroken.get(4));
    assertThat(folder.resolve("resumed")).hasSameBinaryContentAs(folder.resolve("unbroken"));
  }

  private static List<float[]> averages(Learner learner) {
    return learner.averages().stream()
        .flatMap(all -> all.state().values().stream())
        .map(Tensors::toFloats)
        .toList();
  }

  @Test
  void averages_change_nothing_of_what_is_learnt_and_begin_with_a_state_that_has_none() {
    Settings plain = settings(Settings.Pairs.SOFTMAX);
    Settings averaging = settings(Settings.Pairs.SOFTMAX, 1, 3);
    try (Learner without = new Learner(plain, TINY);
        Learner with = new Learner(averaging, TINY)) {
      for (long step = 0; step < 3; step++) {
        assertThat(learn(with, step)).isEqualTo(learn(without, step));
      }
      without.save(folder.resolve("state"), 3);
      String name = "text.second.weight";
      Tensor average = with.averages().orElseThrow().get(name);
      assertThat(Tensors.toFloats(average))
          .isNotEqualTo(Tensors.toFloats(without.weights().get(name)));

      assertThat(with.load(folder.resolve("state"))).isEqualTo(3);

      without
          .weights()
          .all()
          .forEach((each, tensor) ->
              assertThat(Tensors.toFloats(with.averages().orElseThrow().get(each)))
                  .as(each)
                  .isEqualTo(Tensors.toFloats(tensor)));
      assertThat(learn(with, 3)).isEqualTo(learn(without, 3));
    }
  }

  /// Batch norm sees each part alone, so parts are only like the whole where their statistics are:
  /// here each part has the same pictures, with other texts and other words of the teacher.
  @ParameterizedTest
  @EnumSource
  void a_step_in_parts_of_equal_statistics_has_the_losses_and_gradients_of_the_whole(
      Settings.Pairs pairs) {
    try (PointerScope _ = new PointerScope();
        Learner whole = new Learner(settings(pairs), TINY);
        Learner inParts = new Learner(settings(pairs, 3, 0), TINY)) {
      for (long step = 0; step < 2; step++) {
        Learner.Example example = example(step, 3);
        Learner.Lost expected = whole.findGradients(step, example);
        Learner.Lost lost = inParts.findGradients(step, example);

        assertThat(lost.total()).isCloseTo(expected.total(), within(1e-5));
        assertThat(lost.features()).isCloseTo(expected.features(), within(1e-5));
        assertThat(lost.names()).isCloseTo(expected.names(), within(1e-5));
        whole
            .weights()
            .learned()
            .forEach(
                (name, tensor) -> assertSameGradient(name, tensor, inParts.weights().get(name)));
      }
    }
  }

  @Test
  void a_step_in_parts_moves_the_kept_statistics_once_a_part() {
    try (PointerScope _ = new PointerScope();
        Learner whole = new Learner(settings(Settings.Pairs.SOFTMAX), TINY);
        Learner inParts = new Learner(settings(Settings.Pairs.SOFTMAX, 3, 0), TINY)) {
      Learner.Example example = example(0, 3);
      whole.findGradients(0, example);
      inParts.findGradients(0, example);

      // Each time a tenth of the way from 0: 0.1 of it against 1 - 0.9^3.
      float[] once = Tensors.toFloats(whole.weights().get("stem.mean"));
      float[] thrice = Tensors.toFloats(inParts.weights().get("stem.mean"));
      for (int i = 0; i < once.length; i++) {
        assertThat(thrice[i]).isCloseTo(2.71f * once[i], within(1e-5f));
      }
    }
  }

  /// As far as sums in another order allow.
  private static void assertSameGradient(String name, Tensor expected, Tensor found) {
    assertThat(expected.grad().defined()).as(name).isTrue();
    double largest = expected.grad().abs().max().item_float();
    double apart = expected.grad().sub(found.grad()).abs().max().item_float();
    assertThat(apart).as(name + ", of " + largest).isLessThan(1e-4 * largest + 1e-6);
  }

  @ParameterizedTest
  @EnumSource
  void one_batch_shown_again_and_again_is_learnt(Settings.Pairs pairs) {
    try (Learner learner = new Learner(settings(pairs), TINY)) {
      double first = learn(learner, 0).pairs();
      double last = first;
      for (long step = 1; step < 40; step++) {
        try (PointerScope _ = new PointerScope()) {
          last = learner.learn(step, example(0)).pairs();
        }
      }

      assertThat(last).isLessThan(0.7 * first);
    }
  }

  @Test
  void a_state_of_another_net_is_refused_by_name() {
    try (Learner learner = new Learner(settings(Settings.Pairs.SOFTMAX), TINY)) {
      learner.save(folder.resolve("state"), 1);
    }
    NetShape larger = new NetShape(4, List.of(8, 16), List.of(1, 2), 16, 12, 10);

    try (Learner learner = new Learner(settings(Settings.Pairs.SOFTMAX), larger)) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> learner.load(folder.resolve("state")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("stage1.block0.first.filters");
    }
  }

  @Test
  void one_that_follows_a_guide_takes_its_text_head_and_goes_where_it_points() {
    Settings guided = guided();
    Path head = folder.resolve("guide.safetensors");
    List<float[]> taken = new ArrayList<>();
    try (Learner other = new Learner(guided.withSeed(99), TINY)) {
      StateFile.write(head, frozen(other), 0);
      frozen(other).values().forEach(tensor -> taken.add(Tensors.toFloats(tensor)));
    }
    try (Learner learner = new Learner(guided, TINY)) {
      assertThat(values(frozen(learner))).isNotEqualTo(taken);
      learner.follow(head);
      double first = learn(learner, 0).guide();
      double last = first;
      for (long step = 1; step < 40; step++) {
        try (PointerScope _ = new PointerScope()) {
          last = learner.learn(step, example(0)).guide();
        }
      }

      assertThat(values(frozen(learner))).containsExactlyElementsOf(taken);
      assertThat(last).isLessThan(0.5 * first);
    }
  }

  @Test
  void one_that_follows_a_guide_resumes_bit_for_bit_too() {
    resumedIsUnbroken(guided());
  }

  private static Map<String, Tensor> frozen(Learner learner) {
    Map<String, Tensor> frozen = learner.weights().all();
    frozen.keySet().removeIf(name -> !name.startsWith("text.") && !name.equals("guide.scale"));
    return frozen;
  }

  private static List<float[]> values(Map<String, Tensor> tensors) {
    return tensors.values().stream().map(Tensors::toFloats).toList();
  }

  private static Settings guided() {
    Settings plain = settings(Settings.Pairs.SOFTMAX);
    return new Settings(
        plain.seed(),
        plain.steps(),
        plain.mix(),
        plain.sides(),
        new Settings.Goals(
            Settings.Pairs.SOFTMAX, 0.8, 0.97, 1, 0.5, 0.5, new Settings.Following(4, 1)),
        plain.optimising(),
        plain.machine(),
        plain.keeping());
  }

  private static Learner.Lost learn(Learner learner, long step) {
    try (PointerScope _ = new PointerScope()) {
      return learner.learn(step, example(step));
    }
  }

  /// A batch that depends on the step alone.
  static Learner.Example example(long step) {
    return example(step, 1);
  }

  /// A batch whose pictures are the same in each of these parts.
  private static Learner.Example example(long step, int parts) {
    torch.manual_seed(1000 + step);
    Tensor pixels = torch.randn(BATCH / parts, 3, 16, 16).repeat(parts, 1, 1, 1);
    Tensor texts = unit(torch.randn(BATCH, 12));
    Tensor names = torch.softmax(torch.randn(BATCH, 7), 1);
    Learner.Answers answers =
        new Learner.Answers(
            Tensors.floats(new float[] {1, 1, 0, 1, 1, 0}, BATCH),
            torch.randn(BATCH, 10),
            names,
            unit(torch.randn(7, 12)));
    Tensor limits = torch.eye(BATCH).mul(Tensors.number(0)).add(Tensors.number(0.8));
    return new Learner.Example(
        pixels, texts, limits, answers, Optional.of(unit(torch.randn(BATCH, 12))));
  }

  private static Tensor unit(Tensor rows) {
    return dev.semblance.train.net.Losses.unit(rows);
  }

  private static Settings settings(Settings.Pairs pairs) {
    return settings(pairs, 1, 0);
  }

  private static Settings settings(Settings.Pairs pairs, int parts, long average) {
    return new Settings(
        3,
        100,
        Map.of(),
        Settings.mini(100).sides(),
        new Settings.Goals(pairs, 0.8, 0.97, 1, 0.5),
        new Settings.Optimising(2, 0.05, 5e-3, 0.05, parts, average, 1),
        new Settings.Machine(false, 1),
        new Settings.Keeping(10, 10, 0));
  }
}
