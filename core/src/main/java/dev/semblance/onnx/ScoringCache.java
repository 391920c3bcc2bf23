package dev.semblance.onnx;

import dev.semblance.model.ModelCard.Scoring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;

/// Scale and bias that were found out by running a joint network, kept in the user's cache by the
/// network's hash. Safe for many threads and processes.
final class ScoringCache {
  private final Path folder;

  ScoringCache(Path cache) {
    this.folder = cache.resolve("scoring");
  }

  /// What was found out before, else what is found out now, else what was known.
  Scoring get(String hash, Scoring known, Supplier<Optional<Scoring>> measure) {
    Path file = folder.resolve(hash + "-" + known.link());
    Optional<Scoring> remembered = read(file, known);
    if (remembered.isPresent()) {
      return remembered.get();
    }
    Optional<Scoring> measured = measure.get();
    measured.ifPresent(scoring -> write(file, scoring));
    return measured.orElse(known);
  }

  private static Optional<Scoring> read(Path file, Scoring known) {
    try {
      String[] numbers = Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ");
      double scale = Double.parseDouble(numbers[0]);
      double bias = Double.parseDouble(numbers[1]);
      return Double.isFinite(scale) && Double.isFinite(bias)
          ? Optional.of(new Scoring(known.link(), scale, bias, "graph"))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Absent or spoiled: it is found out again.
      return Optional.empty();
    }
  }

  private void write(Path file, Scoring scoring) {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "scoring", ".part");
      Files.writeString(part, scoring.scale() + " " + scoring.bias(), StandardCharsets.US_ASCII);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // Without a cache it is found out again next time.
    }
  }
}
