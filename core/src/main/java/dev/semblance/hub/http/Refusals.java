package dev.semblance.hub.http;

import dev.semblance.model.ModelException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// What an answer that brings no content means, each in a sentence of its own.
///
/// The hub tells reasons apart by the header `x-error-code`.
final class Refusals {
  private final HubSettings settings;

  Refusals(HubSettings settings) {
    this.settings = settings;
  }

  /// The exception for an answer.
  ///
  /// @param what was asked for, such as `org/name`
  /// @param at who answered
  IOException of(int status, HttpHeaders headers, String what, URI at) {
    if (status == 429 || status == 408 || status >= 500) {
      String reason =
          status == 429
              ? "the server is asked too often (429)"
              : "the server has trouble (" + status + ")";
      return new TroubleException(reason, retryAfter(headers));
    }
    if (!HubSettings.sameOrigin(at, settings.endpoint())) {
      // An address that was signed for a short time: the hub gives a new one.
      return new TroubleException(
          at.getHost() + ", where the hub sends on to, refuses (" + status + ")", Optional.empty());
    }
    throw new ModelException(
        what + ": " + reason(status, headers.firstValue("x-error-code").orElse("")));
  }

  private String reason(int status, String code) {
    boolean known = settings.token().isPresent();
    if (status == 403 || code.equals("GatedRepo")) {
      return "the hub keeps this for those who accepted its terms ("
          + status
          + "); accept them at "
          + settings.endpoint()
          + (known
              ? " with the account that the token belongs to"
              : " and set HF_TOKEN to a token of that account");
    }
    if (status == 401) {
      return known
          ? "the hub does not accept the token (401); make a new one and set HF_TOKEN"
          : "the hub gives this to nobody without a token (401): the name is wrong, or it is"
              + " private; check the name, or set HF_TOKEN";
    }
    if (status == 404) {
      return switch (code) {
        case "RevisionNotFound" ->
            "the hub knows no such revision (404); leave out --revision for the newest";
        case "EntryNotFound" -> "the hub has no such file there (404)";
        default -> "the hub knows nothing of that name (404); check it at " + settings.endpoint();
      };
    }
    return "the hub answers with " + status + ", which nobody expects here; try again later";
  }

  /// Seconds or a date (RFC 9110, 10.2.3).
  private static Optional<Duration> retryAfter(HttpHeaders headers) {
    return headers.firstValue("retry-after").map(String::strip).flatMap(Refusals::duration);
  }

  private static Optional<Duration> duration(String written) {
    if (written.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(written)));
    }
    try {
      Instant then =
          ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
              .toInstant();
      Duration left = Duration.between(Instant.now(), then);
      return Optional.of(left.isNegative() ? Duration.ZERO : left);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
