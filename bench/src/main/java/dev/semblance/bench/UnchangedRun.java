package dev.semblance.bench;

import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Item;
import dev.semblance.library.IndexOptions;
import dev.semblance.library.IndexReport;
import dev.semblance.library.Library;
import dev.semblance.space.Embedding;
import dev.semblance.space.Fingerprint;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// How long a run over files takes that have not changed since they were indexed: a library is
/// filled with files and embeddings, then indexed again and again.
///
/// Each run opens the library anew, as a command does. The processor's time is printed beside that
/// on the wall, since other programs disturb it less. The first run opens the model with cold code.
///
/// Arguments: how many files, how many runs.
public final class UnchangedRun {
  private static final int IN_A_FOLDER = 500;

  private UnchangedRun() {}

  /// Runs it.
  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[0]);
    int runs = Integer.parseInt(arguments[1]);
    Path folder = Files.createTempDirectory("semblance-unchanged");
    try {
      fill(folder, count);
      for (int run = 1; run <= runs; run++) {
        report(run, folder);
      }
    } finally {
      delete(folder);
    }
  }

  /// Writes files and adds them, as if they had been embedded.
  private static void fill(Path folder, int count) throws IOException {
    try (Library library = Library.open(folder.resolve("library"), "mini")) {
      Random random = new Random(1);
      List<EmbeddedItem> items = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Path place = Files.createDirectories(folder.resolve("pictures/" + i / IN_A_FOLDER));
        Path file = place.resolve(i + ".jpg");
        Files.writeString(file, "picture " + i, StandardCharsets.UTF_8);
        float[] vector = new float[library.space().dimension()];
        for (int j = 0; j < vector.length; j++) {
          vector[j] = (float) random.nextGaussian();
        }
        Item item = item(file);
        items.add(new EmbeddedItem(item, Embedding.of(library.space(), vector, item.path())));
      }
      library.add(items);
    }
  }

  private static Item item(Path file) throws IOException {
    return new Item(
        file.toString(),
        "",
        Files.size(file),
        Files.getLastModifiedTime(file).toInstant(),
        new Fingerprint().part("path", file.toString()).hex(),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void report(int run, Path folder) {
    long start = System.nanoTime();
    long startProcessor = processorNanos();
    try (Library library = Library.open(folder.resolve("library"))) {
      IndexReport report = library.index(List.of(folder.resolve("pictures")), IndexOptions.usual());
      System.out.printf(
          Locale.ROOT,
          "run %d: %d unchanged, %d embedded, %.2f s on the wall, %.2f s of processor%n",
          run,
          report.unchanged(),
          report.embedded(),
          (System.nanoTime() - start) / 1e9,
          (processorNanos() - startProcessor) / 1e9);
    }
  }

  private static long processorNanos() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    }
  }
}
