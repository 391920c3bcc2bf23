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
import java.util.List;
import java.util.Map;

/// Runs the short commands once, so that Java can keep what it learnt for their next start.
///
/// Called by `bin/lib/make-startup-cache` with a folder to work in, which must not exist.
final class StartUpTraining {
  private StartUpTraining() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
    Path pictures = Files.createDirectories(folder.resolve("pictures"));
    for (Drawing drawing : Gallery.training(1, 4)) {
      Files.write(pictures.resolve(drawing.name() + ".jpg"), drawing.jpeg(128, 96));
    }
    Surroundings surroundings = surroundings(folder);
    for (List<String> command :
        List.of(
            List.of("index", "pictures"),
            List.of("search", "--json", "a red bridge"),
            List.of("search", "a red bridge", "-", "snow", "--after", "2001"),
            List.of("search", "pictures/" + Gallery.training(1, 1).getFirst().name() + ".jpg"),
            List.of("embed", "--json", "a red bridge"),
            List.of("status"),
            List.of("failures"),
            List.of("model", "list"),
            List.of("help", "search"))) {
      int code = Semblance.run(surroundings, command.toArray(String[]::new));
      if (code == ExitCode.ERROR) {
        throw new IllegalStateException("failed: semblance " + String.join(" ", command));
      }
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
        _ -> {});
  }
}
