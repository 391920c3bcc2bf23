package dev.semblance.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How long a command takes as a whole process, Java's start included.
///
/// Arguments: how many times, then the command. One run before is not counted.
public final class ProcessStart {
  private ProcessStart() {}

  /// Runs it.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int times = Integer.parseInt(arguments[0]);
    List<String> command = List.of(arguments).subList(1, arguments.length);
    once(command);
    double[] seconds = new double[times];
    for (int i = 0; i < times; i++) {
      seconds[i] = once(command);
    }
    Arrays.sort(seconds);
    System.out.printf(
        Locale.ROOT,
        "%s: %d runs, seconds: least %.3f, median %.3f, most %.3f%n",
        String.join(" ", command),
        times,
        seconds[0],
        seconds[times / 2],
        seconds[times - 1]);
  }

  private static double once(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
