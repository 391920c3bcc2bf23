package dev.semblance.cli.model;

import java.util.Locale;

/// How facts about models are written.
final class Wording {
  private Wording() {}

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }

  static String orUnknown(String text) {
    return text.isEmpty() ? "unknown" : text;
  }
}
