package dev.semblance.hub.http;

import dev.semblance.model.ModelException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// How often one piece of work is tried again, and after which time. Used by one thread.
///
/// Five failures in a row are the end; whoever makes progress in between says so. The pauses double
/// from half a second, unless the server asks for another; a server that asks for more than two
/// minutes is told of and not waited for.
public final class Retries {
  private static final int MOST = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final String what;
  private final Consumer<String> notices;
  private final Consumer<Duration> pause;
  private int failures;

  /// @param what is being done, at the beginning of a sentence
  Retries(String what, Consumer<String> notices, Consumer<Duration> pause) {
    this.what = what;
    this.notices = notices;
    this.pause = pause;
  }

  /// It went on since the last failure.
  public void progressed() {
    failures = 0;
  }

  /// Waits until it is time to try again.
  ///
  /// @throws ModelException when it is not worth it any more
  public void failed(IOException failure) {
    failures++;
    String reason = reason(failure);
    if (failures >= MOST) {
      throw new ModelException(
          what + ": " + reason + " (tried " + MOST + " times); run the command again later",
          failure);
    }
    Optional<Duration> asked =
        failure instanceof TroubleException trouble ? trouble.waiting() : Optional.empty();
    Duration wait = asked.orElse(FIRST_PAUSE.multipliedBy(1L << (failures - 1)));
    if (wait.compareTo(LONGEST_PAUSE) > 0) {
      throw new ModelException(
          what
              + ": "
              + reason
              + ", and asks to wait "
              + wait.toSeconds()
              + " seconds; run the"
              + " command again then",
          failure);
    }
    notices.accept(what + ": " + reason + "; trying again");
    pause.accept(wait);
  }

  private static String reason(IOException failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof java.nio.channels.UnresolvedAddressException) {
        return "the host is not known; is there a network?";
      }
    }
    String message = failure.getMessage();
    if (failure instanceof ConnectException) {
      return "no connection" + (message == null ? "" : " (" + message + ")");
    }
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
