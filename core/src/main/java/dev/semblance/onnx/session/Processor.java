package dev.semblance.onnx.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The machine's processor.
public final class Processor {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  private static final List<String> EXACT = List.of("amx_int8", "avx512_vnni", "avx_vnni");

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

  /// What makes sums of products of unsigned with signed bytes exact here: VNNI or AMX, or ARM,
  /// whose instructions all add in 32 bits. AVX2 and AVX-512 without VNNI add pairs in 16 bits,
  /// which can overflow. Empty where there is nothing of the kind or nobody tells.
  static Optional<String> exactProducts() {
    if (System.getProperty("os.arch", "").equals("aarch64")) {
      return Optional.of("64-bit ARM");
    }
    try (Stream<String> lines = Files.lines(CPUINFO)) {
      return exactProducts(lines);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /// The first of the instructions that `/proc/cpuinfo` lists.
  static Optional<String> exactProducts(Stream<String> lines) {
    Set<String> flags =
        lines
            .filter(line -> line.startsWith("flags"))
            .limit(1)
            .flatMap(line -> Stream.of(line.split("\\s+", -1)))
            .collect(Collectors.toSet());
    return EXACT.stream().filter(flags::contains).findFirst();
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
