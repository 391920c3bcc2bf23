package dev.semblance.ingest;

import dev.semblance.ingest.InFlight.Resolution;
import dev.semblance.ingest.Run.Message;
import dev.semblance.ingest.Run.Step;
import dev.semblance.model.ModelException;
import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Gathers prepared pictures of whatever files into full batches and runs the network.
///
/// A batch that is not full goes out when no picture has come for a quarter of a second. A batch
/// that fails is encoded one by one, so that the picture at fault is known and the others are kept;
/// where all fail and none has ever gone through, the model is at fault and the run ends.
final class Encoding {
  private static final long PATIENCE_MILLIS = 250;

  private final Run run;
  private final int batchSize;
  private boolean anyWentThrough;
  private boolean ended;

  Encoding(Run run) {
    this.run = run;
    this.batchSize = run.ingest.encoder().batchSize();
  }

  /// Until there are no more pictures.
  void work() throws InterruptedException {
    List<Step.Embed> batch = new ArrayList<>(batchSize);
    while (!ended) {
      @Nullable Step step = next(batch.isEmpty());
      if (step instanceof Step.Embed picture) {
        batch.add(picture);
      }
      ended = step instanceof Step.End;
      if (step == null || ended || batch.size() >= batchSize) {
        encode(batch);
      }
    }
  }

  /// Takes away what is still to come when the work failed.
  void drain() throws InterruptedException {
    while (!ended) {
      ended = run.pictures.take() instanceof Step.End;
    }
  }

  private @Nullable Step next(boolean wait) throws InterruptedException {
    return wait ? run.pictures.take() : run.pictures.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void encode(List<Step.Embed> batch) throws InterruptedException {
    List<Step.Embed> pictures = run.stopping.get() ? List.of() : List.copyOf(batch);
    batch.clear();
    if (pictures.isEmpty()) {
      return;
    }
    if (run.plan.dryRun()) {
      for (Step.Embed picture : pictures) {
        resolved(picture, new Resolution.Embedded(picture.item(), Optional.empty()));
      }
      return;
    }
    List<Embedding> embeddings;
    try {
      embeddings =
          run.ingest.encoder().encode(pictures.stream().map(Step.Embed::prepared).toList());
    } catch (ModelException e) {
      oneByOne(pictures, e);
      return;
    }
    anyWentThrough = true;
    for (int i = 0; i < pictures.size(); i++) {
      resolved(pictures.get(i), embedded(pictures.get(i), embeddings.get(i)));
    }
  }

  private void oneByOne(List<Step.Embed> pictures, ModelException ofAll)
      throws InterruptedException {
    List<Resolution> resolutions = pictures.stream().map(this::alone).toList();
    anyWentThrough |= resolutions.stream().anyMatch(Resolution.Embedded.class::isInstance);
    if (!anyWentThrough && pictures.size() > 1) {
      throw ofAll;
    }
    for (int i = 0; i < pictures.size(); i++) {
      resolved(pictures.get(i), resolutions.get(i));
    }
  }

  private Resolution alone(Step.Embed picture) {
    try {
      return embedded(picture, run.ingest.encoder().encode(List.of(picture.prepared())).getFirst());
    } catch (ModelException e) {
      return Resolution.Failed.of(Keeper.MODEL, picture.item().path(), e.getMessage());
    }
  }

  private static Resolution embedded(Step.Embed picture, Embedding embedding) {
    return new Resolution.Embedded(picture.item(), Optional.of(embedding));
  }

  private void resolved(Step.Embed picture, Resolution resolution) throws InterruptedException {
    run.messages.put(
        new Message.Resolved(picture.candidate(), picture.item().contentHash(), resolution, true));
  }
}
