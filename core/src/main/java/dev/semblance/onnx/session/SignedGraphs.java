package dev.semblance.onnx.session;

import dev.semblance.model.ModelException;
import dev.semblance.onnx.rewrite.SignedWeights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/// Copies of networks whose unsigned weights were made signed, in the user's cache, and what was
/// decided about them for this processor. All of it may be deleted at any time. Safe for many
/// threads and processes.
final class SignedGraphs {
  /// The copy's vectors must lie at least so near those of the network as it was found.
  static final double NEAR = 0.999;

  private static final String GRAPH = "graph.onnx";

  private final Path folder;
  private final Optional<String> exactProducts;

  SignedGraphs(Path cache) {
    this(cache, Processor.exactProducts());
  }

  /// @param exactProducts why the processor's products of bytes are exact, where they are
  SignedGraphs(Path cache, Optional<String> exactProducts) {
    this.folder = cache.resolve("signed");
    this.exactProducts = exactProducts;
  }

  /// Compares two networks that differ in nothing but the sign of their weights.
  interface Trial {
    /// The smallest cosine between their vectors.
    ///
    /// @throws ModelException when one of them cannot be run
    double cosine(Path found, Path signed);
  }

  /// What was decided.
  ///
  /// @param signed whether the copy runs
  /// @param reason one sentence for people; empty when the network has no unsigned weights
  record Decision(boolean signed, String reason) {}

  /// Decides, or remembers what was decided: the copy runs where products are exact or a trial
  /// shows that the vectors are the same.
  Decision decide(NetworkFile file, Trial trial) {
    Optional<Path> original = file.files().path(file.file());
    if (original.isEmpty()) {
      return new Decision(false, "");
    }
    Path remembered = place(file).resolve(PreparedGraphs.environment() + ".txt");
    Optional<Decision> before = read(remembered);
    if (before.isPresent()) {
      return before.get();
    }
    Optional<Path> copy = copy(file);
    Decision decision =
        copy.isEmpty()
            ? new Decision(false, "")
            : decide(file.file(), () -> trial.cosine(original.get(), copy.get()));
    write(remembered, decision);
    return decision;
  }

  private Decision decide(String file, DoubleSupplier trial) {
    if (exactProducts.isPresent()) {
      return new Decision(
          true, file + ": unsigned weights run as signed ones, for " + exactProducts.get());
    }
    String here = "; this processor has no exact products of signed bytes";
    try {
      double cosine = trial.getAsDouble();
      boolean near = cosine >= NEAR;
      return new Decision(
          near,
          file
              + (near ? ": unsigned weights run as signed ones" : ": unsigned weights stay so")
              + here
              + ", and in a trial the vectors have cosine "
              + cosine
              + " (at least "
              + NEAR
              + " is wanted)");
    } catch (ModelException e) {
      return new Decision(
          false,
          file + ": unsigned weights stay so" + here + ", and a trial failed: " + e.getMessage());
    }
  }

  /// The copy with signed weights, made when it is not there; empty when there is nothing to make
  /// signed or no place to write.
  Optional<Path> copy(NetworkFile file) {
    Path graph = place(file).resolve(GRAPH);
    return Files.isRegularFile(graph) || make(file, graph) ? Optional.of(graph) : Optional.empty();
  }

  private static boolean make(NetworkFile file, Path graph) {
    Path place = graph.resolveSibling("");
    try {
      Files.createDirectories(place);
      Path draft = Files.createTempDirectory(place, "draft");
      try {
        return SignedWeights.write(file.files(), file.file(), draft.resolve(GRAPH))
            && publish(draft, graph);
      } finally {
        delete(draft);
      }
    } catch (IOException | UncheckedIOException e) {
      // Without a cache, or on a full disk, the network runs as it was found.
      return false;
    }
  }

  /// The weights beside the graph come first, so that whoever sees the graph sees them too.
  private static boolean publish(Path draft, Path graph) throws IOException {
    try (Stream<Path> made = Files.list(draft)) {
      for (Path part : made.sorted(Comparator.reverseOrder()).toList()) {
        Files.move(
            part,
            graph.resolveSibling(part.getFileName()),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return true;
  }

  private Path place(NetworkFile file) {
    return folder.resolve(file.hash());
  }

  private static Optional<Decision> read(Path remembered) {
    try {
      String text = Files.readString(remembered, StandardCharsets.UTF_8);
      int line = text.indexOf('\n');
      return line < 0
          ? Optional.empty()
          : Optional.of(
              new Decision(text.startsWith("signed\n"), text.substring(line + 1).strip()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void write(Path remembered, Decision decision) {
    try {
      Path place = remembered.resolveSibling("");
      Files.createDirectories(place);
      Path part = Files.createTempFile(place, "decision", ".part");
      String word = decision.signed() ? "signed" : "found";
      Files.writeString(part, word + "\n" + decision.reason() + "\n", StandardCharsets.UTF_8);
      Files.move(
          part, remembered, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // Without a cache it is decided again next time.
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // What is left is swept away with the cache; nothing reads it.
    }
  }
}
