package dev.semblance.library;

import dev.semblance.crawl.Root;
import dev.semblance.index.Filter;
import dev.semblance.index.ItemIndex;
import dev.semblance.space.EmbeddingSpace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Where a library's index is kept. Safe for many threads.
sealed interface Store extends AutoCloseable permits FolderStore, Store.Given {

  /// Whether there is an index yet.
  boolean exists();

  /// The roots that were indexed.
  List<Root> roots();

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

  /// What makes embeddings.
  ///
  /// @param name under which the model is opened
  record Maker(String name, EmbeddingSpace space) {}

  /// The right to write; close it to give it back.
  interface Writing extends AutoCloseable {
    ItemIndex index();

    /// Keeps that roots were indexed.
    void indexed(List<Root> roots);

    /// Forgets roots at or below a path.
    void forgotten(Path path);

    @Override
    void close();
  }

  /// An index that somebody else opened and closes.
  final class Given implements Store {
    private final ItemIndex index;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile List<Root> roots = List.of();
    private volatile Instant written = Instant.now();

    Given(ItemIndex index) {
      this.index = index;
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public List<Root> roots() {
      return roots;
    }

    @Override
    public <T> T read(Function<ItemIndex, T> action) {
      return action.apply(index);
    }

    @Override
    public void requireSame(Maker model) {
      if (!index.space().sameAs(model.space())) {
        throw new LibraryException(
            "the index holds embeddings of "
                + index.space().describe()
                + " and cannot be used with the model "
                + model.name()
                + ", space "
                + model.space().describe());
      }
    }

    /// What it holds.
    Status status(String model) {
      long[] failures = {0};
      index.forEachFailure(_ -> failures[0]++);
      return new Status(
          Path.of(""),
          model,
          index.space(),
          index.count(new Filter.Everything()),
          failures[0],
          roots.stream().map(Root::path).toList(),
          0,
          written,
          Optional.empty());
    }

    @Override
    public LibraryException busy() {
      return new LibraryException("the index is being written to");
    }

    @Override
    public Optional<Writing> tryWrite(String purpose, Optional<Maker> model) {
      writing.lock();
      return Optional.of(new Session());
    }

    @Override
    public void close() {}

    private final class Session implements Writing {
      private boolean over;

      @Override
      public ItemIndex index() {
        return index;
      }

      @Override
      public void indexed(List<Root> added) {
        roots = Root.merged(roots, added);
      }

      @Override
      public void forgotten(Path path) {
        roots = Root.without(roots, path);
      }

      @Override
      public void close() {
        if (!over) {
          over = true;
          written = Instant.now();
          writing.unlock();
        }
      }
    }
  }
}
