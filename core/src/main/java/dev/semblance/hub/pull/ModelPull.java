package dev.semblance.hub.pull;

import dev.semblance.hub.http.HubClient;
import dev.semblance.hub.http.HubSettings;
import dev.semblance.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Pulls a model: all files it needs, each checked by size and by the hash that the hub announces,
/// into a hidden folder that becomes the model in one step.
///
/// Ended at any point, also by kill -9, it leaves the model absent, and the next pull goes on where
/// it was. Safe for many threads and processes; two cannot pull one model at a time.
public final class ModelPull {
  private final HubSettings settings;
  private final Path models;
  private final Consumer<Path> check;

  /// @param models the folder whose folders are models; made where it does not exist
  /// @param check is given the whole model before it becomes visible, and throws [ModelException]
  ///   where it cannot be used; then nothing stays
  public ModelPull(HubSettings settings, Path models, Consumer<Path> check) {
    this.settings = settings;
    this.models = models.toAbsolutePath();
    this.check = check;
  }

  /// Pulls.
  ///
  /// @return where it is now; a model that is there already, of the same commit with the same
  ///   files, is left alone
  /// @throws ModelException when it cannot be had, one sentence with the reason; what was fetched
  ///   so far stays hidden for the next attempt, unless it was wrong
  /// @throws UncheckedIOException when the disk fails
  public PullReport pull(PullRequest request, PullListener listener) {
    try (HubClient client = new HubClient(settings, listener::notice)) {
      return pull(request, listener, client);
    }
  }

  PullReport pull(PullRequest request, PullListener listener, HubClient client) {
    try (PullFolder folder = PullFolder.take(models, request.name())) {
      PullPlan plan = PullPlan.of(request, client, settings);
      if (Files.exists(folder.target())) {
        return alreadyThere(plan, folder.target());
      }
      requireSpace(plan.bytes());
      Origin origin = new PullRun(plan, folder, listener).run(check);
      return new PullReport(folder.target(), origin, plan.bytes(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(
          models.resolve(request.name()) + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static PullReport alreadyThere(PullPlan plan, Path target) {
    Origin wanted = plan.origin();
    Origin there =
        Origin.of(target)
            .filter(origin -> origin.sources().equals(wanted.sources()) && origin.covers(wanted))
            .orElseThrow(() ->
                new ModelException(
                    target
                        + ": there is another model of this name, or the same with other files;"
                        + " take it away first: semblance model remove "
                        + plan.request().name()));
    return new PullReport(target, there, plan.bytes(), true);
  }

  private void requireSpace(long bytes) throws IOException {
    long free = Files.getFileStore(models).getUsableSpace();
    if (free < bytes) {
      throw new ModelException(
          models
              + ": the model needs "
              + bytes / 1_000_000
              + " MB, and "
              + free / 1_000_000
              + " MB are free; make room, or pull a smaller variant");
    }
  }
}
