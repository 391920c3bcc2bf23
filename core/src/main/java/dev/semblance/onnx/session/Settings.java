package dev.semblance.onnx.session;

import java.nio.file.Path;

/// How networks are opened.
///
/// @param threads that work on one run, at least 1
/// @param cache the user's cache
/// @param prepares whether a copy is kept that opens faster the next time
public record Settings(int threads, Path cache, boolean prepares) {
  public Settings {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
  }
}
