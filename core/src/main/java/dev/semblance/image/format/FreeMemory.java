package dev.semblance.image.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory the machine could still give.
public final class FreeMemory {
  private static final Path FIGURES = Path.of("/proc/meminfo");
  private static final String AVAILABLE = "MemAvailable:";

  private FreeMemory() {}

  /// What Linux calls available: free, or given back by its caches at once. On other systems it is
  /// not known and does not limit anything.
  public static long bytes() {
    try {
      for (String line : Files.readAllLines(FIGURES, UTF_8)) {
        if (line.startsWith(AVAILABLE)) {
          return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
      return Long.MAX_VALUE;
    } catch (IOException | NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }
}
