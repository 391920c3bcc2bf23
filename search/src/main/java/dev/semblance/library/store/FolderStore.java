package dev.semblance.library.store;

import dev.semblance.crawl.Root;
import dev.semblance.crawl.Trouble;
import dev.semblance.disk.Leftovers;
import dev.semblance.disk.WriterLock;
import dev.semblance.index.ItemIndex;
import dev.semblance.index.LibraryException;
import dev.semblance.library.store.LibraryFile.Generation;
import dev.semblance.lucene.LuceneIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An index in a folder, in generations: when everything is embedded again, the next generation
/// grows beside the one that serves and takes its place at once.
public final class FolderStore implements Store {
  private static final Pattern GENERATION = Pattern.compile("index-[0-9]+");

  /// Names that Lucene gives (`IndexFileNames`), so that nothing else is ever deleted.
  private static final Pattern INDEX_FILES =
      Pattern.compile("_[0-9a-z]+[_.].*|(pending_)?segments_[0-9a-z]+|write\\.lock");

  private final Path folder;
  private final ReentrantLock writing = new ReentrantLock();
  private final Serving serving;

  /// @param folder where it lies or will lie
  public FolderStore(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.serving = new Serving(this.folder);
  }

  @Override
  public boolean exists() {
    return LibraryFile.isIn(folder)
        && LuceneIndex.isIn(LibraryFile.read(folder).current().folder(folder));
  }

  /// The name under which its model is opened.
  ///
  /// @throws LibraryException when there is none
  public String model() {
    return LibraryFile.inside(folder).current().model();
  }

  @Override
  public List<Root> roots() {
    return LibraryFile.isIn(folder) ? LibraryFile.read(folder).roots() : List.of();
  }

  @Override
  public <T> T read(Function<ItemIndex, T> action) {
    return serving.read(action);
  }

  @Override
  public Optional<Writing> tryWrite(String purpose, Optional<Maker> model) {
    if (model.isEmpty() && !LibraryFile.isIn(folder)) {
      throw LibraryFile.noneIn(folder);
    }
    return locked(
        purpose,
        lock -> {
          LibraryFile file = LibraryFile.isIn(folder) ? LibraryFile.read(folder) : create(model);
          model.ifPresent(this::requireSame);
          removeOthers(file);
          return new Session(lock, openOrMake(file.current()));
        });
  }

  /// Opens the generation that shall take the place of the one that serves, where it was left the
  /// last time, or a new one.
  ///
  /// @throws LibraryException when there is no library, or another is writing
  public Rebuilding rebuild(String purpose, Maker model) {
    Optional<Rebuilding> rebuilding =
        locked(
            purpose,
            lock -> {
              LibraryFile file = LibraryFile.inside(folder);
              Generation next =
                  file.next()
                      .filter(left -> left.space().sameAs(model.space()))
                      .orElseGet(() -> after(file, model));
              LibraryFile growing = file.withNext(Optional.of(next));
              growing.write(folder);
              removeOthers(growing);
              return new Rebuilding(lock, openOrMake(next));
            });
    return rebuilding.orElseThrow(this::busy);
  }

  private static Generation after(LibraryFile file, Maker model) {
    int last = Math.max(file.current().number(), file.next().map(Generation::number).orElse(0));
    return new Generation(last + 1, model.name(), model.space());
  }

  private LibraryFile create(Optional<Maker> model) {
    Maker maker = model.orElseThrow(() -> LibraryFile.noneIn(folder));
    Generation first = new Generation(1, maker.name(), maker.space());
    LibraryFile file = new LibraryFile(first, Optional.empty(), List.of(), Instant.now());
    file.write(folder);
    return file;
  }

  private LuceneIndex openOrMake(Generation generation) {
    Path place = generation.folder(folder);
    return LuceneIndex.isIn(place)
        ? LuceneIndex.openForWriting(place)
        : LuceneIndex.create(place, generation.space());
  }

  /// Takes the lock of this object and that of all processes, and gives both back when opening
  /// fails.
  ///
  /// @return empty when the latter is not free
  private <T> Optional<T> locked(String purpose, Function<WriterLock, T> opening) {
    serving.requireOpen();
    writing.lock();
    @Nullable WriterLock lock = null;
    @Nullable T opened = null;
    try {
      lock = WriterLock.tryTake(folder, purpose).orElse(null);
      opened = lock == null ? null : opening.apply(lock);
      return Optional.ofNullable(opened);
    } finally {
      if (opened == null) {
        if (lock != null) {
          lock.close();
        }
        writing.unlock();
      }
    }
  }

  @Override
  public LibraryException busy() {
    return new LibraryException(
        folder
            + " is being written to by "
            + WriterLock.holder(folder).orElse("another process")
            + "; wait until it is done, or end it");
  }

  @Override
  public void requireSame(Maker model) {
    Generation current = LibraryFile.inside(folder).current();
    if (!current.space().sameAs(model.space())) {
      throw mismatch(current, model);
    }
  }

  @Override
  public About about() {
    LibraryFile file = LibraryFile.inside(folder);
    return new About(
        folder,
        file.current().model(),
        file.roots(),
        Leftovers.sizeBytes(folder),
        file.indexed(),
        WriterLock.holder(folder));
  }

  private LibraryException mismatch(Generation made, Maker model) {
    return new LibraryException(
        folder
            + " was made with the model "
            + made.model()
            + ", space "
            + made.space().describe()
            + ", and cannot be used with "
            + model.name()
            + ", space "
            + model.space().describe()
            + "; use it with its own model, or embed all its pictures again: semblance index"
            + " --force --model "
            + model.name());
  }

  /// Deletes generations that neither serve nor grow.
  private void removeOthers(LibraryFile file) {
    List<Path> needed =
        Stream.concat(Stream.of(file.current()), file.next().stream())
            .map(generation -> generation.folder(folder))
            .toList();
    try {
      Leftovers.named(folder, GENERATION).stream()
          .filter(place -> !needed.contains(place))
          .forEach(place -> Leftovers.delete(place, INDEX_FILES));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read: " + Trouble.inWords(e), e);
    }
  }

  @Override
  public void close() {
    serving.close();
  }

  /// The right to write to one generation.
  private class Session implements Writing {
    private final WriterLock lock;
    private final LuceneIndex index;
    private boolean over;

    Session(WriterLock lock, LuceneIndex index) {
      this.lock = lock;
      this.index = index;
    }

    @Override
    public ItemIndex index() {
      return index;
    }

    @Override
    public void indexed(List<Root> added) {
      LibraryFile file = LibraryFile.inside(folder);
      file.withRoots(Root.merged(file.roots(), added)).write(folder);
    }

    @Override
    public void forgotten(Path path) {
      LibraryFile file = LibraryFile.inside(folder);
      file.withRoots(Root.without(file.roots(), path)).write(folder);
    }

    @Override
    public void close() {
      if (over) {
        return;
      }
      over = true;
      try {
        index.close();
      } finally {
        lock.close();
        writing.unlock();
      }
    }
  }

  /// The right to write to the next generation, and to let it serve.
  public final class Rebuilding extends Session {
    private Rebuilding(WriterLock lock, LuceneIndex index) {
      super(lock, index);
    }

    /// Lets it serve from now on; the one before goes. What was written must be committed.
    public void finish() {
      LibraryFile advanced = LibraryFile.inside(folder).advanced();
      advanced.write(folder);
      removeOthers(advanced);
    }
  }
}
