package dev.semblance.cli;

import dev.semblance.cli.terminal.IndexingProgress;
import dev.semblance.cli.terminal.Surroundings;
import dev.semblance.cli.terminal.Timing;
import dev.semblance.library.Library;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command takes, before or after its name, and what follows from them.
final class GlobalOptions {
  private final Surroundings surroundings;
  private final Timing timing = new Timing();

  @Option(
      names = "--library",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Where the library lies (else SEMBLANCE_LIBRARY, else ~/.local/share/semblance/library, on"
              + " a Mac ~/Library/Application Support/semblance/library).")
  private @Nullable String library;

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      scope = ScopeType.INHERIT,
      description = "A model by name or folder (else the library's own, else the one chosen).")
  private @Nullable String model;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say more on stderr, and where an error came from.")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Say nothing on stderr but errors.")
  private boolean quiet;

  @Option(names = "--timing", hidden = true, scope = ScopeType.INHERIT)
  private boolean timed;

  GlobalOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
    timing.mark("Java and arguments");
  }

  Surroundings surroundings() {
    return surroundings;
  }

  boolean verbose() {
    return verbose;
  }

  boolean timed() {
    return timed;
  }

  Timing timing() {
    return timing;
  }

  /// The model asked for, where one was.
  Optional<String> model() {
    return Optional.ofNullable(model).map(this::modelName);
  }

  /// Tells the user something on stderr, unless asked to be quiet.
  void tell(String sentence) {
    if (!quiet) {
      surroundings.err().line("semblance: " + sentence);
    }
  }

  /// A path as the user wrote it, made absolute.
  Path path(String written) {
    return surroundings.folder().resolve(written).normalize();
  }

  /// Where the library lies or will lie.
  Path libraryFolder() {
    if (library != null) {
      return path(library);
    }
    String fromEnvironment = surroundings.environment().getOrDefault("SEMBLANCE_LIBRARY", "");
    return fromEnvironment.isBlank()
        ? usualLibrary(surroundings.environment(), System.getProperty("os.name", ""))
        : path(fromEnvironment);
  }

  /// Opens the library with the model asked for, or its own.
  Library open() {
    Path folder = libraryFolder();
    return model().map(name -> Library.open(folder, name)).orElseGet(() -> Library.open(folder));
  }

  /// Opens a library that must be there already.
  Library openExisting() {
    Path folder = libraryFolder();
    if (!Library.exists(folder)) {
      throw new IllegalArgumentException(
          "there is no library in " + folder + " yet; make one with: semblance index PICTURES");
    }
    return open();
  }

  /// Shows how an indexing run goes.
  IndexingProgress progress() {
    return new IndexingProgress(
        surroundings.err(),
        new IndexingProgress.Settings(surroundings.columns(), quiet, verbose),
        System::nanoTime);
  }

  /// A folder stays a folder when the command runs elsewhere; anything else is a name.
  private String modelName(String written) {
    boolean looksLikePath = written.contains("/") || written.startsWith(".");
    Path folder = path(written);
    return looksLikePath || java.nio.file.Files.isDirectory(folder) ? folder.toString() : written;
  }

  /// A folder of this user: by the XDG base directories on Linux, as Apple and Microsoft ask
  /// elsewhere.
  static Path usualLibrary(Map<String, String> environment, String system) {
    Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", ".")));
    String kind = system.toLowerCase(Locale.ROOT);
    if (kind.startsWith("mac")) {
      return home.resolve("Library/Application Support/semblance/library");
    }
    if (kind.startsWith("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      return (local.isBlank() ? home.resolve("AppData/Local") : Path.of(local))
          .resolve("semblance/library");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return (data.startsWith("/") ? Path.of(data) : home.resolve(".local/share"))
        .resolve("semblance/library");
  }
}
