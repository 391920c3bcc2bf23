package dev.semblance.ingest;

import java.time.Duration;

/// What a run may use of the machine. Immutable.
///
/// @param decodeThreads threads that read and decode files
/// @param queueBytes how much decoded pictures may take while they wait for the encoder
/// @param readBytes how much the files that are being read may take together
/// @param fileBytes larger files are not read at all
/// @param commitItems after so many changes what was done is made durable
/// @param commitAfter and after so long: when a process is killed, it loses what it did since
public record Settings(
    int decodeThreads,
    long queueBytes,
    long readBytes,
    long fileBytes,
    int commitItems,
    Duration commitAfter) {
  private static final long MIB = 1 << 20;

  public Settings {
    if (decodeThreads < 1
        || queueBytes < 1
        || readBytes < 1
        || fileBytes < 1
        || commitItems < 1
        || commitAfter.isNegative()) {
      throw new IllegalArgumentException("settings of an indexing run must be at least 1");
    }
  }

  /// A thread for each processor, memory as the heap allows, durable every two seconds.
  public static Settings forThisMachine() {
    Runtime runtime = Runtime.getRuntime();
    long heap = runtime.maxMemory();
    return new Settings(
        runtime.availableProcessors(),
        Math.clamp(heap / 16, 8 * MIB, 256 * MIB),
        Math.clamp(heap / 4, 16 * MIB, 1024 * MIB),
        Math.clamp(heap / 4, 16 * MIB, 512 * MIB),
        512,
        Duration.ofSeconds(2));
  }
}
