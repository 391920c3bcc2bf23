package dev.semblance.cli.doctor;

import dev.semblance.cli.terminal.Output;
import dev.semblance.cli.terminal.Surroundings;
import dev.semblance.image.external.ExternalDecoders;
import dev.semblance.image.external.ExternalDecoders.Program;
import dev.semblance.image.format.PictureFormat;
import dev.semblance.image.format.PictureFormat.Support;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// `semblance doctor`: which formats of pictures are decoded here, and by what.
@Command(
    name = "doctor",
    header = "Show which pictures can be decoded here, and what is missing.",
    description = {
      "",
      "Most formats need nothing. HEIC, AVIF, JPEG XL, JPEG 2000 and stills of films are decoded by"
          + " programs that are looked for on PATH; for each the version is shown, or the package"
          + " that brings it."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all formats are decoded", "1:some are not, for want of a program"},
    footer = {"", "Example:", "  semblance doctor"})
public final class DoctorCommand implements Callable<Integer> {
  private static final int MISSING = 1;

  private final Surroundings surroundings;

  public DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output out = surroundings.out();
    ExternalDecoders programs = ExternalDecoders.in(folders());
    out.line("Decoded without other programs:");
    out.line("  " + titles(Support.READ));
    out.line("");
    out.line("Decoded by programs on PATH:");
    for (Program program : programs.programs()) {
      out.line("  " + program.name() + ": " + formats(program));
      out.line("    " + state(programs, program));
    }
    String undecoded = undecoded(programs.programs());
    if (undecoded.isEmpty()) {
      return 0;
    }
    out.line("");
    out.line("Not decoded here: " + undecoded);
    return MISSING;
  }

  private List<Path> folders() {
    String path = surroundings.environment().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute)
        .toList();
  }

  private static String titles(Support support) {
    return Stream.of(PictureFormat.values())
        .filter(format -> format.support() == support)
        .map(PictureFormat::title)
        .collect(Collectors.joining(", "));
  }

  private static String formats(Program program) {
    return program.formats().stream().map(PictureFormat::title).collect(Collectors.joining(", "));
  }

  private static String state(ExternalDecoders programs, Program program) {
    if (program.path().isEmpty()) {
      return "not found; install " + program.packages();
    }
    String version = programs.version(program);
    return program.path().get() + (version.isEmpty() ? "" : ", " + version);
  }

  private static String undecoded(List<Program> programs) {
    return Stream.of(PictureFormat.values())
        .filter(format -> format.support() == Support.BY_PROGRAM)
        .filter(format ->
            programs.stream()
                .noneMatch(
                    program -> program.path().isPresent() && program.formats().contains(format)))
        .map(PictureFormat::title)
        .collect(Collectors.joining(", "));
  }
}
