package dev.semblance.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// An index is being written to by somebody else. Who that is, the layer above knows.
public final class LockedIndexException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  private final transient Path folder;

  /// @param folder where the index lies
  public LockedIndexException(Path folder, IOException cause) {
    super(
        folder
            + ": another process or thread is writing to this index; wait until it is done, or open"
            + " the index for reading",
        cause);
    this.folder = folder;
  }

  /// Where the index lies.
  public Path folder() {
    return folder;
  }
}
