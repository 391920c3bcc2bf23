package dev.semblance.ingest;

import dev.semblance.crawl.Finding;
import dev.semblance.crawl.Territory;
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
/// @param territory what a file tells that is not found
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
}
