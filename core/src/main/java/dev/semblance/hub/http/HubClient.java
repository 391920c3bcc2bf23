package dev.semblance.hub.http;

import dev.semblance.model.ModelException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks a hub over HTTP.
///
/// Follows redirects itself, so that the token goes to the endpoint and to no other host, and so
/// that what the hub says of a file before it sends on to its storage (`x-linked-etag`,
/// `x-linked-size`, `x-repo-commit`) is seen. Close it after use; safe for many threads.
public final class HubClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration CONNECTING = Duration.ofSeconds(20);
  private static final int MOST_REDIRECTS = 6;
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18})");

  private final HubSettings settings;
  private final Refusals refusals;
  private final Consumer<String> notices;
  private final Consumer<Duration> pause;
  private final HttpClient http;

  /// @param notices takes a sentence when something is tried again
  public HubClient(HubSettings settings, Consumer<String> notices) {
    this(settings, notices, HubClient::sleep);
  }

  /// @param pause waits between attempts
  public HubClient(HubSettings settings, Consumer<String> notices, Consumer<Duration> pause) {
    this.settings = settings;
    this.refusals = new Refusals(settings);
    this.notices = notices;
    this.pause = pause;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .proxy(settings.proxies())
            .build();
  }

  /// A whole small document.
  ///
  /// @param what it is, for messages
  /// @param most bytes it may have
  /// @throws ModelException when it cannot be had, with the reason
  public byte[] get(URI uri, String what, int most) {
    return retrying(
        what,
        () -> {
          try (TimedBody body = send(new Ask("GET", uri, 0, what)).body()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 14];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
              all.write(buffer, 0, count);
              if (all.size() > most) {
                throw new ModelException(
                    what + ": the hub's answer is longer than " + most + " bytes");
              }
            }
            return all.toByteArray();
          }
        });
  }

  /// What the hub says of a file.
  ///
  /// @throws ModelException when there is no such file or it cannot be asked for, with the reason
  public FileHead head(URI uri, String what) {
    Seen seen =
        retrying(
            what,
            () -> {
              Answer answer = send(new Ask("HEAD", uri, 0, what));
              answer.body().close();
              return answer.seen();
            });
    String etag = seen.linkedEtag.or(() -> seen.etag).orElse("");
    long size = seen.linkedSize.or(() -> seen.size).orElse(-1L);
    if (size < 0) {
      throw new ModelException(
          what + ": the hub does not say how large this is; use another mirror");
    }
    return new FileHead(etag.replaceFirst("^W/", "").replace("\"", ""), size, seen.commit);
  }

  /// Begins to read a file.
  ///
  /// @param from the first byte wanted
  /// @param size of the whole file
  /// @throws IOException when it may be worth another attempt, see [#retries]
  /// @throws ModelException when it is not
  public HubBody open(URI uri, String what, long from, long size) throws IOException {
    Answer answer = send(new Ask("GET", uri, from, what));
    if (from == 0 || answer.status() != 206) {
      return new HubBody(answer.body(), 0);
    }
    Matcher range = RANGE.matcher(answer.headers().firstValue("content-range").orElse(""));
    if (range.matches()
        && Long.parseLong(range.group(1)) == from
        && Long.parseLong(range.group(2)) == size) {
      return new HubBody(answer.body(), from);
    }
    // A piece of something else: ask for the whole.
    answer.body().close();
    return new HubBody(send(new Ask("GET", uri, 0, what)).body(), 0);
  }

  /// Counts the attempts at one piece of work.
  public Retries retries(String what) {
    return new Retries(what, notices, pause);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private <T> T retrying(String what, Attempt<T> attempt) {
    Retries retries = retries(what);
    while (true) {
      try {
        return attempt.run();
      } catch (IOException e) {
        retries.failed(e);
      }
    }
  }

  private Answer send(Ask ask) throws IOException {
    Seen seen = new Seen();
    URI at = ask.uri();
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpResponse<TimedBody> response = sendOnce(ask, at);
      int status = response.statusCode();
      HttpHeaders headers = response.headers();
      Optional<String> location = headers.firstValue("location");
      seen.take(headers, status / 100 == 2);
      if (status / 100 == 2) {
        return new Answer(status, headers, response.body(), seen);
      }
      if (status / 100 == 3 && location.isPresent()) {
        if (ask.method().equals("HEAD")
            && seen.linkedEtag.isPresent()
            && seen.linkedSize.isPresent()) {
          return new Answer(status, headers, response.body(), seen);
        }
        response.body().close();
        at = next(at, location.get(), ask.what());
        continue;
      }
      response.body().close();
      if (status == 416 && ask.from() > 0) {
        return send(new Ask(ask.method(), ask.uri(), 0, ask.what()));
      }
      throw refusals.of(status, headers, ask.what(), at);
    }
    throw new ModelException(
        ask.what() + ": the hub sends from one address to the next without end");
  }

  private HttpResponse<TimedBody> sendOnce(Ask ask, URI at) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at)
            .method(ask.method(), BodyPublishers.noBody())
            .timeout(PATIENCE)
            .header("User-Agent", "semblance")
            .header("Accept-Encoding", "identity");
    if (HubSettings.sameOrigin(at, settings.endpoint())) {
      settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    }
    if (ask.from() > 0) {
      request.header("Range", "bytes=" + ask.from() + "-");
    }
    try {
      return http.send(request.build(), _ -> new TimedBody(PATIENCE));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static URI next(URI at, String location, String what) {
    URI next;
    try {
      next = at.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new ModelException(what + ": the hub sends on to an address that is none", e);
    }
    boolean web =
        "http".equalsIgnoreCase(next.getScheme()) || "https".equalsIgnoreCase(next.getScheme());
    boolean down =
        "https".equalsIgnoreCase(at.getScheme()) && !"https".equalsIgnoreCase(next.getScheme());
    if (!web || down || next.getHost() == null) {
      throw new ModelException(
          what
              + ": the hub sends on to "
              + next.getScheme()
              + ":, which is less safe than "
              + at.getScheme()
              + ": and is not followed");
    }
    return next;
  }

  static ModelException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ModelException("the pull was interrupted; the same command goes on where it was", e);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private interface Attempt<T> {
    T run() throws IOException;
  }

  private record Ask(String method, URI uri, long from, String what) {}

  private record Answer(int status, HttpHeaders headers, TimedBody body, Seen seen) {}

  /// What was said on the way, the first word counting.
  private static final class Seen {
    private Optional<String> commit = Optional.empty();
    private Optional<String> linkedEtag = Optional.empty();
    private Optional<Long> linkedSize = Optional.empty();
    private Optional<String> etag = Optional.empty();
    private Optional<Long> size = Optional.empty();

    void take(HttpHeaders headers, boolean last) {
      commit = commit.or(() -> headers.firstValue("x-repo-commit"));
      linkedEtag = linkedEtag.or(() -> headers.firstValue("x-linked-etag"));
      linkedSize = linkedSize.or(() -> number(headers, "x-linked-size"));
      if (last) {
        etag = headers.firstValue("etag");
        size = number(headers, "content-length");
      }
    }

    private static Optional<Long> number(HttpHeaders headers, String name) {
      return headers
          .firstValue(name)
          .filter(value -> value.matches("\\d{1,18}"))
          .map(Long::parseLong);
    }
  }
}
