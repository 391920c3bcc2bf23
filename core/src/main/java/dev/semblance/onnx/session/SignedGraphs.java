package dev.semblance.onnx.session;

import dev.semblance.model.ModelException;
import dev.semblance.model.cache.CacheEntries;
import dev.semblance.onnx.rewrite.SignedWeights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/// Copies of networks whose unsigned weights were made signed or the other way, in the user's
/// cache, and what was decided about them for this processor: signed ones are quicker where
/// products are exact, unsigned ones are exact everywhere. All of it may be deleted at any time.
/// Safe for many threads and processes.
final class SignedGraphs {
  /// The copy's vectors must lie at least so near those of the network as it was found.
  static final double NEAR = 0.999;

  private static final String GRAPH = "graph.onnx";

  private final Path cache;
  private final Optional<String> exactProducts;

  SignedGraphs(Path cache) {
    this(cache, Processor.exactProducts());
  }

  /// Which weights a network runs with.
  enum Sign {
    /// As it was found.
    FOUND,
    /// Its unsigned weights made signed.
    SIGNED,
    /// Its signed weights made unsigned.
    UNSIGNED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param exactProducts why the processor's products of bytes are exact, where they are
  SignedGraphs(Path cache, Optional<String> exactProducts) {
    this.cache = cache;
    this.exactProducts = exactProducts;
  }

  /// Compares two networks that differ in nothing but the sign of their weights.
  interface Trial {
    /// The smallest cosine between their vectors.
    ///
    /// @throws ModelException when one of them cannot be run
    double cosine(Path found, Path turned);
  }

  /// What was decided.
  ///
  /// @param sign of the weights that run
  /// @param reason one sentence for people; empty when there was nothing to decide
  record Decision(Sign sign, String reason) {}

  private static final Decision NOTHING = new Decision(Sign.FOUND, "");

  /// Decides, or remembers what was decided. Unsigned weights run as signed ones where products are
  /// exact or a trial shows that the vectors are the same; signed ones run as unsigned ones where
  /// products are not exact and a trial shows that the vectors differ.
  Decision decide(NetworkFile file, Trial trial) {
    Optional<Path> original = file.files().path(file.file());
    if (original.isEmpty()) {
      return NOTHING;
    }
    Path remembered = place(file, Sign.SIGNED).resolve(PreparedGraphs.environment() + ".decision");
    Optional<Decision> before = read(remembered);
    if (before.isPresent()) {
      CacheEntries.use(place(file, Sign.SIGNED));
      CacheEntries.use(place(file, Sign.UNSIGNED));
      return before.get();
    }
    Decision decision = decide(file, original.get(), trial);
    if (decision.sign() == Sign.FOUND) {
      drop(file, Sign.SIGNED);
      drop(file, Sign.UNSIGNED);
    }
    write(remembered, decision);
    CacheEntries.sweep(cache.resolve(Sign.SIGNED.word()));
    CacheEntries.sweep(cache.resolve(Sign.UNSIGNED.word()));
    return decision;
  }

  private Decision decide(NetworkFile file, Path found, Trial trial) {
    Optional<Path> signed = copy(file, Sign.SIGNED);
    if (signed.isPresent()) {
      return exactProducts.isPresent()
          ? new Decision(
              Sign.SIGNED,
              file.file() + ": unsigned weights run as signed ones, for " + exactProducts.get())
          : tried(file.file(), Sign.UNSIGNED, Sign.SIGNED, () -> trial.cosine(found, signed.get()));
    }
    if (exactProducts.isPresent()) {
      return NOTHING;
    }
    return copy(file, Sign.UNSIGNED)
        .map(unsigned ->
            tried(file.file(), Sign.SIGNED, Sign.UNSIGNED, () -> trial.cosine(found, unsigned)))
        .orElse(NOTHING);
  }

  /// Signed weights run where they give the vectors of unsigned ones, which are exact.
  private static Decision tried(String file, Sign found, Sign turned, DoubleSupplier trial) {
    String stay = file + ": " + found.word() + " weights stay so";
    String change = file + ": " + found.word() + " weights run as " + turned.word() + " ones";
    String here = "; this processor has no exact products of signed bytes";
    try {
      double cosine = trial.getAsDouble();
      boolean changed = turned == Sign.SIGNED ? cosine >= NEAR : cosine < NEAR;
      return new Decision(
          changed ? turned : Sign.FOUND,
          (changed ? change : stay)
              + here
              + ", and in a trial the vectors have cosine "
              + cosine
              + " (at least "
              + NEAR
              + " is wanted)");
    } catch (ModelException e) {
      return new Decision(Sign.FOUND, stay + here + ", and a trial failed: " + e.getMessage());
    }
  }

  /// The copy with weights of the other sign, made when it is not there; empty when there is
  /// nothing to turn or no place to write.
  Optional<Path> copy(NetworkFile file, Sign sign) {
    Path graph = place(file, sign).resolve(GRAPH);
    return Files.isRegularFile(graph) || make(file, graph, sign)
        ? Optional.of(graph)
        : Optional.empty();
  }

  private static boolean make(NetworkFile file, Path graph, Sign sign) {
    Path place = graph.resolveSibling("");
    try {
      Files.createDirectories(place);
      Path draft = Files.createTempDirectory(place, "draft");
      try {
        return turn(file, draft.resolve(GRAPH), sign) && publish(draft, graph);
      } finally {
        CacheEntries.delete(draft);
      }
    } catch (IOException | UncheckedIOException e) {
      // Without a cache, or on a full disk, the network runs as it was found.
      return false;
    }
  }

  /// Deletes a copy that is not wanted; what was decided stays.
  private void drop(NetworkFile file, Sign sign) {
    try (Stream<Path> parts = Files.list(place(file, sign))) {
      for (Path part : parts.filter(it -> it.getFileName().toString().startsWith(GRAPH)).toList()) {
        Files.deleteIfExists(part);
      }
    } catch (IOException | UncheckedIOException e) {
      // It was not there, or lies there until the cache is deleted.
    }
  }

  private static boolean turn(NetworkFile file, Path graph, Sign sign) {
    return sign == Sign.SIGNED
        ? SignedWeights.write(file.files(), file.file(), graph)
        : SignedWeights.writeUnsigned(file.files(), file.file(), graph);
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

  private Path place(NetworkFile file, Sign sign) {
    return cache.resolve(sign.word()).resolve(file.hash());
  }

  private static Optional<Decision> read(Path remembered) {
    try {
      String text = Files.readString(remembered, StandardCharsets.UTF_8);
      int line = text.indexOf('\n');
      return Arrays.stream(Sign.values())
          .filter(sign -> line >= 0 && text.substring(0, line).equals(sign.word()))
          .findFirst()
          .map(sign -> new Decision(sign, text.substring(line + 1).strip()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void write(Path remembered, Decision decision) {
    try {
      Path place = remembered.resolveSibling("");
      Files.createDirectories(place);
      Path part = Files.createTempFile(place, "decision", ".part");
      Files.writeString(
          part, decision.sign().word() + "\n" + decision.reason() + "\n", StandardCharsets.UTF_8);
      Files.move(
          part, remembered, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // Without a cache it is decided again next time.
    }
  }
}
