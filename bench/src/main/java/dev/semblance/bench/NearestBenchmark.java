package dev.semblance.bench;

import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Filter;
import dev.semblance.index.FlatIndex;
import dev.semblance.index.ItemIndex;
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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The ten nearest of many: Lucene's graphs, Lucene looking at every item, and the plain truth.
///
/// Each result also has the recall against the plain truth, and what the index took to write.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx3g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class NearestBenchmark {
  private static final Filter EVERYTHING = new Filter.Everything();
  private static final int K = 10;
  private static final int QUERIES = 100;
  private static final int BATCH = 1000;

  /// So that a graph is made of each segment that a batch leaves.
  private static final Tuning GRAPHS = new Tuning(500, Tuning.MEASURED.width());

  /// `flat` is [FlatIndex], `exact` and `hnsw` are [LuceneIndex].
  @Param({"flat", "exact", "hnsw"})
  String kind = "";

  @Param({"10000", "100000"})
  int items;

  @Param({"384", "512"})
  int dimension;

  @Param("1")
  long seed;

  private final List<Embedding> queries = new ArrayList<>();
  private final Facts facts = new Facts();
  private Path folder = Path.of("");
  private ItemIndex index = new FlatIndex(new Clustered(1, 1, 1).space());
  private int next;
  private long searches;
  private long searchNanos;

  /// What is reported beside the time of a search.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Facts {
    /// Of the ten of [FlatIndex], how many were found.
    public double recall;

    /// Processor time of a search, which other programs disturb less than the time on the wall.
    public double processorMillis;

    public double writeSeconds;
    public double writeProcessorSeconds;
    public double megabytes;
  }

  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("nearest");
    Clustered data = new Clustered(items, dimension, seed);
    FlatIndex truth = new FlatIndex(data.space());
    List<List<EmbeddedItem>> batches = new ArrayList<>();
    for (int from = 0; from < items; from += BATCH) {
      batches.add(data.items(from, Math.min(items, from + BATCH)));
    }
    batches.forEach(truth::put);
    truth.commit();
    for (int i = 0; i < QUERIES; i++) {
      queries.add(data.embedding("a query"));
    }
    write(truth, batches);
    facts.recall = recall(truth);
  }

  private void write(FlatIndex truth, List<List<EmbeddedItem>> batches) throws IOException {
    if (kind.equals("flat")) {
      index = truth;
      return;
    }
    Tuning tuning = kind.equals("exact") ? Tuning.EXACT : GRAPHS;
    long start = System.nanoTime();
    long startProcessor = processorNanos();
    try (LuceneIndex lucene = LuceneIndex.create(folder, truth.space(), tuning)) {
      for (List<EmbeddedItem> batch : batches) {
        lucene.put(batch);
        lucene.commit();
      }
    }
    facts.writeSeconds = (System.nanoTime() - start) / 1e9;
    facts.writeProcessorSeconds = (processorNanos() - startProcessor) / 1e9;
    facts.megabytes = bytes() / 1e6;
    index = LuceneIndex.openForReading(folder, tuning);
  }

  private static long processorNanos() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }

  private static long threadNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Setup(Level.Iteration)
  public void startAnew() {
    searches = 0;
    searchNanos = 0;
  }

  private double recall(FlatIndex truth) {
    int found = 0;
    for (Embedding query : queries) {
      Set<ScoredItem> hits = new HashSet<>(index.nearest(query, K, EVERYTHING));
      hits.retainAll(truth.nearest(query, K, EVERYTHING));
      found += hits.size();
    }
    return (double) found / (K * queries.size());
  }

  @Benchmark
  public List<ScoredItem> nearest(Facts reported) {
    reported.recall = facts.recall;
    reported.writeSeconds = facts.writeSeconds;
    reported.writeProcessorSeconds = facts.writeProcessorSeconds;
    reported.megabytes = facts.megabytes;
    next = (next + 1) % queries.size();
    long start = threadNanos();
    List<ScoredItem> hits = index.nearest(queries.get(next), K, EVERYTHING);
    searchNanos += threadNanos() - start;
    reported.processorMillis = searchNanos / 1e6 / ++searches;
    return hits;
  }

  private long bytes() throws IOException {
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @TearDown
  public void delete() throws IOException {
    index.close();
    for (Path file : files()) {
      Files.delete(file);
    }
    Files.delete(folder);
  }
}
