package dev.semblance.train.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of one run: `settings.json`, `losses.csv`, `measures.csv`, and the kept states
/// `state-STEP.safetensors`, of which the last two stay, and where a run has patience the one that
/// measured best.
///
/// For one process.
public final class RunFolder {
  private static final String MEASURES = "measures.csv";
  private static final String STATE = "state-";
  private static final String STATE_ENDING = ".safetensors";
  private static final int KEPT = 2;

  private final Path folder;

  public RunFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be made", e);
    }
  }

  /// The settings of a run that was begun here.
  public Optional<Settings> settings() {
    Path file = folder.resolve("settings.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SettingsFile.read(Files.readString(file)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": are no settings: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  /// Begins a run, or takes up the one begun here.
  ///
  /// @param asked settings of a new run; one that was begun keeps its own but takes the steps and
  ///   threads
  /// @return the settings that it has now
  public Settings begin(Settings asked) {
    Settings own = settings().map(begun -> begun.goingOnAs(asked)).orElse(asked);
    write(folder.resolve("settings.json"), SettingsFile.write(own));
    return own;
  }

  /// A file of the folder.
  public Path file(String name) {
    return folder.resolve(name);
  }

  /// The newest kept state.
  public Optional<Path> newestState() {
    List<Path> states = states();
    return states.isEmpty() ? Optional.empty() : Optional.of(states.getLast());
  }

  /// Where the state at a step is kept.
  public Path stateFile(long step) {
    String number = Long.toString(step);
    return folder.resolve(
        STATE + "0".repeat(Math.max(0, 8 - number.length())) + number + STATE_ENDING);
  }

  /// Removes all states but the last ones and, for a run with patience, the best.
  public void tidy(Settings settings) {
    List<Path> states = states();
    Optional<Path> best = bestState(settings);
    for (Path old : states.subList(0, Math.max(0, states.size() - KEPT))) {
      if (best.isPresent() && best.get().equals(old)) {
        continue;
      }
      try {
        Files.delete(old);
      } catch (IOException e) {
        throw new UncheckedIOException(old + ": cannot be removed", e);
      }
    }
  }

  private List<Path> states() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(STATE_ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be listed", e);
    }
  }

  /// Adds a measure.
  public void add(Measure measure) {
    String header = measure.averaged().isPresent() ? Measure.HEADER_AVERAGED : Measure.HEADER;
    append(MEASURES, header, List.of(measure.line()));
  }

  /// The measures so far, oldest first.
  public List<Measure> measures() {
    Path file = folder.resolve(MEASURES);
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
          .map(Measure::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  /// The measure with the best score, of equals the first.
  private Optional<Measure> best() {
    return measures().stream().reduce((a, b) -> b.score() > a.score() ? b : a);
  }

  /// The state that measured best, of a run with patience, where it was kept.
  private Optional<Path> bestState(Settings settings) {
    return settings.keeping().patience() == 0
        ? Optional.empty()
        : best().map(it -> stateFile(it.step())).filter(Files::exists);
  }

  /// Whether as many measures as the run has patience were no better than the best before.
  public boolean gaveUp(Settings settings) {
    int patience = settings.keeping().patience();
    if (patience == 0) {
      return false;
    }
    List<Measure> measures = measures();
    int best = best().map(measures::indexOf).orElse(0);
    return measures.size() - 1 - best >= patience;
  }

  /// The weights that the run has come to.
  ///
  /// @param state the file they lie in
  /// @param averaged whether they are the averaged ones of it
  public record Outcome(Path state, boolean averaged) {}

  /// What is to be exported: of a run with patience the state that measured best, else the newest;
  /// of it the averaged weights where they measured better than the raw ones.
  public Optional<Outcome> outcome(Settings settings) {
    return bestState(settings)
        .or(this::newestState)
        .map(state ->
            new Outcome(state, settings.optimising().average() > 0 && averagedIsBetter(state)));
  }

  private boolean averagedIsBetter(Path state) {
    return measures().stream()
        .anyMatch(it -> stateFile(it.step()).equals(state) && it.averagedIsBetter());
  }

  /// Takes the lines at and after a step out of a table, which a resumed run writes anew.
  public void cut(String table, long step) {
    Path file = folder.resolve(table);
    if (!Files.exists(file)) {
      return;
    }
    try {
      List<String> kept = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        String first = line.substring(0, Math.max(0, line.indexOf(',')));
        if (!first.matches("\\d+") || Long.parseLong(first) < step) {
          kept.add(line);
        }
      }
      write(file, String.join("\n", kept) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  /// Adds lines to a table, with the header first where it is new. A header of fewer columns gets
  /// the new ones.
  public void append(String table, String header, List<String> lines) {
    Path file = folder.resolve(table);
    try {
      List<String> all = new ArrayList<>();
      if (!Files.exists(file)) {
        all.add(header);
      } else {
        widen(file, header);
      }
      all.addAll(lines);
      Files.write(
          file, all, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  private static void widen(Path file, String header) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    if (!lines.isEmpty() && header.length() > lines.getFirst().length()) {
      lines.set(0, header);
      write(file, String.join("\n", lines) + "\n");
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }
}
