package dev.semblance.train;

import dev.semblance.train.data.Batch;
import dev.semblance.train.data.BatchPlan;
import dev.semblance.train.data.Negatives;
import dev.semblance.train.data.PictureStore;
import dev.semblance.train.data.TeacherAnswers;
import dev.semblance.train.data.View;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.net.Views;
import dev.semblance.train.run.Settings;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/// The prepared data as what a learner takes, step by step.
///
/// For one thread.
final class Batches implements Trainer.Source {
  private final Settings settings;
  private final MiniData data;
  private final BatchPlan plan;
  private final Negatives negatives;
  private final float[] nameVectors;

  Batches(Settings settings, MiniData data) {
    this.settings = settings;
    this.data = data;
    Settings.Goals goals = settings.goals();
    this.plan =
        new BatchPlan(
            data.training(), settings.mix(), settings.seed(), settings.optimising().smallestArea());
    this.negatives = new Negatives(data.training(), goals.sameMeaning(), goals.sameDrawing());
    this.nameVectors = data.nameVectors();
  }

  @Override
  public int size() {
    return plan.size();
  }

  @Override
  public Learner.Example at(long step, int side) {
    Batch batch = plan.at(step);
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
        answers(batch.pictures()),
        guide(batch.pictures()));
  }

  private Learner.Answers answers(int[] pictures) {
    int n = pictures.length;
    if (settings.goals().featureWeight() == 0 && settings.goals().nameWeight() == 0) {
      Tensor none = Tensors.floats(new float[] {0}, 1);
      return new Learner.Answers(none, none, none, none);
    }
    TeacherAnswers first = data.teachers().getFirst();
    float[] known = first.known(pictures);
    for (int i = 0; i < n; i++) {
      if (data.training().isDrawn(pictures[i])) {
        known[i] = 0; // the teachers have never seen drawings like ours
      }
    }
    return new Learner.Answers(
        Tensors.floats(known, n),
        Tensors.floats(first.features(pictures), n, TeacherAnswers.FEATURES),
        Tensors.floats(
            TeacherAnswers.meanNames(data.teachers(), pictures), n, TeacherAnswers.NAMES),
        Tensors.floats(nameVectors, TeacherAnswers.NAMES, MiniData.TEXT_WIDTH));
  }

  private Optional<Tensor> guide(int[] pictures) {
    return settings.goals().guide().any()
        ? Optional.of(
            Tensors.floats(data.guide().gather(pictures), pictures.length, MiniData.TEXT_WIDTH))
        : Optional.empty();
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
}
