package dev.semblance.hub.catalogue;

import java.util.Arrays;
import java.util.Locale;

/// What a model must be. Immutable.
///
/// @param language BCP 47 tag, or empty for any
/// @param mostBytes its files may have
/// @param onlyFree whether its licence must allow any use
public record CatalogueFilter(String language, long mostBytes, boolean onlyFree) {
  /// Everything.
  public static final CatalogueFilter ALL = new CatalogueFilter("", Long.MAX_VALUE, false);

  public CatalogueFilter {
    if (mostBytes < 1) {
      throw new IllegalArgumentException("the size must be at least 1 byte, got " + mostBytes);
    }
  }

  /// The same with a language.
  ///
  /// @param written a tag such as `fi`, or an English name such as `Finnish`
  /// @throws IllegalArgumentException when it is neither
  public CatalogueFilter withLanguage(String written) {
    return new CatalogueFilter(tag(written), mostBytes, onlyFree);
  }

  /// The same with a size.
  public CatalogueFilter withMostBytes(long bytes) {
    return new CatalogueFilter(language, bytes, onlyFree);
  }

  /// The same, for licences that allow any use, or all.
  public CatalogueFilter withOnlyFree(boolean free) {
    return new CatalogueFilter(language, mostBytes, free);
  }

  /// Whether a model is what is asked for.
  public boolean fits(CatalogueEntry entry) {
    return (language.isEmpty() || entry.languages().covers(language))
        && (mostBytes == Long.MAX_VALUE || known(entry) <= mostBytes)
        && (!onlyFree || entry.terms() == CatalogueEntry.Terms.FREE);
  }

  /// A model of unknown size is too large for any bound.
  private static long known(CatalogueEntry entry) {
    return entry.sizeBytes() == 0 ? Long.MAX_VALUE : entry.sizeBytes();
  }

  private static String tag(String written) {
    String small = written.toLowerCase(Locale.ROOT);
    return Arrays.stream(Locale.getISOLanguages())
        .filter(code ->
            code.equals(small.replaceFirst("[-_].*", ""))
                || Locale.of(code).getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(written))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "\""
                    + written
                    + "\" is no language; write a tag such as fi, or a name such as Finnish"));
  }
}
