package dev.semblance.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GalleryTest {
  private static final List<Drawing> DEMO = Gallery.demo();

  @Test
  void the_demo_holds_at_least_320_drawings_of_at_least_60_families() {
    assertThat(DEMO).hasSizeGreaterThanOrEqualTo(320);
    assertThat(Gallery.families()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    assertThat(DEMO.stream().map(Drawing::family).distinct())
        .containsExactlyElementsOf(Gallery.families());
  }

  @Test
  void every_demo_drawing_has_a_name_and_a_caption_of_its_own() {
    assertThat(DEMO).extracting(Drawing::name).doesNotHaveDuplicates();
    assertThat(DEMO).extracting(Drawing::caption).doesNotHaveDuplicates();
    assertThat(DEMO).extracting(Drawing::name).allMatch(name -> name.matches("[a-z0-9-]{3,40}"));
  }

  @Test
  void the_demo_is_the_same_every_time() {
    List<Drawing> again = Gallery.demo();
    assertThat(again).extracting(Drawing::toString).containsExactlyElementsOf(strings(DEMO));
    assertThat(again)
        .extracting(Drawing::seed)
        .containsExactlyElementsOf(DEMO.stream().map(Drawing::seed).toList());
  }

  @Test
  void the_demo_holds_what_it_is_searched_for_exactly_once() {
    for (String wanted :
        List.of(
            "a red suspension bridge at sunset",
            "a golden retriever on a beach",
            "a city at night",
            "an invoice with a red OVERDUE stamp",
            "a stop sign on a sunny day",
            "a bowl of fruit",
            "a sailing boat at sea on a sunny day",
            "a cabin in the snow at dusk",
            "three red circles")) {
      assertThat(DEMO).extracting(Drawing::caption).as(wanted).containsOnlyOnce(wanted);
    }
    assertThat(DEMO).filteredOn(d -> d.caption().contains("pie chart")).hasSizeBetween(1, 5);
  }

  @Test
  void nothing_in_the_demo_competes_with_what_it_is_searched_for() {
    assertOnlyOne("red", "bridge", "sunset");
    assertOnlyOne("golden retriever", "beach");
    assertOnlyOne("city", "night");
    assertOnlyOne("OVERDUE");
    assertOnlyOne("stop sign");
    assertOnlyOne("bowl of fruit");
    assertOnlyOne("three red");
  }

  private static void assertOnlyOne(String... words) {
    assertThat(DEMO)
        .filteredOn(d -> List.of(words).stream().allMatch(d.caption()::contains))
        .as(String.join(" + ", words))
        .hasSize(1);
  }

  @Test
  void the_gallery_shows_nothing_of_what_the_demo_asks_for_in_vain() {
    for (Drawing drawing : Gallery.training(4, 40 * Gallery.families().size())) {
      assertThat(words(drawing))
          .as(drawing.toString())
          .doesNotContain("elephant", "submarine", "x-ray", "xray");
    }
  }

  @Test
  void every_drawing_has_three_to_five_other_wordings_and_a_label() {
    for (Drawing drawing : Gallery.training(5, 20 * Gallery.families().size())) {
      assertThat(drawing.otherCaptions()).as(drawing.toString()).hasSizeBetween(3, 5);
      assertThat(drawing.otherCaptions()).as(drawing.toString()).allMatch(GalleryTest::isTidy);
      assertThat(drawing.caption()).matches(GalleryTest::isTidy).doesNotEndWith(".");
      assertThat(drawing.label()).matches("[a-z -]{3,16}");
    }
  }

  private static boolean isTidy(String caption) {
    return caption.length() > 2
        && caption.equals(caption.strip())
        && !caption.contains("  ")
        && !caption.contains(" ,")
        && !caption.matches(".*\\ba [aeio][a-z].*");
  }

  @Test
  void training_is_repeatable_and_other_seeds_give_other_drawings() {
    List<Drawing> first = Gallery.training(1, 300);
    assertThat(strings(Gallery.training(1, 300))).isEqualTo(strings(first));
    Set<Long> seeds = new HashSet<>(first.stream().map(Drawing::seed).toList());
    seeds.retainAll(Gallery.training(2, 300).stream().map(Drawing::seed).toList());
    seeds.addAll(common(first, DEMO));
    assertThat(seeds).isEmpty();
  }

  private static Set<Long> common(List<Drawing> some, List<Drawing> others) {
    Set<Long> seeds = some.stream().map(Drawing::seed).collect(Collectors.toSet());
    seeds.retainAll(others.stream().map(Drawing::seed).toList());
    return seeds;
  }

  @Test
  void training_varies_the_captions_of_every_family() {
    int families = Gallery.families().size();
    List<Drawing> many = Gallery.training(3, 60 * families);
    for (String family : Gallery.families()) {
      assertThat(many.stream().filter(d -> d.family().equals(family)).flatMap(GalleryTest::texts))
          .as(family)
          .hasSizeGreaterThan(100);
      assertThat(many).filteredOn(d -> d.family().equals(family)).hasSize(60);
    }
  }

  private static java.util.stream.Stream<String> texts(Drawing drawing) {
    return java.util.stream.Stream.concat(
        java.util.stream.Stream.of(drawing.caption()), drawing.otherCaptions().stream());
  }

  @Test
  void a_negative_count_is_refused() {
    assertThatThrownBy(() -> Gallery.training(1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count is -1; it must be at least 0");
    assertThat(Gallery.training(1, 0)).isEmpty();
  }

  private static List<String> strings(List<Drawing> drawings) {
    return drawings.stream().map(Drawing::toString).toList();
  }

  private static String words(Drawing drawing) {
    return (drawing.caption() + " " + drawing.otherCaptions() + " " + drawing.label())
        .toLowerCase(java.util.Locale.ROOT);
  }
}
