package dev.semblance.text.subword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// WordPiece by the examples of BERT, and against a twin that copies every part it looks up.
class WordPieceTest {
  private static final long SEED = 5_150;
  private static final int LONGEST = 100;

  /// `test_wordpiece_tokenizer` of google-research/bert, `tokenization_test.py`.
  @Test
  void cuts_as_the_test_of_bert_does() {
    Words words = Words.of("[UNK]", "want", "##want", "##ed", "wa", "un", "runn", "##ing");
    WordPiece model = model(words, LONGEST);

    assertThat(words.cut(model, "unwanted")).containsExactly("un", "##want", "##ed");
    assertThat(words.cut(model, "running")).containsExactly("runn", "##ing");
    assertThat(words.cut(model, "unwantedX")).containsExactly("[UNK]");
  }

  @Test
  void takes_the_longest_beginning_even_where_a_shorter_one_would_come_out_even() {
    Words words = Words.of("[UNK]", "a", "ab", "##bc", "##b");
    WordPiece model = model(words, LONGEST);

    assertThat(words.cut(model, "abc")).as("a ##bc would do").containsExactly("[UNK]");
    assertThat(words.cut(model, "abb")).containsExactly("ab", "##b");
  }

  @Test
  void tells_a_beginning_from_what_follows() {
    Words words = Words.of("[UNK]", "a", "##b");
    WordPiece model = model(words, LONGEST);

    assertThat(words.cut(model, "b")).containsExactly("[UNK]");
    assertThat(words.cut(model, "aa")).containsExactly("[UNK]");
    assertThat(words.cut(model, "##b")).as("written out it is a beginning").containsExactly("##b");
  }

  @Test
  void agrees_with_the_twin_on_random_vocabularies() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      String prefix = List.of("##", "", "a").get(round % 3);
      List<String> texts = Subwords.texts(random, 40, 3);
      Subwords.texts(random, 40, 3).forEach(text -> texts.add(prefix + text));
      texts.add("[UNK]");
      Words words = new Words(texts);
      WordPiece model = new WordPiece(words.vocabulary(), "[UNK]", prefix, LONGEST);
      for (int i = 0; i < 60; i++) {
        String word = Subwords.text(random, 8);
        assertThat(Subwords.encode(model, word))
            .as("seed %d, round %d: %s", SEED, round, word)
            .isEqualTo(Subwords.encode(new Twin(words.vocabulary(), prefix), word));
      }
    }
  }

  @Test
  void takes_a_word_for_unknown_if_it_has_more_code_points_than_allowed() {
    Words words = Words.of("[UNK]", "a", "##a", "🦄", "##🦄");
    WordPiece model = model(words, 3);

    assertThat(words.cut(model, "aaa")).containsExactly("a", "##a", "##a");
    assertThat(words.cut(model, "aaaa")).containsExactly("[UNK]");
    assertThat(words.cut(model, "🦄a🦄")).containsExactly("🦄", "##a", "##🦄");
    assertThat(words.cut(model, "🦄🦄🦄🦄")).containsExactly("[UNK]");
  }

  @Test
  void does_not_take_the_prefix_alone_for_a_part() {
    Words words = Words.of("?", "a", "##", "#");
    WordPiece model = new WordPiece(words.vocabulary(), "?", "##", LONGEST);

    assertThat(words.cut(model, "ab")).containsExactly("?");
    assertThat(words.cut(model, "##")).containsExactly("##");
  }

  /// The part that is looked up here would be shorter than nothing; that `#` stands last and meets
  /// `##` in the hash table makes it show.
  @Test
  void takes_a_word_for_unknown_if_the_prefix_is_longer_than_any_text() {
    for (int code = 'a'; code < 0x400; code++) {
      Words words = Words.of("?", Character.toString(code), "#");
      WordPiece model = new WordPiece(words.vocabulary(), "?", "##", LONGEST);

      assertThat(words.cut(model, "##")).as("beside %x", code).containsExactly("?");
    }
  }

  @Test
  void refuses_an_unknown_token_that_the_vocabulary_lacks() {
    Words words = Words.of("a");

    assertThatThrownBy(() -> model(words, LONGEST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the tokenizer's unknown token [UNK] is not in its vocabulary");
  }

  private static WordPiece model(Words words, int longestWord) {
    return new WordPiece(words.vocabulary(), "[UNK]", "##", longestWord);
  }

  private record Twin(Vocabulary vocabulary, String prefix) implements SubwordModel {
    @Override
    public void encode(String word, IdList out) {
      IdList parts = new IdList();
      String rest = word;
      while (!rest.isEmpty()) {
        String before = parts.size() == 0 ? "" : prefix;
        int length = rest.length();
        while (length > 0 && idOf(before + rest.substring(0, length)) < 0) {
          length--;
        }
        if (length == 0) {
          out.add(idOf("[UNK]"));
          return;
        }
        parts.add(idOf(before + rest.substring(0, length)));
        rest = rest.substring(length);
      }
      Subwords.list(parts).forEach(out::add);
    }

    @Override
    public int idOf(String token) {
      return vocabulary.find(token);
    }

    @Override
    public int size() {
      return vocabulary.size();
    }
  }
}
