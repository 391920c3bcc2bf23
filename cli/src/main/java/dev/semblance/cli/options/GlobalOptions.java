package dev.semblance.cli.options;

import dev.semblance.cli.terminal.IndexingProgress;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Surroundings;
import dev.semblance.cli.terminal.Timing;
import dev.semblance.hub.ModelStore;
import dev.semblance.library.Library;
import dev.semblance.library.Query;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/// The options that every command takes, before or after its name, and what follows from them.
public final class GlobalOptions {
  /// Those that are followed by a value.
  public static final Set<String> TAKING_A_VALUE = Set.of("--library", "--model");

  private final Surroundings surroundings;
  private final Optional<HeadStart> headStart;
  private final Places places;
  private final Timing timing = new Timing();

  private final OptionSpec library =
      everywhere("--library")
          .paramLabel("DIR")
          .type(String.class)
          .description(
              "Where the library lies (else SEMBLANCE_LIBRARY, else"
                  + " ~/.local/share/semblance/library, on a Mac"
                  + " ~/Library/Application Support/semblance/library).")
          .build();
  private final OptionSpec model =
      everywhere("--model")
          .paramLabel("NAME|DIR")
          .type(String.class)
          .description("A model by name or folder (else the library's own, else the one chosen).")
          .build();
  private final OptionSpec verbose =
      everywhere("-v", "--verbose")
          .type(boolean.class)
          .description("Say more on stderr, and where an error came from.")
          .build();
  private final OptionSpec quiet =
      everywhere("-q", "--quiet")
          .type(boolean.class)
          .description("Say nothing on stderr but errors.")
          .build();
  private final OptionSpec timed = everywhere("--timing").type(boolean.class).hidden(true).build();

  public GlobalOptions(Surroundings surroundings) {
    this(surroundings, Optional.empty());
  }

  /// @param headStart what was begun before the arguments were read
  public GlobalOptions(Surroundings surroundings, Optional<HeadStart> headStart) {
    this.surroundings = surroundings;
    this.headStart = headStart;
    this.places = new Places(surroundings);
    timing.mark("Java");
  }

  /// Adds them to a command, and to all below it.
  public void addTo(CommandSpec command) {
    for (OptionSpec option : List.of(library, model, verbose, quiet, timed)) {
      command.addOption(option);
    }
  }

  /// What the command finds around it.
  public Surroundings surroundings() {
    return surroundings;
  }

  /// Whether to say more on stderr.
  public boolean verbose() {
    return Given.flag(verbose);
  }

  /// Whether to say when each point was reached.
  public boolean timed() {
    return Given.flag(timed);
  }

  /// When the command reached which point.
  public Timing timing() {
    return timing;
  }

  /// The model asked for, where one was.
  public Optional<String> model() {
    return Given.<String>value(model).map(places::modelName);
  }

  /// Whether to say nothing but errors.
  public boolean quiet() {
    return Given.flag(quiet);
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
    if (!quiet()) {
      surroundings.err().line("semblance: " + sentence);
    }
  }

  /// Where things lie for the user.
  public Places places() {
    return places;
  }

  /// A path as the user wrote it, made absolute.
  public Path path(String written) {
    return places.path(written);
  }

  /// The models there are to choose from.
  public ModelStore models() {
    return places.models();
  }

  /// Where the library lies or will lie.
  public Path libraryFolder() {
    return places.library(Given.value(library));
  }

  /// Opens the library with the model asked for, its own, or for a new one the chosen one.
  public Library open() {
    LuceneLog.hush();
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
    if (verbose()) {
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
        new IndexingProgress.Settings(surroundings.columns(), quiet(), verbose()),
        System::nanoTime);
  }

  private static OptionSpec.Builder everywhere(String... names) {
    return OptionSpec.builder(names).scopeType(ScopeType.INHERIT);
  }
}
