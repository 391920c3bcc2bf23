package dev.semblance.text.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.text.pipeline.Pipeline;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// BERT's `vocab.txt`, put together line by line.
class WordPieceFileTest {
  /// `test_full_tokenizer` of google-research/bert, `tokenization_test.py`, with its vocabulary.
  @Test
  void gives_the_ids_of_the_test_of_bert() {
    String tokens = "[UNK] [CLS] [SEP] want ##want ##ed wa un runn ##ing ,";
    Pipeline bert = read(tokens.replace(' ', '\n') + "\n", true);

    assertThat(Json.ids(bert, "UNwant\u00E9d,running")).containsExactly(7, 4, 5, 10, 8, 9);
    assertThat(bert.specialIds().before()).containsExactly(1);
    assertThat(bert.specialIds().behind()).containsExactly(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void the_number_of_a_line_is_the_id_empty_lines_too(String end) {
    Pipeline pipeline =
        read(String.join(end, "a", "", "[UNK]", "[CLS]", "[SEP]", "b", "中", "") + end, true);

    assertThat(Json.ids(pipeline, "a b中x")).containsExactly(0, 5, 6, 2);
    assertThat(pipeline.specialIds().before()).containsExactly(3);
  }

  @Test
  void case_and_accents_go_or_stay() {
    String lines = "[UNK]\n[CLS]\n[SEP]\ne\nÉ\né\n";

    assertThat(Json.ids(read(lines, true), "É e")).containsExactly(3, 3);
    assertThat(Json.ids(read(lines, false), "É é E")).containsExactly(4, 5, 0);
  }

  @Test
  void special_tokens_are_found_in_a_text_as_far_as_there_are_lines_for_them() {
    String lines = "[UNK]\n[CLS]\n[SEP]\nmask\n[\n]\n";

    assertThat(Json.ids(read(lines, true), "[SEP][CLS][UNK]")).containsExactly(2, 1, 0);
    assertThat(Json.ids(read(lines, true), "[MASK]")).containsExactly(4, 3, 5);
    assertThat(Json.ids(read(lines + "[MASK]\n[PAD]", true), "[MASK][PAD]")).containsExactly(6, 7);
    assertThat(Json.ids(read(lines, true), "[mask]")).containsExactly(4, 3, 5);
  }

  @Test
  void a_word_of_more_than_100_characters_is_unknown() {
    String lines = "[UNK]\n[CLS]\n[SEP]\na\n##a\n";

    assertThat(Json.ids(read(lines, true), "a".repeat(100))).hasSize(100).startsWith(3, 4);
    assertThat(Json.ids(read(lines, true), "a".repeat(101))).containsExactly(0);
  }

  @Test
  void the_tokens_that_every_text_needs_must_be_there() {
    assertThatThrownBy(() -> read("[UNK]\n[CLS]\na\n", true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vocab.txt has no line [SEP] among its 3 tokens");
    assertThatThrownBy(() -> read("[UNK]\n[SEP]\n", true))
        .hasMessage("vocab.txt has no line [CLS] among its 2 tokens");
    for (String lines : new String[] {"", "\n\n", "[CLS]\n[SEP]\n", "[UNK] \n[CLS]\n[SEP]\n"}) {
      assertThatThrownBy(() -> read(lines, false))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the tokenizer's unknown token [UNK] is not in its vocabulary");
    }
  }

  private static Pipeline read(String lines, boolean lowerCase) {
    return WordPieceFile.read(lines.getBytes(StandardCharsets.UTF_8), lowerCase);
  }
}
