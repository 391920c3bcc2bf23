package dev.semblance.image;

import dev.semblance.image.external.ExternalDecoders;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Decodes damaged files of every format and holds that each ends as pixels or as a sentence, in
/// time and without keeping memory. Runs in a process of its own, so that a crash of native code is
/// seen by who started it.
///
/// Arguments: seed, how many files, a folder. There `current` always holds the number of the file
/// at work, and a file that fails is written to `NUMBER.bin`. After each fifth of the files stdout
/// tells what is [Held]; at the end, with `-XX:NativeMemoryTracking=summary` and
/// `-Dsemblance.fuzz.native=true`, what the virtual machine's own memory is for. Exit codes: 0
/// fine, 1 a failure that stdout tells, 3 a file that took over half a minute of the processor or
/// ten of the clock.
final class PictureFuzz {
  private static final long HANG_PROCESSOR_NANOS = 30_000_000_000L;
  private static final long HANG_CLOCK_NANOS = 600_000_000_000L;
  private static final int HUNG = 3;

  /// In how many pieces the files are decoded, with a look at what is held after each.
  static final int SEGMENTS = 5;

  private static final DecodeBounds BOUNDS =
      DecodeBounds.full()
          .withMaxPixels(4_000_000)
          .withMaxBytes(48 << 20)
          .withMaxTime(Duration.ofSeconds(10));

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long worker = Thread.currentThread().threadId();
  private final PictureDecoder decoder = new PictureDecoder(ExternalDecoders.in(List.of()));
  private final Mutator mutator;
  private final Path folder;
  private final Map<String, Long> outcomes = new TreeMap<>();
  private volatile long since = System.nanoTime();
  private volatile long processorSince;
  private volatile long current;
  private long worstNanos;
  private long worstNumber;
  private boolean failed;

  private PictureFuzz(long seed, Path folder) {
    this.mutator = new Mutator(FuzzSeeds.all(), seed);
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    long seed = Long.parseLong(arguments[0]);
    long count = Long.parseLong(arguments[1]);
    PictureFuzz fuzz = new PictureFuzz(seed, Path.of(arguments[2]));
    Thread watchdog = new Thread(fuzz::watch, "watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
    System.exit(fuzz.run(seed, count) ? 0 : 1);
  }

  private boolean run(long seed, long count) throws IOException {
    long begun = System.nanoTime();
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve("current"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      MappedByteBuffer note = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
      long segment = Math.max(1, count / SEGMENTS);
      for (long number = 0; number < count; number++) {
        note.putLong(0, number);
        current = number;
        decode(number);
        if ((number + 1) % segment == 0) {
          System.out.println("after " + (number + 1) + " files it " + Held.now());
        }
      }
    }
    System.out.printf(
        java.util.Locale.ROOT,
        "seed %d: %d files in %d s, %s; longest %.1f ms of the processor (file %d)%n",
        seed,
        count,
        (System.nanoTime() - begun) / 1_000_000_000,
        outcomes,
        worstNanos / 1e6,
        worstNumber);
    if (Boolean.getBoolean("semblance.fuzz.native")) {
      System.out.println(Held.command("vmNativeMemory", "summary"));
    }
    return !failed;
  }

  private void decode(long number) throws IOException {
    byte[] file = mutator.file(number);
    long start = THREADS.getCurrentThreadCpuTime();
    since = System.nanoTime();
    processorSince = start;
    String outcome = outcome(file, number);
    long taken = THREADS.getCurrentThreadCpuTime() - start;
    if (taken > worstNanos) {
      worstNanos = taken;
      worstNumber = number;
    }
    outcomes.merge(outcome, 1L, Long::sum);
  }

  private String outcome(byte[] file, long number) throws IOException {
    try {
      Pixels pixels = decoder.decode(file, "file", BOUNDS).pixels();
      return pixels.width() > 0 ? "PIXELS" : "NOTHING";
    } catch (UnreadablePictureException e) {
      String message = String.valueOf(e.getMessage());
      boolean sentence = message.startsWith("file: ") && message.indexOf('\n') < 0;
      return sentence ? e.kind().name() : failure(file, number, e);
    } catch (RuntimeException | Error e) {
      return failure(file, number, e);
    }
  }

  private String failure(byte[] file, long number, Throwable e) throws IOException {
    failed = true;
    Files.write(folder.resolve(number + ".bin"), file);
    System.out.println("file " + number + ": " + e);
    for (StackTraceElement element : e.getStackTrace()) {
      System.out.println("    " + element);
    }
    return "FAILED";
  }

  private void watch() {
    while (true) {
      java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
      long processor = THREADS.getThreadCpuTime(worker) - processorSince;
      if (processor > HANG_PROCESSOR_NANOS || System.nanoTime() - since > HANG_CLOCK_NANOS) {
        System.out.println("file " + current + " hangs");
        Runtime.getRuntime().halt(HUNG);
      }
    }
  }
}
