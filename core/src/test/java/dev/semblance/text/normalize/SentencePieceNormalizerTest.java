package dev.semblance.text.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.text.normalize.SentencePieceNormalizer.Whitespace;
import dev.semblance.text.unicode.PhraseFinder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// SentencePiece's spaces, rules and symbols, after the cases of its `normalizer_test.cc`, and the
/// rules as Hugging Face applies them.
class SentencePieceNormalizerTest {
  private static final long SEED = 20261128;
  private static final Whitespace USUAL = new Whitespace(true, false, true, true);
  private static final PhraseFinder NO_SYMBOLS = new PhraseFinder(List.of());

  @Test
  void spaces_collapse_and_become_visible_and_one_stands_in_front() {
    assertThat(plain(USUAL, "ABC")).isEqualTo("▁ABC");
    assertThat(plain(USUAL, "   ABC   ")).isEqualTo("▁ABC");
    assertThat(plain(USUAL, " A  B   C ")).isEqualTo("▁A▁B▁C");
    assertThat(plain(USUAL, "")).isEmpty();
    assertThat(plain(USUAL, "   ")).isEmpty();
  }

  @Test
  void each_of_these_may_be_turned_off() {
    assertThat(plain(new Whitespace(false, false, true, true), " A  B ")).isEqualTo("A▁B");
    assertThat(plain(new Whitespace(true, false, false, true), " A  B ")).isEqualTo("▁▁A▁▁B▁");
    assertThat(plain(new Whitespace(true, false, true, false), " A  B ")).isEqualTo(" A B");
    assertThat(plain(new Whitespace(true, true, true, true), " A  B ")).isEqualTo("A▁B▁");
    assertThat(plain(new Whitespace(true, false, false, true), "  ")).isEqualTo("▁▁▁");
    assertThat(plain(new Whitespace(true, false, false, true), "")).isEmpty();
    assertThat(plain(new Whitespace(false, false, false, false), " \t\n ")).isEqualTo(" \t\n ");
  }

  @Test
  void random_texts_are_their_words_behind_visible_spaces() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      String text =
          IntStream.range(0, random.nextInt(12))
              .mapToObj(i -> List.of(" ", " ", "a", "é", "😂").get(random.nextInt(5)))
              .collect(Collectors.joining());
      String expected =
          Arrays.stream(text.split(" "))
              .filter(word -> !word.isEmpty())
              .map(word -> "▁" + word)
              .collect(Collectors.joining());
      assertThat(plain(USUAL, text)).as("%s, seed %d", text, SEED).isEqualTo(expected);
    }
  }

  @Test
  void rules_apply_before_spaces_are_counted() {
    Map<String, String> rules =
        Map.of("\t", " ", "　", " ", "½", "1 2", "_", "", "ﬁ", "fi", "ab", "X");

    assertThat(ruled(rules, "\tA　　B\t")).isEqualTo("▁A▁B");
    assertThat(ruled(rules, "½½")).isEqualTo("▁1▁21▁2");
    assertThat(ruled(rules, "_ A")).isEqualTo("▁A");
    assertThat(ruled(rules, "ﬁn😂ﬁ")).isEqualTo("▁fin😂fi");
    assertThat(ruled(rules, "aab")).isEqualTo("▁aX");
    assertThat(ruled(Map.of("a", "b", "aab", "LONG"), "aaaab")).isEqualTo("▁bbLONG");
    assertThat(ruled(Map.of("…", ".  "), "a… b…")).isEqualTo("▁a.▁▁b.");
  }

  @Test
  void what_a_rule_gives_is_not_rewritten_again() {
    assertThat(ruled(Map.of("a", "b", "b", "c"), "ab")).isEqualTo("▁bc");
  }

  @Test
  void no_rule_touches_a_symbol_of_the_user() {
    byte[] rules = Charsmaps.of(Map.of("a", "X", "<", "("));
    PhraseFinder symbols = new PhraseFinder(List.of("<a>", "<a><b>"));
    SentencePieceNormalizer normalizer = new SentencePieceNormalizer(rules, symbols, USUAL);

    assertThat(normalizer.normalize("a<a>a <a><b><")).isEqualTo("▁X<a>X▁<a><b>(");
  }

  @Test
  void hugging_face_takes_the_shortest_rule_of_a_short_cluster() {
    Map<String, String> rules =
        Map.of("e", "x", "e\u0301", "E", "\u0301", "'", "\r", "R", "\n", "N");

    assertThat(precompiled(rules, "ee")).isEqualTo("xx");
    assertThat(precompiled(rules, "e\u0301e")).isEqualTo("xx");
    assertThat(precompiled(rules, "\r\n")).isEqualTo("R");
    assertThat(precompiled(rules, "\n\r")).isEqualTo("NR");
    assertThat(precompiled(Map.of("e\u0301", "E"), "ae\u0301")).isEqualTo("aE");
  }

  @Test
  void hugging_face_goes_through_a_long_cluster_by_characters() {
    Map<String, String> rules = Map.of("e", "x", "e\u0301", "E", "\u0301", "'");

    assertThat(precompiled(rules, "e\u0301\u0301")).isEqualTo("x"); // five bytes
    assertThat(precompiled(rules, "e\u0301\u0301\u0301")).isEqualTo("x'''"); // seven
    assertThat(precompiled(Map.of("👍", "+"), "👍🏽👍")).isEqualTo("+🏽+");
  }

  private static String plain(Whitespace whitespace, String text) {
    return new SentencePieceNormalizer(new byte[0], NO_SYMBOLS, whitespace).normalize(text);
  }

  private static String ruled(Map<String, String> rules, String text) {
    return new SentencePieceNormalizer(Charsmaps.of(rules), NO_SYMBOLS, USUAL).normalize(text);
  }

  private static String precompiled(Map<String, String> rules, String text) {
    return new PrecompiledNormalizer(Charsmaps.of(rules)).normalize(text);
  }
}
