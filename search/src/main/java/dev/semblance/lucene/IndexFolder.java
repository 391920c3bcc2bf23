package dev.semblance.lucene;

import dev.semblance.index.LockedIndexException;
import dev.semblance.lucene.document.Documents;
import dev.semblance.space.EmbeddingSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/// An open folder of an index: its files, its shared reader, and where it is open for writing, its
/// writer. Turns Lucene's errors into ours.
final class IndexFolder implements AutoCloseable {
  /// Half of it are vectors waiting to be written; 64 MB are 30,000 vectors of 512 dimensions.
  private static final double BUFFER_MEGABYTES = 64;

  /// Bounds what a merge holds in memory: the graph of half a million vectors of 512 dimensions.
  private static final double LARGEST_SEGMENT_MEGABYTES = 1024;

  /// Lucene warns on stderr at its first vector where the incubating Vector API is not on. One-shot
  /// commands leave it off on purpose, since it costs more at start than it gains.
  private static final Logger VECTORIZATION =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    if (VECTORIZATION.getLevel() == null) {
      VECTORIZATION.setLevel(Level.SEVERE);
    }
  }

  private final Path path;
  private final Directory directory;
  private final SharedReader reader;
  private final @Nullable IndexWriter writer;
  private boolean uncommitted;
  private volatile boolean closed;

  private IndexFolder(
      Path path, Directory directory, SharedReader reader, @Nullable IndexWriter writer) {
    this.path = path;
    this.directory = directory;
    this.reader = reader;
    this.writer = writer;
  }

  // ---- opening

  static IndexFolder create(Path path, EmbeddingSpace space, Tuning tuning) {
    return open(
        path,
        directory -> {
          IndexWriter writer = writer(path, directory, tuning);
          try {
            if (DirectoryReader.indexExists(directory)) {
              throw new IllegalArgumentException(
                  path + ": there is an index already; open it, or choose another folder");
            }
            writer.setLiveCommitData(SpaceInCommit.userData(space).entrySet());
            writer.commit();
            return new IndexFolder(path, directory, SharedReader.open(directory), writer);
          } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(writer::rollback);
            throw e;
          }
        });
  }

  static IndexFolder openForWriting(Path path, Tuning tuning) {
    requireIndex(path);
    return open(
        path,
        directory -> {
          IndexWriter writer = writer(path, directory, tuning);
          try {
            return new IndexFolder(path, directory, SharedReader.open(directory), writer);
          } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(writer::rollback);
            throw e;
          }
        });
  }

  static IndexFolder openForReading(Path path) {
    requireIndex(path);
    return open(
        path, directory -> new IndexFolder(path, directory, SharedReader.open(directory), null));
  }

  static boolean holdsIndex(Path path) {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Directory directory = FSDirectory.open(path)) {
      return DirectoryReader.indexExists(directory);
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  private static void requireIndex(Path path) {
    if (!holdsIndex(path)) {
      throw new IllegalArgumentException(
          path + ": there is no index here; make one with LuceneIndex.create");
    }
  }

  private static IndexFolder open(Path path, Opening opening) {
    try {
      FSDirectory directory = FSDirectory.open(path);
      try {
        return opening.open(directory);
      } catch (IOException | RuntimeException e) {
        IOUtils.closeWhileHandlingException(directory);
        throw e;
      }
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  private interface Opening {
    IndexFolder open(FSDirectory directory) throws IOException;
  }

  private static IndexWriter writer(Path path, Directory directory, Tuning tuning)
      throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setCodec(new VectorCodec(tuning))
            .setIndexSort(Documents.ORDER)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setMergePolicy(
                new TieredMergePolicy().setMaxMergedSegmentMB(LARGEST_SEGMENT_MEGABYTES));
    try {
      return new IndexWriter(directory, config);
    } catch (LockObtainFailedException e) {
      throw new LockedIndexException(path, e);
    }
  }

  // ---- using

  Path path() {
    return path;
  }

  EmbeddingSpace space() {
    requireOpen();
    return reader.space();
  }

  <T> T read(SharedReader.Reading<T> reading) {
    requireOpen();
    try {
      return reader.read(reading);
    } catch (IOException e) {
      throw failed(path, e);
    } catch (AlreadyClosedException e) {
      requireOpen();
      throw e;
    }
  }

  void write(Writing writing) {
    IndexWriter writer = requireWriter();
    uncommitted = true;
    try {
      writing.to(writer);
    } catch (IOException | AlreadyClosedException e) {
      throw failed(path, e);
    }
  }

  interface Writing {
    void to(IndexWriter writer) throws IOException;
  }

  void commit() {
    IndexWriter writer = requireWriter();
    try {
      writer.commit();
      uncommitted = false;
    } catch (IOException | AlreadyClosedException e) {
      throw failed(path, e);
    }
  }

  private IndexWriter requireWriter() {
    requireOpen();
    if (writer == null) {
      throw new IllegalStateException(
          path + ": the index is open for reading; open it for writing to change it");
    }
    return writer;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(path + ": the index is closed");
    }
  }

  // ---- closing

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      IOUtils.close(reader, this::closeWriter, directory);
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /// Where all was committed, merges under way are waited for and kept: a run that is often called
  /// for a few items would otherwise never merge.
  private void closeWriter() throws IOException {
    if (writer == null) {
      return;
    }
    try {
      if (!uncommitted) {
        writer.close();
      }
    } finally {
      writer.rollback();
    }
  }

  private static UncheckedIOException failed(Path path, Exception cause) {
    IOException io = cause instanceof IOException e ? e : new IOException(cause);
    return new UncheckedIOException(path + ": " + cause.getMessage(), io);
  }
}
