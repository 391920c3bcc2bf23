package dev.semblance.text.subword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.text.subword.Unigram.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The unigram model by hand, and against a twin that tries every way to cut a piece.
class UnigramTest {
  private static final long SEED = 18_081;
  private static final Options DOUBLE = new Options(0, -100, false);

  /// A text in which every part is known: the sums are -3.0, -2.5 and -2.6.
  @Test
  void takes_the_cut_with_the_highest_sum() {
    Words words = Words.of("?", "a", "b", "ab", "c", "bc");
    Unigram model = model(words, DOUBLE, 0, -1, -1, -1.5, -1, -1.6);

    assertThat(words.cut(model, "abc")).containsExactly("ab", "c");
    assertThat(words.cut(model, "bc")).containsExactly("bc");
    assertThat(words.cut(model, "ba")).containsExactly("b", "a");
  }

  @Test
  void agrees_with_the_twin_on_random_vocabularies() {
    Random random = new Random(SEED);
    for (int round = 0; round < 60; round++) {
      List<String> texts = Subwords.texts(random, 30, 4);
      texts.remove("b");
      texts.addFirst("?");
      Words words = new Words(texts);
      double[] scores = texts.stream().mapToDouble(_ -> -10 * random.nextDouble()).toArray();
      Twin twin = new Twin(words.vocabulary(), scores);
      Unigram model = model(words, DOUBLE, scores);
      for (int i = 0; i < 60; i++) {
        String piece = Subwords.text(random, 8);
        assertThat(Subwords.encode(model, piece))
            .as("seed %d, round %d: %s", SEED, round, piece)
            .isIn(twin.best(piece));
      }
    }
  }

  @Test
  void takes_the_cut_whose_last_part_is_longest_if_sums_are_equal() {
    Words words = Words.of("?", "a", "aa", "aaa");

    assertThat(words.cut(model(words, DOUBLE, 0, -1, -1, -9), "aaa")).containsExactly("a", "aa");
    assertThat(words.cut(model(words, DOUBLE, 0, -1, -2, -3), "aaa")).containsExactly("aaa");
  }

  /// SentencePiece keeps a sum as float32 and compares it with the next one before that is rounded;
  /// so of two orders of the same parts that wins which the rounding lets win.
  @Test
  void decides_between_equal_sums_by_their_rounding_in_single_precision() {
    Random random = new Random(SEED);
    Words words = Words.of("?", "a", "aa");
    int roundedDown = 0;
    for (int i = 0; i < 500; i++) {
      float one = -2 - random.nextFloat();
      float two = -random.nextFloat();
      boolean down = (double) one + two > (float) ((double) one + two);
      roundedDown += down ? 1 : 0;
      String[] single = down ? new String[] {"aa", "a"} : new String[] {"a", "aa"};

      assertThat(words.cut(model(words, new Options(0, -100, true), 0, one, two), "aaa"))
          .as("seed %d: %s and %s", SEED, one, two)
          .containsExactly(single);
      assertThat(words.cut(model(words, DOUBLE, 0, one, two), "aaa")).containsExactly("a", "aa");
    }
    assertThat(roundedDown).isBetween(100, 400);
  }

  /// The score of an unknown character is a float32 there, so its sums are rounded at once.
  @Test
  void rounds_sums_with_unknown_characters_before_it_compares_them() {
    Words words = Words.of("?", "a", "aé");
    float one = -0.1f;
    float unknown = -10.3f;
    float both = (float) ((double) one + unknown);

    assertThat((double) one + unknown).as("rounded down").isGreaterThan(both);
    assertThat(words.cut(model(words, new Options(0, unknown, true), 0, one, both), "aé"))
        .containsExactly("aé");
  }

  @Test
  void gives_a_run_of_unknown_characters_one_token() {
    Words words = Words.of("?", "a", "b🦄c");
    Unigram model = model(words, DOUBLE, 0, -1, -1);

    assertThat(words.cut(model, "🦄éa🦄")).containsExactly("?", "a", "?");
    assertThat(words.cut(model, "b🦄")).containsExactly("?");
    assertThat(words.cut(model, "b🦄ca")).containsExactly("b🦄c", "a");
  }

  @Test
  void prefers_unknown_characters_where_their_score_is_higher() {
    Words words = Words.of("?", "aé");

    assertThat(words.cut(model(words, new Options(0, -1, false), 0, -3), "aéa"))
        .containsExactly("?");
    assertThat(words.cut(model(words, new Options(0, -2, false), 0, -3), "aéa"))
        .containsExactly("aé", "?");
    assertThat(words.cut(model(words, new Options(0, -1, false), 0, -3), "aé"))
        .as("a run of unknown characters that is an entry")
        .containsExactly("aé");
  }

  /// `has_single_node` of the reference: a character that is known alone is never unknown.
  @Test
  void takes_no_known_character_for_unknown_however_low_its_score() {
    Words words = Words.of("?", "a", "🦄");
    Unigram model = model(words, new Options(0, -1, false), 0, -1000, -1000);

    assertThat(words.cut(model, "a🦄")).containsExactly("a", "🦄");
  }

  @Test
  void gives_the_unknown_token_its_own_id_where_it_is_written_out() {
    Words words = Words.of("a", "<unk>", "b");
    Unigram model = model(words, new Options(1, -100, false), -1, -1, -1);

    assertThat(words.cut(model, "a<unk>b")).containsExactly("a", "<unk>", "b");
  }

  @Test
  void refuses_unknown_characters_if_there_is_no_unknown_token() {
    Words words = Words.of("a");
    Unigram model = model(words, new Options(-1, -100, false), -1);

    assertThat(words.cut(model, "aa")).containsExactly("a", "a");
    assertThatThrownBy(() -> model.encode("a🦄b", new IdList()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the tokenizer has no unknown token, but its vocabulary lacks 🦄");
  }

  @Test
  void turns_a_run_of_unknown_characters_into_bytes_if_it_has_them_all() {
    Words words = Words.of("?", "a", "<0xC3>", "<0xA9>", "<0xAA>", "<0xc3>", "<0xB1>");
    double[] scores = new double[words.texts().size()];
    Vocabulary known = words.vocabulary();
    Unigram model = new Unigram(known, scores, DOUBLE, known);

    assertThat(words.cut(model, "éaê"))
        .containsExactly("<0xC3>", "<0xA9>", "a", "<0xC3>", "<0xAA>");
    assertThat(words.cut(model, "éëa")).as("a byte of one is absent").containsExactly("?", "a");
  }

  @Test
  void takes_a_run_of_unknown_characters_that_is_an_entry_before_its_bytes() {
    Words words = Words.of("?", "éê", "<0xC3>", "<0xA9>", "<0xAA>");
    double[] scores = {0, -3, 0, 0, 0};
    Vocabulary known = words.vocabulary();
    Unigram model = new Unigram(known, scores, new Options(0, -1, false), known);

    assertThat(words.cut(model, "éê")).containsExactly("éê");
    assertThat(words.cut(model, "é")).containsExactly("<0xC3>", "<0xA9>");
  }

  @Test
  void looks_bytes_up_where_it_is_told_to() {
    Words words = Words.of("?", "<0xC3>", "<0xA9>");
    Vocabulary known = words.vocabulary();
    Vocabulary bytes = Vocabulary.builder().add("<0xC3>", 2).add("<0xA9>", 1).build();
    double[] scores = new double[3];

    assertThat(words.cut(new Unigram(known, scores, DOUBLE, null), "é")).containsExactly("?");
    assertThat(words.cut(new Unigram(known, scores, DOUBLE, bytes), "é"))
        .containsExactly("<0xA9>", "<0xC3>");
  }

  @Test
  void keeps_scores_of_its_own() {
    Words words = Words.of("?", "a", "aa");
    double[] scores = {0, -1, -1.5};
    Unigram model = model(words, DOUBLE, scores);
    scores[2] = -100;

    assertThat(words.cut(model, "aa")).containsExactly("aa");
  }

  private static Unigram model(Words words, Options options, double... scores) {
    return new Unigram(words.vocabulary(), scores, options, null);
  }

  /// Every way to cut a piece, a character that is not known alone being unknown too.
  private static final class Twin {
    private final Vocabulary vocabulary;
    private final double[] scores;

    Twin(Vocabulary vocabulary, double[] scores) {
      this.vocabulary = vocabulary;
      this.scores = scores;
    }

    /// The best cuts: more than one where the same parts stand in another order.
    List<List<Integer>> best(String piece) {
      List<List<Integer>> cuts = cuts(piece);
      double highest = cuts.stream().mapToDouble(this::sum).max().orElseThrow();
      return cuts.stream().filter(ids -> sum(ids) > highest - 1e-9).map(Twin::fused).toList();
    }

    private double sum(List<Integer> ids) {
      return ids.stream().mapToDouble(id -> id == 0 ? -100 : scores[id]).sum();
    }

    private List<List<Integer>> cuts(String rest) {
      if (rest.isEmpty()) {
        return List.of(List.of());
      }
      List<List<Integer>> result = new ArrayList<>();
      int single = rest.offsetByCodePoints(0, 1);
      for (int end = single; end <= rest.length(); end++) {
        int id = vocabulary.find(rest.substring(0, end));
        if (id >= 0 || end == single) {
          for (List<Integer> behind : cuts(rest.substring(end))) {
            List<Integer> whole = new ArrayList<>(List.of(Math.max(id, 0)));
            whole.addAll(behind);
            result.add(whole);
          }
        }
      }
      return result;
    }

    private static List<Integer> fused(List<Integer> ids) {
      List<Integer> result = new ArrayList<>();
      for (int id : ids) {
        if (id != 0 || result.isEmpty() || result.getLast() != 0) {
          result.add(id);
        }
      }
      return result;
    }
  }
}
