package dev.semblance.hub.verify;

import dev.semblance.hub.verify.Check.Outcome;
import java.util.List;

/// What a self-check found. Immutable.
///
/// @param model its name
/// @param checks all of them, also those that could not be done
public record VerifyReport(String model, List<Check> checks) {
  public VerifyReport {
    checks = List.copyOf(checks);
  }

  /// Whether nothing failed. Checks that could not be done do not count.
  public boolean passed() {
    return checks.stream().noneMatch(check -> check.outcome() == Outcome.FAILED);
  }

  /// How many checks went one way.
  public long count(Outcome outcome) {
    return checks.stream().filter(check -> check.outcome() == outcome).count();
  }
}
