package dev.semblance.model;

/// A model that cannot be opened or that fails; the message says which, what was found and what to
/// do.
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
