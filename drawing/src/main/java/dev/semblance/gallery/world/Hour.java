package dev.semblance.gallery.world;

/// The time of day, by its light.
public enum Hour {
  DAWN("at dawn"),
  DAY("by day"),
  SUNSET("at sunset"),
  DUSK("at dusk"),
  NIGHT("at night");

  private final String phrase;

  Hour(String phrase) {
    this.phrase = phrase;
  }

  /// As it stands in a sentence: `at sunset`.
  public String phrase() {
    return phrase;
  }
}
