package dev.semblance.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server on this machine whose answers a test writes down path by path, for what no sound hub
/// does. It remembers what it was asked. Close it after use.
public final class ScriptedServer implements AutoCloseable {
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /// Starts on a free port.
  public ScriptedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /// A request as it came.
  ///
  /// @param token what `Authorization` held, or nothing
  /// @param range what `Range` held, or nothing
  public record Asked(String method, String path, String token, String range) {}

  /// What is sent back.
  ///
  /// @param body its characters are bytes
  /// @param announcedBytes the length that is said, which may be more than is sent
  public record Answer(int status, Map<String, String> headers, String body, long announcedBytes) {
    /// An answer that is as long as it says.
    public static Answer of(int status, String body) {
      return new Answer(status, Map.of(), body, body.length());
    }

    /// The same with one more header.
    public Answer with(String header, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(header, value);
      return new Answer(status, more, body, announcedBytes);
    }

    /// The same, announced as longer than it is: the connection is cut.
    public Answer cut() {
      return new Answer(status, headers, body, announcedBytes + 10);
    }
  }

  /// Where it is reached, with a path that begins with `/` or is empty.
  public URI at(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  /// Answers requests for a path one after the other, the last answer again and again.
  public ScriptedServer answering(String path, Answer... inOrder) {
    answers.put(path, new ArrayDeque<>(Arrays.asList(inOrder)));
    return this;
  }

  /// All requests so far.
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    boolean head = exchange.getRequestMethod().equals("HEAD");
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            path,
            header(exchange, "Authorization"),
            header(exchange, "Range")));
    Deque<Answer> due = answers.getOrDefault(path, new ArrayDeque<>());
    Answer answer = due.isEmpty() ? Answer.of(404, "") : due.getFirst();
    if (due.size() > 1) {
      due.removeFirst();
    }
    answer.headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(
        answer.status, head || answer.announcedBytes == 0 ? -1 : answer.announcedBytes);
    if (!head) {
      exchange.getResponseBody().write(answer.body.getBytes(StandardCharsets.ISO_8859_1));
      exchange.getResponseBody().flush();
    }
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
    return String.join(",", values);
  }
}
