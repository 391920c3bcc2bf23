package dev.semblance.image.external;

import dev.semblance.image.external.ExternalException.Reason;
import dev.semblance.image.format.Deadline;
import dev.semblance.image.format.PictureFormat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The installed programs that decode HEIC, AVIF, JPEG XL, JPEG 2000 and films: `heif-dec` (or
/// `heif-convert`), `djxl`, `opj_decompress` and `ffmpeg`.
///
/// A program never sees the name of a picture that is at hand in memory: it reads a copy in a
/// folder of its own, which is removed afterwards. No shell is involved.
///
/// Immutable, safe for many threads; each call runs a process of its own.
public final class ExternalDecoders {
  private static final Duration VERSION_TIME = Duration.ofSeconds(5);
  private static final long VERSION_BYTES = 256L << 20;

  private final Map<Tool, Path> programs;

  private ExternalDecoders(Map<Tool, Path> programs) {
    this.programs = programs;
  }

  /// A program, installed or not.
  ///
  /// @param name of its executable
  /// @param path where it was found
  /// @param formats what it decodes
  /// @param packages which packages bring it
  public record Program(
      String name, Optional<Path> path, Set<PictureFormat> formats, String packages) {}

  /// Those on PATH, looked for once.
  public static ExternalDecoders installed() {
    return OnPath.FOUND;
  }

  private static final class OnPath {
    static final ExternalDecoders FOUND = in(folders());

    private static List<Path> folders() {
      String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
      return Stream.of(path.split(File.pathSeparator))
          .filter(folder -> !folder.isBlank())
          .map(Path::of)
          .filter(Path::isAbsolute)
          .toList();
    }
  }

  /// Those in some folders, the first found being taken.
  public static ExternalDecoders in(List<Path> folders) {
    Map<Tool, Path> programs = new EnumMap<>(Tool.class);
    for (Tool tool : Tool.values()) {
      tool.executables().stream()
          .flatMap(name -> folders.stream().flatMap(folder -> candidates(folder, name)))
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
          .findFirst()
          .ifPresent(file -> programs.put(tool, file.toAbsolutePath()));
    }
    return new ExternalDecoders(programs);
  }

  private static Stream<Path> candidates(Path folder, String name) {
    return Stream.of(folder.resolve(name), folder.resolve(name + ".exe"));
  }

  /// All programs that are looked for, in the order in which they are tried.
  public List<Program> programs() {
    List<Program> result = new ArrayList<>();
    for (Tool tool : Tool.values()) {
      Optional<Path> path = Optional.ofNullable(programs.get(tool));
      String name =
          path.map(Path::getFileName).map(Path::toString).orElse(tool.executables().getFirst());
      result.add(new Program(name, path, tool.formats(), tool.packages()));
    }
    return result;
  }

  /// The line in which an installed program tells its version; empty where it tells none.
  public String version(Program program) {
    Optional<Tool> tool =
        Stream.of(Tool.values())
            .filter(each ->
                program.path().isPresent() && program.path().get().equals(programs.get(each)))
            .findFirst();
    if (tool.isEmpty()) {
      return "";
    }
    ExternalBounds bounds =
        new ExternalBounds(VERSION_BYTES, VERSION_BYTES, 1, false, Deadline.in(VERSION_TIME));
    try (WorkFolder folder = WorkFolder.make()) {
      List<String> command = List.of(program.path().get().toString(), tool.get().versionArgument());
      return BoundedRun.said(command, folder.path(), bounds)
          .lines()
          .filter(line -> line.matches(".*\\d+\\.\\d+.*"))
          .findFirst()
          .map(String::strip)
          .orElse("");
    } catch (IOException _) {
      return "";
    }
  }

  /// Decodes a file that is in memory.
  ///
  /// @return a PNG
  /// @throws ExternalException if no program can, or none is installed
  public byte[] png(PictureFormat format, byte[] file, ExternalBounds bounds) throws IOException {
    requireAny(format);
    try (WorkFolder folder = WorkFolder.make()) {
      Path input = folder.path().resolve("picture." + extension(format));
      Files.write(input, file);
      return png(format, input, bounds);
    }
  }

  /// Decodes a file that lies on disk and stays there.
  ///
  /// @return a PNG
  /// @throws ExternalException if no program can, or none is installed
  public byte[] png(PictureFormat format, Path file, ExternalBounds bounds) throws IOException {
    requireAny(format);
    Optional<ExternalException> first = Optional.empty();
    for (Map.Entry<Tool, Path> program : programs.entrySet()) {
      if (!program.getKey().decodes(format)) {
        continue;
      }
      try (WorkFolder folder = WorkFolder.make()) {
        Path output = folder.path().resolve("picture.png");
        BoundedRun.run(
            program.getKey().command(program.getValue(), file.toAbsolutePath(), output, bounds),
            folder.path(),
            bounds);
        return written(folder.path(), output, program.getValue());
      } catch (ExternalException e) {
        first = first.or(() -> Optional.of(e));
        if (e.reason() == Reason.TIME) {
          break;
        }
      }
    }
    throw first.orElseThrow();
  }

  /// A file of several pictures gives `picture-1.png` and so on.
  private static byte[] written(Path folder, Path output, Path program) throws IOException {
    Path numbered = folder.resolve("picture-1.png");
    Path made = Files.exists(output) ? output : numbered;
    if (!Files.exists(made) || Files.size(made) == 0) {
      throw new ExternalException(Reason.REFUSED, program.getFileName() + " made no picture of it");
    }
    return Files.readAllBytes(made);
  }

  private void requireAny(PictureFormat format) throws ExternalException {
    if (programs.keySet().stream().noneMatch(tool -> tool.decodes(format))) {
      String packages =
          Stream.of(Tool.values())
              .filter(tool -> tool.decodes(format))
              .map(Tool::packages)
              .collect(Collectors.joining("; or "));
      throw new ExternalException(
          Reason.MISSING,
          format.title()
              + " is decoded by a program that is not installed here; install "
              + packages
              + " (semblance doctor shows what is found)");
    }
  }

  private static String extension(PictureFormat format) {
    return switch (format) {
      case JPEG_XL -> "jxl";
      case JPEG_2000 -> "jp2";
      default -> format.name().toLowerCase(Locale.ROOT);
    };
  }
}
