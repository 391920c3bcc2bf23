package dev.semblance.text.subword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.text.subword.BytePairEncoding.Options;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Byte-pair encoding by hand, and against a twin that looks at every pair before every merge.
class BytePairEncodingTest {
  private static final long SEED = 90_210;
  private static final Options PLAIN = new Options("", "", "", false, false, false);

  /// The example of Sennrich et al. 2016, algorithm 1: the merges that `low`, `newest` and `widest`
  /// teach, on a word that was not among them.
  @Test
  void cuts_lowest_as_the_paper_does() {
    Words words =
        Words.of(
            "l", "o", "w", "e", "r", "s", "t</w>", "es", "est</w>", "lo", "low", "t", "low</w>");
    Merges merges = merges(words, "e s", "es t</w>", "l o", "lo w");
    Options options = new Options("", "", "</w>", false, false, false);
    BytePairEncoding model = new BytePairEncoding(words.vocabulary(), merges, options);

    assertThat(words.cut(model, "lowest")).containsExactly("low", "est</w>");
    assertThat(words.cut(model, "lower")).containsExactly("low", "e");
    assertThat(words.cut(model, "t")).containsExactly("t</w>");
  }

  @Test
  void merges_the_earliest_learnt_first_and_the_leftmost_of_equals() {
    Words words = Words.of("a", "b", "c", "ab", "bc", "aa");

    assertThat(words.cut(plain(words, "b c", "a b"), "abc")).containsExactly("a", "bc");
    assertThat(words.cut(plain(words, "a b", "b c"), "abc")).containsExactly("ab", "c");
    assertThat(words.cut(plain(words, "a a"), "aaaaa")).containsExactly("aa", "aa", "a");
  }

  @Test
  void merges_what_became_neighbours_by_merging() {
    Words words = Words.of("a", "b", "c", "ab", "bc", "abc", "abcabc");

    assertThat(words.cut(plain(words, "abc abc", "a bc", "b c"), "abcabc"))
        .containsExactly("abcabc");
    assertThat(words.cut(plain(words, "ab c", "a b", "b c"), "cabc")).containsExactly("c", "abc");
  }

  @Test
  void agrees_with_the_twin_on_random_vocabularies() {
    Random random = new Random(SEED);
    for (int round = 0; round < 60; round++) {
      Words words = new Words(Subwords.texts(random, 90, 5));
      Twin twin = Twin.random(random, words);
      BytePairEncoding model = new BytePairEncoding(words.vocabulary(), twin.merges(), PLAIN);
      for (int i = 0; i < 40; i++) {
        String piece = Subwords.text(random, 30);
        assertThat(words.cut(model, piece))
            .as("seed %d, round %d: %s", SEED, round, piece)
            .isEqualTo(twin.encode(piece));
      }
    }
  }

  /// Every merge makes two new pairs, so that there are ever more of them to choose from.
  @Test
  void agrees_with_the_twin_where_all_neighbours_merge() {
    Random random = new Random(SEED);
    Words words = new Words(IntStream.rangeClosed(1, 12).mapToObj("a"::repeat).toList());
    for (int round = 0; round < 50; round++) {
      Twin twin = Twin.random(random, words);
      BytePairEncoding model = new BytePairEncoding(words.vocabulary(), twin.merges(), PLAIN);
      String piece = "a".repeat(20 + random.nextInt(80));
      assertThat(words.cut(model, piece))
          .as("seed %d, round %d: %s", SEED, round, piece)
          .isEqualTo(twin.encode(piece));
    }
  }

  @Test
  void cuts_a_piece_of_a_million_characters_as_it_does_a_short_one() {
    Words words = Words.of("a", "aa", "aaaa");
    BytePairEncoding model = plain(words, "a a", "aa aa");

    assertThat(Subwords.encode(model, "a".repeat(1_000_003)))
        .hasSize(250_002)
        .startsWith(2, 2)
        .endsWith(2, 1, 0);
  }

  @Test
  void leaves_unknown_characters_out_if_there_is_no_unknown_token() {
    Words words = Words.of("a", "b", "ab");
    BytePairEncoding model = plain(words, "a b");

    assertThat(words.cut(model, "a🦄b")).as("what is left are neighbours").containsExactly("ab");
    assertThat(words.cut(model, "🦄é")).isEmpty();
  }

  @Test
  void gives_each_unknown_character_a_token_or_each_run_of_them() {
    Words words = Words.of("?", "a");

    assertThat(words.cut(unknown(words, false), "xa🦄é")).containsExactly("?", "a", "?", "?");
    assertThat(words.cut(unknown(words, true), "x🦄a🦄é")).containsExactly("?", "a", "?");
  }

  @Test
  void refuses_an_unknown_token_that_the_vocabulary_lacks() {
    Words words = Words.of("a");

    assertThatThrownBy(() -> unknown(words, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the tokenizer's unknown token ? is not in its vocabulary");
  }

  @Test
  void turns_unknown_characters_into_their_bytes() {
    Words words = Words.of("?", "<0xC3>", "<0xA9>", "a", "<0xC3><0xA9>", "<0x61>");
    BytePairEncoding model =
        new BytePairEncoding(
            words.vocabulary(),
            merges(words, "<0xC3> <0xA9>"),
            new Options("?", "", "", true, true, false));

    assertThat(words.cut(model, "aé")).as("bytes merge").containsExactly("a", "<0xC3><0xA9>");
    assertThat(words.cut(model, "ñ")).as("its second byte is absent").containsExactly("?");
    assertThat(words.cut(model, "ñéa"))
        .as("an unknown character that waits is written behind bytes")
        .containsExactly("<0xC3><0xA9>", "?", "a");
  }

  @Test
  void turns_a_suffix_into_bytes_together_with_its_character() {
    Words words = Words.of("a", "a.", "<0x62>", "<0x2E>");
    BytePairEncoding model =
        new BytePairEncoding(
            words.vocabulary(),
            Merges.builder().build(),
            new Options("", "", ".", false, true, false));

    assertThat(words.cut(model, "aba")).containsExactly("a", "<0x62>", "a.");
    assertThat(words.cut(model, "ab")).containsExactly("a", "<0x62>", "<0x2E>");
  }

  @Test
  void seeks_characters_with_their_prefix_and_suffix() {
    Words words = Words.of("a", "#a", "#a.", "a.", "🦄", "#🦄.");
    BytePairEncoding model =
        new BytePairEncoding(
            words.vocabulary(),
            Merges.builder().build(),
            new Options("", "#", ".", false, false, false));

    assertThat(words.cut(model, "aaa")).containsExactly("a", "#a", "#a.");
    assertThat(words.cut(model, "a")).containsExactly("a.");
    assertThat(words.cut(model, "🦄🦄")).containsExactly("🦄", "#🦄.");
    assertThat(words.cut(model, "🦄")).as("the only one has both ends").isEmpty();
  }

  @Test
  void takes_a_known_piece_whole_if_merges_are_to_be_ignored() {
    Words words = Words.of("a", "b", "ab", "aba");
    Merges merges = merges(words, "a b");
    Options ignoring = new Options("", "", "", false, false, true);
    BytePairEncoding model = new BytePairEncoding(words.vocabulary(), merges, ignoring);

    assertThat(words.cut(model, "aba")).containsExactly("aba");
    assertThat(words.cut(model, "abab")).containsExactly("ab", "ab");
    assertThat(words.cut(new BytePairEncoding(words.vocabulary(), merges, PLAIN), "aba"))
        .containsExactly("ab", "a");
  }

  private static BytePairEncoding plain(Words words, String... pairs) {
    return new BytePairEncoding(words.vocabulary(), merges(words, pairs), PLAIN);
  }

  private static BytePairEncoding unknown(Words words, boolean fuse) {
    Options options = new Options("?", "", "", fuse, false, false);
    return new BytePairEncoding(words.vocabulary(), Merges.builder().build(), options);
  }

  /// The merges of pairs of words, written as `a b`, the earliest first.
  private static Merges merges(Words words, String... pairs) {
    Vocabulary vocabulary = words.vocabulary();
    Merges.Builder builder = Merges.builder();
    for (String pair : pairs) {
      String[] parts = pair.split(" ");
      builder.add(
          vocabulary.find(parts[0]),
          vocabulary.find(parts[1]),
          vocabulary.find(parts[0] + parts[1]));
    }
    return builder.build();
  }

  /// Merges as they were learnt, tried in that order on every pair of neighbours.
  private record Twin(Words words, Vocabulary known, List<String> pairs) {
    /// Ways to cut some of the words in two, in no order.
    static Twin random(Random random, Words words) {
      Twin twin = new Twin(words, words.vocabulary(), new ArrayList<>());
      for (String word : words.texts()) {
        for (int cut = 1; cut < word.length(); cut++) {
          String left = word.substring(0, cut);
          String right = word.substring(cut);
          if (twin.known.find(left) >= 0 && twin.known.find(right) >= 0) {
            twin.pairs.add(left + " " + right);
          }
        }
      }
      Collections.shuffle(twin.pairs, random);
      return twin;
    }

    Merges merges() {
      return BytePairEncodingTest.merges(words, pairs.toArray(String[]::new));
    }

    List<String> encode(String piece) {
      List<String> symbols = Subwords.characters(piece);
      symbols.removeIf(symbol -> known.find(symbol) < 0);
      for (int best = best(symbols); best >= 0; best = best(symbols)) {
        symbols.set(best, symbols.get(best) + symbols.remove(best + 1));
      }
      return symbols;
    }

    /// Where the pair stands that was learnt first, or -1.
    private int best(List<String> symbols) {
      int best = -1;
      int lowest = Integer.MAX_VALUE;
      for (int i = 0; i + 1 < symbols.size(); i++) {
        int rank = pairs.indexOf(symbols.get(i) + " " + symbols.get(i + 1));
        if (rank >= 0 && rank < lowest) {
          lowest = rank;
          best = i;
        }
      }
      return best;
    }
  }
}
