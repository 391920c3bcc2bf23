package dev.semblance.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.train.net.NetShape;
import dev.semblance.train.net.Tensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LearnerTest {
  private static final NetShape TINY = new NetShape(4, List.of(8, 8), List.of(1, 2), 16, 12, 10);
  private static final int BATCH = 6;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void a_resumed_run_loses_bit_for_bit_what_the_unbroken_one_lost(Settings.Pairs pairs) {
    Settings settings = settings(pairs);
    List<Learner.Lost> unbroken = new ArrayList<>();
    try (Learner learner = new Learner(settings, TINY)) {
      for (long step = 0; step < 6; step++) {
        if (step == 3) {
          learner.save(folder.resolve("state"), step);
        }
        unbroken.add(learn(learner, step));
      }
    }

    List<Learner.Lost> resumed = new ArrayList<>();
    try (Learner learner = new Learner(settings, TINY)) {
      learn(learner, 0); // what came before must not matter
      for (long step = learner.load(folder.resolve("state")); step < 6; step++) {
        resumed.add(learn(learner, step));
      }
    }

    assertThat(resumed).isEqualTo(unbroken.subList(3, 6));
    assertThat(unbroken.get(5)).isNotEqualTo(unbroken.get(4));
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

  private static Learner.Lost learn(Learner learner, long step) {
    try (PointerScope _ = new PointerScope()) {
      return learner.learn(step, example(step));
    }
  }

  /// A batch that depends on the step alone.
  private static Learner.Example example(long step) {
    torch.manual_seed(1000 + step);
    Tensor pixels = torch.randn(BATCH, 3, 16, 16);
    Tensor texts = unit(torch.randn(BATCH, 12));
    Tensor names = torch.softmax(torch.randn(BATCH, 7), 1);
    Learner.Answers answers =
        new Learner.Answers(
            Tensors.floats(new float[] {1, 1, 0, 1, 1, 0}, BATCH),
            torch.randn(BATCH, 10),
            names,
            unit(torch.randn(7, 12)));
    Tensor limits = torch.eye(BATCH).mul(Tensors.number(0)).add(Tensors.number(0.8));
    return new Learner.Example(pixels, texts, limits, answers);
  }

  private static Tensor unit(Tensor rows) {
    return dev.semblance.train.net.Losses.unit(rows);
  }

  private static Settings settings(Settings.Pairs pairs) {
    Settings mini = Settings.mini(100);
    return new Settings(
        3,
        100,
        2,
        Map.of(),
        mini.sides(),
        0.05,
        5e-3,
        0.05,
        pairs,
        0.8,
        0.97,
        1,
        0.5,
        false,
        1,
        10,
        10);
  }
}
