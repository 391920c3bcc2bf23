package dev.semblance.image;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/// What this process still holds once everything that can be given back has been: the heap is
/// collected, native memory whose owners are gone is freed, and the system's allocator returns the
/// pages that it kept for later. So what grows from one to the next is a leak.
///
/// Resident memory and open files are 0 where the system does not tell (`/proc` is Linux's).
///
/// @param heapKilobytes in use after a collection
/// @param residentKilobytes of the whole process
record Held(long heapKilobytes, long residentKilobytes, long openFiles) {
  private static final Pattern PRINTED =
      Pattern.compile("holds (\\d+) KB of heap, (\\d+) KB resident, (\\d+) open files");

  /// Gives back and measures.
  static Held now() throws IOException {
    for (int round = 0; round < 3; round++) {
      System.gc();
      // Owners that are gone are told of by a thread of its own; a moment is enough for it.
      LockSupport.parkNanos(100_000_000);
    }
    command("systemTrimNativeHeap");
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new Held(heap / 1024, resident(), descriptors());
  }

  /// Reads one of those that [#toString] printed.
  ///
  /// @param skipped how many come before it
  static Held printed(String text, int skipped) {
    Matcher matcher = PRINTED.matcher(text);
    for (int i = 0; i <= skipped; i++) {
      if (!matcher.find()) {
        throw new IllegalArgumentException("only " + i + " of what is held in: " + text);
      }
    }
    return new Held(
        Long.parseLong(matcher.group(1)),
        Long.parseLong(matcher.group(2)),
        Long.parseLong(matcher.group(3)));
  }

  /// Runs a diagnostic command of the virtual machine in this process (`jcmd` runs the same).
  ///
  /// @return what it says; a reason where the machine has no such command
  static String command(String name, String... arguments) {
    try {
      ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
      Object[] given = arguments.length == 0 ? new Object[0] : new Object[] {arguments};
      String[] types = arguments.length == 0 ? new String[0] : new String[] {"[Ljava.lang.String;"};
      return String.valueOf(
          ManagementFactory.getPlatformMBeanServer().invoke(commands, name, given, types));
    } catch (JMException e) {
      return name + ": " + e.getMessage();
    }
  }

  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private static long descriptors() throws IOException {
    Path open = Path.of("/proc/self/fd");
    if (!Files.exists(open)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(open)) {
      return files.count();
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "holds %d KB of heap, %d KB resident, %d open files",
        heapKilobytes,
        residentKilobytes,
        openFiles);
  }
}
