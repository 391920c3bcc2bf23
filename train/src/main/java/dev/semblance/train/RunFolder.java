package dev.semblance.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The folder of one run: `settings.json`, `losses.csv`, `measures.csv`, and the kept states
/// `state-STEP.safetensors`, of which the last two stay.
///
/// For one process.
final class RunFolder {
  private static final String STATE = "state-";
  private static final String STATE_ENDING = ".safetensors";
  private static final int KEPT = 2;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;

  RunFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be made", e);
    }
  }

  /// The settings of a run that was begun here.
  Optional<Settings> settings() {
    Path file = folder.resolve("settings.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readString(file), Settings.class));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  void write(Settings settings) {
    try {
      write(folder.resolve("settings.json"), JSON.writeValueAsString(settings));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings do not become JSON", e);
    }
  }

  /// A file of the folder.
  Path file(String name) {
    return folder.resolve(name);
  }

  /// The newest kept state.
  Optional<Path> newestState() {
    List<Path> states = states();
    return states.isEmpty() ? Optional.empty() : Optional.of(states.getLast());
  }

  /// Where the state at a step is kept.
  Path stateFile(long step) {
    String number = Long.toString(step);
    return folder.resolve(
        STATE + "0".repeat(Math.max(0, 8 - number.length())) + number + STATE_ENDING);
  }

  /// Removes all states but the last ones.
  void tidy() {
    List<Path> states = states();
    for (Path old : states.subList(0, Math.max(0, states.size() - KEPT))) {
      try {
        Files.delete(old);
      } catch (IOException e) {
        throw new UncheckedIOException(old + ": cannot be removed", e);
      }
    }
  }

  private List<Path> states() {
    return MiniData.listed(folder, STATE_ENDING);
  }

  /// Takes the lines at and after a step out of a table, which a resumed run writes anew.
  void cut(String table, long step) {
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

  /// Adds lines to a table, with the header first where it is new.
  void append(String table, String header, List<String> lines) {
    Path file = folder.resolve(table);
    try {
      List<String> all = new ArrayList<>();
      if (!Files.exists(file)) {
        all.add(header);
      }
      all.addAll(lines);
      Files.write(
          file, all, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
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
