package dev.semblance.index;

/// A library that cannot be used as asked; the message says which, what was found and what to do.
public final class LibraryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LibraryException(String message) {
    super(message);
  }

  public LibraryException(String message, Throwable cause) {
    super(message, cause);
  }
}
