package dev.semblance.cli.options;

import dev.semblance.cli.terminal.IndexingProgress;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Surroundings;
import dev.semblance.cli.terminal.Timing;
import dev.semblance.hub.ModelStore;
import dev.semblance.library.Library;
import dev.semblance.library.Query;
import dev.semblance.model.ModelProvider;
import dev.semblance.model.UserFolders;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command takes, before or after its name, and what follows from them.
public final class GlobalOptions {
  /// Those that are followed by a value.
  public static final Set<String> TAKING_A_VALUE = Set.of("--library", "--model");

  private final Surroundings surroundings;
  private final Optional<HeadStart> headStart;
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

  public GlobalOptions(Surroundings surroundings) {
    this(surroundings, Optional.empty());
  }

  /// @param headStart what was begun before the arguments were read
  public GlobalOptions(Surroundings surroundings, Optional<HeadStart> headStart) {
    this.surroundings = surroundings;
    this.headStart = headStart;
    timing.mark("Java");
  }

  /// What the command finds around it.
  public Surroundings surroundings() {
    return surroundings;
  }

  /// Whether to say more on stderr.
  public boolean verbose() {
    return verbose;
  }

  /// Whether to say when each point was reached.
  public boolean timed() {
    return timed;
  }

  /// When the command reached which point.
  public Timing timing() {
    return timing;
  }

  /// The model asked for, where one was.
  public Optional<String> model() {
    return Optional.ofNullable(model).map(this::modelName);
  }

  /// Whether to say nothing but errors.
  public boolean quiet() {
    return quiet;
  }

  /// Asks the user for leave.
  ///
  /// @param question in one sentence
  /// @param yes whether leave was given beforehand, by `--yes`
  /// @throws IllegalArgumentException when it is not given, or nobody is there to give it
  public void confirm(String question, boolean yes) {
    if (yes) {
      return;
    }
    if (!surroundings.err().isTerminal()) {
      throw new IllegalArgumentException(question + " Give --yes to say so.");
    }
    surroundings.err().text("semblance: " + Names.shown(question) + " [y/N] ");
    surroundings.err().flush();
    String answer = surroundings.answers().get().strip().toLowerCase(Locale.ROOT);
    if (!answer.equals("y") && !answer.equals("yes")) {
      throw new IllegalArgumentException("nothing was done, since the answer was not yes");
    }
  }

  /// Tells the user something on stderr, unless asked to be quiet.
  public void tell(String sentence) {
    if (!quiet) {
      surroundings.err().line("semblance: " + sentence);
    }
  }

  /// A path as the user wrote it, made absolute.
  public Path path(String written) {
    if (written.isBlank()) {
      throw new IllegalArgumentException("a path must not be empty");
    }
    return surroundings.folder().resolve(written).normalize();
  }

  /// Where the library lies or will lie.
  public Path libraryFolder() {
    return libraryFolder(Optional.ofNullable(library));
  }

  /// @param written after `--library`, where that was given
  Path libraryFolder(Optional<String> written) {
    if (written.isPresent()) {
      return path(written.get());
    }
    String fromEnvironment = surroundings.environment().getOrDefault("SEMBLANCE_LIBRARY", "");
    return fromEnvironment.isBlank()
        ? userFolders().data().resolve("library")
        : path(fromEnvironment);
  }

  /// Opens the library with the model asked for, its own, or for a new one the chosen one.
  public Library open() {
    Path folder = libraryFolder();
    if (model().isEmpty() && Library.exists(folder)) {
      return headStart.flatMap(it -> it.take(folder)).orElseGet(() -> Library.open(folder));
    }
    return Library.open(folder, model().orElseGet(() -> models().chosen()));
  }

  /// Opens a library that must be there already.
  public Library openExisting() {
    Path folder = libraryFolder();
    if (!Library.exists(folder)) {
      throw new IllegalArgumentException(
          "there is no library in " + folder + " yet; make one with: semblance index PICTURES");
    }
    return open();
  }

  /// Tells what was decided about the model's networks, when asked to say more.
  public void tellOfModel(Library library) {
    if (verbose) {
      library.model().notes().forEach(note -> tell(Names.shown(note)));
    }
  }

  /// Tells of texts that are too long for the model.
  public void tellOfCutTexts(Library library, Query query) {
    for (String text : library.cutTexts(query)) {
      String start =
          text.substring(
              0, text.offsetByCodePoints(0, Math.min(40, text.codePointCount(0, text.length()))));
      tell("the model reads only the beginning of \"" + Names.shown(start) + "...\"");
    }
  }

  /// Shows how an indexing run goes.
  public IndexingProgress progress() {
    return new IndexingProgress(
        surroundings.err(),
        new IndexingProgress.Settings(surroundings.columns(), quiet, verbose),
        System::nanoTime);
  }

  /// What belongs to the user and not to a library.
  public UserFolders userFolders() {
    Map<String, String> environment = surroundings.environment();
    return UserFolders.of(environment, System.getProperty("os.name", ""), home());
  }

  /// The user's home.
  public Path home() {
    Map<String, String> environment = surroundings.environment();
    return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", ".")));
  }

  /// The models there are to choose from.
  public ModelStore models() {
    String moved = surroundings.environment().getOrDefault("SEMBLANCE_MODELS", "");
    UserFolders folders = userFolders();
    return new ModelStore(
        moved.isBlank() ? folders.data().resolve("models") : path(moved),
        folders.config(),
        ServiceLoader.load(ModelProvider.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /// A relative folder stays the same folder when the library is used from elsewhere; a name is a
  /// name.
  public String modelName(String written) {
    return written.contains("/") || written.startsWith(".") ? path(written).toString() : written;
  }
}
