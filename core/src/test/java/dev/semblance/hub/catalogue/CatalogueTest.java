package dev.semblance.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.hub.catalogue.CatalogueEntry.Terms;
import dev.semblance.hub.pull.PullRequest;
import dev.semblance.hub.source.Place;
import dev.semblance.model.CardJson;
import dev.semblance.model.ModelCard;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final URI HUB = URI.create("https://huggingface.co");
  private final Catalogue catalogue = Catalogue.builtIn();

  @Test
  void every_model_has_a_name_of_its_own_and_can_be_asked_for() {
    assertThat(catalogue.entries()).hasSizeGreaterThan(10);
    assertThat(catalogue.entries()).extracting(CatalogueEntry::name).doesNotHaveDuplicates();
    for (CatalogueEntry entry : catalogue.entries()) {
      PullRequest request = entry.request(HUB, "main", List.of("auto"));
      assertThat(request.name()).isEqualTo(entry.name());
      assertThat(request.catalogue()).isEqualTo(entry.name());
      assertThat(request.parts()).allMatch(part -> part.place() instanceof Place.Repository);
      assertThat(entry.accuracy().values()).allMatch(percent -> percent > 20 && percent < 100);
      assertThat(catalogue.find(entry.name())).contains(entry);
    }
  }

  @Test
  void siglip_2_is_the_free_default_for_most_languages() {
    assertThat(recommended(CatalogueFilter.ALL)).isEqualTo("siglip2-base-224");
    for (String language : List.of("en", "de", "French", "pt-BR")) {
      assertThat(recommended(CatalogueFilter.ALL.withLanguage(language)))
          .as(language)
          .isEqualTo("siglip2-base-224");
    }
  }

  @Test
  void another_is_taken_for_a_language_it_was_measured_to_be_weak_in() {
    assertThat(recommended(CatalogueFilter.ALL.withLanguage("Finnish")))
        .isEqualTo("nllb-siglip-base");
    assertThat(catalogue.matching(CatalogueFilter.ALL.withLanguage("fi")))
        .extracting(CatalogueEntry::name)
        .doesNotContain("siglip2-base-224", "clip-b32")
        .contains("xlmr-b32");
  }

  @Test
  void a_small_machine_gets_a_small_free_one() {
    CatalogueFilter small = CatalogueFilter.ALL.withLanguage("en").withMostBytes(200_000_000);
    assertThat(recommended(small)).isEqualTo("clip-b32");
    assertThat(catalogue.matching(small)).allMatch(entry -> entry.sizeBytes() <= 200_000_000);
    assertThat(catalogue.matching(small.withMostBytes(1_000))).isEmpty();
  }

  @Test
  void licences_that_restrict_are_marked_and_left_out_when_asked() {
    assertThat(catalogue.entries())
        .filteredOn(entry -> entry.name().startsWith("mobileclip2"))
        .hasSize(3)
        .allMatch(entry -> entry.terms() == Terms.RESEARCH_ONLY);
    assertThat(catalogue.matching(CatalogueFilter.ALL.withOnlyFree(true)))
        .isNotEmpty()
        .allMatch(entry -> entry.terms() == Terms.FREE);
    assertThat(catalogue.ofRepository("plhery/MobileCLIP2-onnx")).hasSize(3);
  }

  @Test
  void a_card_of_the_catalogue_s_own_is_a_valid_card() {
    CatalogueEntry entry = catalogue.find("datacomp-b32-256").orElseThrow();
    ModelCard card = CardJson.read(entry.card().getBytes(StandardCharsets.UTF_8), "card");
    assertThat(card.dimension()).isEqualTo(entry.dimension());
    assertThat(card.name()).isEqualTo(entry.name());
    assertThat(entry.request(HUB, "main", List.of("auto")).own()).containsKey(CardJson.FILE);
  }

  @Test
  void refuses_what_is_no_language() {
    assertThatThrownBy(() -> CatalogueFilter.ALL.withLanguage("Klingonish"))
        .hasMessageContaining("\"Klingonish\" is no language");
  }

  private String recommended(CatalogueFilter filter) {
    return catalogue.recommend(filter).orElseThrow().name();
  }
}
