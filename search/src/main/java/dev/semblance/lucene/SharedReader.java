package dev.semblance.lucene;

import dev.semblance.space.EmbeddingSpace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;

/// The last commit, shared by all readers of an index, exchanged for a newer one as soon as one is
/// asked for and there. Safe for many threads; nobody waits for a writer.
final class SharedReader implements Closeable {
  private final Directory directory;
  private final EmbeddingSpace space;
  private final SearcherManager manager;

  private SharedReader(Directory directory, SearcherManager manager, EmbeddingSpace space) {
    this.directory = directory;
    this.manager = manager;
    this.space = space;
  }

  static SharedReader open(Directory directory) throws IOException {
    SearcherManager manager = new SearcherManager(directory, new SearcherFactory());
    boolean opened = false;
    IndexSearcher searcher = manager.acquire();
    try {
      EmbeddingSpace space = SpaceInCommit.read(commitOf(searcher));
      opened = true;
      return new SharedReader(directory, manager, space);
    } finally {
      manager.release(searcher);
      if (!opened) {
        manager.close();
      }
    }
  }

  EmbeddingSpace space() {
    return space;
  }

  <T> T read(Reading<T> reading) throws IOException {
    IndexSearcher searcher = newest();
    try {
      return reading.of(searcher);
    } finally {
      manager.release(searcher);
    }
  }

  /// What is done with the last commit.
  interface Reading<T> {
    T of(IndexSearcher searcher) throws IOException;
  }

  private IndexSearcher newest() throws IOException {
    IndexSearcher searcher = manager.acquire();
    if (isOutdated(searcher)) {
      manager.release(searcher);
      manager.maybeRefreshBlocking();
      searcher = manager.acquire();
    }
    EmbeddingSpace there = SpaceInCommit.read(commitOf(searcher));
    if (there.sameAs(space)) {
      return searcher;
    }
    manager.release(searcher);
    throw new IOException(
        "the index was exchanged for one of another space, "
            + there.describe()
            + " instead of "
            + space.describe()
            + "; open it again");
  }

  /// Looks at the names in the folder only. A folder that is gone has nothing newer: what was
  /// opened goes on serving.
  private boolean isOutdated(IndexSearcher current) throws IOException {
    try {
      long last = SegmentInfos.getLastCommitGeneration(directory);
      return last >= 0 && last != commitOf(current).getGeneration();
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private static IndexCommit commitOf(IndexSearcher searcher) throws IOException {
    return ((DirectoryReader) searcher.getIndexReader()).getIndexCommit();
  }

  @Override
  public void close() throws IOException {
    manager.close();
  }
}
