package dev.semblance.lucene;

import dev.semblance.space.EmbeddingSpace;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;

/// The last commit, shared by all readers of an index, exchanged for a newer one as soon as one is
/// asked for and there. Safe for many threads; nobody waits for a writer.
final class SharedReader implements Closeable {
  private final Path folder;
  private final SearcherManager manager;
  private final EmbeddingSpace space;
  private volatile Commit seen;

  private SharedReader(Path folder, SearcherManager manager, Commit seen) {
    this.folder = folder;
    this.manager = manager;
    this.space = seen.space();
    this.seen = seen;
  }

  static SharedReader open(FSDirectory directory) throws IOException {
    SearcherManager manager = new SearcherManager(directory, new SearcherFactory());
    try {
      IndexSearcher searcher = manager.acquire();
      try {
        Commit commit = Commit.of(searcher.getIndexReader());
        return new SharedReader(directory.getDirectory(), manager, commit);
      } finally {
        manager.release(searcher);
      }
    } catch (IOException | RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  EmbeddingSpace space() {
    return space;
  }

  /// Does something with the last commit.
  <T> T read(Reading<T> reading) throws IOException {
    IndexSearcher searcher = newest();
    try {
      if (!commitOf(searcher).space().sameAs(space)) {
        throw new IOException(
            "the index was exchanged for one of another space, "
                + commitOf(searcher).space().describe()
                + " instead of "
                + space.describe()
                + "; open it again");
      }
      return reading.of(searcher);
    } finally {
      manager.release(searcher);
    }
  }

  interface Reading<T> {
    T of(IndexSearcher searcher) throws IOException;
  }

  private IndexSearcher newest() throws IOException {
    IndexSearcher current = manager.acquire();
    boolean outdated;
    try {
      outdated = commitOf(current).isOutdated(folder);
    } catch (IOException | RuntimeException e) {
      manager.release(current);
      throw e;
    }
    if (!outdated) {
      return current;
    }
    manager.release(current);
    refresh();
    return manager.acquire();
  }

  /// A folder that is gone has nothing newer: what was opened goes on serving.
  private void refresh() throws IOException {
    try {
      manager.maybeRefreshBlocking();
    } catch (NoSuchFileException | FileNotFoundException e) {
      if (Files.exists(folder)) {
        throw e;
      }
    }
  }

  private Commit commitOf(IndexSearcher searcher) throws IOException {
    Commit commit = seen;
    if (!commit.reader().equals(searcher.getIndexReader())) {
      commit = Commit.of(searcher.getIndexReader());
      seen = commit;
    }
    return commit;
  }

  @Override
  public void close() throws IOException {
    manager.close();
  }

  /// What is known of an opened commit.
  ///
  /// @param file its file, which a newer commit takes away
  /// @param next the file of the commit after it
  private record Commit(IndexReader reader, EmbeddingSpace space, String file, String next) {
    static Commit of(IndexReader reader) throws IOException {
      IndexCommit commit = ((DirectoryReader) reader).getIndexCommit();
      String next =
          IndexFileNames.fileNameFromGeneration(
              IndexFileNames.SEGMENTS, "", commit.getGeneration() + 1);
      return new Commit(reader, SpaceInCommit.read(commit), commit.getSegmentsFileName(), next);
    }

    /// Asks for two names, which costs a few microseconds; a list of the folder would cost more the
    /// more segments there are.
    boolean isOutdated(Path folder) {
      return Files.exists(folder.resolve(next)) || !Files.exists(folder.resolve(file));
    }
  }
}
