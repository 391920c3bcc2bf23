package dev.semblance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/// Runs benchmarks and appends a line of JSON for each result; started by `bin/bench`.
///
/// System properties say what the program cannot see: `bench.results` (the file), `bench.commit`
/// and `bench.cpu`.
public final class Bench {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Bench() {}

  /// Without arguments lists the benchmarks; else takes those of JMH (`NAME`, `-p items=10000`, …).
  public static void main(String[] args)
      throws CommandLineOptionException, RunnerException, IOException {
    Runner runner = new Runner(new CommandLineOptions(args));
    if (args.length == 0) {
      runner.list();
      return;
    }
    StringBuilder lines = new StringBuilder();
    for (RunResult result : runner.run()) {
      lines.append(line(result)).append('\n');
    }
    Files.writeString(
        Path.of(System.getProperty("bench.results")),
        lines,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String line(RunResult result) throws IOException {
    BenchmarkParams params = result.getParams();
    ObjectNode line = JSON.createObjectNode();
    line.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    line.put("commit", System.getProperty("bench.commit"));
    line.put("jvm", params.getVmName() + " " + params.getVmVersion());
    line.put("jvmArguments", String.join(" ", params.getJvmArgs()));
    line.put("cpu", System.getProperty("bench.cpu"));
    line.put("processors", Runtime.getRuntime().availableProcessors());
    line.put("measure", params.getBenchmark().replace("dev.semblance.bench.", ""));
    ObjectNode values = line.putObject("params");
    params.getParamsKeys().forEach(key -> values.put(key, params.getParam(key)));
    line.put("score", rounded(result.getPrimaryResult().getScore()));
    if (Double.isFinite(result.getPrimaryResult().getScoreError())) {
      line.put("error", rounded(result.getPrimaryResult().getScoreError()));
    }
    line.put("unit", result.getPrimaryResult().getScoreUnit());
    result
        .getSecondaryResults()
        .forEach((name, more) -> line.put(name, rounded(more.getStatistics().getMean())));
    return JSON.writeValueAsString(line);
  }

  /// To five significant digits.
  private static double rounded(double value) {
    return new java.math.BigDecimal(value).round(new java.math.MathContext(5)).doubleValue();
  }
}
