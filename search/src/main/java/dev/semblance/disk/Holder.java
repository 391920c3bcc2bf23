package dev.semblance.disk;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A process that writes.
///
/// @param started when the process began, so that another one of the same number is not taken for
///   it; empty where the system does not tell
/// @param since when it took the lock
/// @param purpose what it does
record Holder(long pid, String host, String user, String started, Instant since, String purpose) {

  static Holder self(String purpose) {
    ProcessHandle self = ProcessHandle.current();
    return new Holder(
        self.pid(),
        hostName(),
        System.getProperty("user.name", "unknown"),
        started(self),
        Instant.now(),
        purpose.replace('\n', ' '));
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  /// The machine's name, without asking the network where that can be avoided.
  private static String hostName() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      return Optional.ofNullable(System.getenv("COMPUTERNAME")).orElseGet(Holder::resolvedHostName);
    }
  }

  private static String resolvedHostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "localhost";
    }
  }

  String toText() {
    return String.join(
        "\n", String.valueOf(pid), host, user, started, since.toString(), purpose, "");
  }

  /// Empty when the text is none of ours.
  static Optional<Holder> parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 6) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Holder(
              Long.parseLong(lines.get(0)),
              lines.get(1),
              lines.get(2),
              lines.get(3),
              Instant.parse(lines.get(4)),
              lines.get(5)));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /// Whether the process lives; of another machine nothing is known, so it is taken to.
  boolean seemsAlive() {
    return !host.equals(hostName())
        || ProcessHandle.of(pid)
            .filter(process -> started.isEmpty() || started(process).equals(started))
            .isPresent();
  }

  String inWords() {
    return "process "
        + pid
        + " of "
        + user
        + " on "
        + host
        + " since "
        + since
        + " ("
        + purpose
        + ")";
  }
}
