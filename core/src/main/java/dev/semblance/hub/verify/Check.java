package dev.semblance.hub.verify;

import dev.semblance.model.ModelException;
import java.util.Locale;
import java.util.function.Supplier;

/// One thing that was looked at.
///
/// @param name of the check, such as `batch equals single`
/// @param outcome how it went
/// @param detail the figures, or why it could not be done
public record Check(String name, Outcome outcome, String detail) {
  /// How a check went.
  public enum Outcome {
    /// It is as it should be.
    PASSED,
    /// It is not.
    FAILED,
    /// It could not be done; nothing is known.
    NOT_DONE;

    /// For people: `not done`.
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  static Check notDone(String name, String why) {
    return new Check(name, Outcome.NOT_DONE, why);
  }

  static Check failed(String name, String why) {
    return new Check(name, Outcome.FAILED, why);
  }

  static Check of(String name, boolean passed, String detail) {
    return new Check(name, passed ? Outcome.PASSED : Outcome.FAILED, detail);
  }

  /// Carries out a check; a model that fails meanwhile has failed it.
  static Check trying(String name, Supplier<Check> check) {
    try {
      return check.get();
    } catch (ModelException | IllegalArgumentException e) {
      return failed(name, String.valueOf(e.getMessage()));
    }
  }
}
