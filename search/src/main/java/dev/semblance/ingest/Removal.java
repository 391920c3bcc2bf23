package dev.semblance.ingest;

import dev.semblance.crawl.Location;
import dev.semblance.index.Failure;
import dev.semblance.index.Filter;
import dev.semblance.index.ItemIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Takes out what the crawl did not come upon: items and failures in the scopes of a run, but those
/// that are spared and those below folders that could not be looked into.
final class Removal {
  private static final int AT_A_TIME = 512;

  private final Run run;
  private final ItemIndex index;
  private final List<String> paths = new ArrayList<>();

  Removal(Run run) {
    this.run = run;
    this.index = run.ingest.index();
  }

  void work() {
    for (Path scope : run.plan.scopes()) {
      index.forEach(
          new Filter.InFolder(Location.keyOf(scope)),
          item -> {
            if (isGone(item.path())) {
              run.plan.listener().accept(new Event.Removed(item.path()));
              takeOut(item.path());
            }
          });
    }
    index.forEachFailure(this::consider);
    flush();
    if (!run.plan.dryRun()) {
      index.commit();
    }
  }

  private void consider(Failure failure) {
    Path path = Location.pathOf(failure.path());
    if (run.plan.scopes().stream().anyMatch(path::startsWith) && isGone(failure.path())) {
      takeOut(failure.path());
    }
  }

  private boolean isGone(String key) {
    if (run.seen.contains(key) || run.movedAway.contains(key)) {
      return false;
    }
    Path path = Location.pathOf(key);
    return run.unreadable.stream().noneMatch(path::startsWith)
        && !run.plan.territory().spared(path);
  }

  private void takeOut(String key) {
    run.seen.add(key); // Overlapping scopes take it out once.
    paths.add(key);
    if (paths.size() >= AT_A_TIME) {
      flush();
    }
  }

  private void flush() {
    if (!run.plan.dryRun() && !paths.isEmpty()) {
      index.remove(paths);
    }
    paths.clear();
  }
}
