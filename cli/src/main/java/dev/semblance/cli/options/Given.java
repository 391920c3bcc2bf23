package dev.semblance.cli.options;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/// What the user gave for an argument that is described in code.
///
/// Commands that are to answer at once describe their arguments in code and not by annotations:
/// Java makes a class for each kind of annotation and each field read by reflection, which would be
/// a tenth of the time of a search. Stateless.
public final class Given {
  private Given() {}

  /// The value, of the type that the argument was described with.
  public static <T> Optional<T> value(ArgSpec argument) {
    return Optional.ofNullable(argument.getValue());
  }

  /// Whether an option without a value is there.
  public static boolean flag(ArgSpec option) {
    return Boolean.TRUE.equals(option.getValue());
  }
}
