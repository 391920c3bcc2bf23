package dev.semblance.hub.http;

import java.io.IOException;

/// The bytes of a file as they arrive. Close it after use; read by one thread.
public final class HubBody implements AutoCloseable {
  private final TimedBody body;
  private final long start;

  HubBody(TimedBody body, long start) {
    this.body = body;
    this.start = start;
  }

  /// Where in the file the first byte lies: where it was asked for, or 0 when the server sends the
  /// whole file.
  public long start() {
    return start;
  }

  /// Reads some bytes.
  ///
  /// @return how many; -1 at the end
  /// @throws IOException when the connection was cut or nothing came for too long
  public int read(byte[] into) throws IOException {
    return body.read(into);
  }

  @Override
  public void close() {
    body.close();
  }
}
