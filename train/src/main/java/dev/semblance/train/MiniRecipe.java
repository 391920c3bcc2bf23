package dev.semblance.train;

import dev.semblance.train.run.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The mini model from the training folder to its calibrated files. What was done before is kept,
/// so that it may be stopped at any time and started again.
///
/// @param data the folder of tars, tables, teachers and measuring sets
/// @param work where prepared data and runs are kept; some 5 GB
/// @param run the name of the run in it
/// @param settings of the run; one that was begun keeps its own but takes the steps and threads
/// @param from a folder that the model of an earlier run was written to, whose picture net a new
///   run begins with; absent for random weights
/// @param drawings how many of our own drawings are trained on
/// @param out the folder that the model is written to
public record MiniRecipe(
    Path data,
    Path work,
    String run,
    Settings settings,
    Optional<Path> from,
    int drawings,
    Path out) {
  /// Steps of a run from the beginning. The carried weights took as many without a guide, and 2,800
  /// more with one (docs/mini.md).
  public static final long STEPS = 5000;

  /// Drawings of that run.
  public static final int DRAWINGS = 10_080;

  /// PyTorch gives large blocks back to the system after each step; taking them again costs a third
  /// of the time (docs/mini.md).
  private static final Map<String, String> MEMORY =
      Map.of(
          "MALLOC_MMAP_MAX_", "0",
          "MALLOC_TRIM_THRESHOLD_", "8000000000",
          "MALLOC_TOP_PAD_", "200000000",
          "GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");

  /// Does all of it.
  ///
  /// Training and export run in processes of their own: PyTorch and ONNX Runtime do not get along
  /// in one (docs/mini.md).
  ///
  /// @throws IllegalArgumentException when there is no picture net to begin with where `from` says,
  ///   before anything is prepared
  /// @throws IllegalStateException when one of those processes failed
  public void go(PrintStream log) {
    from.ifPresent(MiniRecipe::requireNet);
    MiniTraining training = new MiniTraining(data, work, log);
    training.prepare(drawings);
    Settings own = training.begin(run, settings);
    if (own.goals().guide().any()) {
      String threads = Integer.toString(own.machine().threads());
      inOwnProcess(List.of("guide", data.toString(), work.toString(), threads));
    }
    from.ifPresent(model ->
        inOwnProcess(List.of("from", data.toString(), work.toString(), run, model.toString())));
    inOwnProcess(List.of("train", data.toString(), work.toString(), run));
    inOwnProcess(List.of("export", data.toString(), work.toString(), run, out.toString()));
    training.calibrate(out);
    log.println("the model is in " + out + "; semblance model show " + out);
  }

  private static void requireNet(Path model) {
    if (!Files.isRegularFile(model.resolve(MiniExport.IMAGE))) {
      throw new IllegalArgumentException(
          model
              + ": has no "
              + MiniExport.IMAGE
              + "; a folder that `semblance train mini` wrote its model to is expected");
    }
  }

  private static void inOwnProcess(List<String> arguments) {
    try {
      Process process = process(MiniTraining.class, arguments).inheritIO().start();
      int code = process.waitFor();
      if (code != 0) {
        throw new IllegalStateException(
            arguments.getFirst() + " ended with code " + code + "; start again to go on");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a process for training cannot be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while training", e);
    }
  }

  /// A process of this Java and its classes, told to keep the memory that a step gives back.
  static ProcessBuilder process(Class<?> main, List<String> arguments) {
    Optional<String> java = ProcessHandle.current().info().command();
    List<String> command = new ArrayList<>();
    command.add(
        java.orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of("-Xmx3g", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(MEMORY);
    return builder;
  }
}
