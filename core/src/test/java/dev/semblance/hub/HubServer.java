package dev.semblance.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A server on this machine that behaves like the Hugging Face hub: it lists a repository at a
/// revision, answers small files itself (`ETag` is the git blob's SHA-1), and sends on to a second
/// server, on another port, for large ones (`X-Linked-Etag` is the SHA-256). Close it after use.
public final class HubServer implements AutoCloseable {
  private static final int LARGE = 1_000;

  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer hub = start(this::answer);
  private final HttpServer storage = start(this::store);
  private final Map<String, Repository> repositories = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong sent = new AtomicLong();
  private volatile Map<String, byte[]> spoiled = Map.of();
  private volatile Predicate<String> tokens = _ -> true;
  private volatile long cutAfter = Long.MAX_VALUE;
  private volatile Runnable atCut = () -> {};

  /// A request as it came.
  ///
  /// @param from `hub` or `storage`
  /// @param token what `Authorization` held, or nothing
  /// @param range what `Range` held, or nothing
  public record Asked(String from, String method, String path, String token, String range) {}

  private record Repository(String commit, Map<String, byte[]> files) {}

  private record Failure(String from, String path, int status, Map<String, String> headers) {}

  /// Where it is reached.
  public URI endpoint() {
    return URI.create("http://localhost:" + hub.getAddress().getPort());
  }

  /// Puts a repository there, under the revision `main` and its commit.
  public HubServer with(String id, String commit, Map<String, byte[]> files) {
    repositories.put(id, new Repository(commit, new TreeMap<>(files)));
    return this;
  }

  /// Puts a folder there.
  public HubServer with(String id, String commit, Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return with(id, commit, files);
  }

  /// Refuses every request to the hub whose token is another.
  public HubServer onlyWith(String token) {
    tokens = token::equals;
    return this;
  }

  /// Answers the next request whose path holds `path` with a failure; can be called again for more.
  ///
  /// @param from `hub` or `storage`
  public HubServer failing(String from, String path, int status, Map<String, String> headers) {
    failures.add(new Failure(from, path, status, headers));
    return this;
  }

  /// The storage sends other bytes for a file than were announced.
  public HubServer spoiling(String file, byte[] content) {
    spoiled = Map.of(file, content);
    return this;
  }

  /// Cuts the connection once, when so many bytes of content were sent altogether.
  public HubServer cuttingAfter(long bytes, Runnable action) {
    sent.set(0);
    atCut = action;
    cutAfter = bytes;
    return this;
  }

  /// All requests so far.
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /// Bytes of content sent so far, or since [#cuttingAfter].
  public long sent() {
    return sent.get();
  }

  @Override
  public void close() {
    hub.stop(0);
    storage.stop(0);
    workers.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String token = note("hub", exchange);
    if (failed("hub", path, exchange)) {
      return;
    }
    if (!tokens.test(token)) {
      refuse(exchange, 401, Map.of("X-Error-Code", "RepoNotFound"));
      return;
    }
    String[] parts = path.substring(1).split("/", 5);
    if (path.startsWith("/api/models/")) {
      String[] api = path.substring("/api/models/".length()).split("/", 4);
      list(exchange, api[0] + "/" + api[1], api[3]);
    } else if (parts.length == 5 && parts[2].equals("resolve")) {
      resolve(exchange, parts[0] + "/" + parts[1], parts[3], parts[4]);
    } else {
      refuse(exchange, 404, Map.of());
    }
  }

  private void list(HttpExchange exchange, String id, String revision) throws IOException {
    Repository repository = repositories.get(id);
    if (repository == null || !known(repository, revision)) {
      String code = repository == null ? "RepoNotFound" : "RevisionNotFound";
      refuse(exchange, 404, Map.of("X-Error-Code", code));
      return;
    }
    StringBuilder json = new StringBuilder("{\"id\":\"" + id + "\",\"sha\":\"");
    json.append(repository.commit).append("\",\"private\":false,\"siblings\":[");
    String separator = "";
    for (String name : repository.files.keySet()) {
      json.append(separator).append("{\"rfilename\":\"");
      json.append(name.replace("\\", "\\\\").replace("\"", "\\\"")).append("\"}");
      separator = ",";
    }
    byte[] bytes = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  private void resolve(HttpExchange exchange, String id, String revision, String file)
      throws IOException {
    Repository repository = repositories.get(id);
    if (repository == null || !known(repository, revision) || !repository.files.containsKey(file)) {
      refuse(exchange, 404, Map.of("X-Error-Code", "EntryNotFound"));
      return;
    }
    byte[] content = repository.files.get(file);
    exchange.getResponseHeaders().set("X-Repo-Commit", repository.commit);
    if (content.length < LARGE) {
      exchange.getResponseHeaders().set("ETag", "\"" + gitBlob(content) + "\"");
      send(exchange, file, content);
      return;
    }
    exchange.getResponseHeaders().set("X-Linked-Etag", "\"" + sha256(content) + "\"");
    exchange.getResponseHeaders().set("X-Linked-Size", Integer.toString(content.length));
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            "http://127.0.0.1:" + storage.getAddress().getPort() + "/" + id + "/" + file);
    refuse(exchange, 302, Map.of());
  }

  private void store(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    note("storage", exchange);
    if (failed("storage", path, exchange)) {
      return;
    }
    String[] parts = path.substring(1).split("/", 3);
    Repository repository = repositories.get(parts[0] + "/" + parts[1]);
    if (repository == null || !repository.files.containsKey(parts[2])) {
      refuse(exchange, 404, Map.of());
      return;
    }
    exchange.getResponseHeaders().set("ETag", "\"another-tag-than-the-hub-announces\"");
    send(exchange, parts[2], repository.files.get(parts[2]));
  }

  private void send(HttpExchange exchange, String file, byte[] whole) throws IOException {
    byte[] content = spoiled.getOrDefault(file, whole);
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = 0;
    int status = 200;
    if (range != null) {
      from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
      if (from >= content.length) {
        refuse(exchange, 416, Map.of());
        return;
      }
      status = 206;
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(status, content.length - from);
    write(exchange, Arrays.copyOfRange(content, from, content.length));
  }

  private void write(HttpExchange exchange, byte[] content) throws IOException {
    long left = cutAfter - sent.get();
    if (content.length < left) {
      sent.addAndGet(content.length);
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(content);
      }
      return;
    }
    OutputStream body = exchange.getResponseBody();
    body.write(content, 0, (int) left);
    body.flush();
    sent.addAndGet(left);
    cutAfter = Long.MAX_VALUE;
    atCut.run();
    exchange.close();
  }

  private boolean failed(String from, String path, HttpExchange exchange) throws IOException {
    Optional<Failure> due =
        failures.stream()
            .filter(failure -> failure.from.equals(from) && path.contains(failure.path))
            .findFirst();
    if (due.isEmpty() || !failures.remove(due.get())) {
      return false;
    }
    refuse(exchange, due.get().status, due.get().headers);
    return true;
  }

  private static void refuse(HttpExchange exchange, int status, Map<String, String> headers)
      throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private String note(String from, HttpExchange exchange) {
    String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    String token = authorization.equals("null") ? "" : authorization.replace("Bearer ", "");
    String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
    asked.add(
        new Asked(
            from,
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            token,
            range.equals("null") ? "" : range));
    return token;
  }

  private static boolean known(Repository repository, String revision) {
    return revision.equals("main") || revision.equals(repository.commit);
  }

  private HttpServer start(com.sun.net.httpserver.HttpHandler handler) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", handler);
      server.setExecutor(workers);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The git blob's SHA-1 of a content.
  public static String gitBlob(byte[] content) {
    MessageDigest digest = digest("SHA-1");
    digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(digest.digest(content));
  }

  /// The SHA-256 of a content.
  public static String sha256(byte[] content) {
    return HexFormat.of().formatHex(digest("SHA-256").digest(content));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
