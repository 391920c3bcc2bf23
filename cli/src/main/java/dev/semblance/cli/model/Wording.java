package dev.semblance.cli.model;

import dev.semblance.hub.catalogue.CatalogueEntry;
import java.util.Locale;

/// How facts about models are written.
final class Wording {
  private Wording() {}

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }

  /// The licence with what it allows, where that is not anything.
  static String licence(CatalogueEntry entry) {
    return switch (entry.terms()) {
      case FREE -> entry.licence();
      case NON_COMMERCIAL, RESEARCH_ONLY, UNKNOWN ->
          entry.licence() + " (" + entry.terms().words() + ")";
    };
  }

  static String orUnknown(String text) {
    return text.isEmpty() ? "unknown" : text;
  }
}
