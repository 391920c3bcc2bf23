package dev.semblance.onnx.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// The machine's processor.
public final class Processor {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  private Processor() {}

  /// The physical cores this process may use.
  ///
  /// Two threads of one core share its multipliers, so matrix products gain nothing from the
  /// second. Linux tells them apart; elsewhere these are the processors Java sees.
  public static int cores() {
    int available = Runtime.getRuntime().availableProcessors();
    try (Stream<String> lines = Files.lines(CPUINFO)) {
      int physical = physicalCores(lines);
      return physical == 0 ? available : Math.min(available, physical);
    } catch (IOException | UncheckedIOException e) {
      return available;
    }
  }

  /// Counts the pairs of socket and core in `/proc/cpuinfo`; 0 where it does not tell.
  static int physicalCores(Stream<String> lines) {
    Set<String> cores = new HashSet<>();
    String[] socket = {""};
    lines.forEach(line -> {
      if (line.startsWith("physical id")) {
        socket[0] = line;
      } else if (line.startsWith("core id")) {
        cores.add(socket[0] + line);
      }
    });
    return cores.size();
  }

  /// What a graph that was prepared for one processor must not be used without: its model and its
  /// instructions.
  static String description() {
    StringBuilder described = new StringBuilder(System.getProperty("os.arch", ""));
    try (Stream<String> lines = Files.lines(CPUINFO)) {
      lines
          .takeWhile(line -> !line.isEmpty())
          .filter(line -> line.matches("(model name|flags|Features|CPU part)\\s*:.*"))
          .forEach(described::append);
    } catch (IOException | UncheckedIOException e) {
      described.append(System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", ""));
    }
    return described.toString();
  }
}
