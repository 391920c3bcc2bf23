package dev.semblance.text.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.text.unicode.PhraseFinder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// SentencePiece's rewriting rules: found as by trying each, and broken tables told.
class CharsmapTest {
  private static final long SEED = 20261128;
  private static final List<String> LETTERS = List.of("a", "b", "é", "東", "😂", "\u0301");

  @Test
  void the_longest_and_the_shortest_rule_are_found_as_by_trying_all() {
    Random random = new Random(SEED);
    for (int round = 0; round < 100; round++) {
      Map<String, String> rules = rules(random);
      Charsmap map = Charsmap.read(Charsmaps.of(rules));
      for (int i = 0; i < 20; i++) {
        String text = word(random, 6);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String what = rules + " on " + text + ", seed " + SEED;
        Comparator<String> byLength = Comparator.comparingInt(String::length);
        assertThat(found(map, map.longestAt(utf8, 0, utf8.length)))
            .as(what)
            .isEqualTo(expected(rules, text, byLength.reversed()));
        assertThat(found(map, map.shortestAt(utf8, 0, utf8.length)))
            .as(what)
            .isEqualTo(expected(rules, text, byLength));
      }
    }
  }

  @Test
  void a_rule_is_sought_between_two_places_only() {
    Charsmap map = Charsmap.read(Charsmaps.of(Map.of("a", "1", "aab", "2")));
    byte[] utf8 = "aaab".getBytes(StandardCharsets.UTF_8);

    assertThat(found(map, map.longestAt(utf8, 1, 4))).isEqualTo("3 bytes: 2");
    assertThat(found(map, map.longestAt(utf8, 1, 3))).isEqualTo("1 bytes: 1");
    assertThat(found(map, map.longestAt(utf8, 3, 4))).isEqualTo("none");
    assertThat(found(map, map.longestAt(utf8, 4, 4))).isEqualTo("none");
  }

  @Test
  void a_table_that_is_cut_is_refused_when_it_is_read() {
    byte[] whole = Charsmaps.bytes(new int[] {1 << 10, 2, 3}, new byte[0]);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> new PrecompiledNormalizer(cut))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("precompiled_charsmap is cut: it has " + length + " bytes");
    }
    byte[] negative = whole.clone();
    negative[3] = (byte) 0x80;
    assertThatThrownBy(() -> new PrecompiledNormalizer(negative)).hasMessageContaining("is cut");
  }

  @Test
  void a_table_that_points_outside_itself_is_told() {
    int toUnit97 = 1 << 10;
    int[] far = new int[256];
    far[0] = toUnit97;
    far['a' ^ 1] = 'a' | 0x100 | 5000 << 10;
    int[] beyond = far.clone();
    beyond['a' ^ 1] = 'a' | 0x100 | ('a' ^ 1 ^ 7) << 10;
    beyond[7] = 0x8000_0000 | 3;

    assertBroken(Charsmaps.bytes(new int[] {toUnit97}, new byte[0]), "unit 96 of 1");
    assertBroken(Charsmaps.bytes(new int[0], new byte[0]), "unit 0 of 0");
    assertBroken(Charsmaps.bytes(far, new byte[0]), "of 256");
    assertBroken(Charsmaps.bytes(beyond, new byte[2]), "replacement at 3 of 2 bytes");
    assertThatCode(() -> normalizeA(Charsmaps.bytes(beyond, new byte[4])))
        .doesNotThrowAnyException();
  }

  @Test
  void a_damaged_table_gives_a_text_or_one_complaint() {
    Random random = new Random(SEED);
    byte[] whole = Charsmaps.of(Map.of("a", "xyz", "ab", "", "é", "e", "東京", "Tokyo"));
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 40; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        String text = new PrecompiledNormalizer(damaged).normalize("a ab é 東京 😂");
        assertThat(text).isNotNull();
      } catch (IllegalArgumentException e) {
        assertThat(e)
            .as("round %d, seed %d", round, SEED)
            .message()
            .contains("precompiled_charsmap");
      }
    }
  }

  private static void assertBroken(byte[] charsmap, String where) {
    assertThatThrownBy(() -> normalizeA(charsmap))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the tokenizer's precompiled_charsmap is broken: ")
        .hasMessageContaining(where);
  }

  private static String normalizeA(byte[] charsmap) {
    var plain = new SentencePieceNormalizer.Whitespace(false, false, false, false);
    return new SentencePieceNormalizer(charsmap, new PhraseFinder(List.of()), plain).normalize("a");
  }

  private static String expected(Map<String, String> rules, String text, Comparator<String> order) {
    return rules.keySet().stream()
        .filter(text::startsWith)
        .min(order)
        .map(from -> from.getBytes(StandardCharsets.UTF_8).length + " bytes: " + rules.get(from))
        .orElse("none");
  }

  private static String found(Charsmap map, Charsmap.@org.jspecify.annotations.Nullable Rule rule) {
    return rule == null ? "none" : rule.length() + " bytes: " + map.replacement(rule);
  }

  private static Map<String, String> rules(Random random) {
    Map<String, String> rules = new TreeMap<>();
    for (int i = 0; i < 8; i++) {
      rules.put(word(random, 3), random.nextInt(4) == 0 ? "" : word(random, 3));
    }
    return rules;
  }

  private static String word(Random random, int longest) {
    return IntStream.rangeClosed(0, random.nextInt(longest))
        .mapToObj(i -> LETTERS.get(random.nextInt(LETTERS.size())))
        .collect(Collectors.joining());
  }
}
