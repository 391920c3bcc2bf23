package dev.semblance.bench;

import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Filter;
import dev.semblance.index.ScoredItem;
import dev.semblance.lucene.LuceneIndex;
import dev.semblance.lucene.Tuning;
import dev.semblance.space.Embedding;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What a search costs when every item is looked at and when a graph is walked, and what making the
/// graph costs: processor time, which other programs disturb less than the time on the wall.
///
/// Prints a line for each number of items: milliseconds a search for both, after warming up,
/// seconds of writing for both, and how many of the ten nearest the walk found.
///
/// Arguments: dimensions, then numbers of items.
public final class Crossover {
  private static final int K = 10;
  private static final int QUERIES = 100;
  private static final int BATCH = 10_000;
  private static final Filter EVERYTHING = new Filter.Everything();

  private Crossover() {}

  /// Runs it.
  public static void main(String[] arguments) throws IOException {
    int dimension = Integer.parseInt(arguments[0]);
    System.out.println("items  exact ms  walk ms  write exact s  write graph s  recall");
    for (int i = 1; i < arguments.length; i++) {
      measure(dimension, Integer.parseInt(arguments[i]));
    }
  }

  private static void measure(int dimension, int items) throws IOException {
    Clustered data = new Clustered(items, dimension, 1);
    List<List<EmbeddedItem>> batches = new ArrayList<>();
    for (int from = 0; from < items; from += BATCH) {
      batches.add(data.items(from, Math.min(items, from + BATCH)));
    }
    List<Embedding> queries =
        Stream.generate(() -> data.embedding("a query")).limit(QUERIES).toList();
    Path folder = Files.createTempDirectory("semblance-crossover");
    try {
      Tuning graphs = new Tuning(500, Tuning.MEASURED.width());
      Written exact = write(folder.resolve("exact"), data, batches, Tuning.EXACT);
      Written walk = write(folder.resolve("walk"), data, batches, graphs);
      Answers truth = answers(exact.folder(), Tuning.EXACT, queries);
      Answers near = answers(walk.folder(), graphs, queries);
      System.out.printf(
          Locale.ROOT,
          "%6d  %8.2f  %7.2f  %13.1f  %13.1f  %6.3f%n",
          items,
          truth.millis(),
          near.millis(),
          exact.seconds(),
          walk.seconds(),
          truth.foundIn(near));
    } finally {
      delete(folder);
    }
  }

  private record Written(Path folder, double seconds) {}

  private static Written write(
      Path folder, Clustered data, List<List<EmbeddedItem>> batches, Tuning tuning) {
    long start = processorNanos();
    try (LuceneIndex index = LuceneIndex.create(folder, data.space(), tuning)) {
      for (List<EmbeddedItem> batch : batches) {
        index.put(batch);
        index.commit();
      }
    }
    return new Written(folder, (processorNanos() - start) / 1e9);
  }

  /// What was found, and the milliseconds of a search.
  private record Answers(List<Set<ScoredItem>> hits, double millis) {
    double foundIn(Answers other) {
      int found = 0;
      for (int i = 0; i < hits.size(); i++) {
        Set<ScoredItem> both = new HashSet<>(hits.get(i));
        both.retainAll(other.hits.get(i));
        found += both.size();
      }
      return (double) found / (K * hits.size());
    }
  }

  private static Answers answers(Path folder, Tuning tuning, List<Embedding> queries) {
    try (LuceneIndex index = LuceneIndex.openForReading(folder, tuning)) {
      queries.forEach(query -> index.nearest(query, K, EVERYTHING));
      List<Set<ScoredItem>> hits = new ArrayList<>();
      long start = processorNanos();
      for (Embedding query : queries) {
        hits.add(new HashSet<>(index.nearest(query, K, EVERYTHING)));
      }
      return new Answers(hits, (processorNanos() - start) / 1e6 / queries.size());
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
