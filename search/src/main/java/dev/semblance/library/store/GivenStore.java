package dev.semblance.library.store;

import dev.semblance.crawl.Root;
import dev.semblance.index.ItemIndex;
import dev.semblance.index.LibraryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// An index that somebody else opened and closes.
public final class GivenStore implements Store {
  private final ItemIndex index;
  private final String model;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile List<Root> roots = List.of();
  private volatile Instant written = Instant.now();
  private volatile boolean closed;

  /// @param model the name of the index's model
  public GivenStore(ItemIndex index, String model) {
    this.index = index;
    this.model = model;
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
    requireOpen();
    return action.apply(index);
  }

  @Override
  public void requireSame(Maker maker) {
    if (!index.space().sameAs(maker.space())) {
      throw new LibraryException(
          "the index holds embeddings of "
              + index.space().describe()
              + " and cannot be used with the model "
              + maker.name()
              + ", space "
              + maker.space().describe());
    }
  }

  @Override
  public About about() {
    return new About(Path.of(""), model, roots, 0, written, Optional.empty());
  }

  @Override
  public LibraryException busy() {
    return new LibraryException("the index is being written to");
  }

  @Override
  public Optional<Writing> tryWrite(String purpose, Optional<Maker> maker) {
    requireOpen();
    maker.ifPresent(this::requireSame);
    writing.lock();
    return Optional.of(new Session());
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the library of the model " + model + " is closed");
    }
  }

  @Override
  public void close() {
    closed = true;
  }

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
