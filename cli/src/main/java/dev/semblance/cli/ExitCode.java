package dev.semblance.cli;

/// What the caller learns from the number a command ends with.
final class ExitCode {
  /// Something was found or done.
  static final int FOUND = 0;

  /// All went well, and there is nothing.
  static final int NOTHING = 1;

  /// It could not be done; stderr says why.
  static final int ERROR = 2;

  private ExitCode() {}
}
