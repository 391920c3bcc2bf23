package dev.semblance.library.store;

import dev.semblance.index.ItemIndex;
import dev.semblance.index.LibraryException;
import dev.semblance.library.store.LibraryFile.Generation;
import dev.semblance.lucene.LuceneIndex;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The generation of an index in a folder that serves, open for reading as long as somebody reads,
/// and exchanged for the one that takes its place. Safe for many threads.
final class Serving implements AutoCloseable {
  private final Path folder;
  private @Nullable Reading reading;
  private boolean closed;

  Serving(Path folder) {
    this.folder = folder;
  }

  /// A generation open for reading, and by how many it is in use.
  private static final class Reading {
    final int number;
    final ItemIndex index;
    int users;
    boolean retired;

    Reading(int number, ItemIndex index) {
      this.number = number;
      this.index = index;
    }

    void closeWhenIdle() {
      if (retired && users == 0) {
        index.close();
      }
    }
  }

  /// @throws LibraryException when there is none
  <T> T read(Function<ItemIndex, T> action) {
    Reading current = enter();
    try {
      return action.apply(current.index);
    } finally {
      leave(current);
    }
  }

  synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the library in " + folder + " is closed");
    }
  }

  private synchronized Reading enter() {
    requireOpen();
    Generation current = LibraryFile.inside(folder).current();
    if (reading == null || reading.number != current.number()) {
      Reading newer = open(current);
      retire();
      reading = newer;
    }
    reading.users++;
    return reading;
  }

  /// Opens a generation; when it was replaced and deleted meanwhile, its successor.
  private Reading open(Generation generation) {
    Path place = generation.folder(folder);
    if (!LuceneIndex.isIn(place)) {
      Generation newer = LibraryFile.inside(folder).current();
      if (newer.number() == generation.number()) {
        throw LibraryFile.noneIn(folder);
      }
      return open(newer);
    }
    return new Reading(generation.number(), LuceneIndex.openForReading(place));
  }

  private synchronized void leave(Reading left) {
    left.users--;
    left.closeWhenIdle();
  }

  private synchronized void retire() {
    if (reading != null) {
      reading.retired = true;
      reading.closeWhenIdle();
      reading = null;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    retire();
  }
}
