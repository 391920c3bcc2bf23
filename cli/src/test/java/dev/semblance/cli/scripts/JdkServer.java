package dev.semblance.cli.scripts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Stands in for Adoptium's API and for the server its archives lie on.
///
/// Answers in the API's form, with an installer before the package as on a Mac, and serves ranges.
final class JdkServer implements AutoCloseable {
  private final HttpServer server;
  private final byte[] archive;
  private final String checksum;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /// After how many bytes of the archive the connection breaks; negative for never.
  volatile int breaksAfter = -1;

  /// Whether a request for the rest of the archive gets just that.
  volatile boolean servesRanges = true;

  JdkServer(byte[] archive, String checksum) throws IOException {
    this.archive = archive;
    this.checksum = checksum;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v3/assets/latest/25/hotspot", this::answer);
    server.createContext("/moved", exchange -> redirect(exchange));
    server.createContext("/archive.tar.gz", this::serve);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// What was asked, in order: path, query, and the range of archives.
  List<String> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI().toString());
    String json =
        """
        [
          {
            "binary": {
              "architecture": "x64",
              "image_type": "jdk",
              "installer": {
                "checksum": "%s",
                "link": "%s/installer.pkg",
                "name": "installer.pkg",
                "size": 1
              },
              "package": {
                "checksum": "%s",
                "checksum_link": "%s/archive.tar.gz.sha256.txt",
                "download_count": 5,
                "link": "%s/moved/archive.tar.gz",
                "metadata_link": "%s/archive.tar.gz.json",
                "name": "archive.tar.gz",
                "size": %d
              },
              "project": "jdk"
            },
            "release_name": "jdk-25.0.3+9",
            "version": { "major": 25, "semver": "25.0.3+9" }
          }
        ]
        """
            .replace("%s/", address() + "/")
            .replaceFirst("%s", "0".repeat(64))
            .replaceFirst("%s", checksum)
            .replace("%d", Integer.toString(archive.length));
    send(exchange, 200, json.getBytes(StandardCharsets.UTF_8));
  }

  private void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Location", address() + "/archive.tar.gz");
    send(exchange, 302, new byte[0]);
  }

  private void serve(HttpExchange exchange) throws IOException {
    @Nullable String range = exchange.getRequestHeaders().getFirst("Range");
    requests.add("archive " + range);
    int from = 0;
    if (range != null && servesRanges) {
      from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
      exchange
          .getResponseHeaders()
          .add(
              "Content-Range", "bytes " + from + "-" + (archive.length - 1) + "/" + archive.length);
    }
    int until = breaksAfter < 0 ? archive.length : Math.min(archive.length, breaksAfter);
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, archive.length - from);
    OutputStream body = exchange.getResponseBody();
    body.write(archive, from, Math.max(0, until - from));
    body.flush();
    if (until < archive.length) {
      throw new IOException("the line breaks here"); // the server then closes the connection
    }
    exchange.close();
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
