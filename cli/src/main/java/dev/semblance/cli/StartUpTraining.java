package dev.semblance.cli;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.terminal.Output;
import dev.semblance.cli.terminal.Style;
import dev.semblance.cli.terminal.Surroundings;
import dev.semblance.gallery.Drawing;
import dev.semblance.gallery.Gallery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Runs the short commands once, so that Java can keep what it learnt for their next start.
///
/// Called by `bin/lib/make-startup-cache` twice with a folder to work in: with `prepare`, to make a
/// small library there, and in another process with `record`. What is needed to draw and to index
/// would make the cache twice as large, and every start that much slower.
final class StartUpTraining {
  private StartUpTraining() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
    switch (arguments[0]) {
      case "prepare" -> prepare(folder);
      case "record" -> record(folder);
      default ->
          throw new IllegalArgumentException("prepare or record expected, got " + arguments[0]);
    }
  }

  private static void prepare(Path folder) throws IOException {
    Path pictures = Files.createDirectories(folder.resolve("pictures"));
    for (Drawing drawing : Gallery.training(1, 4)) {
      Files.write(pictures.resolve(drawing.name() + ".jpg"), drawing.jpeg(128, 96));
    }
    Files.copy(pictures.resolve(Gallery.training(1, 1).getFirst().name() + ".jpg"), query(folder));
    run(folder, "index", "pictures");
  }

  private static Path query(Path folder) {
    return folder.resolve("query.jpg");
  }

  private static void record(Path folder) {
    run(folder, "search", "--json", "a red bridge");
    run(folder, "search", "a red bridge", "-", "snow", "--after", "2001");
    run(folder, "search", query(folder).toString());
    run(folder, "embed", "--json", "a red bridge");
    run(folder, "status");
    run(folder, "failures");
    run(folder, "model", "list");
    run(folder, "help", "search");
  }

  private static void run(Path folder, String... command) {
    if (Semblance.run(surroundings(folder), command) == ExitCode.ERROR) {
      throw new IllegalStateException("failed: semblance " + String.join(" ", command));
    }
  }

  private static Surroundings surroundings(Path folder) {
    Output nowhere = new Output(OutputStream.nullOutputStream(), false, Style.PLAIN);
    Output err = new Output(System.err, false, Style.PLAIN);
    return new Surroundings(
        nowhere,
        err,
        Map.of("SEMBLANCE_LIBRARY", folder.resolve("library").toString()),
        folder,
        80,
        () -> "",
        _ -> {});
  }
}
