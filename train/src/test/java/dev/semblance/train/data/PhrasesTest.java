package dev.semblance.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PhrasesTest {
  @Test
  void a_caption_is_itself_and_a_name_is_put_into_sentences() {
    assertThat(Phrases.of(row("caption", "A dog runs."))).containsExactly("A dog runs.");
    assertThat(Phrases.of(row("label", "dog")))
        .containsExactly("dog", "a photo of a dog", "a picture of dog", "this is dog");
  }

  @Test
  void a_list_is_told_whole_and_in_parts() {
    assertThat(Phrases.of(row("objects", "bed, lamp, book, chair")))
        .containsExactly(
            "a room with bed, lamp, book, chair",
            "a room with bed, lamp, book",
            "a room with chair");
    assertThat(Phrases.of(row("synonyms", "tench, Tinca tinca")))
        .contains("tench", "a photo of a Tinca tinca");
  }

  @Test
  void an_unknown_kind_is_refused_with_the_known_ones() {
    assertThatThrownBy(() -> Phrases.of(row("song", "la")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("song")
        .hasMessageContaining("synonyms");
  }

  private static TextRow row(String kind, String text) {
    return new TextRow("a.webp", "somewhere", kind, text);
  }
}
