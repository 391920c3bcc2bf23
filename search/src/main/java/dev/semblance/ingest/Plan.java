package dev.semblance.ingest;

import dev.semblance.crawl.Finding;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What a run shall do.
///
/// @param findings what a crawl comes upon; read by one thread of the run
/// @param scopes folders and files that the crawl goes through: items there that it does not come
///   upon leave
/// @param territory what may leave or move
/// @param force embed everything again
/// @param retryFailures try again what failed and has not changed
/// @param dryRun look, read and decode, but embed and write nothing
/// @param stop asked now and then; true ends the run after the batch in flight is kept
/// @param listener told what happens, in the calling thread
public record Plan(
    Iterator<Finding> findings,
    List<Path> scopes,
    Territory territory,
    boolean force,
    boolean retryFailures,
    boolean dryRun,
    BooleanSupplier stop,
    Consumer<Event> listener) {
  public Plan {
    scopes = List.copyOf(scopes);
  }

  /// What a run knows of places. Safe for many threads.
  public interface Territory {
    /// Whether a place cannot be reached at present, its disk not being there for example, so that
    /// a missing file tells nothing.
    boolean absent(Path path);

    /// Whether an item stays though the crawl did not come upon it.
    boolean spared(Path path);
  }
}
