package dev.semblance.cli.options;

/// What the caller learns from the number a command ends with.
public final class ExitCode {
  /// Something was found or done.
  public static final int FOUND = 0;

  /// All went well, and there is nothing.
  public static final int NOTHING = 1;

  /// It could not be done; stderr says why.
  public static final int ERROR = 2;

  private ExitCode() {}
}
