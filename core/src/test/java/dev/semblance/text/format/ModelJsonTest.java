package dev.semblance.text.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.text.pipeline.Pipeline;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The settings of each model of `tokenizer.json` do what they say, and what is broken is named.
class ModelJsonTest {
  private static final String LETTERS = "'vocab': {'a': 0, 'b': 1, 'ab': 2, '?': 3}";

  @Test
  void merges_are_written_as_texts_or_as_pairs() {
    Pipeline texts = Json.model("{'type': 'BPE', " + LETTERS + ", 'merges': ['a b']}");
    Pipeline pairs = Json.model("{'type': 'BPE', " + LETTERS + ", 'merges': [['a', 'b']]}");
    Pipeline none = Json.model("{'type': 'BPE', " + LETTERS + ", 'merges': []}");

    assertThat(Json.ids(texts, "aba")).containsExactly(2, 0);
    assertThat(Json.ids(pairs, "aba")).containsExactly(2, 0);
    assertThat(Json.ids(none, "aba")).containsExactly(0, 1, 0);
  }

  @Test
  void a_pair_may_hold_spaces_where_a_text_may_not() {
    String vocabulary = "'vocab': {'a': 0, ' ': 1, 'a ': 2}";
    Pipeline pairs = Json.model("{'type': 'BPE', " + vocabulary + ", 'merges': [['a', ' ']]}");

    assertThat(Json.ids(pairs, "a a")).containsExactly(2, 0);
    assertRefused("{'type': 'BPE', " + vocabulary + ", 'merges': ['a  ']}")
        .hasMessage("the tokenizer's merge \"a  \" is not two texts with one space between");
  }

  @Test
  void byte_pairs_take_their_settings() {
    String start = "{'type': 'BPE', 'merges': [], ";
    Pipeline unknown = Json.model(start + LETTERS + ", 'unk_token': '?'}");
    Pipeline fused = Json.model(start + LETTERS + ", 'unk_token': '?', 'fuse_unk': true}");
    Pipeline whole = Json.model(start + LETTERS + ", 'ignore_merges': true}");

    assertThat(Json.ids(unknown, "axy")).containsExactly(0, 3, 3);
    assertThat(Json.ids(fused, "axy")).containsExactly(0, 3);
    assertThat(Json.ids(whole, "ab")).containsExactly(2);
  }

  @Test
  void byte_pairs_take_prefix_suffix_and_bytes() {
    Pipeline dressed =
        Json.model(
            "{'type': 'BPE', 'vocab': {'a': 0, '#a': 1, '#a.': 2, 'aa.': 3},"
                + " 'merges': ['a #a.'], 'continuing_subword_prefix': '#',"
                + " 'end_of_word_suffix': '.'}");
    Pipeline bytes =
        Json.model(
            "{'type': 'BPE', 'vocab': {'<0xC3>': 0, '<0xA9>': 1}, 'merges': [],"
                + " 'byte_fallback': true}");

    assertThat(Json.ids(dressed, "aa")).as("a merge drops the prefix").containsExactly(3);
    assertThat(Json.ids(dressed, "aaa")).containsExactly(0, 1, 2);
    assertThat(Json.ids(bytes, "é")).containsExactly(0, 1);
  }

  @Test
  void settings_that_are_null_are_as_if_absent() {
    Pipeline model =
        Json.model(
            "{'type': 'BPE', "
                + LETTERS
                + ", 'merges': ['a b'], 'dropout': null, 'unk_token': null,"
                + " 'continuing_subword_prefix': null, 'end_of_word_suffix': null,"
                + " 'fuse_unk': null, 'byte_fallback': null}");

    assertThat(Json.ids(model, "abx")).containsExactly(2);
  }

  @Test
  void dropout_is_refused_unless_it_is_none() {
    String start = "{'type': 'BPE', 'merges': [], " + LETTERS;

    assertThat(Json.ids(Json.model(start + ", 'dropout': 0.0}"), "a")).containsExactly(0);
    assertRefused(start + ", 'dropout': 0.1}")
        .hasMessage(
            "the tokenizer's model of type BPE is not understood: its dropout is not 0, which"
                + " would make ids random");
  }

  /// An unknown character is worth the lowest score less 10: three of them 27 where that is 19, and
  /// 33 where it is 21; a known pair and an unknown one 28 and 32.
  @Test
  void unigram_ids_are_places_and_an_unknown_character_lies_10_below_the_lowest_score() {
    assertThat(Json.ids(Json.model(unigram(19)), "aéa")).containsExactly(1, 0);
    assertThat(Json.ids(Json.model(unigram(21)), "aéa")).containsExactly(0);
    assertThat(Json.ids(Json.model(unigram(21)), "bxb")).containsExactly(2, 0, 2);
  }

  private static String unigram(int lowest) {
    return String.format(
        Locale.ROOT,
        "{'type': 'Unigram', 'unk_id': 0, 'vocab': [['?', 50], ['aé', %d], ['b', 50]]}",
        lowest);
  }

  @Test
  void unigram_needs_no_unknown_token_until_it_meets_an_unknown_character() {
    Pipeline absent = Json.model("{'type': 'Unigram', 'vocab': [['a', -1]]}");
    Pipeline isNull = Json.model("{'type': 'Unigram', 'unk_id': null, 'vocab': [['a', -1]]}");

    assertThat(Json.ids(absent, "aa")).containsExactly(0, 0);
    assertThatThrownBy(() -> Json.ids(isNull, "ab"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("has no unknown token, but its vocabulary lacks b");
  }

  @Test
  void unigram_reads_more_entries_than_it_first_has_room_for() {
    StringBuilder vocabulary = new StringBuilder("['?', 0]");
    for (int id = 1; id < 3000; id++) {
      vocabulary.append(", ['").append((char) (0x4E00 + id)).append("', -").append(id).append("]");
    }
    Pipeline model = Json.model("{'type': 'Unigram', 'unk_id': 0, 'vocab': [" + vocabulary + "]}");

    assertThat(Json.ids(model, Character.toString(0x4E00 + 2999) + (char) (0x4E00 + 1500)))
        .containsExactly(2999, 1500);
  }

  @Test
  void word_piece_has_the_settings_of_bert_unless_told_otherwise() {
    String vocabulary = "'vocab': {'[UNK]': 0, 'a': 1, '##a': 2, '?': 3, '+a': 4}";
    Pipeline plain = Json.model("{'type': 'WordPiece', " + vocabulary + "}");
    Pipeline other =
        Json.model(
            "{'type': 'WordPiece', 'unk_token': '?', 'continuing_subword_prefix': '+',"
                + " 'max_input_chars_per_word': 2, "
                + vocabulary
                + "}");

    assertThat(Json.ids(plain, "aa")).containsExactly(1, 2);
    assertThat(Json.ids(plain, "a".repeat(100))).hasSize(100);
    assertThat(Json.ids(plain, "a".repeat(101))).containsExactly(0);
    assertThat(Json.ids(other, "aa")).containsExactly(1, 4);
    assertThat(Json.ids(other, "aaa")).containsExactly(3);
  }

  @Test
  void the_type_is_told_by_what_there_is_if_it_is_not_written() {
    String pieces = "'vocab': {'[UNK]': 0, 'a': 1, '##b': 2, 'b': 3}";

    assertThat(Json.ids(Json.model("{" + pieces + "}"), "ab")).containsExactly(1, 2);
    assertThat(Json.ids(Json.model("{'merges': [], " + pieces + "}"), "ab")).containsExactly(1, 3);
    assertThat(Json.ids(Json.model("{" + pieces + ", 'merges': []}"), "ab")).containsExactly(1, 3);
    assertThat(Json.ids(Json.model("{'vocab': [['?', 0], ['a', -1]], 'unk_id': 0}"), "aa"))
        .containsExactly(1, 1);
  }

  @Test
  void an_unknown_type_is_refused_with_those_that_are_known() {
    assertRefused("{'type': 'WordLevel', 'vocab': {'a': 0}}")
        .hasMessage(
            "the tokenizer's model is of type WordLevel, which is not understood here; understood"
                + " are BPE, Unigram, WordPiece");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "17", "'a'", "true"})
  void a_vocabulary_must_be_an_object_or_a_list(String value) {
    for (String order : List.of("'vocab': %s, 'merges': []", "'merges': [], 'vocab': %s")) {
      assertRefused("{'type': 'BPE', " + String.format(Locale.ROOT, order, value) + "}")
          .hasMessageStartingWith("the tokenizer's model has a vocab that ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "17", "'a b'", "{'a': 'b'}"})
  void merges_must_be_a_list(String value) {
    assertRefused("{'type': 'BPE', " + LETTERS + ", 'merges': " + value + "}")
        .hasMessageContaining("merges");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "['a', 'b', 'a']",
        "['a']",
        "['a', 1]",
        "[]",
        "[['a', 'b']]",
        "1",
        "null",
        "'ab'",
        "'a b a'"
      })
  void a_merge_must_be_two_texts(String merge) {
    String merges = "'merges': [" + merge + ", 'a b']";

    assertRefused("{'type': 'BPE', " + LETTERS + ", " + merges + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"['a', -1, 5]", "['a']", "[]", "'a'", "['a', '-1']", "[1, -1]", "null"})
  void a_scored_entry_must_be_a_text_and_a_number(String entry) {
    assertRefused("{'type': 'Unigram', 'unk_id': 0, 'vocab': [['?', 0], " + entry + "]}");
  }

  @Test
  void a_scored_entry_that_is_no_list_is_named_as_such() {
    assertRefused("{'type': 'Unigram', 'unk_id': 0, 'vocab': [['?', 0], 'a', -1]}")
        .hasMessageStartingWith(
            "the tokenizer's model has a vocab that has an entry that is no pair of text and"
                + " score, at ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "'1'", "null", "[1]", "{'id': 1}", "3000000000"})
  void an_id_must_be_a_whole_number_that_is_not_negative(String id) {
    assertRefused("{'type': 'WordPiece', 'vocab': {'[UNK]': 0, 'a': " + id + "}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "c b; c, which is not in its vocabulary",
        "a c; c, which is not in its vocabulary",
        "b a; ba, which is not in its vocabulary"
      })
  void a_merge_must_be_of_known_texts(String merge, String message) {
    assertRefused("{'type': 'BPE', " + LETTERS + ", 'merges': ['" + merge + "']}")
        .hasMessage("the tokenizer's merges name " + message);
  }

  @Test
  void a_merge_must_have_room_for_the_prefix_it_drops() {
    assertRefused(
            "{'type': 'BPE', 'vocab': {'a': 0, 'b': 1, 'ab': 2}, 'merges': ['a b'],"
                + " 'continuing_subword_prefix': '##'}")
        .hasMessageContaining("##");
  }

  @Test
  void an_unknown_token_must_be_in_the_vocabulary() {
    assertRefused("{'type': 'BPE', 'merges': [], 'unk_token': '!', " + LETTERS + "}")
        .hasMessage("the tokenizer's unknown token ! is not in its vocabulary");
    assertRefused("{'type': 'WordPiece', " + LETTERS + "}").hasMessageContaining("[UNK]");
    assertRefused("{'type': 'Unigram', 'unk_id': 1, 'vocab': [['a', -1]]}")
        .hasMessageContaining("unk_id");
    assertRefused("{'type': 'Unigram', 'unk_id': -1, 'vocab': [['a', -1]]}")
        .hasMessage("the tokenizer's unk_id must be a whole number from 0 on, but is -1");
  }

  @Test
  void unigram_must_have_scores() {
    assertRefused("{'type': 'Unigram', 'unk_id': 0, " + LETTERS + "}")
        .hasMessageContaining("score");
    assertRefused("{'type': 'Unigram', " + LETTERS + "}").hasMessageContaining("score");
  }

  @Test
  void a_model_must_be_an_object_with_a_vocabulary() {
    assertRefused("[]").hasMessage("the tokenizer's model must be an object");
    assertRefused("null").hasMessage("the tokenizer's model must be an object");
    assertRefused("{'type': 'BPE', 'merges': []}").hasMessage("the tokenizer's model has no vocab");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String model) {
    return assertThatThrownBy(() -> Json.model(model))
        .as(model)
        .isInstanceOf(IllegalArgumentException.class);
  }
}
