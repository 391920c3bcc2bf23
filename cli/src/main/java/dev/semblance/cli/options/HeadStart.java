package dev.semblance.cli.options;

import dev.semblance.cli.terminal.Surroundings;
import dev.semblance.library.Library;
import dev.semblance.onnx.OnnxModels;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Opens what a command that embeds will need, on threads of its own, while the arguments are still
/// being read: ONNX Runtime, and the library with its model.
///
/// Nothing that goes wrong is told here: the command does the same again, and knows what to say. A
/// library that nobody takes is closed. Safe for many threads.
public final class HeadStart implements AutoCloseable {
  private static final Set<String> EMBEDDING = Set.of("search", "embed");
  private static final String LIBRARY = "--library";
  private static final String MODEL = "--model";

  private final Path folder;
  private final CompletableFuture<Optional<Library>> library;
  private boolean taken;

  private HeadStart(Path folder, CompletableFuture<Optional<Library>> library) {
    this.folder = folder;
    this.library = library;
  }

  /// Whether a command is one of those that embed at once.
  public static boolean helps(String command) {
    return EMBEDDING.contains(command);
  }

  /// Begins, where the command is one that embeds.
  ///
  /// @param command by name
  public static HeadStart of(String command, Surroundings surroundings, String[] arguments) {
    if (!helps(command)) {
      return new HeadStart(
          surroundings.folder(), CompletableFuture.completedFuture(Optional.empty()));
    }
    inBackground("loads the runtime", OnnxModels::loadRuntime);
    Path folder = new Places(surroundings).library(written(LIBRARY, arguments));
    CompletableFuture<Optional<Library>> library = new CompletableFuture<>();
    if (written(MODEL, arguments).isPresent()) {
      library.complete(Optional.empty()); // another model than the library's own may be meant
    } else {
      inBackground("opens the library", () -> open(folder, library));
    }
    return new HeadStart(folder, library);
  }

  /// What follows an option, or stands in it behind `=`, as far as can be told without knowing the
  /// other options.
  private static Optional<String> written(String option, String[] arguments) {
    Optional<String> value = Optional.empty();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith(option + "=")) {
        value = Optional.of(arguments[i].substring(option.length() + 1));
      } else if (arguments[i].equals(option) && i + 1 < arguments.length) {
        value = Optional.of(arguments[i + 1]);
      }
    }
    return value;
  }

  private static void open(Path folder, CompletableFuture<Optional<Library>> result) {
    try {
      LuceneLog.hush();
      Optional<Library> library =
          Library.exists(folder) ? Optional.of(Library.open(folder)) : Optional.empty();
      result.complete(library);
      library.ifPresent(Library::warmUp);
    } finally {
      result.complete(Optional.empty());
    }
  }

  @SuppressWarnings("EmptyCatch") // the command meets it again
  private static void inBackground(String name, Runnable action) {
    Runnable quiet =
        () -> {
          try {
            action.run();
          } catch (RuntimeException | LinkageError e) {
            // The command meets it again.
          }
        };
    Thread.ofPlatform().daemon().name(name).start(quiet);
  }

  /// The library in a folder with its own model, if it was opened; whoever takes it closes it.
  public synchronized Optional<Library> take(Path wanted) {
    if (taken || !wanted.equals(folder)) {
      return Optional.empty();
    }
    taken = true;
    return library.join();
  }

  /// Closes what nobody took; waits for nothing.
  @Override
  public synchronized void close() {
    if (!taken) {
      taken = true;
      var _ = library.thenAccept(it -> it.ifPresent(Library::close));
    }
  }
}
