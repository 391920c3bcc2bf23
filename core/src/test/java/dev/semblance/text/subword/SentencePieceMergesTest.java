package dev.semblance.text.subword;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.text.subword.SentencePieceMerges.Options;
import dev.semblance.text.unicode.PhraseFinder;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Byte pairs of SentencePiece by hand, and against a twin that looks at every pair before every
/// merge.
class SentencePieceMergesTest {
  private static final long SEED = 63_104;
  private static final PhraseFinder NO_PHRASES = new PhraseFinder(List.of());

  @Test
  void merges_the_highest_score_first_and_the_leftmost_of_equals() {
    Words words = Words.of("?", "a", "b", "c", "ab", "bc", "aa");

    assertThat(words.cut(model(words, 0, 0, 0, 0, -2, -1, -3), "abc")).containsExactly("a", "bc");
    assertThat(words.cut(model(words, 0, 0, 0, 0, -1, -2, -3), "abc")).containsExactly("ab", "c");
    assertThat(words.cut(model(words, 0, 0, 0, 0, -2, -2, -3), "abc")).containsExactly("ab", "c");
    assertThat(words.cut(model(words, 0, 0, 0, 0, -2, -2, -3), "aaa")).containsExactly("aa", "a");
  }

  @Test
  void orders_scores_of_both_signs_and_zeros_of_both() {
    Words words = Words.of("?", "ab", "bc");

    assertThat(cutsFirst(words, 1e-30f, -1e-30f)).isTrue();
    assertThat(cutsFirst(words, -1e-30f, 1e-30f)).isFalse();
    assertThat(cutsFirst(words, 3, 2)).isTrue();
    assertThat(cutsFirst(words, 2, 3)).isFalse();
    assertThat(cutsFirst(words, -0f, 0f)).as("zeros are equal").isTrue();
    assertThat(cutsFirst(words, 0f, -0f)).as("zeros are equal").isTrue();
    assertThat(cutsFirst(words, Float.NEGATIVE_INFINITY, -Float.MAX_VALUE)).isFalse();
  }

  /// Whether `ab` is cut out of `abc` and not `bc`.
  private static boolean cutsFirst(Words words, float first, float second) {
    return words.cut(model(words, 0, first, second), "abc").equals(List.of("ab", "?"));
  }

  @Test
  void agrees_with_the_twin_on_random_vocabularies() {
    Random random = new Random(SEED);
    for (int round = 0; round < 60; round++) {
      Words words = new Words(Subwords.texts(random, 60, 4));
      float[] scores = new float[words.texts().size()];
      for (int id = 0; id < scores.length; id++) {
        scores[id] = round % 2 == 0 ? random.nextFloat() - 0.5f : random.nextInt(4) - 2;
      }
      String phrase = Subwords.text(random, 3);
      PhraseFinder phrases = new PhraseFinder(List.of(phrase));
      Vocabulary known = words.vocabulary();
      Options options = new Options(0, phrases, Subwords.vocabulary());
      SentencePieceMerges model = new SentencePieceMerges(known, scores, options, null);
      Twin twin = new Twin(known, scores, phrase);
      for (int i = 0; i < 40; i++) {
        String piece = Subwords.text(random, 20);
        assertThat(Subwords.encode(model, piece))
            .as("seed %d, round %d: %s", SEED, round, piece)
            .isEqualTo(twin.encode(piece));
      }
    }
  }

  @Test
  void takes_user_defined_symbols_whole_and_merges_them_with_nothing() {
    Words words = Words.of("?", "a", "b", "ab", "<x>", "a<x>", "<x>b", "<xx");
    float[] scores = new float[words.texts().size()];
    PhraseFinder phrases = new PhraseFinder(List.of("<x>", "<xx"));
    SentencePieceMerges model = model(words, scores, phrases, null);

    assertThat(words.cut(model, "a<x>b")).containsExactly("a", "<x>", "b");
    assertThat(words.cut(model, "ab<xxab")).containsExactly("ab", "<xx", "ab");
  }

  @Test
  void lets_unused_merges_fall_apart_again() {
    Words words = Words.of("?", "a", "b", "c", "ab", "abc");
    float[] scores = {0, 0, 0, 0, -1, -2};

    assertThat(words.cut(unused(words, scores, "abc"), "abc")).containsExactly("ab", "c");
    assertThat(words.cut(unused(words, scores, "ab", "abc"), "abc")).containsExactly("a", "b", "c");
    assertThat(words.cut(unused(words, scores, "ab"), "abc"))
        .as("on the way to a used one it stays")
        .containsExactly("abc");
    assertThat(words.cut(unused(words, scores, "ab"), "cab")).containsExactly("c", "a", "b");
  }

  @Test
  void lets_both_halves_of_an_unused_merge_fall_apart() {
    Words words = Words.of("?", "a", "b", "c", "d", "ab", "cd", "abcd");
    float[] scores = {0, 0, 0, 0, 0, -1, -1, -2};

    assertThat(words.cut(unused(words, scores, "cd", "abcd"), "abcd"))
        .containsExactly("ab", "c", "d");
    assertThat(words.cut(unused(words, scores, "ab", "cd", "abcd"), "abcd"))
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void keeps_an_unused_character_that_nothing_was_merged_to() {
    Words words = Words.of("?", "a");

    assertThat(words.cut(unused(words, new float[2], "a"), "aa")).containsExactly("a", "a");
  }

  @Test
  void gives_a_run_of_unknown_characters_one_token() {
    Words words = Words.of("?", "a", "b");
    SentencePieceMerges model = model(words, 0, 0, 0);

    assertThat(words.cut(model, "é🦄ab🦄")).containsExactly("?", "a", "b", "?");
    assertThat(words.cut(model, "🦄")).containsExactly("?");
  }

  @Test
  void turns_unknown_characters_into_their_bytes() {
    Words words = Words.of("?", "a", "<0xC3>", "<0xA9>");
    SentencePieceMerges model =
        model(words, new float[4], NO_PHRASES, Subwords.vocabulary(words.texts()));

    assertThat(words.cut(model, "aéé"))
        .containsExactly("a", "<0xC3>", "<0xA9>", "<0xC3>", "<0xA9>");
    assertThat(words.cut(model, "a🦄")).as("without all of its bytes").containsExactly("a", "?");
  }

  @Test
  void keeps_scores_of_its_own() {
    Words words = Words.of("?", "ab", "bc");
    float[] scores = {0, -1, -2};
    SentencePieceMerges model = model(words, scores);
    scores[1] = -3;

    assertThat(words.cut(model, "abc")).containsExactly("ab", "?");
  }

  private static SentencePieceMerges model(Words words, float... scores) {
    return model(words, scores, NO_PHRASES, null);
  }

  private static SentencePieceMerges model(
      Words words, float[] scores, PhraseFinder phrases, @Nullable Vocabulary bytes) {
    Options options = new Options(0, phrases, Subwords.vocabulary());
    return new SentencePieceMerges(words.vocabulary(), scores, options, bytes);
  }

  private static SentencePieceMerges unused(Words words, float[] scores, String... unused) {
    Options options = new Options(0, NO_PHRASES, Subwords.vocabulary(unused));
    return new SentencePieceMerges(words.vocabulary(), scores, options, null);
  }

  private static final class Twin {
    private final Vocabulary known;
    private final float[] scores;
    private final String phrase;

    Twin(Vocabulary known, float[] scores, String phrase) {
      this.known = known;
      this.scores = scores;
      this.phrase = phrase;
    }

    List<Integer> encode(String piece) {
      List<String> symbols = Subwords.characters(piece);
      for (int i = 0; i < symbols.size(); i++) {
        if (String.join("", symbols.subList(i, symbols.size())).startsWith(phrase)) {
          symbols.subList(i, i + phrase.codePointCount(0, phrase.length())).clear();
          symbols.add(i, phrase + "!");
        }
      }
      for (int best = best(symbols); best >= 0; best = best(symbols)) {
        symbols.set(best, symbols.get(best) + symbols.remove(best + 1));
      }
      IdList ids = new IdList();
      boolean unknownBefore = false;
      for (String symbol : symbols) {
        int id = known.find(symbol.replace("!", ""));
        if (id >= 0 || !unknownBefore) {
          ids.add(Math.max(id, 0));
        }
        unknownBefore = id < 0;
      }
      return Subwords.list(ids);
    }

    private int best(List<String> symbols) {
      int best = -1;
      for (int i = 0; i + 1 < symbols.size(); i++) {
        int id = known.find(symbols.get(i) + symbols.get(i + 1));
        if (id >= 0 && (best < 0 || scores[id] > scores[idAt(symbols, best)])) {
          best = i;
        }
      }
      return best;
    }

    private int idAt(List<String> symbols, int place) {
      return known.find(symbols.get(place) + symbols.get(place + 1));
    }
  }
}
