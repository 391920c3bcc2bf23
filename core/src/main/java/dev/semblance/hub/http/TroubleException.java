package dev.semblance.hub.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Something that may be better in a moment: a busy server, a cut connection.
final class TroubleException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> wait;

  TroubleException(String message, Optional<Duration> wait) {
    super(message);
    this.wait = wait;
  }

  /// How long the server asks to wait.
  Optional<Duration> waiting() {
    return wait;
  }
}
