package dev.semblance.library;

import dev.semblance.crawl.Root;
import dev.semblance.index.Filter;
import dev.semblance.index.ItemIndex;
import dev.semblance.library.store.Store;
import dev.semblance.space.EmbeddingSpace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a library holds.
///
/// @param folder where it lies
/// @param model the name under which its model is opened
/// @param space the space of its embeddings
/// @param items files that can be found
/// @param failures files that could not be embedded
/// @param roots what was indexed
/// @param sizeBytes on disk
/// @param indexed when it was last written
/// @param writer who is writing to it now
public record Status(
    Path folder,
    String model,
    EmbeddingSpace space,
    long items,
    long failures,
    List<Path> roots,
    long sizeBytes,
    Instant indexed,
    Optional<String> writer) {
  public Status {
    roots = List.copyOf(roots);
  }

  static Status of(Store.About about, ItemIndex index) {
    long[] failures = {0};
    index.forEachFailure(_ -> failures[0]++);
    return new Status(
        about.folder(),
        about.model(),
        index.space(),
        index.count(new Filter.Everything()),
        failures[0],
        about.roots().stream().map(Root::path).toList(),
        about.sizeBytes(),
        about.indexed(),
        about.writer());
  }
}
