package dev.semblance.text.unicode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Places in a text: phrases, matches, and the alphabet that makes bytes visible.
class PhrasesAndMatchesTest {
  private static final long SEED = 20261128;

  @Test
  void the_longest_phrase_is_found_as_by_trying_all() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      List<String> phrases = IntStream.range(0, 6).mapToObj(i -> word(random, 4)).toList();
      PhraseFinder finder = new PhraseFinder(phrases);
      String text = word(random, 12);
      for (int at = 0; at < text.length(); at++) {
        String rest = text.substring(at);
        String expected =
            phrases.stream()
                .filter(rest::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        assertThat(finder.longestAt(text, at))
            .as("%s at %d of %s, seed %d", phrases, at, text, SEED)
            .isEqualTo(expected);
      }
    }
  }

  private static String word(Random random, int longest) {
    return IntStream.rangeClosed(0, random.nextInt(longest))
        .mapToObj(i -> random.nextInt(5) == 0 ? "😂" : Character.toString('a' + random.nextInt(2)))
        .collect(Collectors.joining());
  }

  @Test
  void a_finder_without_phrases_finds_none() {
    assertThat(new PhraseFinder(List.of()).isEmpty()).isTrue();
    assertThat(new PhraseFinder(List.of()).longestAt("a", 0)).isEmpty();
    assertThat(new PhraseFinder(List.of("a")).isEmpty()).isFalse();
  }

  /// As the iterator of the `onig` crate gives them; Java's own would add an empty match behind
  /// each other.
  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "x*, axxb, 0-0 1-3 4-4",
    "x*, xx, 0-2",
    "a|, aba, 0-1 2-3",
    "(?=b), abb, 1-1 2-2",
    "(?<=b), abb, 2-2 3-3",
    "b+, abba, 1-3",
    "q, abba, ''",
    "'', '😂é', 0-0 2-2 3-3",
    "x*, '', 0-0"
  })
  void an_empty_match_right_behind_another_does_not_count(
      String expression, String text, String expected) {
    List<String> found = new ArrayList<>();
    PatternMatches matches = new PatternMatches(Pattern.compile(expression), text);
    while (matches.next()) {
      found.add(matches.start() + "-" + matches.end());
    }
    assertThat(String.join(" ", found)).isEqualTo(expected);
    assertThat(matches.next()).as("after the last").isFalse();
  }

  @Test
  void gpt_2_writes_bytes_as_visible_characters() {
    assertThat(ByteAlphabet.encode("a b\n")).isEqualTo("aĠbĊ");
    assertThat(ByteAlphabet.encode("é東")).isEqualTo("Ã©æĿ±");
    assertThat(ByteAlphabet.encode("")).isEmpty();
    assertThat(ByteAlphabet.encode("\uD800")).isEqualTo("?");
  }

  @Test
  void the_alphabet_has_a_letter_for_every_byte_and_opens_with_those_that_stay_themselves() {
    String order = ByteAlphabet.vocabularyOrder();

    assertThat(order.chars().distinct().count()).isEqualTo(256);
    assertThat(order).hasSize(256).startsWith("!\"#$%&'()").endsWith("ŀŁłŃ");
    assertThat(order.indexOf('~')).isEqualTo(93);
    assertThat(order.charAt(94)).isEqualTo('¡');
    assertThat(order.charAt(188)).isEqualTo('\u0100');
    assertThat(order.codePoints())
        .noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c) || c == 0xAD);
  }

  @Test
  void every_text_can_be_read_back_from_the_alphabet() {
    String bytesInOrder = bytesInOrder();
    String text =
        IntStream.range(1, 0x3000).mapToObj(Character::toString).collect(Collectors.joining());
    String encoded = ByteAlphabet.encode(text + "😂");
    byte[] decoded = new byte[encoded.length()];
    for (int i = 0; i < decoded.length; i++) {
      decoded[i] =
          (byte) bytesInOrder.charAt(ByteAlphabet.vocabularyOrder().indexOf(encoded.charAt(i)));
    }

    assertThat(new String(decoded, StandardCharsets.UTF_8)).isEqualTo(text + "😂");
  }

  /// The 256 bytes in the order of the vocabulary, by GPT-2's `bytes_to_unicode`: `!` to `~`, `¡`
  /// to `¬`, `®` to `ÿ`, then the rest.
  private static String bytesInOrder() {
    String plain = range('!', '~') + range(0xA1, 0xAC) + range(0xAE, 0xFF);
    return plain + range(0, 0xFF).replaceAll("[" + Pattern.quote(plain) + "]", "");
  }

  private static String range(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
