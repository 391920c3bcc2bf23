package dev.semblance.hub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubClientTest {
  private final List<String> asked = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          String path = exchange.getRequestURI().getPath();
          switch (path) {
            case "/around" -> exchange.getResponseHeaders().set("Location", "/around");
            case "/down" -> exchange.getResponseHeaders().set("Location", "file:///etc/passwd");
            case "/moved" -> {
              exchange.getResponseHeaders().set("Location", "/new");
              exchange.getResponseHeaders().set("X-Repo-Commit", "c1");
            }
            default -> exchange.getResponseHeaders().set("ETag", "W/\"abc\"");
          }
          boolean found = exchange.getResponseHeaders().containsKey("Etag");
          byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
          boolean head = exchange.getRequestMethod().equals("HEAD");
          if (found && head) {
            exchange.getResponseHeaders().set("Content-Length", "5");
          }
          exchange.sendResponseHeaders(found ? 200 : 302, found && !head ? body.length : -1);
          if (found && !head) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void follows_a_repository_that_moved_and_remembers_what_was_said_on_the_way() {
    try (HubClient client = client(settings())) {
      FileHead head = client.head(at("/moved"), "x");
      assertThat(head).isEqualTo(new FileHead("abc", 5, Optional.of("c1")));
      assertThat(client.get(at("/moved"), "x", 100)).asString().isEqualTo("hello");
    }
  }

  @Test
  void does_not_go_around_in_circles() {
    try (HubClient client = client(settings())) {
      assertThatThrownBy(() -> client.get(at("/around"), "org/x", 100))
          .hasMessage("org/x: the hub sends from one address to the next without end");
    }
  }

  @Test
  void does_not_follow_to_another_kind_of_address() {
    try (HubClient client = client(settings())) {
      assertThatThrownBy(() -> client.get(at("/down"), "org/x", 100))
          .hasMessageContaining("less safe");
    }
  }

  @Test
  void does_not_read_answers_without_end() {
    try (HubClient client = client(settings())) {
      assertThatThrownBy(() -> client.get(at("/x"), "org/x", 4))
          .hasMessageContaining("longer than 4 bytes");
    }
  }

  @Test
  void a_hub_that_is_not_there_says_so() {
    URI nobody = URI.create("http://localhost:1");
    HubSettings settings =
        new HubSettings(nobody, Optional.empty(), Path.of("c"), false, ProxySelector.of(null));
    try (HubClient client = client(settings)) {
      assertThatThrownBy(() -> client.get(nobody.resolve("/x"), "org/x", 4))
          .hasMessageContaining("org/x: no connection")
          .hasMessageContaining("5 times");
    }
    assertThat(pauses).hasSize(4);
  }

  @Test
  void asks_through_the_proxy() {
    String proxy = "http://localhost:" + server.getAddress().getPort();
    HubSettings settings =
        HubSettings.of(
            Map.of("HF_ENDPOINT", "http://hub.invalid", "http_proxy", proxy, "HF_HOME", "/none"),
            Path.of("/none"));
    try (HubClient client = client(settings)) {
      assertThat(client.get(URI.create("http://hub.invalid/x"), "x", 100))
          .asString()
          .isEqualTo("hello");
    }
    assertThat(asked).containsExactly("GET http://hub.invalid/x");
  }

  private HubSettings settings() {
    return new HubSettings(
        at(""), Optional.empty(), Path.of("none"), false, ProxySelector.of(null));
  }

  private HubClient client(HubSettings settings) {
    return new HubClient(settings, _ -> {}, pauses::add);
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }
}
