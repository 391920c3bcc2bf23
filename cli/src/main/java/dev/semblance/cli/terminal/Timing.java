package dev.semblance.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// When a command reached which point, in milliseconds since its process began. Safe for many
/// threads.
public final class Timing {
  private final List<Mark> marks = new ArrayList<>();

  /// Notes that a point is reached.
  public synchronized void mark(String point) {
    marks.add(new Mark(point, Instant.now()));
  }

  /// All marks on one line.
  public synchronized String summary() {
    Instant begun = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    return marks.stream()
        .map(mark -> mark.point() + " " + Duration.between(begun, mark.time()).toMillis() + " ms")
        .collect(Collectors.joining(", "));
  }

  private record Mark(String point, Instant time) {}
}
