package dev.semblance.image.external;

import java.io.IOException;

/// No program could decode a file; the message is a sentence without the file's name.
public final class ExternalException extends IOException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  ExternalException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /// Why it failed.
  public enum Reason {
    /// No program is installed for the format.
    MISSING,
    /// The program was killed when its time was over.
    TIME,
    /// The program was killed because it took more memory, or wrote more, than allowed.
    SIZE,
    /// The program said no.
    REFUSED
  }
}
