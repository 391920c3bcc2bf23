package dev.semblance.library.store;

import dev.semblance.crawl.Root;
import dev.semblance.index.ItemIndex;
import dev.semblance.index.LibraryException;
import dev.semblance.space.EmbeddingSpace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Where a library's index is kept. Safe for many threads.
public sealed interface Store extends AutoCloseable permits FolderStore, GivenStore {

  /// Whether there is an index yet.
  boolean exists();

  /// The roots that were indexed; none where there is no index.
  List<Root> roots();

  /// What is known of the index without looking into it.
  ///
  /// @throws LibraryException when there is none
  About about();

  /// Looks into the index, as it was last committed; it stays open as long as this takes.
  ///
  /// @throws LibraryException when there is none
  <T> T read(Function<ItemIndex, T> action);

  /// @throws LibraryException when there is an index and it is of another space
  void requireSame(Maker model);

  /// Opens the index for writing, or makes it. One writes at a time; other threads of this library
  /// wait.
  ///
  /// @param purpose what for, to be shown to others
  /// @param model the model that what is written comes from; empty where nothing is, and then there
  ///   must be an index
  /// @return empty when another library object or process is writing
  /// @throws LibraryException when the index is of another space
  Optional<Writing> tryWrite(String purpose, Optional<Maker> model);

  /// As [#tryWrite].
  ///
  /// @throws LibraryException when another library object or process is writing, naming it
  default Writing write(String purpose, Optional<Maker> model) {
    return tryWrite(purpose, model).orElseThrow(this::busy);
  }

  /// Says who is writing.
  LibraryException busy();

  @Override
  void close();

  /// What is known of an index from outside.
  ///
  /// @param folder where it lies; empty where it lies in none
  /// @param model the name under which its model is opened
  /// @param roots what was indexed
  /// @param sizeBytes on disk
  /// @param indexed when it was last written
  /// @param writer who is writing to it now
  record About(
      Path folder,
      String model,
      List<Root> roots,
      long sizeBytes,
      Instant indexed,
      Optional<String> writer) {
    public About {
      roots = List.copyOf(roots);
    }
  }

  /// What makes embeddings.
  ///
  /// @param name under which the model is opened
  record Maker(String name, EmbeddingSpace space) {}

  /// The right to write; close it to give it back.
  interface Writing extends AutoCloseable {
    /// The index, open for writing.
    ItemIndex index();

    /// Keeps that roots were indexed.
    void indexed(List<Root> roots);

    /// Forgets roots at or below a path.
    void forgotten(Path path);

    @Override
    void close();
  }
}
