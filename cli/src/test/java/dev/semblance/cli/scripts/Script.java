package dev.semblance.cli.scripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A script of this checkout, run with an environment of its own.
record Script(Path file, Path folder, Map<String, String> environment) {
  static final Path ROOT =
      Path.of(System.getProperty("semblance.root")).toAbsolutePath().normalize();

  Script {
    environment = Map.copyOf(environment);
  }

  /// One by its name in `bin`, run from `folder`.
  static Script named(String name, Path folder) {
    return new Script(ROOT.resolve("bin").resolve(name), folder, Map.of());
  }

  Script with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Script(file, folder, more);
  }

  Script at(Path otherFile) {
    return new Script(otherFile, folder, environment);
  }

  /// Starts it; its error stream goes where this process's goes.
  Process start(String... arguments) {
    try {
      return builder(arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs it to its end.
  Result run(String... arguments) {
    try {
      Path out = Files.createTempFile("script", ".out");
      Path err = Files.createTempFile("script", ".err");
      Process process =
          builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(file + " did not end within five minutes");
      }
      Result result = new Result(process.exitValue(), text(out), text(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// `JAVA_HOME` and all of Semblance's variables are unset unless given.
  private ProcessBuilder builder(String... arguments) {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(file.toString());
    builder.command().addAll(List.of(arguments));
    builder.directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SEMBLANCE_"));
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(environment);
    builder.redirectInput(Path.of("/dev/null").toFile());
    return builder;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /// How it ended.
  record Result(int code, String out, String err) {}
}
