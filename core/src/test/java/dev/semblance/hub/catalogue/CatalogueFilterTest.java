package dev.semblance.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.hub.catalogue.CatalogueEntry.Languages;
import dev.semblance.hub.catalogue.CatalogueEntry.Source;
import dev.semblance.hub.catalogue.CatalogueEntry.Speed;
import dev.semblance.hub.catalogue.CatalogueEntry.Terms;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which models are what is asked for: by language, size and licence.
class CatalogueFilterTest {
  private static final Languages ENGLISH = new Languages(List.of("en"), List.of());
  private static final Languages MANY = new Languages(List.of("mul", "en"), List.of("fi", "sw"));

  @ParameterizedTest
  @CsvSource({
    "fi, fi",
    "FI, fi",
    "fi-FI, fi",
    "fi_FI, fi",
    "Finnish, fi",
    "finnish, fi",
    "zh-Hant-TW, zh",
    "Chinese, zh",
    "nb, nb",
    "Hebrew, he"
  })
  void a_language_is_a_tag_or_an_english_name(String written, String tag) {
    assertThat(CatalogueFilter.ALL.withLanguage(written).language()).isEqualTo(tag);
  }

  @Test
  void a_language_is_read_the_same_wherever_the_program_runs() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(CatalogueFilter.ALL.withLanguage("ITALIAN").language()).isEqualTo("it");
      assertThat(CatalogueFilter.ALL.withLanguage("ID").language()).isEqualTo("id");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "xx", "english please", "123", "mul"})
  void what_is_no_language_is_refused(String written) {
    assertThatThrownBy(() -> CatalogueFilter.ALL.withLanguage(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\""
                + written
                + "\" is no language; write a tag such as fi, or a name such as Finnish");
  }

  @Test
  void a_size_is_at_least_one_byte() {
    assertThat(CatalogueFilter.ALL.withMostBytes(1).mostBytes()).isEqualTo(1);
    assertThatThrownBy(() -> CatalogueFilter.ALL.withMostBytes(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the size must be at least 1 byte, got 0");
  }

  @Test
  void languages_cover_what_they_name_or_all_but_the_weak_ones() {
    assertThat(ENGLISH.covers("en-GB")).isTrue();
    assertThat(ENGLISH.covers("de")).isFalse();
    assertThat(MANY.covers("de")).isTrue();
    assertThat(MANY.covers("sw-KE")).isFalse();
    assertThat(new Languages(List.of("fi"), List.of("fi")).covers("fi"))
        .as("measured to be weak")
        .isFalse();
    assertThat(new Languages(List.of(), List.of()).covers("en")).isFalse();
  }

  @Test
  void a_model_may_be_exactly_as_large_as_asked_for() {
    CatalogueEntry entry = entry(Map.of("int8", 100L), ENGLISH, Terms.FREE);
    assertThat(CatalogueFilter.ALL.withMostBytes(100).fits(entry)).isTrue();
    assertThat(CatalogueFilter.ALL.withMostBytes(99).fits(entry)).isFalse();
  }

  @Test
  void a_model_of_unknown_size_fits_only_where_no_size_is_asked_for() {
    CatalogueEntry entry = entry(Map.of(), ENGLISH, Terms.FREE);
    assertThat(CatalogueFilter.ALL.fits(entry)).isTrue();
    assertThat(CatalogueFilter.ALL.withMostBytes(Long.MAX_VALUE - 1).fits(entry)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Terms.class)
  void only_free_is_any_use_and_nothing_else(Terms terms) {
    CatalogueEntry entry = entry(Map.of(), ENGLISH, terms);
    assertThat(CatalogueFilter.ALL.withOnlyFree(true).fits(entry)).isEqualTo(terms == Terms.FREE);
    assertThat(CatalogueFilter.ALL.withOnlyFree(true).withOnlyFree(false).fits(entry)).isTrue();
  }

  @Test
  void all_conditions_hold_together_in_whatever_order_they_are_named() {
    CatalogueFilter one =
        CatalogueFilter.ALL.withLanguage("de").withMostBytes(150).withOnlyFree(true);
    CatalogueFilter other =
        CatalogueFilter.ALL.withOnlyFree(true).withMostBytes(150).withLanguage("German");
    assertThat(one).isEqualTo(other);
    assertThat(one.fits(entry(Map.of("fp32", 100L), MANY, Terms.FREE))).isTrue();
    assertThat(one.fits(entry(Map.of("fp32", 100L), ENGLISH, Terms.FREE))).isFalse();
    assertThat(one.fits(entry(Map.of("fp32", 200L), MANY, Terms.FREE))).isFalse();
    assertThat(one.fits(entry(Map.of("fp32", 100L), MANY, Terms.UNKNOWN))).isFalse();
  }

  @Test
  void the_catalogue_filters_in_its_own_order_and_recommends_a_free_one_first() {
    Catalogue catalogue = Catalogue.builtIn();
    for (String language : List.of("en", "fi", "zh", "ja")) {
      CatalogueFilter filter = CatalogueFilter.ALL.withLanguage(language);
      List<CatalogueEntry> matching = catalogue.matching(filter);
      Predicate<CatalogueEntry> fits = entry -> entry.languages().covers(language);
      assertThat(matching).isEqualTo(catalogue.entries().stream().filter(fits).toList());
      CatalogueEntry taken = catalogue.recommend(filter).orElseThrow();
      assertThat(taken)
          .as(language)
          .isEqualTo(
              matching.stream()
                  .filter(entry -> entry.terms() == Terms.FREE)
                  .findFirst()
                  .orElse(matching.getFirst()));
    }
    assertThat(catalogue.recommend(CatalogueFilter.ALL.withMostBytes(1))).isEmpty();
  }

  private static CatalogueEntry entry(Map<String, Long> sizes, Languages languages, Terms terms) {
    return new CatalogueEntry(
        "x",
        "a model",
        List.of(new Source("org/x", "", "", List.of())),
        "any",
        4,
        sizes,
        languages,
        "MIT",
        terms,
        Map.of(),
        Speed.FAST,
        "for nobody",
        "");
  }
}
