package dev.semblance.image.external;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.semblance.image.external.ExternalException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// One run of a program: watched by the calling thread, and killed with all its children when it
/// passes a bound.
///
/// Memory is that of `/proc`, so it is bounded on Linux only; time and output are everywhere.
final class BoundedRun {
  private static final int POLL_MILLIS = 20;

  /// Of what the program says so much is kept; the rest is read and thrown away.
  private static final int KEPT_BYTES = 4096;

  private static final int READS_AT_ONCE = 100;

  private static final Set<String> KEPT_VARIABLES =
      Set.of("PATH", "SystemRoot", "HOME", "LD_LIBRARY_PATH");

  private final String name;
  private final Process process;
  private final Path folder;
  private final ExternalBounds bounds;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Set<ProcessHandle> family = new HashSet<>();

  private BoundedRun(String name, Process process, Path folder, ExternalBounds bounds) {
    this.name = name;
    this.process = process;
    this.folder = folder;
    this.bounds = bounds;
  }

  /// Runs a program in a folder, which all it writes goes to.
  ///
  /// @param command the program's absolute path and its arguments
  /// @throws ExternalException when it fails or passes a bound
  static void run(List<String> command, Path folder, ExternalBounds bounds) throws IOException {
    BoundedRun run = started(command, folder, bounds);
    run.watch();
    if (run.process.exitValue() != 0) {
      String why = run.lastLine();
      throw new ExternalException(
          Reason.REFUSED,
          run.name + " could not decode it" + (why.isEmpty() ? "" : " (it said: " + why + ")"));
    }
  }

  /// Runs a program for what it says, whether or not it is content with being asked.
  static String said(List<String> command, Path folder, ExternalBounds bounds) throws IOException {
    BoundedRun run = started(command, folder, bounds);
    run.watch();
    return run.said.toString(UTF_8);
  }

  private static BoundedRun started(List<String> command, Path folder, ExternalBounds bounds)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT_VARIABLES);
    environment.put("LC_ALL", "C");
    environment.put("TMPDIR", folder.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String name = String.valueOf(Path.of(command.getFirst()).getFileName());
    return new BoundedRun(name, process, folder, bounds);
  }

  private void watch() throws IOException {
    try (InputStream out = process.getInputStream()) {
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        drain(out);
        process.descendants().forEach(family::add);
        check();
      }
      drain(out);
      checkOutput();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + name + " was running");
    } finally {
      kill();
    }
  }

  /// Reads what is there, but does not follow one that never stops talking: the bounds come next.
  private void drain(InputStream out) throws IOException {
    byte[] buffer = new byte[8192];
    for (int i = 0; i < READS_AT_ONCE && out.available() > 0; i++) {
      int count = Math.max(0, out.read(buffer));
      said.write(buffer, 0, Math.min(count, KEPT_BYTES - said.size()));
    }
  }

  private void check() throws IOException {
    if (bounds.deadline().passed()) {
      throw new ExternalException(
          Reason.TIME, name + " did not decode it in the time that is allowed to a picture");
    }
    long memory = memory(process.toHandle());
    for (ProcessHandle member : family) {
      memory += memory(member);
    }
    if (memory > bounds.memoryBytes()) {
      throw tooLarge("took more memory", bounds.memoryBytes());
    }
    checkOutput();
  }

  private void checkOutput() throws IOException {
    if (written(folder) > bounds.outputBytes()) {
      throw tooLarge("wrote more", bounds.outputBytes());
    }
  }

  /// How many bytes lie in a folder and those within.
  private static long written(Path folder) throws IOException {
    long written = 0;
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        boolean isFolder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
        written += isFolder ? written(file) : size(file);
      }
    } catch (NoSuchFileException _) {
      return written; // it went away meanwhile
    }
    return written;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) {
      return 0; // it went away meanwhile
    }
  }

  private ExternalException tooLarge(String what, long allowed) {
    return new ExternalException(
        Reason.SIZE,
        String.format(
            Locale.ROOT, "%s %s than the %.0f MB allowed to a picture", name, what, allowed / 1e6));
  }

  /// The resident memory of a process in bytes; 0 where it cannot be known.
  private static long memory(ProcessHandle handle) {
    Path status = Path.of("/proc", String.valueOf(handle.pid()), "status");
    try {
      for (String line : Files.readAllLines(status, UTF_8)) {
        if (line.startsWith("VmRSS:")) {
          return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
      return 0;
    } catch (IOException | RuntimeException _) {
      return 0; // another system, or a process that has ended
    }
  }

  private void kill() {
    process.descendants().forEach(family::add);
    family.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private String lastLine() {
    String last = said.toString(UTF_8).strip().lines().reduce((_, line) -> line).orElse("");
    String clean = last.replaceAll("[\\p{Cntrl}]+", " ").strip();
    return clean.substring(0, Math.min(200, clean.length()));
  }
}
