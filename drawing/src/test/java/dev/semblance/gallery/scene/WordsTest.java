package dev.semblance.gallery.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void counts_are_written_in_words() {
    assertThat(Words.count(1, "orange")).isEqualTo("an orange");
    assertThat(Words.count(1, "red apple")).isEqualTo("a red apple");
    assertThat(Words.count(3, "red apple")).isEqualTo("three red apples");
    assertThat(Words.count(12, "star")).isEqualTo("12 stars");
    assertThat(Words.count(0, "star")).isEqualTo("no stars");
  }

  @Test
  void plurals_follow_the_ending() {
    assertThat(Words.plural("strawberry")).isEqualTo("strawberries");
    assertThat(Words.plural("bus")).isEqualTo("buses");
    assertThat(Words.plural("peach")).isEqualTo("peaches");
    assertThat(Words.plural("cactus")).isEqualTo("cacti");
    assertThat(Words.plural("toy")).isEqualTo("toys");
  }

  @Test
  void captions_are_tidied_and_keep_their_order() {
    Caption caption = Caption.of("dog", "a  dog ").or("one , two").or("three");
    assertThat(caption.sentence()).isEqualTo("a dog");
    assertThat(caption.others()).containsExactly("one, two", "three");
  }
}
