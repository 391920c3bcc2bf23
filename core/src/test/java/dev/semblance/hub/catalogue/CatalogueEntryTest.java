package dev.semblance.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.hub.catalogue.CatalogueEntry.Languages;
import dev.semblance.hub.catalogue.CatalogueEntry.Source;
import dev.semblance.hub.catalogue.CatalogueEntry.Speed;
import dev.semblance.hub.catalogue.CatalogueEntry.Terms;
import dev.semblance.hub.pull.FileSelection;
import dev.semblance.hub.pull.PullRequest;
import dev.semblance.hub.pull.PullRequest.Part;
import dev.semblance.hub.source.Place.Repository;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// An entry of the catalogue: its size, what is pulled for it, and that all entries keep their
/// word.
class CatalogueEntryTest {
  private static final URI HUB = URI.create("https://hub.example.org");

  @Test
  void its_size_is_that_of_int8_else_of_fp32_else_unknown() {
    assertThat(entry(Map.of("int8", 1L, "fp32", 4L, "fp16", 2L), "").sizeBytes()).isEqualTo(1);
    assertThat(entry(Map.of("fp32", 4L, "fp16", 2L), "").sizeBytes()).isEqualTo(4);
    assertThat(entry(Map.of("fp16", 2L), "").sizeBytes()).isZero();
  }

  @Test
  void published_parameters_are_four_bytes_each_in_fp32_and_one_in_int8() {
    CatalogueEntry entry = Catalogue.builtIn().find("siglip2-base-224").orElseThrow();
    assertThat(entry.sizes())
        .containsExactlyInAnyOrderEntriesOf(Map.of("fp32", 1_500_000_000L, "int8", 375_000_000L));
  }

  @Test
  void published_sizes_of_files_are_in_millions_of_bytes() {
    CatalogueEntry entry = Catalogue.builtIn().find("siglip-base-224").orElseThrow();
    assertThat(entry.sizes())
        .containsEntry("fp32", 813_000_000L)
        .containsEntry("fp16", 407_000_000L)
        .containsEntry("int8", 210_500_000L);
  }

  @Test
  void it_is_pulled_from_all_its_repositories_at_one_revision() {
    PullRequest request = entry(Map.of(), "").request(HUB, "v2", List.of("fp32", "int8"));
    List<String> variants = List.of("fp32", "int8");
    assertThat(request.parts())
        .containsExactly(
            new Part(
                new Repository(HUB, "org/text", "v2"),
                "onnx/",
                "textual/",
                new FileSelection(List.of("*"), variants)),
            new Part(
                new Repository(HUB, "org/image", "v2"),
                "",
                "",
                new FileSelection(List.of(), variants)));
    assertThat(request.own()).isEmpty();
    assertThat(request.name()).isEqualTo(request.catalogue()).isEqualTo("joined");
  }

  @Test
  void a_card_is_written_beside_the_files() {
    assertThat(entry(Map.of(), "{}").request(HUB, "main", List.of("auto")).own())
        .containsExactly(Map.entry("semblance.json", "{}"));
  }

  @Test
  void a_variant_that_is_none_is_refused_by_the_request() {
    assertThatThrownBy(() -> entry(Map.of(), "").request(HUB, "main", List.of("FP32")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"FP32\" is no variant");
  }

  @Test
  void without_a_repository_it_is_none() {
    CatalogueEntry entry = entry(Map.of(), "");
    assertThatThrownBy(() -> with(entry, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("joined: needs at least one repository");
  }

  @Test
  void terms_and_speeds_have_words_for_people() {
    assertThat(Terms.NON_COMMERCIAL.words()).isEqualTo("non commercial");
    assertThat(Terms.RESEARCH_ONLY.words()).isEqualTo("research only");
    assertThat(Speed.MEDIUM.words()).isEqualTo("medium");
  }

  @Test
  void every_entry_names_its_licence_and_languages_that_there_are() {
    Set<String> languages = new TreeSet<>(Set.of(Locale.getISOLanguages()));
    languages.add("mul");
    for (CatalogueEntry entry : Catalogue.builtIn().entries()) {
      assertThat(entry.licence()).as(entry.name()).isNotBlank();
      assertThat(entry.about()).as(entry.name()).isNotBlank();
      assertThat(languages).as(entry.name()).containsAll(entry.languages().good());
      assertThat(languages).as(entry.name()).containsAll(entry.languages().weak());
    }
  }

  @Test
  void folders_of_every_entry_s_sources_end_with_a_slash() {
    for (CatalogueEntry entry : Catalogue.builtIn().entries()) {
      for (Source source : entry.sources()) {
        assertThat(source.from()).as(entry.name()).matches("|.+/");
        assertThat(source.into()).as(entry.name()).matches("|.+/");
      }
    }
  }

  @Test
  void an_entry_is_found_by_each_of_its_repositories_in_any_letters() {
    Catalogue catalogue = Catalogue.builtIn();
    for (CatalogueEntry entry : catalogue.entries()) {
      for (Source source : entry.sources()) {
        String capitals = source.repository().toUpperCase(Locale.ROOT);
        assertThat(catalogue.ofRepository(source.repository())).contains(entry);
        assertThat(catalogue.ofRepository(capitals)).contains(entry);
      }
    }
    assertThat(catalogue.ofRepository("org/nobody")).isEmpty();
    assertThat(catalogue.find("nobody")).isEmpty();
  }

  private static CatalogueEntry entry(Map<String, Long> sizes, String card) {
    return new CatalogueEntry(
        "joined",
        "two towers of two repositories",
        List.of(
            new Source("org/text", "onnx/", "textual/", List.of("*")),
            new Source("org/image", "", "", List.of())),
        "two networks",
        4,
        sizes,
        new Languages(List.of("en"), List.of()),
        "MIT",
        Terms.FREE,
        Map.of(),
        Speed.FAST,
        "for tests",
        card);
  }

  private static CatalogueEntry with(CatalogueEntry entry, List<Source> sources) {
    return new CatalogueEntry(
        entry.name(),
        entry.about(),
        sources,
        entry.layout(),
        entry.dimension(),
        entry.sizes(),
        entry.languages(),
        entry.licence(),
        entry.terms(),
        entry.accuracy(),
        entry.speed(),
        entry.recommendation(),
        entry.card());
  }
}
