package dev.semblance.cli.train;

import java.util.Locale;
import java.util.function.Supplier;

/// PyTorch, where there is one for this machine.
final class Engine {
  private Engine() {}

  /// Does what needs PyTorch.
  ///
  /// @throws IllegalArgumentException when its native part does not exist for this machine
  static <T> T with(Supplier<T> work) {
    try {
      return work.get();
    } catch (LinkageError e) {
      throw new IllegalArgumentException(
          "training does not run on "
              + System.getProperty("os.name", "this system").toLowerCase(Locale.ROOT)
              + " "
              + System.getProperty("os.arch", "")
              + ": there is no PyTorch for it; it runs on Linux x64, macOS on Apple silicon and"
              + " Windows x64. Everything else works here.",
          e);
    }
  }
}
