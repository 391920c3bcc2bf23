package dev.semblance.library;

import java.util.List;
import java.util.function.BooleanSupplier;

/// How pictures are indexed. Immutable.
///
/// @param excludes globs of paths to leave out, besides the usual ones
/// @param force embed unchanged files again too
/// @param retryFailures try files again that failed and have not changed
/// @param dryRun look and report, write nothing
/// @param progress told how the run goes, from one thread at a time
/// @param stop asked now and then; true ends the run after the batch in flight is kept
public record IndexOptions(
    List<String> excludes,
    boolean force,
    boolean retryFailures,
    boolean dryRun,
    Progress progress,
    BooleanSupplier stop) {
  public IndexOptions {
    excludes = List.copyOf(excludes);
  }

  /// Nothing but the usual excludes.
  public static IndexOptions usual() {
    return new IndexOptions(List.of(), false, false, false, Progress.silent(), () -> false);
  }

  public IndexOptions withExcludes(List<String> globs) {
    return new IndexOptions(globs, force, retryFailures, dryRun, progress, stop);
  }

  public IndexOptions withForce(boolean on) {
    return new IndexOptions(excludes, on, retryFailures, dryRun, progress, stop);
  }

  public IndexOptions withRetryFailures(boolean on) {
    return new IndexOptions(excludes, force, on, dryRun, progress, stop);
  }

  public IndexOptions withDryRun(boolean on) {
    return new IndexOptions(excludes, force, retryFailures, on, progress, stop);
  }

  public IndexOptions withProgress(Progress listener) {
    return new IndexOptions(excludes, force, retryFailures, dryRun, listener, stop);
  }

  public IndexOptions withStop(BooleanSupplier asked) {
    return new IndexOptions(excludes, force, retryFailures, dryRun, progress, asked);
  }
}
