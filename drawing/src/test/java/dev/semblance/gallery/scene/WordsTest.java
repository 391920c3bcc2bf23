package dev.semblance.gallery.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "apple, apples",
    "cherry, cherries",
    "boy, boys",
    "monkey, monkeys",
    "bus, buses",
    "box, boxes",
    "bench, benches",
    "brush, brushes",
    "cactus, cacti"
  })
  void a_noun_has_its_plural(String noun, String plural) {
    assertThat(Words.plural(noun)).isEqualTo(plural);
  }

  @Test
  void a_count_agrees_with_its_noun() {
    assertThat(Words.count(1, "orange")).isEqualTo("an orange");
    assertThat(Words.count(1, "pear")).isEqualTo("a pear");
    assertThat(Words.count(3, "berry")).isEqualTo("three berries");
    assertThat(Words.count(0, "boat")).isEqualTo("no boats");
    assertThat(Words.count(12, "boat")).isEqualTo("12 boats");
  }

  @Test
  void numbers_are_words_up_to_ten() {
    assertThat(Words.number(0)).isEqualTo("no");
    assertThat(Words.number(10)).isEqualTo("ten");
    assertThat(Words.number(11)).isEqualTo("11");
    assertThat(Words.number(-1)).isEqualTo("-1");
  }

  @Test
  void a_caption_is_tidy_and_keeps_its_other_wordings_in_order() {
    Caption caption = Caption.of("dog", "a  dog , running ").or("a dog").or("an  animal");
    assertThat(caption.sentence()).isEqualTo("a dog, running");
    assertThat(caption.others()).containsExactly("a dog", "an animal");
    assertThat(caption.label()).isEqualTo("dog");
    assertThat(Words.capital("a dog")).isEqualTo("A dog");
  }
}
