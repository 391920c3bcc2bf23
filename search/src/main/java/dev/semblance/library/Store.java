package dev.semblance.library;

import dev.semblance.crawl.Root;
import dev.semblance.index.ItemIndex;
import dev.semblance.space.EmbeddingSpace;
import java.nio.file.Path;
import java.util.List;
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

  /// Opens the index for writing, or makes it. One writes at a time; other threads of this library
  /// wait.
  ///
  /// @param model the model that what is written comes from
  /// @throws LibraryException when another library object or process is writing, or the index is of
  ///   another space
  Writing write(String purpose, Maker model);

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
    public Writing write(String purpose, Maker model) {
      writing.lock();
      return new Writing() {
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
          if (writing.isHeldByCurrentThread()) {
            writing.unlock();
          }
        }
      };
    }

    @Override
    public void close() {}
  }
}
