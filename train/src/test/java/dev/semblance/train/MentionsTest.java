package dev.semblance.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.train.data.TextRow;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MentionsTest {
  @Test
  void names_are_those_of_labels_groups_and_lists_in_lower_case() {
    List<TextRow> rows =
        List.of(
            row("a", "label", "Golden_Retriever"),
            row("b", "objects", "sofa, coffee  table,tv"),
            row("c", "synonyms", "sneaker, running shoe"),
            row("d", "group", "Fruit"),
            row("e", "caption", "a dog"));
    assertThat(Mentions.names(rows))
        .containsExactlyInAnyOrder(
            "golden retriever", "sofa", "coffee table", "sneaker", "running shoe", "fruit");
  }

  @Test
  void a_name_is_mentioned_as_whole_words_also_in_the_plural() {
    List<TextRow> rows =
        List.of(
            row("1", "caption", "Two dogs, running."),
            row("2", "caption", "A dog-sled"),
            row("3", "caption", "dogma in the hot sun"),
            row("4", "caption", "park benches by a bench"),
            row("5", "caption", "She benched the player in the park."));
    assertThat(Mentions.of(Set.of("dog", "park bench", "bench", "cat"), rows, 1, 9))
        .containsOnlyKeys("dog", "park bench", "bench")
        .containsEntry("dog", Set.of("1", "2"))
        .containsEntry("park bench", Set.of("4"))
        .containsEntry("bench", Set.of("4"));
  }

  @Test
  void a_file_with_several_captions_counts_once_and_too_few_or_too_many_are_left_out() {
    List<TextRow> rows =
        List.of(
            row("1", "caption", "a dog"),
            row("1", "caption", "a dog and a cat"),
            row("2", "caption", "a cat in the sky"),
            row("3", "caption", "the sky"),
            row("4", "caption", "sky"));
    assertThat(Mentions.of(Set.of("dog", "cat", "sky"), rows, 2, 2))
        .containsExactly(java.util.Map.entry("cat", Set.of("1", "2")));
  }

  private static TextRow row(String file, String kind, String text) {
    return new TextRow(file, "somewhere", kind, text);
  }
}
