package dev.semblance.ingest;

import java.time.Duration;

/// What a run may use of the machine. Immutable.
///
/// @param decodeThreads threads that read and decode files
/// @param memoryBytes how much reading and decoding may take together; what needs more than a
///   thread's share of it is done alone, what needs more than all of it is not done
/// @param queueBytes how much decoded pictures may take while they wait for the encoder
/// @param commitItems after so many changes what was done is made durable
/// @param commitAfter and after so long: when a process is killed, it loses what it did since
public record Settings(
    int decodeThreads, long memoryBytes, long queueBytes, int commitItems, Duration commitAfter) {
  private static final long MIB = 1 << 20;

  public Settings {
    if (decodeThreads < 1
        || memoryBytes < MIB
        || queueBytes < 1
        || commitItems < 1
        || commitAfter.isNegative()) {
      throw new IllegalArgumentException(
          "an indexing run needs a thread, a MiB of memory and a positive time between commits");
    }
  }

  /// A thread for each processor, memory as the heap allows, durable every two seconds.
  public static Settings forThisMachine() {
    Runtime runtime = Runtime.getRuntime();
    long heap = runtime.maxMemory();
    return new Settings(
        runtime.availableProcessors(),
        Math.max(heap / 2, 64 * MIB),
        Math.clamp(heap / 16, 8 * MIB, 256 * MIB),
        512,
        Duration.ofSeconds(2));
  }

  /// How much of the memory each decoding thread may take beside the others.
  long share() {
    return memoryBytes / decodeThreads;
  }
}
